"""Painting data, annotations and groups."""

from __future__ import annotations

from procmap.drawing import icons, svg
from procmap.drawing.nodes import outer_label
from procmap.drawing.text import LINE_HEIGHT, Anchor, block, label_box
from procmap.drawing.theme import CORNER, THIN, Theme
from procmap.layout.places import data_label
from procmap.layout.sizes import LABEL_LINE, LABEL_TYPE
from procmap.model import Annotation, Bounds, DataItem, Group, Shape

_FOLD = 10.0


def data_item(item: DataItem, shape: Shape, theme: Theme) -> str:
    """Return a document (a page with a folded corner) or a store (a drum), with its name and state below."""
    is_store = item.type.startswith("dataStore")
    picture = _store(shape.bounds, theme) if is_store else _page(item, shape.bounds, theme)
    return picture + outer_label(data_label(item), shape, theme, above=False)


def _page(item: DataItem, box: Bounds, theme: Theme) -> str:
    fold = min(_FOLD, box.width / 3, box.height / 3)
    right, bottom = box.x + box.width, box.y + box.height
    page = _path((box.x, box.y), (right - fold, box.y), (right, box.y + fold), (right, bottom), (box.x, bottom)) + "Z"
    folded = _path((right - fold, box.y), (right - fold, box.y + fold), (right, box.y + fold))
    parts = [_line(page, theme, fill=theme.paper), _line(folded, theme)]
    if item.type in ("dataInput", "dataOutput"):
        arrow = icons.trigger("link", theme, filled=item.type == "dataOutput")
        parts.append(icons.at(arrow, box.x + 3, box.y + 3, 12, item.type))
    if item.collection:
        bars = icons.MARKERS["parallel"](theme)
        parts.append(icons.at(bars, box.x + box.width / 2 - 6, bottom - 14, 12, "collection"))
    return "".join(parts)


def _store(box: Bounds, theme: Theme) -> str:
    lid = min(box.height / 7, 8.0)
    half = box.width / 2
    numbers = {"l": box.x, "r": box.x + box.width, "t": box.y + lid, "b": box.y + box.height - lid}
    left, right, top, bottom = (svg.number(numbers[key]) for key in "lrtb")
    curve = f"{svg.number(half)} {svg.number(lid)} 0 0"
    body = f"M{left} {top}A{curve} 1 {right} {top}V{bottom}A{curve} 1 {left} {bottom}Z"
    parts = [_line(body, theme, fill=theme.paper)]
    for place in range(3):
        y = svg.number(box.y + lid + place * lid * 0.6)
        parts.append(_line(f"M{left} {y}A{curve} 0 {right} {y}", theme))
    return "".join(parts)


def annotation(item: Annotation, shape: Shape, theme: Theme) -> str:
    """Return a text with a bracket at its left."""
    box = shape.bounds
    arm = min(10.0, box.width / 4)
    bottom = box.y + box.height
    bracket = _path((box.x + arm, box.y), (box.x, box.y), (box.x, bottom), (box.x + arm, bottom))
    text = item.text or item.name
    room = Bounds(x=box.x + 6, y=box.y, width=max(box.width - 8, 1), height=box.height)
    fitting = max(1, int((box.height + 2) // (LABEL_TYPE * LINE_HEIGHT)))
    return _line(bracket, theme) + block(text, room, LABEL_TYPE, fitting, theme, anchor="start", halo=True)


def frame(item: Group, shape: Shape, theme: Theme) -> str:
    """Return the frame of a group, with its name where the diagram has it, else at the upper left."""
    box = shape.bounds
    outline = svg.tag(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=CORNER,
        fill="none",
        stroke=theme.group,
        stroke_width=THIN,
        stroke_dasharray="10 4 2 4",
    )
    room = group_label_box(item, shape)
    most = round(room.height / LABEL_LINE)
    anchor: Anchor = "start" if shape.label is None else "middle"
    return outline + block(
        item.name, room, LABEL_TYPE, most, theme, anchor=anchor, upright="top", halo=True, colour=theme.group
    )


def group_label_box(item: Group, shape: Shape) -> Bounds:
    """Return the box of a group's name."""
    box = shape.bounds
    usual = Bounds(x=box.x + 4, y=box.y + 2, width=max(box.width - 8, 40), height=LABEL_LINE)
    return label_box(item.name, shape.label, usual)


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in points)


def _line(d: str, theme: Theme, fill: str = "none") -> str:
    return svg.tag("path", d=d, fill=fill, stroke=theme.line, stroke_width=THIN, stroke_linejoin="round")
