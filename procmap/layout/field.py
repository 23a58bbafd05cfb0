"""What edges must get past: shapes that they may not run through, labels and pools that they had better not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from procmap.layout.pieces import Piece
from procmap.model import Bounds

CLEAR = 8.0
"""How near an edge may pass a shape or a label."""
ALONG = 6.0
"""How near a border it may run along: there is room for it between the border of a lane and what stands next to it."""
BESIDE = 14.0
"""How far from a shape an edge is led along it."""
_CELL = 240.0


@dataclass(frozen=True)
class Solid:
    """A shape that edges may not run through, unless they have an end inside it."""

    key: str
    left: float
    top: float
    right: float
    bottom: float
    cost: float = 0
    """What it costs to run through it, in units of length; 0: it may not be."""


@dataclass(frozen=True)
class Terms:
    """What holds for one edge: the shapes it joins, those it may run through, and where it has to stay."""

    source: str
    target: str
    passable: Collection[str]
    inside: Bounds | None = None


class Field:
    """Shapes and borders, found by place."""

    def __init__(self, solids: Iterable[Solid], borders: Iterable[Piece]) -> None:
        self._solids: dict[tuple[int, int], list[Solid]] = defaultdict(list)
        self._borders: dict[tuple[bool, int], list[Piece]] = defaultdict(list)
        self._walls: list[Solid] = []
        for solid in solids:
            if not solid.cost:
                self._walls.append(solid)
            for cell in _cells(solid.left, solid.top, solid.right, solid.bottom):
                self._solids[cell].append(solid)
        for border in borders:
            self._borders[border.level, int(border.at // _CELL)].append(border)

    def cost(self, piece: Piece, terms: Terms, *, first: bool, last: bool) -> float | None:
        """Return what it costs to lead a part of an edge there, beyond its length; None when it may not be."""
        level, at, low, high = piece
        x1, y1, x2, y2 = (low, at, high, at) if level else (at, low, at, high)
        inside = terms.inside
        if inside is not None and not (
            inside.x + ALONG <= x1
            and x2 <= inside.x + inside.width - ALONG
            and inside.y + ALONG <= y1
            and y2 <= inside.y + inside.height - ALONG
        ):
            return None
        for cell in range(int((at - ALONG) // _CELL), int((at + ALONG) // _CELL) + 1):
            for border in self._borders.get((level, cell), ()):
                if abs(border.at - at) < ALONG and border.low < high and low < border.high:
                    return None
        cost = 0.0
        seen: set[str] = set()
        for cells in _cells(x1, y1, x2, y2):
            for solid in self._solids.get(cells, ()):
                margin = 0.0 if solid.cost else CLEAR
                if (first and solid.key == terms.source) or (last and solid.key == terms.target):
                    margin = 0.0
                if (
                    solid.left - margin < x2
                    and x1 < solid.right + margin
                    and solid.top - margin < y2
                    and y1 < solid.bottom + margin
                    and solid.key not in terms.passable
                ):
                    if not solid.cost:
                        return None
                    if solid.key not in seen:
                        seen.add(solid.key)
                        cost += solid.cost
        return cost

    def hits(self, piece: Piece, terms: Terms) -> bool:
        """Tell whether a part of an edge runs through a shape that it may not run through."""
        level, at, low, high = piece
        x1, y1, x2, y2 = (low, at, high, at) if level else (at, low, at, high)
        return any(
            solid.left < x2 and x1 < solid.right and solid.top < y2 and y1 < solid.bottom
            for cell in _cells(x1, y1, x2, y2)
            for solid in self._solids.get(cell, ())
            if not solid.cost and solid.key not in terms.passable
        )

    def lines(self, level: bool, left: float, top: float, right: float, bottom: float) -> Iterator[float]:
        """Yield the lines beside the shapes in an area: level ones above and below, else upright ones at both sides."""
        for cell in _cells(left, top, right, bottom):
            for solid in self._solids.get(cell, ()):
                if (
                    not solid.cost
                    and solid.left < right
                    and left < solid.right
                    and solid.top < bottom
                    and top < solid.bottom
                ):
                    yield (solid.top if level else solid.left) - BESIDE
                    yield (solid.bottom if level else solid.right) + BESIDE

    def gaps(self, top: float, bottom: float, left: float, right: float, terms: Terms) -> Iterator[tuple[float, float]]:
        """Yield, from left to right, where an upright line may run from top to bottom past all shapes."""
        at = left
        for solid in sorted(self._walls, key=lambda solid: solid.left):
            if solid.top - CLEAR < bottom and top < solid.bottom + CLEAR and solid.key not in terms.passable:
                if at <= solid.left - BESIDE:
                    yield at, min(solid.left - BESIDE, right)
                at = max(at, solid.right + BESIDE)
                if at > right:
                    return
        if at <= right:
            yield at, right


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for row in range(int((top - CLEAR) // _CELL), int((bottom + CLEAR) // _CELL) + 1):
        for column in range(int((left - CLEAR) // _CELL), int((right + CLEAR) // _CELL) + 1):
            yield row, column
