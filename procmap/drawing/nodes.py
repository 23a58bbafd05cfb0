"""Painting activities, events and gateways."""

from __future__ import annotations

from procmap.drawing import icons, svg, theme
from procmap.drawing.text import LINE_HEIGHT, block, label_box
from procmap.layout.sizes import (
    LABEL_GAP,
    LABEL_LINE,
    LABEL_LINES,
    LABEL_TYPE,
    LABEL_WIDTH,
    OUTER_LINES,
    TASK_PADDING,
    TASK_TYPE,
    Size,
    label_size,
)
from procmap.layout.text import wrap
from procmap.model import Activity, Bounds, Event, Gateway, Shape

MARKER = 14.0
_FOOT = 17.0
_TYPE_ICON = 15.0
_TITLE = 18.0
_HEAD = 14.0
_TYPES = (TASK_TYPE, TASK_TYPE - 1, TASK_TYPE - 2)


def activity(node: Activity, shape: Shape, *, expanded: bool) -> str:
    """Return a task, call activity or sub-process; `expanded`: what is inside is drawn in it."""
    box = shape.bounds
    corner = min(theme.CORNER, box.width / 4, box.height / 4)
    outline = svg.tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=corner,
        fill=theme.PAPER,
        stroke=theme.LINE,
        stroke_width=theme.THICK if node.type == "callActivity" else theme.THIN,
        stroke_dasharray="2 3" if node.triggered_by_event else None,
    )
    parts = [outline]
    if node.type == "transaction":
        parts.append(_inner_outline(box, corner))
    draw_type = icons.TASK_TYPES.get(node.type)
    if draw_type is not None:
        parts.append(icons.at(draw_type(), box.x + 5, box.y + 5, _TYPE_ICON))
    markers = _markers(node, expanded=expanded)
    left = box.x + box.width / 2 - (len(markers) * (MARKER + 3) - 3) / 2
    for place, marker in enumerate(markers):
        parts.append(
            icons.at(icons.MARKERS[marker](), left + place * (MARKER + 3), box.y + box.height - MARKER - 3, MARKER)
        )
    parts.append(_activity_name(node, box, expanded=expanded, marked=bool(markers)))
    return "".join(parts)


def _inner_outline(box: Bounds, corner: float) -> str:
    gap = theme.DOUBLE_GAP
    return svg.tag(
        "rect",
        x=box.x + gap,
        y=box.y + gap,
        width=max(box.width - 2 * gap, 0),
        height=max(box.height - 2 * gap, 0),
        rx=max(corner - gap, 0),
        fill="none",
        stroke=theme.LINE,
        stroke_width=theme.THIN,
    )


def _markers(node: Activity, *, expanded: bool) -> list[str]:
    markers: list[str] = []
    if node.loop is not None:
        markers.append(node.loop.type)
    if node.type == "adHocSubProcess":
        markers.append("adHoc")
    if node.for_compensation:
        markers.append("compensation")
    if node.type in ("subProcess", "transaction", "adHocSubProcess") and not expanded:
        markers.append("collapsed")
    return markers


def _activity_name(node: Activity, box: Bounds, *, expanded: bool, marked: bool) -> str:
    padding = TASK_PADDING
    if expanded:
        strip = Bounds(x=box.x + 2 * padding, y=box.y + 2, width=max(box.width - 4 * padding, 1), height=_TITLE)
        return block(node.name, strip, TASK_TYPE, 1, bold=True)
    head = _HEAD if node.type in icons.TASK_TYPES and box.height >= 60 else 0.0
    room = Bounds(
        x=box.x + padding,
        y=box.y + head,
        width=max(box.width - 2 * padding, 1),
        height=max(box.height - head - (_FOOT if marked else head / 2), 1),
    )
    size = _type_size(node.name, room)
    return block(node.name, room, size, _fitting(room, size))


