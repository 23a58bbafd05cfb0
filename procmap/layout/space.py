"""Rectangles that are taken, and the edges that run past, found by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from procmap.model import Bounds, Point

_CELL = 150.0
_MOST_CELLS = 4000
"""Rectangles over more cells are looked at one by one."""
_MOST = 3000
"""Edges of the largest drawings in which labels keep off edges; they keep off shapes and each other in all."""


class Space:
    """Rectangles that are taken, found quickly by place."""

    def __init__(self, taken: Iterable[Bounds]) -> None:
        self._cells: dict[tuple[int, int], list[Bounds]] = defaultdict(list)
        self._large: list[Bounds] = []
        self._all: list[Bounds] = []
        for bounds in taken:
            self.take(bounds)

    def take(self, bounds: Bounds) -> None:
        """Take a rectangle."""
        self._all.append(bounds)
        if _is_large(bounds):
            self._large.append(bounds)
            return
        for cell in _cells(bounds):
            self._cells[cell].append(bounds)

    def is_free(self, bounds: Bounds) -> bool:
        """Tell whether a rectangle overlaps none that is taken."""
        if _is_large(bounds):
            return not any(overlaps(bounds, other) for other in self._all)
        if any(overlaps(bounds, other) for other in self._large):
            return False
        return not any(overlaps(bounds, other) for cell in _cells(bounds) for other in self._cells.get(cell, ()))


def _is_large(bounds: Bounds) -> bool:
    return (bounds.width / _CELL + 2) * (bounds.height / _CELL + 2) > _MOST_CELLS


def overlaps(a: Bounds, b: Bounds) -> bool:
    """Tell whether two rectangles have more than a border in common."""
    return (
        a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
    )  # fmt: skip


class Strokes:
    """The parts of all edges; none of those of drawings with more edges than `_MOST`."""

    def __init__(self, ways: Mapping[str, Sequence[Point]]) -> None:
        self._cells: dict[tuple[bool, int], list[tuple[str, Bounds]]] = defaultdict(list)
        for key, way in ways.items() if len(ways) <= _MOST else ():
            for a, b in pairwise(way):
                part = Bounds(x=min(a.x, b.x), y=min(a.y, b.y), width=abs(a.x - b.x), height=abs(a.y - b.y))
                level = part.height == 0
                self._cells[level, int((part.y if level else part.x) // _CELL)].append((key, part))

    def crossed(self, place: Bounds) -> int:
        """Return how many edges run through a place."""
        found: set[str] = set()
        for level, low, high in ((True, place.y, place.y + place.height), (False, place.x, place.x + place.width)):
            for cell in range(int(low // _CELL), int(high // _CELL) + 1):
                found.update(key for key, part in self._cells.get((level, cell), ()) if overlaps(place, part))
        return len(found)


def _cells(bounds: Bounds) -> Iterator[tuple[int, int]]:
    for row in range(int(bounds.y // _CELL), int((bounds.y + bounds.height) // _CELL) + 1):
        for column in range(int(bounds.x // _CELL), int((bounds.x + bounds.width) // _CELL) + 1):
            yield row, column
