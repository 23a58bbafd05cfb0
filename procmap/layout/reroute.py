"""Edges led anew once everything has its place: where a way with fewer crossings or bends, or a shorter one, is free.

A way in channels can't go wrong, but it can go round. Here ways with at most four bends are tried between the docks of
both shapes, along lines beside shapes and other edges (as in orthogonal connector routing; Wybrow, Marriott and Stuckey
2009); the cheapest that is free is taken, and the old one kept where none is cheaper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from procmap.layout.docks import Dock, docks, docks_at, docks_facing
from procmap.layout.field import BESIDE, Field, Terms
from procmap.layout.links import Link
from procmap.layout.pieces import Pieces, Spot, pieces_of
from procmap.layout.sizes import HEADER
from procmap.layout.ways import STUB, Lines, Way, fit, way_along, ways
from procmap.model import Bounds, Element, Pool

BEND = 40.0
CROSSING = 220.0
"""What a bend and a crossing cost, in units of length."""
WRONG = 1500.0
"""What it counts when an edge runs through a shape, or on top of another edge."""
SHARED = 60.0
SHARED_END = 12.0
MIXED = 90.0
"""What it costs to begin where another edge begins, for sequence flows to end where one ends, and to dock where another
docks the other way round."""
LANE = 10.0
"""Between an edge and one that it is led beside."""
_AROUND = 120.0
"""How far outside the box around both shapes lines are looked for."""
_MOST_BENDS = 4
_GAPS, _GAPS_BESIDE = 10, 2
"""Lines past all shapes that are tried for a message, and those of them beside an edge for each gap and end."""
_ROUND = 400.0
"""How much a message may cost beyond its bare distance before ways along such lines are tried."""
_STRAIGHT = 200
"""How many of them are tried."""
_PAIRS = 16
_TRIED = 60
_MOST_WORK = 200_000
"""Pairs of docks, and ways between them, that are looked at for one number of bends; ways in all."""


@dataclass(frozen=True)
class Shape:
    """A shape that an edge joins."""

    element: Element | None
    bounds: Bounds


class Joined(NamedTuple):
    """An edge to be led, the shapes it joins, and what holds for it."""

    link: Link
    source: Shape
    target: Shape
    terms: Terms


class Rerouter:
    """Leads edges anew, one after the other. `ways` are the ways of all edges, as they are now."""

    def __init__(self, field: Field, links: Sequence[Link], old: Mapping[str, Sequence[Spot]]) -> None:
        self._field = field
        self._pieces = Pieces()
        self._work = 0
        self.ways: dict[str, Way] = {}
        for link in links:
            self.ways[link.id] = tuple(old[link.id])
            self._pieces.add(link, old[link.id])

    def improve(self, edge: Joined) -> bool:
        """Lead an edge anew if there is a better way; tell whether there was."""
        if self._work > _MOST_WORK:
            return False
        self._take_up(edge.link)
        found = self._best(edge)[1]
        self._lay(edge.link, found)
        return found is not None

    def untangle(self, first: Joined, second: Joined) -> bool:
        """Lead two edges anew, one after the other and the other way round, if both together get better by it."""
        if self._work > _MOST_WORK:
            return False
        old = self.ways[first.link.id], self.ways[second.link.id]
        self._take_up(second.link)
        self._take_up(first.link)
        least = self._known_cost(first.link, old[0], first.terms)
        self._lay(first.link, None)
        least += self._known_cost(second.link, old[1], second.terms)
        self._take_up(first.link)
        better: tuple[Way, Way] | None = None
        for one, other in ((first, second), (second, first)):
            cost, way = self._best(one)
            kept = self.ways[one.link.id]
            self._lay(one.link, way)
            more, back = self._best(other, beside=one.link)
            if cost + more < least - 1:
                least = cost + more
                ways = self.ways[one.link.id], back or self.ways[other.link.id]
                better = ways if one is first else ways[::-1]
            self._take_up(one.link)
            self.ways[one.link.id] = kept
        for joined, way in zip((first, second), better or old, strict=True):
            self._lay(joined.link, way)
        return better is not None

    def crossed(self, link: Link) -> list[str]:
        """Return the ids of the edges that cross an edge."""
        return [other.id for other in self._pieces.crossed(link)]

    def _take_up(self, link: Link) -> None:
        self._pieces.remove(link, self.ways[link.id])

    def _lay(self, link: Link, way: Way | None) -> None:
        if way is not None:
            self.ways[link.id] = way
        self._pieces.add(link, self.ways[link.id])

    def _best(self, joined: Joined, beside: Link | None = None) -> tuple[float, Way | None]:
        """Return what the best way of an edge costs, and the way if it is not the one it has.

        The one it has must not run on or close to the edge `beside`, which was led anew without it.
        """
        link, source, target, terms = joined
        best = self._known_cost(link, self.ways[link.id], terms)
        if beside is not None and not self._pieces.keep_apart(link, self.ways[link.id], beside):
            best += WRONG
        found: Way | None = None
        lines: Lines | None = None
        gaps = self._gaps(source, target, terms) if link.kind == "message" else []
        pairs = sorted((_least(begin, end), begin, end) for begin, end in _pairs(link, source, target, gaps))
        for bends in range(_MOST_BENDS + 1 if pairs else 0):
            if pairs[0][0] + BEND * bends >= best - 1:
                break
            if lines is None and bends > 1:
                lines = self._lines(source.bounds, target.bounds)
            close = [
                (begin, end)
                for least, begin, end in pairs
                if least + BEND * bends < best - 1 and fit(begin, end, bends)
            ]
            tried = [
                (length + begin.cost + end.cost + BEND * bends, begin, end, places)
                for begin, end in close[:_PAIRS]
                for length, places in ways(
                    lines or _NO_LINES, begin, end, bends, best - 1 - begin.cost - end.cost - BEND * bends
                )
            ]
            self._work += len(tried)
            tried.sort(key=itemgetter(0))
            for least, begin, end, places in tried[:_TRIED]:
                if least >= best - 1:
                    break
                way = way_along(begin, end, places, bends)
                cost = self._cost(link, way, terms, least, best)
                if cost < best - 1:
                    best, found = cost, way
        if gaps and best > _distance(source, target) + _ROUND:
            best, found = self._straight_past(link, (source, target), terms, gaps, (best, found))
        return best, found

    def _known_cost(self, link: Link, way: Way, terms: Terms) -> float:
        """Return what the way that an edge has now costs: much when it runs through a shape or on another edge."""
        parts = pieces_of(way)
        cost = _plain(way) + self._shared(link, way)
        for number, part in enumerate(parts):
            found = self._field.cost(part, terms, first=number == 0, last=number == len(parts) - 1)
            cost += (found or 0.0) + CROSSING * self._pieces.crossings(part)
            if found is None and self._field.hits(part, terms):
                cost += WRONG
            if self._pieces.runs_on(part, link):
                cost += WRONG
        return cost

    def _cost(self, link: Link, way: Way, terms: Terms, least: float, most: float) -> float:
        """Return what a way costs; infinite when it is not free, or not below `most`."""
        cost = least + self._shared(link, way)
        parts = pieces_of(way)
        for number, part in enumerate(parts):
            found = self._field.cost(part, terms, first=number == 0, last=number == len(parts) - 1)
            if found is None:
                return float("inf")
            cost += found + CROSSING * self._pieces.crossings(part)
            if cost >= most:
                return float("inf")
        return cost if all(self._pieces.is_free(part, link) for part in parts) else float("inf")

    def _shared(self, link: Link, way: Way) -> float:
        begins, ends, mixed = self._pieces.shared(link, way)
        return begins * SHARED + ends * (SHARED_END if link.kind == "sequence" else SHARED) + mixed * MIXED

    def _straight_past(
        self,
        link: Link,
        joined: tuple[Shape, Shape],
        terms: Terms,
        gaps: Sequence[float],
        known: tuple[float, Way | None],
    ) -> tuple[float, Way | None]:
        """Return the cheapest way along one upright line past all between two shapes, and its cost, or those known."""
        best, found = known
        levels = {piece.at for piece in pieces_of(self.ways[link.id]) if piece.level}
        first, last = (
            list(self._to_gaps(link, shape, other, gaps, levels, leaves=leaves))
            for shape, other, leaves in ((joined[0], joined[1], True), (joined[1], joined[0], False))
        )
        tried = []
        for out, cost in first:
            for back, more in last:
                if out[-1].x == back[-1].x:
                    way = _without_doubles([*out, *back[::-1]])
                    tried.append((_plain(way) + cost + more, way))
        tried.sort(key=lambda pair: pair[0])
        self._work += len(tried)
        for least, way in tried[:_STRAIGHT]:
            if least >= best - 1:
                break
            cost = self._cost(link, way, terms, least, best)
            if cost < best - 1:
                best, found = cost, way
        return best, found

    def _to_gaps(
        self, link: Link, shape: Shape, other: Shape, gaps: Sequence[float], levels: Collection[float], *, leaves: bool
    ) -> Iterator[tuple[Way, float]]:
        """Yield ways from a shape to upright lines towards another, with what their docks cost."""
        side = "bottom" if shape.bounds.y < other.bounds.y else "top"
        if isinstance(shape.element, Pool):
            for dock in docks_at(shape.element, shape.bounds, gaps):
                if dock.side == side:
                    yield (Spot(dock.x, dock.y),), dock.cost
            return
        for dock in docks(link, shape.element, shape.bounds, leaves=leaves):
            start = Spot(dock.x, dock.y)
            if dock.side in ("left", "right"):
                out = 1 if dock.side == "right" else -1
                for x in gaps:
                    if out * (x - dock.x) >= STUB:
                        yield (start, Spot(x, dock.y)), dock.cost
            elif dock.cost <= SHARED_END:
                away = 1 if dock.side == "bottom" else -1
                towards = dock.side == side
                beside = [dock.y + away * BESIDE, dock.y + away * 2 * BESIDE]
                if towards:
                    beside += sorted(y for y in levels if away * (y - dock.y) >= STUB)
                least = 0.0 if towards else shape.bounds.width / 2 + BESIDE
                for x in gaps:
                    if towards and x == dock.x:
                        yield (start,), dock.cost
                    elif abs(x - dock.x) >= least:
                        for y in beside:
                            yield (start, Spot(dock.x, y), Spot(x, y)), dock.cost

    def _gaps(self, source: Shape, target: Shape, terms: Terms) -> list[float]:
        """Return upright lines past all that stands between two shapes, nearest first: as messages cross pools."""
        upper, lower = sorted((source.bounds, target.bounds), key=lambda box: box.y)
        top, bottom = upper.y + upper.height + BESIDE, lower.y - BESIDE
        inside = terms.inside
        if top >= bottom or inside is None:
            return []
        wanted = [
            shape.bounds.x + shape.bounds.width / 2
            for shape in (source, target)
            if not isinstance(shape.element, Pool)
        ]  # fmt: skip
        if not wanted:
            return []
        beside = sorted({at + by for at in self._pieces.near(False, inside.x, inside.width) for by in (-LANE, LANE)})
        found: dict[float, None] = {}
        for left, right in self._field.gaps(top, bottom, inside.x + 4 * HEADER, inside.width - 2 * HEADER, terms):
            found.update(dict.fromkeys(min(max(x, left), right) for x in (left, right, *wanted)))
            for x in wanted:
                near = [at for at in beside if left <= at <= right]
                found.update(dict.fromkeys(sorted(near, key=lambda at: abs(at - x))[:_GAPS_BESIDE]))
        return sorted(found, key=lambda x: (sum(abs(x - at) for at in wanted), x))[:_GAPS]

    def _lines(self, source: Bounds, target: Bounds) -> Lines:
        """Return the lines beside shapes and other edges, in and around the box of two shapes."""
        left, right = min(source.x, target.x), max(source.x + source.width, target.x + target.width)
        top, bottom = min(source.y, target.y), max(source.y + source.height, target.y + target.height)
        area = (left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
        xs, ys = {(left + right) / 2}, {(top + bottom) / 2}
        for level, found, low, high in ((False, xs, area[0], area[2]), (True, ys, area[1], area[3])):
            found.update(self._field.lines(level, *area))
            for at in self._pieces.near(level, low, high):
                found.update((at, at - LANE, at + LANE))
        return Lines(
            [x for x in sorted(xs) if area[0] <= x <= area[2]],
            [y for y in sorted(ys) if area[1] <= y <= area[3]],
        )


_NO_LINES = Lines((), ())


def _pairs(link: Link, source: Shape, target: Shape, gaps: Sequence[float]) -> Iterator[tuple[Dock, Dock]]:
    """Yield the docks between which an edge may run; `gaps` are where it gets past all shapes to a pool."""
    back = source.bounds.x > target.bounds.x + target.bounds.width
    begins = docks(link, source.element, source.bounds, leaves=True, back=back)
    ends = docks(link, target.element, target.bounds, leaves=False, back=back)
    for begin in begins:
        for end in ends:
            yield begin, end
        for end in docks_facing(link, target.element, target.bounds, begin):
            yield begin, end
        for end in docks_at(target.element, target.bounds, gaps):
            yield begin, end
    for end in ends:
        for begin in docks_facing(link, source.element, source.bounds, end):
            yield begin, end
        for begin in docks_at(source.element, source.bounds, gaps):
            yield begin, end


def _distance(source: Shape, target: Shape) -> float:
    """Return how far apart two shapes are, from top to top and, unless one is a pool, from left to left."""
    across = 0.0 if isinstance(source.element, Pool) or isinstance(target.element, Pool) else 1.0
    first, second = source.bounds, target.bounds
    return abs(first.y - second.y) + across * abs(first.x - second.x)


def _without_doubles(way: Sequence[Spot]) -> Way:
    """Return a way without the places at which it goes straight on."""
    found: list[Spot] = []
    for spot in way:
        if len(found) > 1 and (found[-2].x == found[-1].x == spot.x or found[-2].y == found[-1].y == spot.y):
            found.pop()
        if not found or found[-1] != spot:
            found.append(spot)
    return tuple(found)


def _least(begin: Dock, end: Dock) -> float:
    """Return what a way between two docks costs at least, without its bends."""
    return abs(begin.x - end.x) + abs(begin.y - end.y) + begin.cost + end.cost


def _plain(way: Way) -> float:
    """Return what length and bends of a way cost."""
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(way)) + BEND * (len(way) - 2)
