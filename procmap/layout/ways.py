"""Orthogonal ways between two docks: all shapes of way with at most four bends, along given lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procmap.layout.docks import Dock
from procmap.layout.pieces import Spot

STUB = 14.0
"""The least length of the first and last part of an edge with bends: room for an arrowhead."""
_NEAREST = 3
"""Lines beside a shape that are tried where a way has more than one part that is free to choose."""
_ACROSS = 12
Way = tuple[Spot, ...]


@dataclass(frozen=True)
class Lines:
    """Where upright (`xs`) and level (`ys`) parts may run, in order."""

    xs: Sequence[float]
    ys: Sequence[float]


def ways(lines: Lines, begin: Dock, end: Dock, bends: int) -> Iterator[Way]:
    """Yield the ways with so many bends (0 to 4) from one dock to another."""
    if not fit(begin, end, bends):
        return
    level = _is_level(begin)
    if bends % 2:
        if level:
            yield from _turned(lines, begin, end, bends)
        else:
            yield from (way[::-1] for way in _turned(lines, end, begin, bends))
    elif level:
        yield from _parallel(lines.xs, lines.ys, begin, end, bends)
    else:
        flipped = _parallel(lines.ys, lines.xs, _flipped(begin), _flipped(end), bends)
        yield from (tuple(Spot(y, x) for x, y in way) for way in flipped)


def fit(begin: Dock, end: Dock, bends: int) -> bool:
    """Tell whether a way between two docks can have so many bends: even for parallel ends, odd for others."""
    return bends % 2 == (_is_level(begin) != _is_level(end))


def _is_level(dock: Dock) -> bool:
    return dock.side in ("left", "right")


def _sign(dock: Dock) -> int:
    return 1 if dock.side in ("right", "bottom") else -1


def _flipped(dock: Dock) -> Dock:
    return Dock(dock.y, dock.x, dock.side, dock.cost)


def _parallel(xs: Sequence[float], ys: Sequence[float], begin: Dock, end: Dock, bends: int) -> Iterator[Way]:
    """Yield ways that begin and end level."""
    out, back = _sign(begin), _sign(end)
    start, stop = Spot(begin.x, begin.y), Spot(end.x, end.y)
    if bends == 0:
        if begin.y == end.y and out * (end.x - begin.x) > 0 and back * (begin.x - end.x) > 0:
            yield (start, stop)
        return
    if bends == 2:
        free = [x for x in xs if out * (x - begin.x) >= STUB and back * (x - end.x) >= STUB]
        for x in _beside(free, begin.x, end.x) if begin.y != end.y else ():
            yield (start, Spot(x, begin.y), Spot(x, end.y), stop)
        return
    leaving = _nearest([x for x in xs if out * (x - begin.x) >= STUB], begin.x)
    coming = _nearest([x for x in xs if back * (x - end.x) >= STUB], end.x)
    for y in _beside(ys, begin.y, end.y):
        for x in leaving:
            for again in coming:
                if x != again and y not in (begin.y, end.y):
                    yield (start, Spot(x, begin.y), Spot(x, y), Spot(again, y), Spot(again, end.y), stop)


def _turned(lines: Lines, begin: Dock, end: Dock, bends: int) -> Iterator[Way]:
    """Yield ways that begin level and end upright."""
    out, back = _sign(begin), _sign(end)
    start, stop = Spot(begin.x, begin.y), Spot(end.x, end.y)
    if bends == 1:
        if out * (end.x - begin.x) >= STUB and back * (begin.y - end.y) >= STUB:
            yield (start, Spot(end.x, begin.y), stop)
        return
    leaving = _nearest([x for x in lines.xs if out * (x - begin.x) >= STUB], begin.x)
    coming = _nearest([y for y in lines.ys if back * (y - end.y) >= STUB], end.y)
    for x in leaving:
        for y in coming:
            if x != end.x and y != begin.y:
                yield (start, Spot(x, begin.y), Spot(x, y), Spot(end.x, y), stop)


def _nearest(places: Sequence[float], at: float) -> list[float]:
    return sorted(places, key=lambda place: abs(place - at))[:_NEAREST]


def _beside(places: Sequence[float], first: float, second: float) -> list[float]:
    """Return the lines that make a way between two places least longer."""
    return sorted(places, key=lambda place: abs(place - first) + abs(place - second))[:_ACROSS]
