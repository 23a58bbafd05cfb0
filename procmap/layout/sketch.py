"""A sketch of a drawing, in which every column and row is one unit wide: each edge as it will most likely be drawn.

It tells what the places of items cost, in bends and crossings, before anything has coordinates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

BEND = 1.0
CROSSING = 3.0
THROUGH = 5.0
"""Through a cell where something stands: the edge will have to go round it."""
UNUSUAL = 0.75
"""To leave or enter an item, but a gateway, above or below."""
BACK = 1.0
"""Of a gap of one row in a chain of items, on top of its bends: what follows stays in the row where it can."""
SHARED = 5.0
"""Along the main way on from a gateway: what goes elsewhere is to leave it at once."""
DISTANCE = 0.25
BAND = 1000.0
"""From one band to the next in the sketch: more rows than a band that is searched ever has."""
_BESIDE = 0.4
"""How far from the middle of a row an edge runs that goes round something in it."""


class Arrow(NamedTuple):
    """An edge inside a frame; `corners` says which ends may be left or entered above and below.

    `main` is more than 0 when its target follows its source in the same row by the first order, and says how much it
    counts that it does. `target` is None for an edge that leaves the frame, upwards when `up`. A `guest` leaves a
    boundary event, which is below its activity.
    """

    source: str
    target: str | None
    from_gateway: bool = False
    to_gateway: bool = False
    main: float = 0.0
    up: bool = False
    guest: bool = False


class Sketch(NamedTuple):
    """An edge as it will likely run: its own cost and its upright and level parts, as (at, low, high)."""

    cost: float
    upright: tuple[tuple[float, float, float], ...]
    level: tuple[tuple[float, float, float], ...]


class Sketcher:
    """Draws the edges between items in the rows where they are now. `at` is the row of every item, over all bands."""

    def __init__(self, at: Mapping[str, float], columns: Mapping[str, int], leads: Mapping[str, int]) -> None:
        """Take the row and column of every item, and which lead out of the frame, up (-1) or down (1)."""
        self.at = dict(at)
        self.columns = columns
        self._leads = leads
        self._cells: dict[int, set[float]] = defaultdict(set)
        for item, row in self.at.items():
            self._cells[columns[item]].add(row)

    def is_free(self, column: int, row: float) -> bool:
        """Tell whether no item stands in a cell."""
        return row not in self._cells[column]

    def put(self, places: Mapping[str, float]) -> None:
        """Put items in other rows of their columns."""
        for item in places:
            self._cells[self.columns[item]].discard(self.at[item])
        for item, at in places.items():
            self.at[item] = at
            self._cells[self.columns[item]].add(at)

    def draw(self, arrow: Arrow) -> Sketch:
        """Return an edge as it will likely run."""
        c1, r1 = self.columns[arrow.source], self.at[arrow.source]
        if arrow.target is None:
            out = -BAND if arrow.up else BAND * BAND
            low, high = min(r1, out), max(r1, out)
            return Sketch(
                THROUGH / 2 * self.upright(c1, low, high) + DISTANCE * r1 * (1 if arrow.up else -1),
                ((c1, low, high),),
                (),
            )
        c2, r2 = self.columns[arrow.target], self.at[arrow.target]
        gap = abs(r1 - r2) % BAND
        base = DISTANCE * min(gap, BAND - gap)
        if c2 <= c1:
            return self._back(c1, r1, c2, r2, base)
        if r1 == r2:
            return self._along(arrow, c1, c2, r1)
        base += BACK * arrow.main
        base += 2 * BEND if arrow.guest and r2 < r1 else 0.0
        before, behind = self.level(r1, c1 + 1, c2), self.level(r2, c1 + 1, c2)
        least, how = 2 * BEND + THROUGH * behind, 0
        shared = SHARED if arrow.from_gateway and not arrow.main else 0.0
        if c2 > c1 + 1 and shared + THROUGH * before < THROUGH * behind:
            least, how = 2 * BEND + shared + THROUGH * before, 1
        cost = BEND + (0.0 if arrow.to_gateway else UNUSUAL) + THROUGH * before
        if cost <= least:
            cost += THROUGH * (r1 in self._cells.get(c2, ()))
        if cost <= least:
            cost += THROUGH * self.upright(c2, r1, r2)
        if cost <= least:
            least, how = cost, 2
        if not arrow.guest or r2 > r1:
            cost = BEND + (0.0 if arrow.from_gateway or arrow.guest else UNUSUAL) + THROUGH * behind
            if cost <= least:
                cost += THROUGH * (r2 in self._cells.get(c1, ()))
            if cost <= least:
                cost += THROUGH * self.upright(c1, r1, r2)
            if cost <= least:
                least, how = cost, 3
        if how == 3:
            return Sketch(base + least, (span(c1, r1, r2),), ((r2, c1, c2),))
        if how == 2:
            return Sketch(base + least, (span(c2, r1, r2),), ((r1, c1, c2),))
        middle = c2 - 0.5 if how else c1 + 0.5
        return Sketch(base + least, (span(middle, r1, r2),), ((r1, c1, middle), (r2, middle, c2)))

    def _along(self, arrow: Arrow, c1: int, c2: int, row: float) -> Sketch:
        """Return an edge to an item in the same row: straight, or over or under what stands between."""
        if not self.level(row, c1 + 1, c2):
            return Sketch(0.0, (), ((row, c1, c2),))
        cost = BEND * (4 - arrow.from_gateway - arrow.to_gateway) + DISTANCE + BACK * arrow.main
        leads = sum(lead for item, lead in self._leads.items() if self.at[item] == row and c1 < self.columns[item] < c2)
        beside = row - _BESIDE if leads > 0 else row + _BESIDE
        return Sketch(cost, (span(c1, row, beside), span(c2, row, beside)), ((beside, c1, c2),))

    def _back(self, c1: int, r1: float, c2: int, r2: float, base: float) -> Sketch:
        """Return an edge that leads back: around below or above, whatever is nearer."""
        ways = []
        for side in (0.5, -0.5):
            row = (max if side > 0 else min)(r1, r2) + side
            cost = 2 * BEND + DISTANCE * (c1 - c2)
            cost += THROUGH * (self.upright(c1, r1, row) + self.upright(c2, r2, row))
            ways.append(Sketch(base + cost, (span(c1, r1, row), span(c2, r2, row)), (span(row, c1, c2),)))
        if r1 != r2 and c1 != c2:
            cost = BEND + DISTANCE * (c1 - c2)
            inside = THROUGH * self.level(r1, c2, c1) + THROUGH * self.upright(c2, r1, r2)
            ways.append(Sketch(base + cost + inside, (span(c2, r1, r2),), ((r1, c2, c1),)))
            inside = THROUGH * self.level(r2, c2 + 1, c1 + 1) + THROUGH * self.upright(c1, r1, r2)
            ways.append(Sketch(base + cost + inside, (span(c1, r1, r2),), ((r2, c2, c1),)))
        return min(ways, key=lambda way: way.cost)

    def upright(self, column: int, first: float, last: float) -> int:
        """Return how many items stand in a column between two rows."""
        if first > last:
            first, last = last, first
        found = 0
        for at in self._cells.get(column, ()):
            if first < at < last:
                found += 1
        return found

    def level(self, row: float, first: int, last: int) -> int:
        """Return how many items stand in a row from one column to before another."""
        found = 0
        for column in range(first, last):
            if row in self._cells.get(column, ()):
                found += 1
        return found


def span(at: float, first: float, last: float) -> tuple[float, float, float]:
    """Return a straight part at a place, from the lesser end to the greater."""
    return (at, first, last) if first < last else (at, last, first)


def crossings(first: Sketch, second: Sketch) -> int:
    """Return how often two edges cross."""
    found = 0
    for upright, level in ((first.upright, second.level), (second.upright, first.level)):
        for x, top, bottom in upright:
            for y, left, right in level:
                if left < x < right and top < y < bottom:
                    found += 1
    return found
