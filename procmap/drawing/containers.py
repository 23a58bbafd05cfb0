"""Painting pools and lanes."""

from __future__ import annotations

from procmap.drawing import icons, svg
from procmap.drawing.text import BOLD, LINE_HEIGHT, block
from procmap.drawing.theme import THIN, Theme
from procmap.layout.sizes import HEADER, TASK_TYPE
from procmap.layout.text import wrap
from procmap.model import Bounds, Lane, Pool, Shape

_TYPES = (TASK_TYPE, TASK_TYPE - 1, TASK_TYPE - 2)


def pool(item: Pool, shape: Shape, theme: Theme, *, empty: bool) -> str:
    """Return a pool with its name in a header; one in which nothing is drawn has its name in the middle."""
    box = shape.bounds
    parts = [_rectangle(box, theme.paper, THIN, theme)]
    name = item.name or item.process_name
    if empty:
        parts.append(block(name, _within(box, 6), TASK_TYPE + 1, 2, theme, bold=True))
    else:
        parts.append(_header(name, shape, theme, bold=True))
    if item.multiple:
        bars = icons.MARKERS["parallel"](theme)
        parts.append(icons.at(bars, box.x + box.width / 2 - 7, box.y + box.height - 17, 14, "parallel"))
    return "".join(parts)


def lane(item: Lane, shape: Shape, theme: Theme) -> str:
    """Return a lane with its name in a header; one without a name has none."""
    frame = _rectangle(shape.bounds, "none", 1.0, theme)
    return frame + _header(item.name, shape, theme, bold=False) if item.name.strip() else frame


def _header(name: str, shape: Shape, theme: Theme, *, bold: bool) -> str:
    """Return the strip with the name: at the left, written upwards; on top where lanes stand upright."""
    box = shape.bounds
    lying = shape.horizontal is not False
    if lying:
        strip = Bounds(x=box.x, y=box.y, width=min(HEADER, box.width), height=box.height)
    else:
        strip = Bounds(x=box.x, y=box.y, width=box.width, height=min(HEADER, box.height))
    room = _within(strip, 4, along=lying)
    size, most = _type(name, room, lying=lying, bold=bold)
    text = block(name, room, size, most, theme, turned=lying, bold=bold)
    return _rectangle(strip, theme.header, 1.0, theme) + text


def _type(name: str, room: Bounds, *, lying: bool, bold: bool) -> tuple[float, int]:
    """Return the largest type in which a name fits in its strip and how many lines it may have; else the smallest."""
    length, thickness = (room.height, room.width) if lying else (room.width, room.height)
    for size in _TYPES:
        most = max(1, int(thickness / (size * LINE_HEIGHT)))
        broken = wrap(name, length, size * BOLD if bold else size, most)
        if not (broken.cut or broken.split):
            break
    return size, most


def _within(box: Bounds, gap: float, *, along: bool = False) -> Bounds:
    """Return a box with a gap at both ends of its text."""
    if along:
        return Bounds(x=box.x, y=box.y + gap, width=box.width, height=max(box.height - 2 * gap, 1))
    return Bounds(x=box.x + gap, y=box.y, width=max(box.width - 2 * gap, 1), height=box.height)


def _rectangle(box: Bounds, fill: str, width: float, theme: Theme) -> str:
    return svg.tag(
        "rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=fill, stroke=theme.line, stroke_width=width
    )
