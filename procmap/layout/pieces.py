"""Straight parts of edges, and how many others a new one would cross or run along."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from procmap.layout.links import Link

APART = 8.0
"""How near two edges may run beside each other."""
_CELL = 240.0


class Spot(NamedTuple):
    """A place: a point without the checks of the model, for the many that are only tried."""

    x: float
    y: float


class Piece(NamedTuple):
    """A straight part of an edge: `at` is its y when it is level, else its x; `low` to `high` is what it spans."""

    level: bool
    at: float
    low: float
    high: float


def pieces_of(way: Sequence[Spot]) -> list[Piece]:
    """Return the parts of an orthogonal way."""
    found = []
    for (ax, ay), (bx, by) in pairwise(way):
        if ay == by:
            found.append(Piece(True, ay, min(ax, bx), max(ax, bx)))
        else:
            found.append(Piece(False, ax, min(ay, by), max(ay, by)))
    return found


class Pieces:
    """The parts of all edges that are drawn so far, found by place."""

    def __init__(self) -> None:
        self._ways: dict[str, list[Piece]] = {}
        self._docked: Counter[tuple[str, Spot, bool]] = Counter()
        self._cells: dict[tuple[bool, int], dict[tuple[str, int], tuple[Piece, Link]]] = defaultdict(dict)

    def add(self, link: Link, way: Sequence[Spot]) -> None:
        """Add the parts of an edge."""
        self._ways[link.id] = pieces_of(way)
        self._docked.update(((link.source, way[0], True), (link.target, way[-1], False)))
        for number, piece in enumerate(self._ways[link.id]):
            self._cells[piece.level, int(piece.at // _CELL)][link.id, number] = (piece, link)

    def remove(self, link: Link, way: Sequence[Spot]) -> None:
        """Forget an edge that was added with this way."""
        self._docked.subtract(((link.source, way[0], True), (link.target, way[-1], False)))
        for number, piece in enumerate(self._ways.pop(link.id, ())):
            del self._cells[piece.level, int(piece.at // _CELL)][link.id, number]

    def crossings(self, piece: Piece) -> int:
        """Return how many parts of edges a part would cross."""
        level, at, low, high = piece
        found = 0
        for cell in range(int(low // _CELL), int(high // _CELL) + 1):
            for (_, place, start, stop), _ in self._cells.get((not level, cell), _NOTHING).values():
                if low < place < high and start < at < stop:
                    found += 1
        return found

    def crossed(self, link: Link) -> list[Link]:
        """Return the edges that cross an edge, in no order that matters."""
        found: dict[str, Link] = {}
        for level, at, low, high in self._ways[link.id]:
            for cell in range(int(low // _CELL), int(high // _CELL) + 1):
                for (_, place, start, stop), other in self._cells.get((not level, cell), _NOTHING).values():
                    if low < place < high and start < at < stop:
                        found[other.id] = other
        return list(found.values())

    def is_free(self, piece: Piece, link: Link) -> bool:
        """Tell whether a part of `link` runs on or close to no other edge, but for those it may join.

        Edges of one kind with a common source or target, not both, may run together; messages not.
        """
        level, at, low, high = piece
        low, high = low - APART / 2, high + APART / 2
        for cell in range(int((at - APART) // _CELL), int((at + APART) // _CELL) + 1):
            for (_, place, start, stop), owner in self._cells.get((level, cell), _NOTHING).values():
                if (
                    abs(place - at) < APART
                    and start < high
                    and low < stop
                    and not (place == at and _may_join(owner, link))
                ):
                    return False
        return True

    def keep_apart(self, link: Link, way: Sequence[Spot], other: Link) -> bool:
        """Tell whether a way of `link` runs neither on nor close to one other edge, unless they may join there."""
        return not any(
            first.level == second.level
            and abs(first.at - second.at) < APART
            and second.low < first.high + APART / 2
            and first.low - APART / 2 < second.high
            and not (first.at == second.at and _may_join(other, link))
            for first in pieces_of(way)
            for second in self._ways[other.id]
        )

    def runs_on(self, piece: Piece, link: Link) -> bool:
        """Tell whether a part of `link` runs on top of one of an edge that shares no end with it."""
        level, at, low, high = piece
        ends = {link.source, link.target}
        return any(
            abs(place - at) < 1 and start + 1 < high and low + 1 < stop and not ends & {owner.source, owner.target}
            for cell in {int((at - 1) // _CELL), int((at + 1) // _CELL)}
            for (_, place, start, stop), owner in self._cells.get((level, cell), _NOTHING).values()
        )

    def shared(self, link: Link, way: Sequence[Spot]) -> tuple[bool, bool, bool]:
        """Tell whether others begin where an edge begins, end where it ends, or dock there the other way round."""
        begins, ends = (link.source, way[0]), (link.target, way[-1])
        docked = self._docked
        mixed = docked[*begins, False] > 0 or docked[*ends, True] > 0
        return docked[*begins, True] > 0, docked[*ends, False] > 0, mixed

    def near(self, level: bool, low: float, high: float) -> Iterator[float]:
        """Yield where parts run that are level (or upright) and lie between two places across."""
        for cell in range(int(low // _CELL), int(high // _CELL) + 1):
            for piece, _ in self._cells.get((level, cell), _NOTHING).values():
                if low <= piece.at <= high:
                    yield piece.at


_NOTHING: dict[tuple[str, int], tuple[Piece, Link]] = {}


def _may_join(first: Link, second: Link) -> bool:
    return (
        first.kind == second.kind != "message"
        and (first.source == second.source) != (first.target == second.target)
    )  # fmt: skip
