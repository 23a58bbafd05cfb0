"""Painting pools and lanes."""

from __future__ import annotations

from procmap.drawing import icons, svg, theme
from procmap.drawing.text import LINE_HEIGHT, block
from procmap.layout.sizes import HEADER, TASK_TYPE
from procmap.model import Bounds, Lane, Pool, Shape


def pool(item: Pool, shape: Shape, *, empty: bool) -> str:
    """Return a pool with its name in a header; one in which nothing is drawn has its name in the middle."""
    box = shape.bounds
    parts = [_rectangle(box, theme.PAPER, theme.THIN)]
    name = item.name or item.process_name
    if empty:
        parts.append(block(name, _within(box, 6), TASK_TYPE + 1, 2, bold=True))
    else:
        parts.append(_header(name, shape, bold=True))
    if item.multiple:
        parts.append(icons.at(icons.MARKERS["parallel"](), box.x + box.width / 2 - 7, box.y + box.height - 17, 14))
    return "".join(parts)


def lane(item: Lane, shape: Shape) -> str:
    """Return a lane with its name in a header."""
    return _rectangle(shape.bounds, "none", 1.0) + _header(item.name, shape, bold=False)


def _header(name: str, shape: Shape, *, bold: bool) -> str:
    """Return the strip with the name: at the left, written upwards; on top where lanes stand upright."""
    box = shape.bounds
    lying = shape.horizontal is not False
    if lying:
        strip = Bounds(x=box.x, y=box.y, width=min(HEADER, box.width), height=box.height)
    else:
        strip = Bounds(x=box.x, y=box.y, width=box.width, height=min(HEADER, box.height))
    most = max(1, int((HEADER + 2) // (TASK_TYPE * LINE_HEIGHT)))
    text = block(name, _within(strip, 4, along=lying), TASK_TYPE, most, turned=lying, bold=bold)
    return _rectangle(strip, theme.HEADER_FILL, 1.0) + text


def _within(box: Bounds, gap: float, *, along: bool = False) -> Bounds:
    """Return a box with a gap at both ends of its text."""
    if along:
        return Bounds(x=box.x, y=box.y + gap, width=box.width, height=max(box.height - 2 * gap, 1))
    return Bounds(x=box.x + gap, y=box.y, width=max(box.width - 2 * gap, 1), height=box.height)


def _rectangle(box: Bounds, fill: str, width: float) -> str:
    return svg.tag(
        "rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=fill, stroke=theme.LINE, stroke_width=width
    )
