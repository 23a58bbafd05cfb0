"""Orthogonal ways between two docks: all shapes of way with at most four bends, along given lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from procmap.layout.docks import Dock
from procmap.layout.pieces import Spot

STUB = 14.0
"""The least length of the first and last part of an edge with bends: room for an arrowhead."""
_NEAREST = 3
"""Lines beside a shape that are tried where a way has more than one part that is free to choose."""
_ACROSS = 12
Way = tuple[Spot, ...]
Places = tuple[float, ...]
"""Where a way turns, beside the corners that its docks give it: x and y in turn, from its begin."""


@dataclass(frozen=True)
class Lines:
    """Where upright (`xs`) and level (`ys`) parts may run, in order."""

    xs: Sequence[float]
    ys: Sequence[float]


def ways(lines: Lines, begin: Dock, end: Dock, bends: int, most: float = inf) -> Iterator[tuple[float, Places]]:
    """Yield the ways with so many bends (0 to 4) from one dock to another: how long, if less than `most`, and where."""
    if not fit(begin, end, bends):
        return
    if bends % 2:
        yield from _turned(lines, begin, end, bends, most)
    elif _is_level(begin):
        yield from _parallel(lines, begin, end, bends, most)
    else:
        yield from _parallel(Lines(lines.ys, lines.xs), _flipped(begin), _flipped(end), bends, most)


def fit(begin: Dock, end: Dock, bends: int) -> bool:
    """Tell whether a way between two docks can have so many bends: even for parallel ends, odd for others."""
    return bends % 2 == (_is_level(begin) != _is_level(end))


def way_along(begin: Dock, end: Dock, places: Places, bends: int) -> Way:
    """Return the way between two docks that turns at the given places."""
    level = _is_level(begin)
    x, y = begin.x, begin.y
    way = [Spot(x, y)]
    for place in places:
        x, y = (place, y) if level else (x, place)
        level = not level
        way.append(Spot(x, y))
    if bends:
        way.append(Spot(end.x, y) if level else Spot(x, end.y))
    return (*way, Spot(end.x, end.y))


def _is_level(dock: Dock) -> bool:
    return dock.side in ("left", "right")


def _sign(dock: Dock) -> int:
    return 1 if dock.side in ("right", "bottom") else -1


def _flipped(dock: Dock) -> Dock:
    return Dock(dock.y, dock.x, dock.side, dock.cost)


def _parallel(lines: Lines, begin: Dock, end: Dock, bends: int, most: float) -> Iterator[tuple[float, Places]]:
    """Yield ways that begin and end level."""
    out, back = _sign(begin), _sign(end)
    (x1, y1, *_), (x2, y2, *_) = begin, end
    high = abs(y2 - y1)
    if bends == 0:
        if y1 == y2 and out * (x2 - x1) > 0 and back * (x1 - x2) > 0 and abs(x2 - x1) < most:
            yield abs(x2 - x1), ()
        return
    if bends == 2:
        free = [x for x in lines.xs if out * (x - x1) >= STUB and back * (x - x2) >= STUB]
        for x in _beside(free, x1, x2) if y1 != y2 else ():
            length = abs(x - x1) + abs(x - x2) + high
            if length < most:
                yield length, (x,)
        return
    leaving = _nearest([x for x in lines.xs if out * (x - x1) >= STUB], x1)
    coming = _nearest([x for x in lines.xs if back * (x - x2) >= STUB], x2)
    across = [(abs(x - x1) + abs(again - x) + abs(x2 - again), x, again) for x in leaving for again in coming]
    for y in _beside(lines.ys, y1, y2):
        if y in (y1, y2):
            continue
        high = abs(y - y1) + abs(y2 - y)
        for wide, x, again in across:
            if wide + high < most and x != again:
                yield wide + high, (x, y, again)


def _turned(lines: Lines, begin: Dock, end: Dock, bends: int, most: float) -> Iterator[tuple[float, Places]]:
    """Yield ways that begin level and end upright, or the other way round."""
    level = _is_level(begin)
    if not level:
        begin, end = end, begin
    out, back = _sign(begin), _sign(end)
    (x1, y1, *_), (x2, y2, *_) = begin, end
    if bends == 1:
        length = abs(x2 - x1) + abs(y2 - y1)
        if out * (x2 - x1) >= STUB and back * (y1 - y2) >= STUB and length < most:
            yield length, ()
        return
    leaving = _nearest([x for x in lines.xs if out * (x - x1) >= STUB], x1)
    coming = _nearest([y for y in lines.ys if back * (y - y2) >= STUB], y2)
    for x in leaving:
        for y in coming:
            length = abs(x - x1) + abs(y - y1) + abs(x2 - x) + abs(y2 - y)
            if length < most and x != x2 and y != y1:
                yield length, (x, y) if level else (y, x)


def _nearest(places: Sequence[float], at: float) -> list[float]:
    return sorted(places, key=lambda place: abs(place - at))[:_NEAREST]


def _beside(places: Sequence[float], first: float, second: float) -> list[float]:
    """Return the lines that make a way between two places least longer."""
    return sorted(places, key=lambda place: abs(place - first) + abs(place - second))[:_ACROSS]
