"""Places for data items and annotations: near all they belong to, where the edges to them cross least.

The edges of the rows are sketched; each item is tried in the free cells above and below the rows of what it belongs
to. A second round tries all of them again, now that the others have their places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from procmap.layout.frames import Item
from procmap.layout.order import sketcher
from procmap.layout.rows import Place, Rows
from procmap.layout.sketch import BAND, Sketch, crossings, span

_ROW, _LEVEL = 1.5, 1.25
"""How far a row and a level are from the next; a column is 1."""
_NEW_LEVEL = 2.4
"""Of a level in which nothing stands yet: the drawing gets higher by it."""
_CROSSING = 3.0
_BEND = 0.5
_THROUGH = 3.0
_OTHER_SIDE = 2.6
"""What an edge costs that crosses, bends, or gets past something, and a data item above what it belongs to."""
_NEAR, _STEP = 0.2, 0.05
"""How far from the middle of its row the first level is in the sketch, and the next from it."""
_FAR = BAND * BAND
_ROUNDS = 2
_MOST_EDGES = 250
_MOST_WORK = 200_000
"""The largest frame whose edges are sketched, and how many pairs of edges are compared for one frame."""


@dataclass
class Satellite:
    """An item that stands beside others, its anchors; `leads` tell of those in other pools: -1 above, 1 below."""

    item: Item
    anchors: Sequence[Item]
    above: bool
    leads: Sequence[int] = ()
    place: Place | None = None
    sketches: list[Sketch] = field(default_factory=list)


def put_beside(rows: Rows, satellites: Sequence[Satellite]) -> None:
    """Give satellites, whose anchors have their rows, their places."""
    search = _Search(rows, satellites)
    for _ in range(_ROUNDS):
        for satellite in satellites:
            search.place(satellite)
    for satellite in satellites:
        if satellite.place is not None:
            rows.put_beside(satellite.item, satellite.place)


class _Search:
    def __init__(self, rows: Rows, satellites: Sequence[Satellite]) -> None:
        self._rows = rows
        self._satellites = satellites
        self._placed: dict[Item, Place] = {}
        self._taken: set[Place] = set()
        self._levels: Counter[tuple[int, int, int]] = Counter()
        self._work = 0
        known = {item.id: base for item, base in rows.base.items()}
        self._sketcher = sketcher(known, {item.id: item.column for item in rows.base}, rows.arrows)
        small = len(rows.arrows) <= _MOST_EDGES
        self._fixed = [self._sketcher.draw(arrow) for arrow in rows.arrows] if small else []

    def place(self, satellite: Satellite) -> None:
        """Give a satellite the place that costs least."""
        if satellite.place is not None:
            self._taken.discard(satellite.place)
            self._levels[satellite.place[:3]] -= 1
        others = [sketch for other in self._satellites if other is not satellite for sketch in other.sketches]
        known = [*self._fixed, *others]
        anchors = [self._where(anchor) for anchor in satellite.anchors]
        columns = [column for _, _, column in anchors]
        best: tuple[float, int, int, int] | None = None
        for number, place in enumerate(self._places(satellite, anchors)):
            far = self._distance(satellite, place, anchors)
            order = (abs(place.column - columns[0]), -place.column, number)
            if best is not None and (far, *order) >= best:
                continue
            sketches, cost = self._sketches(satellite, place, anchors, known)
            if best is None or (far + cost, *order) < best:
                best = (far + cost, *order)
                satellite.place, satellite.sketches = place, sketches
        if satellite.place is not None:
            self._placed[satellite.item] = satellite.place
            self._taken.add(satellite.place)
            self._levels[satellite.place[:3]] += 1

    def _where(self, anchor: Item) -> tuple[int, int, int]:
        """Return the band, row and column of an anchor; it may be a satellite that has its place."""
        place = self._placed.get(anchor)
        return (place.band, place.row, place.column) if place else (*self._rows.base[anchor], anchor.column)

    def _places(self, satellite: Satellite, anchors: Sequence[tuple[int, int, int]]) -> Iterator[Place]:
        """Yield the nearest free cells above and below the rows of the anchors."""
        columns = [column for _, _, column in anchors]
        last = max(*columns, min(max(columns) + 1, self._rows.frame.columns - 1))
        signs = (-1,) if satellite.above else (1, -1)
        for band, row in dict.fromkeys((band, row) for band, row, _ in anchors):
            for column in range(max(min(columns) - 1, 0), last + 1):
                for sign in signs:
                    level = sign
                    while Place(band, row, level, column) in self._taken:
                        level += sign
                    yield Place(band, row, level, column)

    def _distance(self, satellite: Satellite, place: Place, anchors: Sequence[tuple[int, int, int]]) -> float:
        """Return how far a place is from the anchors, and what its level costs."""
        far = _LEVEL * abs(place.level)
        if not self._levels[place[:3]]:
            far += _NEW_LEVEL
        if not satellite.above and place.level < 0:
            far += _OTHER_SIDE
        for band, row, column in anchors:
            far += _ROW * abs(place.band * 3 + place.row - band * 3 - row) + abs(place.column - column)
        return far

    def _sketches(
        self, satellite: Satellite, place: Place, anchors: Sequence[tuple[int, int, int]], known: Sequence[Sketch]
    ) -> tuple[list[Sketch], float]:
        """Return the edges of a satellite at a place as they will likely run, and what they cost."""
        if not self._fixed or self._work > _MOST_WORK:
            return [], 0.0
        sign = 1 if place.level > 0 else -1
        y = place.band * BAND + place.row + sign * min(_NEAR + _STEP * abs(place.level), 0.45)
        over = sum(x == place.column and low < y < high for way in known for x, low, high in way.upright)
        found, total = [], _THROUGH * over
        for band, row, column in anchors:
            ways = self._ways(place, y, column, band * BAND + row)
            cost, way = self._cheapest(ways, known)
            found.append(way)
            total += cost
        for lead in satellite.leads:
            through = self._sketcher.upright(place.column, y, lead * _FAR)
            way = Sketch(_THROUGH * through, (span(place.column, y, lead * _FAR),), ())
            cost, way = self._cheapest([way], known)
            found.append(way)
            total += cost
        return found, total

    def _cheapest(self, ways: Sequence[Sketch], known: Sequence[Sketch]) -> tuple[float, Sketch]:
        self._work += len(ways) * len(known)
        costs = [way.cost + _CROSSING * sum(crossings(way, other) for other in known) for way in ways]
        least = min(costs)
        return least, ways[costs.index(least)]

    def _ways(self, place: Place, y: float, column: int, row: float) -> list[Sketch]:
        """Return the ways from a place to an anchor in a column and row: along its level, then up or down."""
        through = _THROUGH * self._sketcher.upright(column, y, row)
        if place.column == column:
            return [Sketch(through, (span(column, y, row),), ())]
        first, last = sorted((place.column, column))
        beside = sum(place._replace(column=at) in self._taken for at in range(first + 1, last))
        level = span(y, place.column, column)
        middle = column - 0.5 if place.column < column else column + 0.5
        cost = _THROUGH * beside
        return [
            Sketch(_BEND + cost + through, (span(column, y, row),), (level,)),
            Sketch(
                2 * _BEND + cost, (span(middle, y, row),), (span(y, place.column, middle), span(row, middle, column))
            ),
        ]
