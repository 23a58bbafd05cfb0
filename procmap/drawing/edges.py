"""Painting flows and associations: lines with rounded corners, and what stands at their ends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from procmap.drawing import icons, svg
from procmap.drawing.text import block, label_box
from procmap.drawing.theme import BEND, Theme
from procmap.layout.sizes import LABEL_GAP, LABEL_LINE, LABEL_TYPE, LABEL_WIDTH, label_size
from procmap.model import Bounds, Edge, Point

End = Literal["none", "filled", "hollow", "open", "circle", "diamond", "slash"]
_LENGTH = 10.0
_HALF = 4.5
LETTER = 22.0
"""Size of the letter on a message flow."""


@dataclass(frozen=True)
class Style:
    """How a kind of edge is drawn: its dashes, what stands at its ends; its colour where it is not that of lines."""

    dashes: str | None = None
    start: End = "none"
    end: End = "none"
    colour: str = ""
    width: float = 1.4


SEQUENCE = Style(end="filled")
DEFAULT = Style(start="slash", end="filled")
CONDITIONAL = Style(start="diamond", end="filled")
MESSAGE = Style(dashes="6 4", start="circle", end="hollow")
DATA = Style(dashes="1.5 3", end="open")
ASSOCIATION = Style(dashes="1.5 3")
ASSOCIATION_TO = Style(dashes="1.5 3", end="open")
ASSOCIATION_BOTH = Style(dashes="1.5 3", start="open", end="open")


def edge(way: Sequence[Point], style: Style, theme: Theme) -> str:
    """Return the line of an edge with its ends."""
    colour = style.colour or theme.line
    line = svg.tag(
        "path",
        d=bent(way),
        fill="none",
        stroke=colour,
        stroke_width=style.width,
        stroke_dasharray=style.dashes,
        stroke_linejoin="round",
    )
    start = _end(style.start, way[1], way[0], colour, theme)
    return line + start + _end(style.end, way[-2], way[-1], colour, theme)


def letter(way: Sequence[Point], kind: Literal["initiating", "non_initiating"], theme: Theme) -> str:
    """Return the message half way along a message flow: a letter, shaded when it answers another."""
    at = _halfway(way)
    picture = icons.envelope(theme, fill=theme.paper if kind == "initiating" else theme.line)
    return icons.at(picture, at.x - LETTER / 2, at.y - LETTER / 2, LETTER, f"message-{kind}")


def cleaned(way: Sequence[Point]) -> list[Point]:
    """Return the waypoints that can be drawn, without repetitions; fewer than two when there is no line."""
    points: list[Point] = []
    for point in way:
        if svg.is_drawable(point.x, point.y) and (not points or points[-1] != point):
            points.append(point)
    return points


def middle(way: Sequence[Point]) -> Point:
    """Return the middle of the longest part of an edge."""
    first, second = max(pairwise(way), key=lambda pair: math.dist(_xy(pair[0]), _xy(pair[1])))
    return Point(x=(first.x + second.x) / 2, y=(first.y + second.y) / 2)


def _halfway(way: Sequence[Point]) -> Point:
    """Return the point half way along an edge."""
    lengths = [math.dist(_xy(first), _xy(second)) for first, second in pairwise(way)]
    left = sum(lengths) / 2
    for (first, second), length in zip(pairwise(way), lengths, strict=True):
        if left <= length and length:
            x, y = _towards(first, second, left)
            return Point(x=x, y=y)
        left -= length
    return way[-1]


def name_box(name: str, drawn: Edge, way: Sequence[Point]) -> Bounds | None:
    """Return the box of an edge's name: the one in the diagram, else above the middle of its longest part."""
    size = label_size(name)
    if size is None:
        return None
    at = middle(way)
    y = at.y - size.height - LABEL_GAP
    usual = Bounds(x=at.x - LABEL_WIDTH / 2, y=y, width=LABEL_WIDTH, height=size.height)
    return label_box(name, drawn.label, usual)


def label(name: str, box: Bounds, theme: Theme) -> str:
    """Return the name of an edge in its box."""
    return block(name, box, LABEL_TYPE, round(box.height / LABEL_LINE), theme, upright="top", halo=True)


def _xy(point: Point) -> tuple[float, float]:
    return point.x, point.y


def bent(way: Sequence[Point]) -> str:
    """Return the path through some points with rounded corners."""
    parts = [f"M{_write(*_xy(way[0]))}"]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        bend = min(BEND, math.dist(_xy(before), _xy(corner)) / 2, math.dist(_xy(corner), _xy(after)) / 2)
        parts.append(f"L{_write(*_towards(corner, before, bend))}Q{_write(*_xy(corner))} ")
        parts.append(_write(*_towards(corner, after, bend)))
    parts.append(f"L{_write(*_xy(way[-1]))}")
    return "".join(parts)


def _write(x: float, y: float) -> str:
    return f"{svg.number(x)} {svg.number(y)}"


def _towards(point: Point, other: Point, distance: float) -> tuple[float, float]:
    whole = math.dist(_xy(point), _xy(other))
    share = distance / whole if whole else 0.0
    return point.x + (other.x - point.x) * share, point.y + (other.y - point.y) * share


def _end(kind: End, before: Point, tip: Point, colour: str, theme: Theme) -> str:
    """Return what stands at an end of an edge whose last part comes from `before`."""
    if kind == "none":
        return ""
    whole = math.dist(_xy(before), _xy(tip)) or 1.0
    dx, dy = (tip.x - before.x) / whole, (tip.y - before.y) / whole

    def place(back: float, aside: float) -> str:
        return _write(tip.x - dx * back - dy * aside, tip.y - dy * back + dx * aside)

    if kind == "circle":
        x, y = tip.x - dx * 4, tip.y - dy * 4
        return svg.tag("circle", cx=x, cy=y, r=4, fill=theme.paper, stroke=colour, stroke_width=1.3)
    if kind == "slash":
        d = f"M{place(1, -5)}L{place(6, 5)}"
        return svg.tag("path", d=d, data_icon="default", fill="none", stroke=colour, stroke_width=1.6)
    if kind == "diamond":
        d = f"M{place(0, 0)}L{place(8, 4.5)}L{place(16, 0)}L{place(8, -4.5)}Z"
        return svg.tag("path", d=d, data_icon="conditional", fill=theme.paper, stroke=colour, stroke_width=1.3)
    if kind == "open":
        d = f"M{place(_LENGTH * 0.8, _HALF)}L{place(0, 0)}L{place(_LENGTH * 0.8, -_HALF)}"
        return svg.tag("path", d=d, fill="none", stroke=colour, stroke_width=1.4)
    d = f"M{place(0, 0)}L{place(_LENGTH, _HALF)}L{place(_LENGTH, -_HALF)}Z"
    fill = colour if kind == "filled" else theme.paper
    return svg.tag("path", d=d, fill=fill, stroke=colour, stroke_width=1.2, stroke_linejoin="round")
