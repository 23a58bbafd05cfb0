"""Relations between parts that fit together: all that is agreed on, and of the rest what loses fewest votes.

Votes settle how two parts stand without a look at a third. Three of them can then stand as no process has them (a
before b, b before c, but a and c as alternatives), although other relations would do that lose hardly more. What can
hold of three parts at once is a table of compositions, as in Allen's interval algebra (1983); relations are chosen by
branch and bound over networks that are consistent along all paths.
"""

from __future__ import annotations

from collections.abc import Sequence

from procmap.harmonisation.compositions import ALL, RELATIONS, Network, Table, bit_of, follow
from procmap.harmonisation.cutting import Prices

MOST_PARTS = 20
"""Of more parts no relations are looked for."""
MOST_TRIES = 150
"""Networks looked at, so that what is composed does not depend on how fast a machine is."""


def fitting(stands: Sequence[Sequence[str]], prices: Prices, table: Table) -> tuple[list[list[str]], int] | None:
    """Return relations between parts that fit together and lose least, and what they lose.

    `stands[a][b]`: how a stands to b by votes, which wins where others lose as much; `table`: what can be of three.
    None where there are too many parts or nothing was found.
    """
    if len(stands) > MOST_PARTS:
        return None
    search = _Search(stands, prices, table)
    search.run()
    if search.best is None:
        return None
    found = [[RELATIONS[relation.bit_length() - 1] for relation in row] for row in search.best]
    for part, row in enumerate(found):
        row[part] = ""
    return found, search.lost


class _Search:
    def __init__(self, stands: Sequence[Sequence[str]], prices: Prices, table: Table) -> None:
        self.size, self.table = len(stands), table
        self.price = [[self._prices(prices, stands, a, b) for b in range(self.size)] for a in range(self.size)]
        self.pairs = [(a, b) for a in range(self.size) for b in range(a + 1, self.size)]
        self.best: Network | None = None
        self.lost = 0

    @staticmethod
    def _prices(prices: Prices, stands: Sequence[Sequence[str]], a: int, b: int) -> list[tuple[int, int]]:
        """Return what each relation costs, cheapest first; of equals that by votes comes first."""
        if a == b:
            return []
        cost = [(prices["<"][b][a] if each == ">" else prices[each][a][b], bit_of(each)) for each in RELATIONS]
        return sorted(cost, key=lambda each: (each[0], each[1] != bit_of(stands[a][b])))

    def run(self) -> None:
        """Look for the best network, the likeliest first."""
        start = [[ALL] * self.size for _ in range(self.size)]
        pending = [start]
        tries = 0
        while pending and tries < MOST_TRIES:
            tries += 1
            network = pending.pop()
            lost = self._least(network)
            if self.best is not None and lost >= self.lost:
                continue
            pair = self._most_to_lose(network)
            if pair is None:
                self.best, self.lost = network, lost
                continue
            a, b = pair
            branches = []
            for _, bit in self.price[a][b]:
                if network[a][b] & bit:
                    tried = [row.copy() for row in network]
                    if follow(tried, [(a, b, bit)], self.table) is not None:
                        branches.append(tried)
            pending.extend(reversed(branches))

    def _least(self, network: Network) -> int:
        return sum(next(price for price, bit in self.price[a][b] if network[a][b] & bit) for a, b in self.pairs)

    def _most_to_lose(self, network: Network) -> tuple[int, int] | None:
        """Return the two parts whose second best relation loses most against the best; None where all stand."""
        best: tuple[int, tuple[int, int]] | None = None
        for a, b in self.pairs:
            left = [price for price, bit in self.price[a][b] if network[a][b] & bit]
            if len(left) > 1 and (best is None or left[1] - left[0] > best[0]):
                best = left[1] - left[0], (a, b)
        return best[1] if best is not None else None
