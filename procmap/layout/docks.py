"""Docks: the places on the border of a shape at which an edge may begin or end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from procmap.layout.ends import Side
from procmap.layout.links import Link
from procmap.layout.sizes import HEADER
from procmap.model import Activity, Bounds, Element, Event, Gateway, Pool

_SPREAD = (0.0, -0.18, 0.18, -0.36, 0.36)
"""Where edges dock along a side, from its middle, in parts of the side."""
_AT_SIDES = 3
"""How many of these at the sides, which are shorter than tops."""
_ASIDE = 4.0
_UNUSUAL = 30.0
_VERY_UNUSUAL = 90.0
"""What a dock beside the middle costs for each place, and ones at sides that are not usual; in units of length."""
_MARGIN = 10.0
"""How near a corner an edge docks."""


class Dock(NamedTuple):
    """A place on a border, the side it is on, and what it costs to use it, in units of length."""

    x: float
    y: float
    side: Side
    cost: float


def docks(link: Link, element: Element | None, bounds: Bounds, *, leaves: bool, back: bool = False) -> list[Dock]:
    """Return the places where an edge may leave (or enter) a shape.

    Sequence flows leave at the right and enter at the left, or above and below; those that lead `back` may also do it
    the other way round. Other edges dock at every side. None for a pool: an edge docks there where it comes to it.
    """
    if isinstance(element, Pool):
        return []
    return list(_docks(link, element, bounds, leaves, back))


def docks_facing(link: Link, element: Element | None, bounds: Bounds, other: Dock) -> list[Dock]:
    """Return the places at a shape that an edge reaches without a bend, or with least, from a dock of another shape.

    A pool has them wherever an edge comes from; an activity where it stands above or below the other, but not for
    sequence flows, which keep to the middle of its sides.
    """
    upright = other.side in ("top", "bottom")
    left, right, margin = bounds.x, bounds.x + bounds.width, _MARGIN
    if isinstance(element, Pool):
        left, margin = left + HEADER, _MARGIN * 2
    else:
        facing = upright and left + margin <= other.x <= right - margin
        if link.kind == "sequence" or not isinstance(element, Activity) or not facing:
            return []
    x = min(max(other.x, left + margin), right - margin)
    return [Dock(x, bounds.y, "top", _ASIDE), Dock(x, bounds.y + bounds.height, "bottom", _ASIDE)]


def docks_at(element: Element | None, bounds: Bounds, places: Iterable[float]) -> Iterator[Dock]:
    """Yield the places above and below a pool at the given x; none for other shapes."""
    if isinstance(element, Pool):
        for x in places:
            if bounds.x + HEADER + 2 * _MARGIN <= x <= bounds.x + bounds.width - 2 * _MARGIN:
                yield Dock(x, bounds.y, "top", _ASIDE)
                yield Dock(x, bounds.y + bounds.height, "bottom", _ASIDE)


def _docks(link: Link, element: Element | None, bounds: Bounds, leaves: bool, back: bool) -> Iterator[Dock]:
    x, y = bounds.x + bounds.width / 2, bounds.y + bounds.height / 2
    left, right = bounds.x, bounds.x + bounds.width
    top, bottom = bounds.y, bounds.y + bounds.height
    if isinstance(element, Event) and element.type == "boundaryEvent":
        yield Dock(x, bottom, "bottom", 0)
    elif link.kind == "sequence":
        yield Dock(right, y, "right", 0) if leaves else Dock(left, y, "left", 0)
        if back:
            yield Dock(left, y, "left", _UNUSUAL) if leaves else Dock(right, y, "right", _UNUSUAL)
        cost = 0.0 if isinstance(element, Gateway) else _UNUSUAL
        yield Dock(x, top, "top", cost + (_ASIDE if back else 0.0))
        yield Dock(x, bottom, "bottom", cost)
    else:
        spread = _SPREAD if isinstance(element, Activity) else _SPREAD[:1]
        sideways = _VERY_UNUSUAL if link.kind == "message" else _ASIDE
        for place, part in enumerate(spread):
            at = x + part * bounds.width
            yield Dock(at, top, "top", place * _ASIDE)
            yield Dock(at, bottom, "bottom", place * _ASIDE)
            if place < _AT_SIDES:
                at = y + part * bounds.height
                yield Dock(left, at, "left", sideways + place * _ASIDE)
                yield Dock(right, at, "right", sideways + place * _ASIDE)
