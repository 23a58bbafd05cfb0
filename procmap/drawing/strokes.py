"""Strokes: an outline or a line that tells whose it is.

What all organisations have is drawn calm and thick; what some have is cut into a stroke for each, in its colour and
pattern, with their letters; what one has alone is drawn light with its letter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from procmap.drawing import svg
from procmap.drawing.edges import Style
from procmap.drawing.letters import HEIGHT, Letters
from procmap.drawing.lines import STROKES, Pattern, patterned
from procmap.drawing.palette import Look, look
from procmap.drawing.theme import CORNER, THEMES, ThemeName
from procmap.model import Activity, Bounds, Element, Event, Gateway

THICK = 3.6
RING = 4.0
"""How far outside an event its strokes run."""
_STROKE = 3.4
_RINGED = 2.4
_LIGHT = 2.0
_THIN = 1.2
_STEP = math.pi / 12
Corner = tuple[float, float]


@dataclass(frozen=True)
class Share:
    """Whose the element with id `element` is: places (from 0, rising) of `of` organisations, at least one.

    `names` is the accessible name: the organisations in words. `lettered`: whether their letters are written, which
    lines need not have whose ends tell the same. `letters`: of those places, where they are not the usual ones.
    """

    element: str
    places: tuple[int, ...]
    of: int
    names: str = ""
    lettered: bool = True
    letters: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether no letters are written."""
        return self.is_all or not self.lettered

    @property
    def is_all(self) -> bool:
        """Whether all organisations have it."""
        return len(self.places) == self.of

    def looks(self, theme: ThemeName) -> tuple[Look, ...]:
        """Return how the organisations look that have it."""
        usual = tuple(look(place, self.of, theme) for place in self.places)
        if not self.letters:
            return usual
        return tuple(replace(each, letter=letter) for each, letter in zip(usual, self.letters, strict=True))


class Strokes:
    """Paints whose things are, in the colours of a theme."""

    def __init__(self, theme: ThemeName) -> None:
        self._name = theme
        self._theme = THEMES[theme]

    def outline(self, share: Share, element: Element, box: Bounds) -> str:
        """Return the strokes of a shape along its outline, clockwise from its upper left corner (a gateway's top).

        They cover the line that the shape itself has, but around an event, whose lines say whether it starts or ends
        something: that is left as it is where all have it.
        """
        corners = _corners(element, box)
        if share.is_all:
            return "" if isinstance(element, Event) else self._line(corners, self._theme.ink, THICK, "solid")
        under = "" if isinstance(element, Event) else self._line(corners, self._theme.paper, _STROKE, "solid")
        several = _RINGED if isinstance(element, Event) else _STROKE
        width = _LIGHT if len(share.places) == 1 else several
        parts = _cut(corners, len(share.places))
        return under + "".join(
            self._line(part, each.colour, width, each.pattern)
            for part, each in zip(parts, share.looks(self._name), strict=True)
        )

    def style(self, share: Share, usual: Style) -> Style:
        """Return how an edge is drawn: width by how many go that way, pattern and colour where one goes alone."""
        if share.is_all:
            return Style(usual.dashes, usual.start, usual.end, self._theme.ink, THICK)
        if len(share.places) == 1:
            own = share.looks(self._name)[0]
            return Style(STROKES[own.pattern].dasharray, usual.start, usual.end, own.colour, _THIN + 0.3)
        width = _THIN + (THICK - _THIN) * len(share.places) / share.of
        return Style(usual.dashes, usual.start, usual.end, self._theme.line, width)

    def letters(
        self, share: Share, middle: float, top: float, room: float, *, plated: bool = False
    ) -> tuple[str, Bounds | None]:
        """Return the letters of those who have something, in a line around `middle` from `top`, and their room.

        Nothing when all have it. At most `room` wide, then how many more; `plated` draws them on paper, for lines.
        """
        if share.is_plain:
            return "", None
        row = Letters(share.looks(self._name), room, self._theme)
        box = Bounds(x=middle - row.width / 2 - 2, y=top, width=row.width + 4, height=HEIGHT)
        parts = []
        if plated:
            paper = self._theme.paper
            parts.append(svg.tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=3, fill=paper))
        return svg.group([*parts, row.at(box.x + 2, top)]), box

    def letters_size(self, share: Share, room: float) -> tuple[float, float]:
        """Return the width and height of the letters that `letters` writes in this room."""
        return Letters(share.looks(self._name), room, self._theme).width + 4, HEIGHT

    def _line(self, corners: Sequence[Corner], colour: str, width: float, pattern: Pattern) -> str:
        d = "M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in corners)
        return patterned("path", pattern, colour, self._theme.paper, line_width=width, d=d)


def _corners(element: Element, box: Bounds) -> list[Corner]:
    """Return the outline of a shape as a closed line, the first corner again at its end."""
    right, bottom = box.x + box.width, box.y + box.height
    x, y = box.x + box.width / 2, box.y + box.height / 2
    if isinstance(element, Gateway):
        return [(x, box.y), (right, y), (x, bottom), (box.x, y), (x, box.y)]
    if isinstance(element, Event):
        return _arc((x, y), min(box.width, box.height) / 2 + RING, -0.75 * math.pi, 2 * math.pi)
    if not isinstance(element, Activity):
        return [(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom), (box.x, box.y)]
    radius = min(CORNER, box.width / 4, box.height / 4)
    inner = (
        (box.x + radius, box.y + radius, -math.pi),
        (right - radius, box.y + radius, -math.pi / 2),
        (right - radius, bottom - radius, 0.0),
        (box.x + radius, bottom - radius, math.pi / 2),
    )
    corners = [corner for cx, cy, turn in inner for corner in _arc((cx, cy), radius, turn, math.pi / 2)]
    return [*corners, corners[0]]


def _arc(middle: Corner, radius: float, start: float, turn: float) -> list[Corner]:
    """Return points on an arc that begins at the angle `start` and turns by `turn`."""
    steps = round(turn / _STEP)
    angles = [start + turn * step / steps for step in range(steps + 1)]
    return [(middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)) for angle in angles]


def _cut(corners: Sequence[Corner], parts: int) -> list[list[Corner]]:
    """Return a line cut into parts of equal length."""
    whole = sum(math.dist(one, other) for one, other in pairwise(corners))
    found: list[list[Corner]] = [[corners[0]]]
    gone = 0.0
    for one, other in pairwise(corners):
        length = math.dist(one, other)
        while len(found) < parts and length and gone + length >= whole * len(found) / parts:
            share = (whole * len(found) / parts - gone) / length
            at = (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
            found[-1].append(at)
            found.append([at])
        found[-1].append(other)
        gone += length
    return found
