"""Where to cut parts that have no structure together, so that the fewest votes are lost.

The cheapest cut now can be the dearest later, so what the two sides lose when they are cut themselves counts too. Of
few parts every cut in two is tried, of more those that their order suggests; of many no more than the cut itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from procmap.harmonisation.minimum_cut import minimum_cut
from procmap.harmonisation.partition import bits, components, sequence
from procmap.harmonisation.tree import Kind

Prices = Mapping[str, Sequence[Sequence[int]]]
"""By relation and two parts: what is lost if the first stands to the second so."""
ALL, MOST = 7, 14
"""Parts of which every cut is tried, and of which what the sides lose later is looked at."""
_KINDS: tuple[tuple[Kind, str], ...] = (("seq", "<"), ("and", "|"), ("xor", "x"))


class CheapestCut(NamedTuple):
    """Parts in two: as what, those on the first side as bits, and what is lost, with what the sides lose later."""

    kind: Kind
    side: int
    lost: int


def cheapest_cut(stands: Sequence[Sequence[str]], prices: Prices) -> CheapestCut:
    """Return the cheapest cut of parts in two.

    `stands[a][b]`: how part a stands to part b (`<`, `>`, `|`, `x`); at least four parts, in the order that wins ties.
    """
    if len(stands) <= MOST:
        return _Cuts(stands, prices).best()
    return _cheapest_of_many(stands, prices)


class _Cuts:
    """All cuts of few parts. Sets of parts are bits."""

    def __init__(self, stands: Sequence[Sequence[str]], prices: Prices) -> None:
        self._prices, self._stands = prices, stands
        self._parts = range(len(stands))
        self._as = {
            relation: [sum(1 << b for b in self._parts if stands[a][b] == relation) for a in self._parts]
            for relation in "<>|x"
        }
        self._not_before = [sum(self._as[relation][a] for relation in ">x|") for a in self._parts]
        self._known: dict[int, int] = {}

    def best(self) -> CheapestCut:
        """Return the cheapest cut of all parts."""
        everything = (1 << len(self._parts)) - 1
        lost, rank, side = min(
            (self._price(everything, rank, side), rank, side) for rank, side in self._cuts(everything)
        )
        return CheapestCut(_KINDS[rank][0], side, lost)

    def _price(self, mask: int, rank: int, side: int) -> int:
        rest = mask & ~side
        return self._lost(_KINDS[rank][1], side, rest) + self._loss(side) + self._loss(rest)

    def _cuts(self, mask: int) -> Iterator[tuple[int, int]]:
        """Yield the cuts to try: by number of the kind, and the first side."""
        inside = list(bits(mask))
        if len(inside) <= ALL:
            for rank in range(len(_KINDS)):
                yield from ((rank, side) for side in _sides(mask, either=rank > 0))
            return
        for side in self._first_sides(inside):
            yield 0, side
        for part in inside:
            for rank in range(len(_KINDS)):
                yield rank, 1 << part
            yield 0, mask & ~(1 << part)

    def _first_sides(self, inside: Sequence[int]) -> Iterator[int]:
        stands = [[self._stands[one][other] for other in inside] for one in inside]
        for side in _first_sides(stands):
            yield sum(1 << part for place, part in enumerate(inside) if side >> place & 1)

    def _loss(self, mask: int) -> int:
        """Return what a set of parts loses at least until it has structure."""
        if mask & (mask - 1) == 0:
            return 0
        if mask not in self._known:
            self._known[mask] = self._loss_of(mask)
        return self._known[mask]

    def _loss_of(self, mask: int) -> int:
        for parts in self._structure(mask):
            if len(parts) > 1:
                return sum(map(self._loss, parts))
        if self._is_graph(mask):
            return 0
        return min(self._price(mask, rank, side) for rank, side in self._cuts(mask))

    def _lost(self, relation: str, ones: int, others: int) -> int:
        prices = self._prices[relation]
        return sum(prices[a][b] for a in bits(ones) for b in bits(others))

    def _structure(self, mask: int) -> Iterator[list[int]]:
        """Yield the parts of a set as alternatives, at the same time, and one after the other."""
        yield components(mask, self._as["x"])
        yield components(mask, self._as["|"])
        yield sequence(mask, self._not_before)

    def _is_graph(self, mask: int) -> bool:
        """Tell whether a set is a partial order or a choice graph: ordered, and the rest of one kind."""
        inside = list(bits(mask))
        if any(self._as["|"][part] & mask for part in inside) and any(self._as["x"][part] & mask for part in inside):
            return False
        later = {part: self._as["<"][part] & mask for part in inside}
        return all(later[other] & ~later[part] == 0 for part in inside for other in inside if later[part] >> other & 1)


def _sides(mask: int, *, either: bool) -> Iterator[int]:
    """Yield the sets that are one side of a cut; where either can be the first, the one with the first part."""
    first = mask & -mask
    side = (mask - 1) & mask
    while side:
        if not either or side & first:
            yield side
        side = (side - 1) & mask


def _cheapest_of_many(stands: Sequence[Sequence[str]], prices: Prices) -> CheapestCut:
    everything = range(len(stands))
    best: tuple[tuple[int, int, int], Kind, int] | None = None
    for order, side in enumerate(_first_sides(stands)):
        inside = [place for place in everything if side >> place & 1]
        outside = [place for place in everything if not side >> place & 1]
        lost = sum(prices["<"][a][b] for a in inside for b in outside)
        if best is None or (lost, 0, order) < best[0]:
            best = (lost, 0, order), "seq", side
    for rank, (kind, relation) in enumerate(_KINDS[1:], start=1):
        lost, side = minimum_cut(prices[relation])
        if best is None or (lost, rank, 0) < best[0]:
            best = (lost, rank, 0), kind, side
    assert best is not None  # a set without structure has at least four parts
    return CheapestCut(best[1], best[2], best[0][0])


def _first_sides(stands: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield sets of parts that could come first: what lies before one, what does not lie after one, and more."""
    size = len(stands)
    everything = (1 << size) - 1
    earlier = [sum(1 << other for other in range(size) if stands[part][other] == ">") for part in range(size)]
    later = [sum(1 << other for other in range(size) if stands[part][other] == "<") for part in range(size)]
    score = sorted(range(size), key=lambda part: (earlier[part].bit_count() - later[part].bit_count(), part))
    for ranking in (score, list(range(size))):
        side = 0
        for place in ranking[:-1]:
            side |= 1 << place
            yield side
    for place in range(size):
        for side in (earlier[place], earlier[place] | 1 << place, everything & ~later[place]):
            if 0 < side < everything:
                yield side
        side = everything & ~later[place] & ~(1 << place)
        if 0 < side < everything:
            yield side