def _type_size(name: str, room: Bounds) -> float:
    """Return the largest type in which a name fits without splitting a word; the usual when none does."""
    for size in _TYPES:
        broken = wrap(name, room.width, size, _fitting(room, size))
        if not (broken.cut or broken.split):
            return size
    return TASK_TYPE


def _fitting(room: Bounds, size: float) -> int:
    return max(1, min(LABEL_LINES, int(room.height / (size * LINE_HEIGHT) + 0.05)))


def event(node: Event, shape: Shape) -> str:
    """Return an event: a circle, thin to start, double in between, thick to end, with its trigger."""
    box = shape.bounds
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height) / 2
    ends = node.type in ("endEvent", "implicitThrowEvent")
    dashes = "5 3" if not node.interrupting and node.type in ("boundaryEvent", "startEvent") else None
    parts = [_circle(x, y, radius, theme.THICK if ends else theme.THIN, dashes)]
    if node.type.startswith("intermediate") or node.type == "boundaryEvent":
        parts.append(_circle(x, y, max(radius - theme.DOUBLE_GAP, 0), theme.THIN, dashes))
    kind = _trigger_kind(node)
    if kind:
        size = radius * (1.25 if kind == "terminate" else 1.1)
        thrown = ends or node.type == "intermediateThrowEvent"
        parts.append(icons.at(icons.trigger(kind, filled=thrown), x - size / 2, y - size / 2, size))
    parts.append(outer_label(node.name, shape, above=False))
    return "".join(parts)


def _trigger_kind(node: Event) -> str | None:
    if not node.triggers:
        return None
    if len(node.triggers) > 1:
        return "parallel" if node.parallel_multiple else "multiple"
    return node.triggers[0].type


def _circle(x: float, y: float, radius: float, width: float, dashes: str | None = None) -> str:
    return svg.tag(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=theme.PAPER,
        stroke=theme.LINE,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def gateway(node: Gateway, shape: Shape) -> str:
    """Return a gateway: a diamond with its sign."""
    box = shape.bounds
    x, y = box.x + box.width / 2, box.y + box.height / 2
    right, bottom = box.x + box.width, box.y + box.height
    corners = ((x, box.y), (right, y), (x, bottom), (box.x, y))
    points = " ".join(f"{svg.number(px)},{svg.number(py)}" for px, py in corners)
    parts = [
        svg.tag("polygon", points=points, fill=theme.PAPER, stroke=theme.LINE, stroke_width=theme.THIN,
                stroke_linejoin="round")
    ]  # fmt: skip
    size = min(box.width, box.height)
    if node.type == "eventBasedGateway":
        radius = size * 0.29
        parts.append(_circle(x, y, radius, 1.2))
        if not node.instantiates:
            parts.append(_circle(x, y, radius - 2.6, 1.2))
        kind = "parallel" if node.parallel_events else "multiple"
        parts.append(icons.at(icons.trigger(kind, filled=False), x - radius * 0.58, y - radius * 0.58, radius * 1.16))
    else:
        sign = icons.GATEWAYS[node.type]()
        parts.append(icons.at(sign, x - size * 0.24, y - size * 0.24, size * 0.48))
    parts.append(outer_label(node.name, shape, above=True))
    return "".join(parts)


def outer_label_box(name: str, shape: Shape, *, above: bool) -> Bounds | None:
    """Return the box of a name outside its shape: the one in the diagram, else below the shape (or above)."""
    if not name.strip():
        return None
    box = shape.bounds
    size = label_size(name) or Size(LABEL_WIDTH, LABEL_LINE)
    y = box.y - LABEL_GAP - size.height if above else box.y + box.height + LABEL_GAP
    usual = Bounds(x=box.x + box.width / 2 - LABEL_WIDTH / 2, y=y, width=LABEL_WIDTH, height=size.height)
    return label_box(name, shape.label, usual)


def outer_label(name: str, shape: Shape, *, above: bool) -> str:
    """Return a name beside its shape."""
    box = outer_label_box(name, shape, above=above)
    return "" if box is None else block(name, box, LABEL_TYPE, OUTER_LINES, upright="top", halo=True)
