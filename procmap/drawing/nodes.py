"""Painting activities, events and gateways."""

from __future__ import annotations

from procmap.drawing import icons, svg
from procmap.drawing.text import LINE_HEIGHT, block, label_box
from procmap.drawing.theme import CORNER, DOUBLE_GAP, THICK, THIN, Theme
from procmap.layout.sizes import (
    LABEL_GAP,
    LABEL_LINE,
    LABEL_LINES,
    LABEL_TYPE,
    LABEL_WIDTH,
    TASK_PADDING,
    TASK_TYPE,
    Size,
    label_size,
)
from procmap.layout.text import text_width, wrap
from procmap.model import Activity, Bounds, Event, Gateway, Shape

MARKER = 14.0
_FOOT = 17.0
_TYPE_ICON = 15.0
_TITLE = 18.0
_HEAD = 18.0
_LOW = 60.0
"""Activities lower than this have their name beside the picture of their type, others below it."""
_COLLAPSIBLE = ("subProcess", "transaction", "adHocSubProcess", "callActivity")
_TYPES = (TASK_TYPE, TASK_TYPE - 1, TASK_TYPE - 2)


def activity(node: Activity, shape: Shape, theme: Theme, *, expanded: bool, start: Event | None = None) -> str:
    """Return a task, call activity or sub-process; `expanded`: what is inside is drawn in it.

    `start`: the event that starts an event sub-process, shown in its corner where what is inside is not drawn.
    """
    box = shape.bounds
    corner = min(CORNER, box.width / 4, box.height / 4)
    outline = svg.tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=corner,
        fill=theme.paper,
        stroke=theme.line,
        stroke_width=THICK if node.type == "callActivity" else THIN,
        stroke_dasharray="2 3" if node.triggered_by_event else theme.dashes,
    )
    parts = [outline]
    if node.type == "transaction":
        parts.append(_inner_outline(box, corner, theme))
    draw_type = icons.TASK_TYPES.get(node.type)
    if draw_type is not None:
        parts.append(icons.at(draw_type(theme), box.x + 5, box.y + 5, _TYPE_ICON, node.type))
    in_corner = draw_type is not None
    if start is not None and node.triggered_by_event and not expanded:
        parts.append(_starting(start, box.x + 14, box.y + 14, theme))
        in_corner = True
    markers = _markers(node, expanded=expanded)
    left = box.x + box.width / 2 - (len(markers) * (MARKER + 3) - 3) / 2
    for place, marker in enumerate(markers):
        x, y = left + place * (MARKER + 3), box.y + box.height - MARKER - 3
        parts.append(icons.at(icons.MARKERS[marker](theme), x, y, MARKER, marker))
    parts.append(_activity_name(node, box, theme, expanded=expanded, marked=bool(markers), in_corner=in_corner))
    return "".join(parts)


def _starting(start: Event, x: float, y: float, theme: Theme) -> str:
    """Return the small event in the corner of an event sub-process."""
    kind = _trigger_kind(start)
    dashes = None if start.interrupting else "3 2"
    picture = icons.at(icons.trigger(kind, theme, filled=False), x - 5, y - 5, 10, kind) if kind else ""
    return _circle(x, y, 9, 1.2, theme, dashes=dashes) + picture


def _inner_outline(box: Bounds, corner: float, theme: Theme) -> str:
    gap = DOUBLE_GAP
    return svg.tag(
        "rect",
        x=box.x + gap,
        y=box.y + gap,
        width=max(box.width - 2 * gap, 0),
        height=max(box.height - 2 * gap, 0),
        rx=max(corner - gap, 0),
        fill="none",
        stroke=theme.line,
        stroke_width=THIN,
    )


def _markers(node: Activity, *, expanded: bool) -> list[str]:
    markers: list[str] = []
    if node.loop is not None:
        markers.append(node.loop.type)
    if node.type == "adHocSubProcess":
        markers.append("adHoc")
    if node.for_compensation:
        markers.append("compensation")
    if is_collapsed(node, expanded=expanded):
        markers.append("collapsed")
    return markers


def is_marked(node: Activity) -> bool:
    """Tell whether markers stand at the foot of an activity when it is closed."""
    return bool(_markers(node, expanded=False))


def is_collapsed(node: Activity, *, expanded: bool) -> bool:
    """Tell whether an activity has steps inside that are not drawn in it."""
    return node.type in _COLLAPSIBLE and not expanded


def _activity_name(node: Activity, box: Bounds, theme: Theme, *, expanded: bool, marked: bool, in_corner: bool) -> str:
    padding = TASK_PADDING
    if expanded:
        strip = Bounds(x=box.x + 2 * padding, y=box.y + 2, width=max(box.width - 4 * padding, 1), height=_TITLE)
        return block(node.name, strip, TASK_TYPE, 1, theme, bold=True)
    head = _HEAD if in_corner and box.height >= _LOW else 0.0
    aside = _TYPE_ICON if in_corner and not head and _is_wide(node.name, box.width - 2 * padding) else 0.0
    room = Bounds(
        x=box.x + padding + aside,
        y=box.y + head,
        width=max(box.width - 2 * padding - aside, 1),
        height=max(box.height - head - (_FOOT if marked else head / 2), 1),
    )
    size = _type_size(node.name, room)
    return block(node.name, room, size, _fitting(room, size), theme)


