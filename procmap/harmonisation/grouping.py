"""Parts put together, two at a time, until so few are left that a small flow can be drawn of them.

Relations that lose the fewest votes (see `fitting`) can need a flow with more gateways than anybody wants. Where parts
stand to all others in the same way they are one part of that flow, and what is inside them is composed by itself: some
votes are lost for it, and nothing that is agreed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from procmap.harmonisation.compositions import RELATIONS, Table
from procmap.harmonisation.cutting import Prices
from procmap.harmonisation.fitting import fitting

MOST_PARTS = 10
"""Of more parts no groups are looked for."""
FEWEST = 3
"""Two groups are a cut, and all cuts have been looked at."""
Groups = list[tuple[int, ...]]


def groupings(prices: Prices, limit: int, table: Table) -> Iterator[tuple[Groups, list[list[str]]]]:
    """Yield parts in fewer and fewer groups, with relations between the groups that fit together.

    Each time those two are put together that lose the fewest votes; relations that lose `limit` or more are not taken.
    `prices`: what is lost if a part stands to another so; `table`: what can be of three.
    """
    groups: Groups = [(part,) for part in range(len(prices["<"]))]
    while FEWEST < len(groups) <= MOST_PARTS:
        best: tuple[int, Groups, list[list[str]]] | None = None
        for one, other in combinations(range(len(groups)), 2):
            tried = [group for place, group in enumerate(groups) if place not in (one, other)]
            tried.insert(one, tuple(sorted((*groups[one], *groups[other]))))
            together = {relation: _between(tried, prices[relation]) for relation in prices}
            found = fitting(_cheapest(together), together, table)
            if found is not None and found[1] < limit and (best is None or found[1] < best[0]):
                best = found[1], tried, found[0]
        if best is None:
            return
        _, groups, stands = best
        yield groups, stands


def _between(groups: Groups, price: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[0 if one is other else sum(price[a][b] for a in one for b in other) for other in groups] for one in groups]


def _cheapest(prices: Prices) -> list[list[str]]:
    """Return for each two groups the relation that loses least by itself."""

    def price(relation: str, one: int, other: int) -> int:
        return prices["<"][other][one] if relation == ">" else prices[relation][one][other]

    size = range(len(prices["<"]))
    return [["" if a == b else min(RELATIONS, key=lambda relation: price(relation, a, b)) for b in size] for a in size]
