"""Rows: who stands beside whom, band by band."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procmap.layout.frames import Frame, Item
from procmap.layout.order import improved
from procmap.layout.sketch import Arrow
from procmap.model import Gateway

_LIGHT = 0.5
"""A flow that weighs so much less than another one does not keep what both lead to in its row."""
_USUAL = 2.0
"""How much more the default counts as main way on than any other."""
_LONGEST_KEPT = 64
"""Columns over which a row is kept free for a flow at most: time stays linear."""


class Place(NamedTuple):
    """A cell beside a row: level 1 is the first below it, -1 the first above."""

    band: int
    row: int
    level: int
    column: int


@dataclass
class _Row:
    """A row of a band before it is counted through: the levels of annotations above it and of data below it."""

    above: int = 0
    below: int = 0


@dataclass
class Rows:
    """The rows of a frame while they are filled. `base` is the band and the row in that band of every item.

    `arrows` are the edges by which rows were given.
    """

    frame: Frame
    base: dict[Item, tuple[int, int]] = field(default_factory=dict)
    levels: dict[Item, int] = field(default_factory=dict)
    bands: dict[int, list[_Row]] = field(default_factory=lambda: defaultdict(list))
    arrows: list[Arrow] = field(default_factory=list)
    _free: dict[tuple[int, int], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def keep(self, band: int, columns: Iterable[int], row: int) -> None:
        """Keep a row free of what is put from now on in some columns, for a flow that runs there."""
        for column in columns:
            self._free[band, column].setdefault(row, row + 1)

    def put(self, item: Item, band: int, column: int, wanted: int) -> None:
        """Put an item in a column, in the first free row from the one wanted on."""
        free = self._free[band, column]
        row = wanted
        way = []
        while row in free:
            way.append(row)
            row = free[row]
        free[row] = row + 1
        for passed in way:
            free[passed] = row + 1
        item.column = column
        self._take(item, band, row)

    def put_beside(self, item: Item, place: Place) -> None:
        """Put an item above or below a row: it needs a level there."""
        item.column = place.column
        self.base[item] = (place.band, place.row)
        self.levels[item] = place.level
        row = self.bands[place.band][place.row]
        row.above = max(row.above, -place.level)
        row.below = max(row.below, place.level)

    def put_last(self, items: Sequence[Item], band: int) -> None:
        """Put items that nothing leads to or from in rows of their own at the end of a band."""
        if not items:
            return
        across = max(self.frame.columns, math.ceil(math.sqrt(2 * len(items))))
        first = len(self.bands[band])
        for number, item in enumerate(items):
            item.column = number % across
            self._take(item, band, first + number // across)

    def put_before(self, items: Sequence[Item], band: int) -> bool:
        """Put items in the free cells before all others in the last row of a band; tell whether there are enough."""
        row = len(self.bands[band]) - 1
        taken = [item.column for item, base in self.base.items() if base == (band, row)]
        if not items or not taken or len(items) > min(taken):
            return False
        for column, item in enumerate(items):
            item.column = column
            self._take(item, band, row)
        return True

    def _take(self, item: Item, band: int, row: int) -> None:
        rows = self.bands[band]
        while len(rows) <= row:
            rows.append(_Row())
        self.base[item] = (band, row)
        self.levels[item] = 0

    def number(self) -> None:
        """Count all rows through, from the top, and tell the items and bands theirs."""
        starts: dict[tuple[int, int], int] = {}
        at = 0
        for number, band in enumerate(self.frame.bands):
            band.first = at
            for place, row in enumerate(self.bands[number] or [_Row()]):
                starts[number, place] = at + row.above
                at += row.above + 1 + row.below
            band.last = at - 1
        for item, base in self.base.items():
            item.row = starts[base] + self.levels[item]
        self.frame.rows = max(at, 1)
        self.frame.columns = max((item.column + 1 for item in self.frame.items), default=1)


class Flow(NamedTuple):
    """A sequence flow inside a frame, as the ids of two items; `guest` if it leaves a boundary event.

    `weight`: how much it counts that the heavier one stays in its row; `default`: taken when no other is.
    """

    source: str
    target: str
    guest: bool = False
    weight: float = 1.0
    default: bool = False


class Leading(NamedTuple):
    """An edge that leads out of a frame, from an item up or down to another pool."""

    source: str
    up: bool


def set_rows(
    frame: Frame,
    bands: Mapping[str, int],
    flows: Sequence[Flow],
    onward: Mapping[str, int],
    leading: Sequence[Leading] = (),
) -> Rows:
    """Give the items of a frame, which have their columns, their rows.

    The main way on from an item stays in its row: of the heaviest the one that leads furthest (`onward`), or the
    default where that leads more than half as far; never one from a boundary event. Others take the next free row of
    their band; then rows are changed where that saves crossings. Items without flows come last.
    """
    rows = Rows(frame)
    items = {item.id: item for item in frame.items}
    linked = {end for flow in flows for end in (flow.source, flow.target)}
    first, mains = _first_rows(frame, bands, flows, onward, linked)
    arrows = [
        Arrow(
            flow.source,
            flow.target,
            from_gateway=not flow.guest and isinstance(items[flow.source].element, Gateway),
            guest=flow.guest,
            to_gateway=isinstance(items[flow.target].element, Gateway),
            main=mains.get((flow.source, flow.target), 0.0),
        )
        for flow in flows
        if flow.source != flow.target
    ]
    arrows += [Arrow(edge.source, None, up=edge.up) for edge in leading if edge.source in linked]
    rows.arrows = arrows
    columns = {key: items[key].column for key in first}
    for key, (band, row) in improved(first, columns, arrows).items():
        rows.put(items[key], band, items[key].column, row)
    frame.columns = max((item.column + 1 for item in frame.items), default=1)
    alone: dict[int, list[Item]] = defaultdict(list)
    for item in frame.items:
        if item.id not in linked:
            alone[bands[item.id]].append(item)
    for band in sorted(alone):
        rows.put_last(alone[band], band)
    return rows


def _first_rows(
    frame: Frame, bands: Mapping[str, int], flows: Sequence[Flow], onward: Mapping[str, int], linked: Collection[str]
) -> tuple[dict[str, tuple[int, int]], dict[tuple[str, str], float]]:
    """Return a first band and row of every item that has flows, and how much it counts that one follows another there.

    Of several that lead to one item, one stays in its row; for the others that counts 1.
    """
    rows = Rows(frame)
    items = {item.id: item for item in frame.items}
    onto: dict[str, list[Flow]] = defaultdict(list)
    out: dict[str, list[Flow]] = defaultdict(list)
    for flow in flows:
        if items[flow.source].column < items[flow.target].column and bands[flow.source] == bands[flow.target]:
            onto[flow.target].append(flow)
            if not flow.guest:
                out[flow.source].append(flow)
    main = {key: _main(ways, onward) for key, ways in out.items()}
    weights = {key: max(flow.weight for flow in ways) for key, ways in out.items()}
    mains: dict[tuple[str, str], float] = {}
    first: dict[str, tuple[int, int]] = {}
    for item in sorted(frame.items, key=lambda item: (item.column, -weights.get(item.id, 0.0), -onward[item.id])):
        if item.id not in linked:
            continue
        band = bands[item.id]
        before = onto[item.id]
        heaviest = max((flow.weight for flow in before), default=0.0)
        claimed = [
            flow
            for flow in before
            if not flow.guest and main[flow.source] == item.id and flow.weight >= heaviest * _LIGHT
        ]
        chosen = min(claimed or before, key=lambda flow: (-flow.weight, first[flow.source][1]), default=None)
        mains.update(((flow.source, item.id), 1.0) for flow in claimed)
        if chosen is not None and claimed:
            mains[chosen.source, item.id] = chosen.weight * (_USUAL if chosen.default else 1)
        wanted = 0 if chosen is None else first[chosen.source][1] + (not claimed)
        rows.put(item, band, item.column, wanted)
        first[item.id] = rows.base[item]
        heir = items.get(main.get(item.id, ""))
        if heir is not None and heir.column - item.column <= _LONGEST_KEPT:
            rows.keep(band, range(item.column + 1, heir.column), first[item.id][1])
    return first, mains


def _main(ways: Sequence[Flow], onward: Mapping[str, int]) -> str:
    """Return the end of the main one of the ways on from an item."""
    weight = max(flow.weight for flow in ways)
    heaviest = [flow for flow in ways if flow.weight == weight]
    longest = max(heaviest, key=lambda flow: onward[flow.target])
    default = next((flow for flow in heaviest if flow.default), longest)
    return (default if onward[default.target] > onward[longest.target] / 2 else longest).target