def _is_wide(name: str, width: float) -> bool:
    """Tell whether a name, in the middle of an activity, would lie on the picture of its type."""
    lines = wrap(name, width, TASK_TYPE, LABEL_LINES).lines
    return max((text_width(line, TASK_TYPE) for line in lines), default=0.0) > width - 2 * _TYPE_ICON


def _type_size(name: str, room: Bounds) -> float:
    """Return the largest type in which a name fits without splitting a word; the usual when none does."""
    for size in _TYPES:
        broken = wrap(name, room.width, size, _fitting(room, size))
        if not (broken.cut or broken.split):
            return size
    return TASK_TYPE


def _fitting(room: Bounds, size: float) -> int:
    return max(1, min(LABEL_LINES, int(room.height / (size * LINE_HEIGHT) + 0.05)))


def event(node: Event, shape: Shape, theme: Theme) -> str:
    """Return an event: a circle, thin to start, double in between, thick to end, with its trigger."""
    box = shape.bounds
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height) / 2
    ends = node.type in ("endEvent", "implicitThrowEvent")
    goes_on = not node.interrupting and node.type in ("boundaryEvent", "startEvent")
    dashes = "5 3" if goes_on else theme.dashes
    parts = [_circle(x, y, radius, THICK if ends else THIN, theme, dashes=dashes)]
    if node.type.startswith("intermediate") or node.type == "boundaryEvent":
        parts.append(_circle(x, y, max(radius - DOUBLE_GAP, 0), THIN, theme, dashes=dashes))
    kind = _trigger_kind(node)
    if kind:
        size = radius * 1.2
        thrown = ends or node.type == "intermediateThrowEvent"
        parts.append(icons.at(icons.trigger(kind, theme, filled=thrown), x - size / 2, y - size / 2, size, kind))
    parts.append(outer_label(node.name, shape, theme, above=False))
    return "".join(parts)


def _trigger_kind(node: Event) -> str | None:
    if not node.triggers:
        return None
    if len(node.triggers) > 1:
        return "parallel" if node.parallel_multiple else "multiple"
    return node.triggers[0].type


def _circle(x: float, y: float, radius: float, width: float, theme: Theme, *, dashes: str | None = None) -> str:
    return svg.tag(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=theme.paper,
        stroke=theme.line,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def gateway(node: Gateway, shape: Shape, theme: Theme) -> str:
    """Return a gateway: a diamond with its sign, which an exclusive one has unless its shape says otherwise."""
    box = shape.bounds
    x, y = box.x + box.width / 2, box.y + box.height / 2
    right, bottom = box.x + box.width, box.y + box.height
    corners = ((x, box.y), (right, y), (x, bottom), (box.x, y))
    points = " ".join(f"{svg.number(px)},{svg.number(py)}" for px, py in corners)
    parts = [
        svg.tag("polygon", points=points, fill=theme.paper, stroke=theme.line, stroke_width=THIN,
                stroke_linejoin="round", stroke_dasharray=theme.dashes)
    ]  # fmt: skip
    size = min(box.width, box.height)
    if node.type == "eventBasedGateway":
        radius = size * 0.29
        parts.append(_circle(x, y, radius, 1.2, theme))
        if not node.instantiates:
            parts.append(_circle(x, y, radius - 2.6, 1.2, theme))
        kind = "parallel" if node.parallel_events else "multiple"
        sign = icons.trigger(kind, theme, filled=False)
        parts.append(icons.at(sign, x - radius * 0.58, y - radius * 0.58, radius * 1.16, kind))
    elif node.type != "exclusiveGateway" or shape.marker_visible is not False:
        sign = icons.GATEWAYS[node.type](theme)
        parts.append(icons.at(sign, x - size * 0.24, y - size * 0.24, size * 0.48, node.type))
    parts.append(outer_label(node.name, shape, theme, above=True))
    return "".join(parts)


def outer_label_box(name: str, shape: Shape, *, above: bool) -> Bounds | None:
    """Return the box of a name outside its shape: the one in the diagram, else below the shape (or above)."""
    if not name.strip():
        return None
    box = shape.bounds
    size = label_size(name) or Size(LABEL_WIDTH, LABEL_LINE)
    y = box.y - LABEL_GAP - size.height if above else box.y + box.height + LABEL_GAP
    usual = Bounds(x=box.x + box.width / 2 - LABEL_WIDTH / 2, y=y, width=LABEL_WIDTH, height=size.height)
    upwards = shape.label is not None and shape.label.y + shape.label.height / 2 < box.y
    return label_box(name, shape.label, usual, upwards=upwards)


def outer_label(name: str, shape: Shape, theme: Theme, *, above: bool) -> str:
    """Return a name beside its shape."""
    box = outer_label_box(name, shape, above=above)
    return (
        ""
        if box is None
        else block(name, box, LABEL_TYPE, round(box.height / LABEL_LINE), theme, upright="top", halo=True)
    )
