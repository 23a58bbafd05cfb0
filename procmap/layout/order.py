"""Rows made better: items and chains of items moved to other rows of their band while that saves crossings and bends.

A search from the first order of rows, always to the best neighbour (hill climbing), on a sketch of the drawing in which
every column and row is one unit wide: each edge is drawn as it will most likely be, and a move costs what it changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

BEND = 1.0
CROSSING = 3.0
THROUGH = 5.0
"""Through a cell where something stands: the edge will have to go round it."""
BACK = 1.0
"""Of a gap of one row in a chain of items, on top of its bends: what follows stays in the row where it can."""
SHARED = 5.0
"""Along the main way on from a gateway: what goes elsewhere is to leave it at once."""
DISTANCE = 0.25
ROW = 0.6
"""Of another row in a band."""
BAND = 1000.0
"""From one band to the next in the sketch: more rows than a band that is searched ever has."""
_MOST_EDGES = 250
_MOST_WORK = 400_000
"""The largest frame that is searched, and how many pairs of edges may be compared for one frame."""
_GAIN = 0.05
_PASSED = 2
"""Edges of an item that only passes on what comes to it."""
_BESIDE = 0.4
"""How far from the middle of a row an edge runs that goes round something in it."""


class Arrow(NamedTuple):
    """An edge inside a frame; `corners` says which ends may be left or entered above and below.

    `main` is more than 0 when its target follows its source in the same row by the first order, and says how much it
    counts that it does. `target` is None for an edge that
    leaves the frame, upwards when `up`. A `guest` leaves a boundary event, which is below its activity.
    """

    source: str
    target: str | None
    from_gateway: bool = False
    to_gateway: bool = False
    main: float = 0.0
    up: bool = False
    guest: bool = False


class _Sketch(NamedTuple):
    """An edge as it will likely run: its own cost and its upright and level parts, as (at, low, high)."""

    cost: float
    upright: tuple[tuple[float, float, float], ...]
    level: tuple[tuple[float, float, float], ...]


Rows = dict[str, tuple[int, int]]
"""The band and the row in that band of every item."""


def improved(rows: Mapping[str, tuple[int, int]], columns: Mapping[str, int], arrows: Sequence[Arrow]) -> Rows:
    """Return rows with fewer crossings and bends, numbered from 0 in each band; unchanged for very large frames.

    `columns` is the column of every item. No two items share a cell, before or after.
    """
    if not 1 < len(arrows) <= _MOST_EDGES:
        return dict(rows)
    search = _Search(rows, columns, arrows)
    search.run()
    return search.numbered()


class _Search:
    def __init__(
        self, rows: Mapping[str, tuple[int, int]], columns: Mapping[str, int], arrows: Sequence[Arrow]
    ) -> None:
        self._columns = columns
        self._arrows = arrows
        self._at = {item: band * BAND + row for item, (band, row) in rows.items()}
        self._band = {item: band for item, (band, _) in rows.items()}
        self._cells: dict[float, set[float]] = defaultdict(set)
        for item, at in self._at.items():
            self._cells[columns[item]].add(at)
        self._touching: dict[str, list[int]] = defaultdict(list)
        for number, arrow in enumerate(arrows):
            self._touching[arrow.source].append(number)
            if arrow.target is not None and arrow.target != arrow.source:
                self._touching[arrow.target].append(number)
        self._leads = {arrow.source: -1 if arrow.up else 1 for arrow in arrows if arrow.target is None}
        self._sketches = [self._sketch(arrow) for arrow in arrows]
        self._work = 0
        self._least = self._total(self._sketches)

    def run(self) -> None:
        """Move items while that makes the sketch better."""
        while self._work < _MOST_WORK:
            moved = False
            for group in self._groups():
                moved |= self._move_best(group)
                if self._work >= _MOST_WORK:
                    return
            if not moved:
                return

    def numbered(self) -> Rows:
        """Return the rows counted through in each band."""
        used: dict[int, set[float]] = defaultdict(set)
        for item, at in self._at.items():
            used[self._band[item]].add(at)
        numbers = {band: {at: row for row, at in enumerate(sorted(places))} for band, places in used.items()}
        return {item: (self._band[item], numbers[self._band[item]][at]) for item, at in self._at.items()}

    def _groups(self) -> list[tuple[str, ...]]:
        """Return what is moved together: chains of items that follow each other in one row, and single items.

        Where one follows another and that counts more than usual, they are not parted.
        """
        following: dict[str, str] = {}
        held: set[str] = set()
        for arrow in sorted(self._arrows, key=lambda arrow: -arrow.main):
            source, target = arrow.source, arrow.target
            if target is None or self._at[source] != self._at[target]:
                continue
            if self._columns[source] < self._columns[target]:
                following.setdefault(source, target)
                if arrow.main > 1:
                    held.update((source, target))
        entered = set(following.values())
        branching = {item for item in self._at if len(self._touching[item]) > _PASSED}
        groups: list[tuple[str, ...]] = []
        for start in self._at:
            if start in entered or start not in following:
                continue
            chain = [start]
            while chain[-1] in following and len(chain) < len(self._at):
                chain.append(following[chain[-1]])
            groups.append(tuple(chain))
            # What comes after a branch, or with it, may go its own way; what only passes things on gains nothing.
            cuts = [
                cut
                for cut in range(1, len(chain))
                if (chain[cut - 1] in branching or chain[cut] in branching)
                and not held.issuperset(chain[cut - 1 : cut + 1])
            ]
            groups += [tuple(chain[cut:]) for cut in cuts if cut < len(chain) - 1]
        alone = [item for item in self._at if item not in held]
        groups += [(item,) for item in alone if item in branching or item not in entered or item not in following]
        return groups

    def _move_best(self, group: tuple[str, ...]) -> bool:
        """Move a group where it costs least; tell whether that is elsewhere."""
        band = self._band[group[0]]
        if any(self._band[item] != band for item in group):
            return False
        old = {item: self._at[item] for item in group}
        home = self._at[group[0]]
        touched = sorted({number for item in group for number in self._touching[item]})
        before = self._value(touched, band, 1e9)
        if before - self._rows_cost(band) <= ROW:
            return False
        best, found = before - _GAIN, home
        for at in self._places(band):
            if at == home or not self._fits(group, at):
                continue
            self._put(dict.fromkeys(group, at))
            value = self._value(touched, band, best)
            self._put(old)
            if value < best:
                best, found = value, at
        if found == home:
            return False
        self._put(dict.fromkeys(group, found))
        if self._spread(band):
            return True
        self._put(old)
        return False

    def _spread(self, band: int) -> bool:
        """Put the rows of a band one apart again after a move, unless all in all it made nothing better; tell which.

        Rows between rows would make ways shorter for nothing, again and again; and what is moved may stand in the way
        of edges that it does not touch.
        """
        items = [item for item in self._at if self._band[item] == band]
        places = {at: band * BAND + row for row, at in enumerate(sorted({self._at[item] for item in items}))}
        close = {item: self._at[item] for item in items}
        self._put({item: places[at] for item, at in close.items()})
        sketches = [self._sketch(arrow) for arrow in self._arrows]
        value = self._total(sketches)
        if value > self._least - _GAIN:
            self._put(close)
            return False
        self._sketches, self._least = sketches, value
        return True

    def _total(self, sketches: Sequence[_Sketch]) -> float:
        """Return the cost of all edges, of their crossings, and of the rows of all bands."""
        self._work += len(sketches) ** 2 // 2
        value = sum(self._rows_cost(band) for band in sorted(set(self._band.values())))
        value += sum(sketch.cost for sketch in sketches)
        return value + CROSSING * sum(
            _crossings(one, other) for number, one in enumerate(sketches) for other in sketches[:number]
        )

    def _places(self, band: int) -> list[float]:
        """Return the rows of a band, and new ones before, between and after them."""
        used = sorted({at for item, at in self._at.items() if self._band[item] == band})
        between = [(a + b) / 2 for a, b in pairwise(used)]
        return [used[0] - 1, *(place for pair in zip(used, [*between, used[-1] + 1], strict=True) for place in pair)]

    def _fits(self, group: Sequence[str], at: float) -> bool:
        return all(at not in self._cells[self._columns[item]] for item in group)

    def _put(self, places: Mapping[str, float]) -> None:
        for item in places:
            self._cells[self._columns[item]].discard(self._at[item])
        for item, at in places.items():
            self._at[item] = at
            self._cells[self._columns[item]].add(at)

    def _rows_cost(self, band: int) -> float:
        return ROW * len({at for item, at in self._at.items() if self._band[item] == band})

    def _value(self, touched: Sequence[int], band: int, most: float) -> float:
        """Return the cost of some edges, of their crossings with all others, and of the rows of a band.

        Counting stops above `most`.
        """
        own = set(touched)
        sketches: dict[int, _Sketch] = {}
        value = self._rows_cost(band)
        for number in touched:
            sketches[number] = self._sketch(self._arrows[number])
            value += sketches[number].cost
            if value >= most:
                return value
        for number in touched:
            sketch = sketches[number]
            self._work += len(self._sketches)
            for other, known in enumerate(self._sketches):
                if other in own:
                    if other < number:
                        value += CROSSING * _crossings(sketch, sketches[other])
                else:
                    value += CROSSING * _crossings(sketch, known)
            if value >= most:
                return value
        return value

    def _sketch(self, arrow: Arrow) -> _Sketch:
        """Return an edge as it will likely run."""
        c1, r1 = float(self._columns[arrow.source]), self._at[arrow.source]
        if arrow.target is None:
            out = -BAND if arrow.up else BAND * BAND
            low, high = min(r1, out), max(r1, out)
            return _Sketch(
                THROUGH / 2 * self._upright(c1, low, high) + DISTANCE * r1 * (1 if arrow.up else -1),
                ((c1, low, high),),
                (),
            )
        c2, r2 = float(self._columns[arrow.target]), self._at[arrow.target]
        gap = abs(r1 - r2) % BAND
        base = DISTANCE * min(gap, BAND - gap)
        if c2 <= c1:
            return self._back(c1, r1, c2, r2, base)
        if r1 == r2:
            return self._along(arrow, c1, c2, r1)
        base += BACK * arrow.main
        base += 2 * BEND if arrow.guest and r2 < r1 else 0.0
        ways = []
        if arrow.from_gateway or (arrow.guest and r2 > r1):
            cost = BEND + THROUGH * (self._upright(c1, r1, r2) + self._level(r2, c1 - 0.5, c2))
            ways.append(_Sketch(base + cost, (_span(c1, r1, r2),), (_span(r2, c1, c2),)))
        if arrow.to_gateway:
            cost = BEND + THROUGH * (self._level(r1, c1, c2 + 0.5) + self._upright(c2, r1, r2))
            ways.append(_Sketch(base + cost, (_span(c2, r1, r2),), (_span(r1, c1, c2),)))
        for middle in (c1 + 0.5, c2 - 0.5):
            shared = SHARED if arrow.from_gateway and not arrow.main and middle > c1 + 0.5 else 0.0
            cost = shared + 2 * BEND + THROUGH * (self._level(r1, c1, middle) + self._level(r2, middle, c2))
            ways.append(
                _Sketch(base + cost, (_span(middle, r1, r2),), (_span(r1, c1, middle), _span(r2, middle, c2)))
            )  # fmt: skip
        return min(ways, key=lambda way: way.cost)

    def _along(self, arrow: Arrow, c1: float, c2: float, row: float) -> _Sketch:
        """Return an edge to an item in the same row: straight, or over or under what stands between."""
        if not self._level(row, c1, c2):
            return _Sketch(0.0, (), ((row, c1, c2),))
        cost = BEND * (4 - arrow.from_gateway - arrow.to_gateway) + DISTANCE + BACK * arrow.main
        leads = sum(
            lead for item, lead in self._leads.items() if self._at[item] == row and c1 < self._columns[item] < c2
        )
        beside = row - _BESIDE if leads > 0 else row + _BESIDE
        return _Sketch(cost, (_span(c1, row, beside), _span(c2, row, beside)), ((beside, c1, c2),))

    def _back(self, c1: float, r1: float, c2: float, r2: float, base: float) -> _Sketch:
        """Return an edge that leads back: around below or above, whatever is nearer."""
        ways = []
        for side in (0.5, -0.5):
            row = (max if side > 0 else min)(r1, r2) + side
            cost = 2 * BEND + DISTANCE * (c1 - c2)
            cost += THROUGH * (self._upright(c1, r1, row) + self._upright(c2, r2, row))
            ways.append(_Sketch(base + cost, (_span(c1, r1, row), _span(c2, r2, row)), (_span(row, c1, c2),)))
        return min(ways, key=lambda way: way.cost)

    def _upright(self, column: float, first: float, last: float) -> int:
        low, high = min(first, last), max(first, last)
        return sum(low < at < high for at in self._cells.get(column, ()))

    def _level(self, row: float, first: float, last: float) -> int:
        low, high = min(first, last), max(first, last)
        return sum(
            row in self._cells.get(float(c), ()) for c in range(int(low) + 1, int(-(-high // 1))) if low < c < high
        )


def _span(at: float, first: float, last: float) -> tuple[float, float, float]:
    return (at, first, last) if first < last else (at, last, first)


def _crossings(first: _Sketch, second: _Sketch) -> int:
    found = 0
    for upright, level in ((first.upright, second.level), (second.upright, first.level)):
        for x, top, bottom in upright:
            for y, left, right in level:
                if left < x < right and top < y < bottom:
                    found += 1
    return found
