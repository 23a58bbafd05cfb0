"""Figures: what stands in a picture beside the elements of a process, such as a heading, a gap or a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.drawing import icons, svg
from procmap.drawing.letters import HEIGHT, Letters
from procmap.drawing.lines import Pattern, patterned
from procmap.drawing.palette import Look
from procmap.drawing.signs import Sign, sign
from procmap.drawing.text import Anchor, block
from procmap.drawing.theme import THEMES, ThemeName
from procmap.layout.text import text_width
from procmap.model import Bounds, Point

Tone = Literal["ink", "line", "group", "faint"]
_TAG_SIGN = 12.0
_TAG_GAP = 5.0


@dataclass(frozen=True)
class Figure:
    """A painted piece (SVG) that lies over the elements, and the room it takes."""

    content: str
    box: Bounds


@dataclass(frozen=True)
class Tag:
    """A sign with the letters of those whom it is about; `word` is its accessible name."""

    sign: Sign
    word: str
    looks: tuple[Look, ...]


class Figures:
    """Makes figures in the colours of a theme. A tone is one of the theme's colours."""

    def __init__(self, theme: ThemeName = "light") -> None:
        self.theme = THEMES[theme]

    def colour(self, tone: Tone) -> str:
        """Return the colour of a tone."""
        return {
            "ink": self.theme.ink,
            "line": self.theme.line,
            "group": self.theme.group,
            "faint": self.theme.faint,
        }[tone]

    def caption(
        self,
        text: str,
        box: Bounds,
        size: float,
        *,
        lines: int = 1,
        anchor: Anchor = "middle",
        bold: bool = False,
        tone: Tone = "ink",
        top: bool = False,
    ) -> Figure:
        """Return a text in a box, cut to `lines` lines; `top`: from the upper border, else in the middle."""
        upright: Literal["middle", "top"] = "top" if top else "middle"
        colour = self.colour(tone)
        written = block(
            text, box, size, lines, self.theme, anchor=anchor, upright=upright, bold=bold, colour=colour, halo=True
        )
        return Figure(written, box)

    def rule(self, way: Sequence[Point], colour: str, pattern: Pattern, width: float) -> Figure:
        """Return a line in a colour and pattern."""
        d = "M" + "L".join(f"{svg.number(point.x)} {svg.number(point.y)}" for point in way)
        drawn = patterned("path", pattern, colour, self.theme.paper, line_width=width, d=d)
        left, top = min(point.x for point in way), min(point.y for point in way)
        right, bottom = max(point.x for point in way), max(point.y for point in way)
        return Figure(drawn, Bounds(x=left, y=top, width=right - left, height=bottom - top))

    def plate(self, look: Look, x: float, y: float, height: float) -> Figure:
        """Return the letter of an organisation in a frame of its colour and pattern, from its upper left corner."""
        box = Bounds(x=x, y=y, width=plate_width(look, height), height=height)
        room = {"x": x, "y": y, "width": box.width, "height": height, "rx": height / 6}
        paper = svg.tag("rect", fill=self.theme.paper, **room)
        frame = patterned("rect", look.pattern, look.colour, self.theme.paper, line_width=height / 9, **room)
        letter = block(look.letter, box, height * _PLATE_TYPE, 1, self.theme, bold=True, colour=look.colour)
        return Figure(paper + frame + letter, box)

    def picture(self, kind: Sign, word: str, corner: Point, size: float) -> Figure:
        """Return a sign in a square; `word` is its accessible name, none where the word stands beside it."""
        drawn = icons.at(sign(kind, self.theme.ink, self.theme), corner.x, corner.y, size, kind)
        named = svg.group([svg.title(word), drawn]) if word else drawn
        return Figure(named, Bounds(x=corner.x, y=corner.y, width=size, height=size))

    def gap(self, box: Bounds, word: str) -> Figure:
        """Return an empty cell: a faint dash in the middle of a box, named by a word."""
        x, y = box.x + box.width / 2, box.y + box.height / 2
        drawn = svg.tag(
            "path",
            d=f"M{svg.number(x - 9)} {svg.number(y)}h18",
            stroke=self.theme.faint,
            stroke_width=2.5,
            stroke_linecap="round",
        )
        named = [svg.title(word)] if word else []
        return Figure(svg.group([*named, drawn]), Bounds(x=x - 9, y=y - 2, width=18, height=4))

    def bracket(self, left: float, right: float, y: float, depth: float, *, word: str) -> Figure:
        """Return a bracket over what stands from `left` to `right`, its arms `depth` long downwards from `y`."""
        points = ((left, y + depth), (left, y), (right, y), (right, y + depth))
        d = "M" + "L".join(f"{svg.number(px)} {svg.number(py)}" for px, py in points)
        d += f"M{svg.number((left + right) / 2)} {svg.number(y)}v{svg.number(-depth)}"
        drawn = svg.tag("path", d=d, fill="none", stroke=self.theme.line, stroke_width=1.8, stroke_linejoin="round")
        box = Bounds(x=left, y=y - depth, width=right - left, height=2 * depth)
        return Figure(svg.group([svg.title(word), drawn]), box)

    def envelope(self, corner: Point, size: float, *, is_sent: bool) -> Figure:
        """Return a message: dark when it is sent, of paper when it is received."""
        drawn = icons.envelope(self.theme, self.theme.ink if is_sent else self.theme.paper)
        box = Bounds(x=corner.x, y=corner.y, width=size, height=size)
        return Figure(icons.at(drawn, corner.x, corner.y, size, "message"), box)

    def collapsed(self, corner: Point, size: float) -> Figure:
        """Return the marker of a sub-process that is closed."""
        box = Bounds(x=corner.x, y=corner.y, width=size, height=size)
        return Figure(icons.at(icons.MARKERS["collapsed"](self.theme), corner.x, corner.y, size, "collapsed"), box)

    def post(self, names: str, room: Bounds, size: float, *, is_sent: bool, word: str) -> Figure:
        """Return a message and with whom, in a line from the left of `room`; `word` is its accessible name."""
        sign_room = room.height - 1
        drawn = self.envelope(Point(x=room.x, y=room.y), sign_room, is_sent=is_sent)
        left = sign_room + 3
        wide = min(room.width - left, text_width(names, size) + 4)
        beside = Bounds(x=room.x + left, y=room.y, width=wide, height=room.height)
        told = self.caption(names, beside, size, anchor="start", tone="line")
        box = Bounds(x=room.x, y=room.y, width=left + wide, height=room.height)
        return Figure(svg.group([svg.title(word), drawn.content, told.content]), box)

    def tags(self, shown: Sequence[Tag], middle: float, top: float, room: float) -> Figure:
        """Return tags in a line around `middle`; each has its share of `room`, a width."""
        each = room / len(shown) - _TAG_SIGN - _TAG_GAP
        rows = [Letters(tag.looks, each, self.theme) for tag in shown]
        width = sum(row.width + _TAG_SIGN + _TAG_GAP for row in rows) - _TAG_GAP
        box = Bounds(x=middle - width / 2, y=top, width=width, height=HEIGHT)
        x = box.x
        parts = []
        for tag, row in zip(shown, rows, strict=True):
            drawn = icons.at(sign(tag.sign, self.theme.group, self.theme), x, top + 2, _TAG_SIGN - 1, tag.sign)
            parts.append(svg.group([svg.title(tag.word), drawn, row.at(x + _TAG_SIGN, top)]))
            x += row.width + _TAG_SIGN + _TAG_GAP
        return Figure("".join(parts), box)


_PLATE_TYPE = 0.68


def plate_width(look: Look, height: float) -> float:
    """Return how wide the plate of an organisation is."""
    return max(height, text_width(look.letter, height * _PLATE_TYPE) + height * 0.4)
