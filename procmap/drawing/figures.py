"""Figures: what stands in a picture beside the elements of a process, such as a heading, a gap or a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.drawing import icons, svg, theme
from procmap.drawing.letters import HEIGHT, Letters
from procmap.drawing.palette import Look
from procmap.drawing.signs import Sign, sign
from procmap.drawing.text import Anchor, block
from procmap.layout.text import text_width
from procmap.model import Bounds, Point

Layer = Literal["under", "over"]
_TAG_SIGN = 12.0
_TAG_GAP = 5.0


@dataclass(frozen=True)
class Figure:
    """A painted piece (SVG) and the room it takes; `layer` says whether it lies under or over the elements."""

    content: str
    box: Bounds
    layer: Layer = "over"


def caption(
    text: str,
    box: Bounds,
    size: float,
    *,
    lines: int = 1,
    anchor: Anchor = "middle",
    bold: bool = False,
    colour: str = theme.INK,
    top: bool = False,
) -> Figure:
    """Return a text in a box, cut to `lines` lines; `top`: from the upper border, else in the middle of its height."""
    upright: Literal["middle", "top"] = "top" if top else "middle"
    written = block(text, box, size, lines, anchor=anchor, upright=upright, bold=bold, colour=colour, halo=True)
    return Figure(written, box)


@dataclass(frozen=True)
class Tag:
    """A sign with the letters of those whom it is about; `word` is its accessible name."""

    sign: Sign
    word: str
    looks: tuple[Look, ...]


def tags(shown: Sequence[Tag], middle: float, top: float, room: float) -> Figure:
    """Return tags in a line around `middle`; each has its share of `room`, a width."""
    each = room / len(shown) - _TAG_SIGN - _TAG_GAP
    rows = [Letters(tag.looks, each) for tag in shown]
    width = sum(row.width + _TAG_SIGN + _TAG_GAP for row in rows) - _TAG_GAP
    box = Bounds(x=middle - width / 2, y=top, width=width, height=HEIGHT)
    x = box.x
    parts = []
    for tag, row in zip(shown, rows, strict=True):
        drawn = icons.at(sign(tag.sign, theme.GROUP_INK), x, top + 2, _TAG_SIGN - 1)
        parts.append(svg.group([svg.title(tag.word), drawn, row.at(x + _TAG_SIGN, top)]))
        x += row.width + _TAG_SIGN + _TAG_GAP
    return Figure("".join(parts), box)


def strip(box: Bounds, colour: str) -> Figure:
    """Return a filled rectangle under everything."""
    drawn = svg.tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=colour)
    return Figure(drawn, box, "under")


def rule(way: Sequence[Point], look: Look | None, width: float, layer: Layer = "over") -> Figure:
    """Return a line in the colour and pattern of an organisation, in a faint one where there is none."""
    d = "M" + "L".join(f"{svg.number(point.x)} {svg.number(point.y)}" for point in way)
    drawn = svg.tag(
        "path",
        d=d,
        fill="none",
        stroke=look.colour if look else theme.FAINT,
        stroke_width=width,
        stroke_dasharray=look.dashes if look else None,
    )
    left, top = min(point.x for point in way), min(point.y for point in way)
    right, bottom = max(point.x for point in way), max(point.y for point in way)
    return Figure(drawn, Bounds(x=left, y=top, width=right - left, height=bottom - top), layer)


def plate(text: str, look: Look, x: float, y: float, height: float) -> Figure:
    """Return the letter of an organisation in a frame of its colour and pattern, its upper left corner at `x`, `y`."""
    size = height * 0.68
    width = max(height, text_width(text, size) + height * 0.4)
    frame = svg.tag(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=height / 6,
        fill=theme.PAPER,
        stroke=look.colour,
        stroke_width=height / 9,
        stroke_dasharray=look.dashes,
    )
    box = Bounds(x=x, y=y, width=width, height=height)
    return Figure(frame + block(text, box, size, 1, bold=True, colour=look.colour), box)


def picture(kind: Sign, word: str, x: float, y: float, size: float, colour: str = theme.INK) -> Figure:
    """Return a sign in a square; `word` is its accessible name, none where the word stands beside it."""
    drawn = icons.at(sign(kind, colour), x, y, size)
    named = svg.group([svg.title(word), drawn]) if word else drawn
    return Figure(named, Bounds(x=x, y=y, width=size, height=size))


def gap(box: Bounds, word: str) -> Figure:
    """Return an empty cell: a faint dash in the middle of a box, named by a word."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    drawn = svg.tag(
        "path",
        d=f"M{svg.number(x - 9)} {svg.number(y)}h18",
        stroke=theme.FAINT,
        stroke_width=2.5,
        stroke_linecap="round",
    )
    room = Bounds(x=x - 9, y=y - 2, width=18, height=4)
    return Figure(svg.group([svg.title(word), drawn]), room)


def bracket(left: float, right: float, y: float, depth: float, word: str) -> Figure:
    """Return a bracket over what stands from `left` to `right`, its arms `depth` long downwards from `y`."""
    middle = (left + right) / 2
    points = ((left, y + depth), (left, y), (right, y), (right, y + depth))
    d = "M" + "L".join(f"{svg.number(px)} {svg.number(py)}" for px, py in points)
    d += f"M{svg.number(middle)} {svg.number(y)}v{svg.number(-depth)}"
    drawn = svg.tag("path", d=d, fill="none", stroke=theme.LINE, stroke_width=1.8, stroke_linejoin="round")
    box = Bounds(x=left, y=y - depth, width=right - left, height=2 * depth)
    return Figure(svg.group([svg.title(word), drawn]), box)
