"""Columns that are asked for: steps of several pools below each other, on one grid for the whole drawing.

Numbers divide a drawing into intervals. A node without a number belongs to the interval after the last number that
leads to it, or else before the first that it leads to; it stands right after what leads to it, else right before what
it leads to. That may be a column of a number that its own way passes over: a drawing is as wide as its longest way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from procmap.layout.frames import Contents, Frame, Item
from procmap.layout.places import Labels
from procmap.layout.ranks import ranks
from procmap.layout.sizes import HEADER
from procmap.model import Pool

Arrows = Mapping[Frame, Sequence[tuple[str, str]]]


def grid_columns(contents: Contents, arrows: Arrows, numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the column, counted from 0, of every item that `numbers` says something of or leads somewhere.

    `arrows` are the flows inside each frame. The frames of the pools have one grid; a sub-process has its own. The
    number of a boundary event is that of its host, and the least number inside a sub-process its own, where these have
    none.
    """
    numbers = _numbers_of_items(contents, numbers)
    columns: dict[str, int] = {}
    outer = [frame for frame in contents.frames if frame.depth == 1]
    for frames in (outer, *([frame] for frame in contents.frames if frame.depth > 1)):
        columns.update(_Grid(frames, arrows, numbers).columns())
    return columns


def as_placed(items: Iterable[Item], columns: Mapping[str, int]) -> list[str]:
    """Return the items that have a column, by id: those that stand in the grid even if nothing leads to them."""
    return [item.id for item in items if item.id in columns]


def widen_grids(contents: Contents) -> None:
    """Give the grids of all pools the same number of columns."""
    outer = [frame for frame in contents.frames if frame.depth == 1]
    count = max((frame.columns for frame in outer), default=1)
    for frame in outer:
        frame.columns = count


def share_columns(contents: Contents, labels: Labels) -> None:
    """Move the columns of all pools, measured one by one, to the same places: as far apart as the widest needs.

    What runs in the channel after a column moves with that column.
    """
    outer = [frame for frame in contents.frames if frame.depth == 1]
    insets = [HEADER if frame.item is not None and isinstance(frame.item.element, Pool) else 0.0 for frame in outer]
    places: list[float] = []
    for column in range(max((frame.columns for frame in outer), default=0)):
        if column == 0:
            places.append(max(inset + frame.middles[0] for frame, inset in zip(outer, insets, strict=True)))
        else:
            places.append(places[-1] + max(frame.middles[column] - frame.middles[column - 1] for frame in outer))
    for frame, inset in zip(outer, insets, strict=True):
        shifts = [place - inset - middle for place, middle in zip(places, frame.middles, strict=True)]
        for item in frame.items:
            item.x += shifts[item.column]
        for (vertical, channel), nets in frame.nets.items():
            for net in nets.values():
                net.at += shifts[max(channel - 1, 0)] if vertical else 0
        for channel in frame.label_channels:
            labels.starts[frame, channel] += shifts[max(channel - 1, 0)]
        frame.width += shifts[-1]


def _numbers_of_items(contents: Contents, numbers: Mapping[str, int]) -> dict[str, int]:
    found = {key: number for key, number in numbers.items() if key in contents.items}
    for guest, host in contents.guests.items():
        if guest in numbers and host.id not in numbers:
            found[host.id] = min(numbers[guest], found.get(host.id, numbers[guest]))
    for frame in reversed(contents.frames):
        inside = [found[item.id] for item in frame.items if item.id in found]
        if inside and frame.item is not None and frame.depth > 1:
            found.setdefault(frame.item.id, min(inside))
    return found


class _Grid:
    """Frames that share their columns."""

    def __init__(self, frames: Sequence[Frame], arrows: Arrows, numbers: Mapping[str, int]) -> None:
        self._order: list[str] = []
        self._before: dict[str, list[str]] = defaultdict(list)
        self._after: dict[str, list[str]] = defaultdict(list)
        self._ranks: dict[str, int] = {}
        self._linked: set[str] = set()
        for frame in frames:
            self._read(frame, arrows.get(frame, ()))
        known = sorted({numbers[key] for key in self._order if key in numbers})
        places = {number: place for place, number in enumerate(known, start=1)}
        self._numbered = {key: places[numbers[key]] for key in self._order if key in numbers}
        self._count = len(known)
        self._led: dict[str, int] = {}
        """The interval of each item that a number leads to."""
        self._intervals: dict[str, int] = {}
        """The interval of each item without a number: n is the one after the n-th number, 0 the one before all."""

    def _read(self, frame: Frame, arrows: Sequence[tuple[str, str]]) -> None:
        ranked = ranks([item.id for item in frame.items], arrows).columns
        self._order += sorted(ranked, key=ranked.__getitem__)
        self._ranks.update(ranked)
        for source, target in arrows:
            self._linked.update((source, target))
            if ranked[source] < ranked[target]:
                self._after[source].append(target)
                self._before[target].append(source)

    def columns(self) -> dict[str, int]:
        """Return the columns of the items; without any number, nothing."""
        if not self._numbered:
            return {}
        self._set_intervals()
        inside: dict[int, list[str]] = defaultdict(list)
        for key in self._unnumbered():
            if key in self._intervals:
                inside[self._intervals[key]].append(key)
        numbered: dict[int, list[str]] = defaultdict(list)
        for key, place in self._numbered.items():
            numbered[place].append(key)
        columns: dict[str, int] = {}
        last = -1
        for place in range(self._count + 1):
            if place:
                last = max([last, *(self._last(columns, key) for key in numbered[place])]) + 1
                columns.update(dict.fromkeys(numbered[place], last))
            for key in inside[place]:
                columns[key] = self._last(columns, key) + 1
        self._align_right(columns)
        # A part of the drawing that no number leads to or from stands on the same grid, from its left.
        columns.update((key, self._ranks[key]) for key in self._unnumbered() if key in self._linked - columns.keys())
        return columns

    def _last(self, columns: Mapping[str, int], key: str) -> int:
        """Return the last column of what has one already and leads to an item."""
        return max((columns[other] for other in self._before.get(key, ()) if other in columns), default=-1)

    def _unnumbered(self) -> Iterator[str]:
        return (key for key in self._order if key not in self._numbered)

    def _set_intervals(self) -> None:
        for key in self._unnumbered():
            places = (self._numbered.get(other, self._led.get(other)) for other in self._before[key])
            last = max((place for place in places if place is not None), default=None)
            if last is not None:
                self._led[key] = last
        self._intervals.update(self._led)
        for key in reversed(list(self._unnumbered())):
            if key not in self._led:
                following = [self._numbered[other] - 1 for other in self._after[key] if other in self._numbered]
                following += [self._intervals[other] for other in self._after[key] if other in self._intervals]
                if following:
                    self._intervals[key] = min(following)

    def _align_right(self, columns: dict[str, int]) -> None:
        """Move what only leads to numbers to the right, as near to these as can be."""
        for key in reversed(self._order):
            if key in self._intervals and key not in self._led:
                following = (columns[other] for other in self._after[key] if columns.get(other, -1) > columns[key])
                columns[key] = min(following) - 1
