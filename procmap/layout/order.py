"""Rows made better: items and chains of items moved to other rows of their band while that saves crossings and bends.

A search from the first order of rows, always to the best neighbour (hill climbing), on a sketch of the drawing: a move
costs what it changes there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from procmap.layout.sketch import BAND, CROSSING, Arrow, Sketch, Sketcher, crossings

ROW = 0.95
"""Of another row in a band."""
_MOST_EDGES = 250
_MOST_WORK = 400_000
"""The largest frame that is searched, and how many pairs of edges may be compared for one frame."""
_GAIN = 0.05
_PASSED = 2
"""Edges of an item that only passes on what comes to it."""


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


def sketcher(rows: Mapping[str, tuple[int, int]], columns: Mapping[str, int], arrows: Sequence[Arrow]) -> Sketcher:
    """Return what draws the edges of a frame, whose items have their bands and rows in them."""
    leads = {arrow.source: -1 if arrow.up else 1 for arrow in arrows if arrow.target is None}
    return Sketcher({item: band * BAND + row for item, (band, row) in rows.items()}, columns, leads)


class _Search:
    def __init__(
        self, rows: Mapping[str, tuple[int, int]], columns: Mapping[str, int], arrows: Sequence[Arrow]
    ) -> None:
        self._columns = columns
        self._arrows = arrows
        self._band = {item: band for item, (band, _) in rows.items()}
        self._touching: dict[str, list[int]] = defaultdict(list)
        for number, arrow in enumerate(arrows):
            self._touching[arrow.source].append(number)
            if arrow.target is not None and arrow.target != arrow.source:
                self._touching[arrow.target].append(number)
        self._sketcher = sketcher(rows, columns, arrows)
        self._at = self._sketcher.at
        self._sketches = [self._sketcher.draw(arrow) for arrow in arrows]
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
            self._sketcher.put(dict.fromkeys(group, at))
            value = self._value(touched, band, best)
            self._sketcher.put(old)
            if value < best:
                best, found = value, at
        if found == home:
            return False
        self._sketcher.put(dict.fromkeys(group, found))
        if self._spread(band):
            return True
        self._sketcher.put(old)
        return False

    def _spread(self, band: int) -> bool:
        """Put the rows of a band one apart again after a move, unless all in all it made nothing better; tell which.

        Rows between rows would make ways shorter for nothing, again and again; and what is moved may stand in the way
        of edges that it does not touch.
        """
        items = [item for item in self._at if self._band[item] == band]
        places = {at: band * BAND + row for row, at in enumerate(sorted({self._at[item] for item in items}))}
        close = {item: self._at[item] for item in items}
        self._sketcher.put({item: places[at] for item, at in close.items()})
        sketches = [self._sketcher.draw(arrow) for arrow in self._arrows]
        value = self._total(sketches)
        if value > self._least - _GAIN:
            self._sketcher.put(close)
            return False
        self._sketches, self._least = sketches, value
        return True

    def _total(self, sketches: Sequence[Sketch]) -> float:
        """Return the cost of all edges, of their crossings, and of the rows of all bands."""
        self._work += len(sketches) ** 2 // 2
        value = sum(self._rows_cost(band) for band in sorted(set(self._band.values())))
        value += sum(sketch.cost for sketch in sketches)
        return value + CROSSING * sum(
            crossings(one, other) for number, one in enumerate(sketches) for other in sketches[:number]
        )

    def _places(self, band: int) -> list[float]:
        """Return the rows of a band, and new ones before, between and after them."""
        used = sorted({at for item, at in self._at.items() if self._band[item] == band})
        between = [(a + b) / 2 for a, b in pairwise(used)]
        return [used[0] - 1, *(place for pair in zip(used, [*between, used[-1] + 1], strict=True) for place in pair)]

    def _fits(self, group: Sequence[str], at: float) -> bool:
        return all(self._sketcher.is_free(self._columns[item], at) for item in group)

    def _rows_cost(self, band: int) -> float:
        return ROW * len({at for item, at in self._at.items() if self._band[item] == band})

    def _value(self, touched: Sequence[int], band: int, most: float) -> float:
        """Return the cost of some edges, of their crossings with all others, and of the rows of a band.

        Counting stops above `most`.
        """
        own = set(touched)
        sketches: dict[int, Sketch] = {}
        value = self._rows_cost(band)
        for number in touched:
            sketches[number] = self._sketcher.draw(self._arrows[number])
            value += sketches[number].cost
            if value >= most:
                return value
        for number in touched:
            sketch = sketches[number]
            self._work += len(self._sketches)
            for other, known in enumerate(self._sketches):
                if other in own:
                    if other < number:
                        value += CROSSING * crossings(sketch, sketches[other])
                else:
                    value += CROSSING * crossings(sketch, known)
            if value >= most:
                return value
        return value
