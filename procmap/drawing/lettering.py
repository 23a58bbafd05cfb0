"""Where letters stand at a line: where they cover nothing else, the longest parts of the line first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from procmap.model import Bounds, Point

_ARROWS = 24.0
"""What is to be seen of a line beside letters."""
_SHARES = (0.5, 0.25, 0.75, 0.12, 0.88)
"""Where on a part of a line letters are tried."""


class Taken:
    """The rectangles that letters must not cover, kept by the squares of a grid that they touch."""

    _SQUARE = 100.0

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[Bounds]] = {}

    def add(self, box: Bounds | None) -> None:
        """Take a rectangle."""
        if box is not None:
            for square in self._touched(box):
                self._squares.setdefault(square, []).append(box)

    def covered(self, box: Bounds) -> float:
        """Return how much of a rectangle is taken, as an area."""
        others = {id(other): other for square in self._touched(box) for other in self._squares.get(square, ())}
        return sum(_shared(box, other) for other in others.values())

    def _touched(self, box: Bounds) -> Iterator[tuple[int, int]]:
        across = range(int(box.x // self._SQUARE), int((box.x + box.width) // self._SQUARE) + 1)
        down = range(int(box.y // self._SQUARE), int((box.y + box.height) // self._SQUARE) + 1)
        return ((x, y) for x in across for y in down)


def beside_line(room: Bounds, taken: Taken) -> float:
    """Return the middle of letters of this size that stand below a gateway: on the line that leaves it, or beside.

    `room.x` is where the line is. Beside it they stand where names of lines would be covered else.
    """
    aside = room.width / 2 + 2
    return min(
        (room.x, room.x - aside, room.x + aside),
        key=lambda middle: taken.covered(room.replace(x=middle - room.width / 2)),
    )


def letter_spot(way: Sequence[Point], width: float, height: float, taken: Taken) -> Point:
    """Return the middle of a rectangle of this size on a line that covers least of what is taken."""
    parts = sorted(
        pairwise(way), key=lambda part: -math.dist((part[0].x, part[0].y), (part[1].x, part[1].y))
    )  # a stable order: equal parts as they follow each other
    best, least = way[0], math.inf
    for share in _SHARES:
        for one, other in parts:
            lying = one.y == other.y
            # A short part would be hidden with its arrow: there letters stand above it.
            above = height * 0.7 if lying and abs(one.x - other.x) < width + _ARROWS else 0.0
            at = Point(x=one.x + (other.x - one.x) * share, y=one.y + (other.y - one.y) * share - above)
            covered = taken.covered(Bounds(x=at.x - width / 2, y=at.y - height / 2, width=width, height=height))
            if covered == 0:
                return at
            if covered < least:
                best, least = at, covered
    return best


def _shared(one: Bounds, other: Bounds) -> float:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return wide * high if wide > 0 and high > 0 else 0.0
