"""Relations between parts that fit together: what all agree on is kept, and of the rest as few votes are lost as will do.

Votes settle how two parts stand without a look at a third. Three of them can then stand as no process has them (a before
b, b before c, but a and c as alternatives), although other relations would do that lose hardly more. What can hold of
three parts at once is a table of compositions, as in Allen's interval algebra (1983); relations are chosen by branch
and bound over networks that are consistent along all paths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from procmap.harmonisation.compositions import RELATIONS, table

Prices = Mapping[str, Sequence[Sequence[int]]]
"""By relation (`<`, `|`, `x`) and two parts: what is lost if the first stands to the second so."""
MOST_PARTS = 14
"""Of more parts no relations are looked for."""
MOST_TRIES = 300
"""Networks looked at, so that what is composed does not depend on how fast a machine is."""

_LESS, _GREATER, _SAME_TIME, _EITHER = (1 << place for place in range(len(RELATIONS)))
_ALL = (1 << len(RELATIONS)) - 1
_TABLE = table()


def fitting(stands: Sequence[Sequence[str]], prices: Prices) -> tuple[list[list[str]], int] | None:
    """Return relations between parts that fit together and lose least, and what they lose.

    `stands[a][b]`: how a stands to b by votes, which wins where others lose as much. None where there are too many parts
    or none were found.
    """
    if len(stands) > MOST_PARTS:
        return None
    search = _Search(stands, prices)
    search.run()
    if search.best is None:
        return None
    found = [["" if a == b else RELATIONS[one.bit_length() - 1] for b, one in enumerate(row)] for a, row in
             enumerate(search.best)]  # fmt: skip
    return found, search.lost


Network = list[list[int]]
"""How parts can still stand to each other, as bits."""


class _Search:
    def __init__(self, stands: Sequence[Sequence[str]], prices: Prices) -> None:
        self.size = len(stands)
        self.price = [[self._prices(prices, stands, a, b) for b in range(self.size)] for a in range(self.size)]
        self.pairs = [(a, b) for a in range(self.size) for b in range(a + 1, self.size)]
        self.best: Network | None = None
        self.lost = 0

    @staticmethod
    def _prices(prices: Prices, stands: Sequence[Sequence[str]], a: int, b: int) -> list[tuple[int, int]]:
        """Return what each relation costs, cheapest first; of equals that by votes comes first."""
        if a == b:
            return []
        cost = {
            _LESS: prices["<"][a][b], _GREATER: prices["<"][b][a],
            _SAME_TIME: prices["|"][a][b], _EITHER: prices["x"][a][b],
        }  # fmt: skip
        wanted = 1 << RELATIONS.index(stands[a][b])
        return sorted(((price, bit) for bit, price in cost.items()), key=lambda each: (each[0], each[1] != wanted))

    def run(self) -> None:
        """Look for the best network, the likeliest first."""
        start = [[_ALL] * self.size for _ in range(self.size)]
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
                    if _consistent(tried, a, b, bit):
                        branches.append(tried)
            pending.extend(reversed(branches))

    def _least(self, network: Network) -> int:
        return sum(next(price for price, bit in self.price[a][b] if network[a][b] & bit) for a, b in self.pairs)

    def _most_to_lose(self, network: Network) -> tuple[int, int] | None:
        """Return the two parts of which the second best relation loses most more than the best; None where all stand."""
        best: tuple[int, tuple[int, int]] | None = None
        for a, b in self.pairs:
            left = [price for price, bit in self.price[a][b] if network[a][b] & bit]
            if len(left) > 1 and (best is None or left[1] - left[0] > best[0]):
                best = left[1] - left[0], (a, b)
        return best[1] if best is not None else None


def _consistent(network: Network, a: int, b: int, bit: int) -> bool:
    """Let a stand to b as one relation, and draw what follows for all others; tell whether that can be."""
    network[a][b], network[b][a] = bit, _back(bit)
    pending = [(a, b)]
    others = range(len(network))
    while pending:
        one, other = pending.pop()
        for third in others:
            if third in (one, other):
                continue
            for x, y, z in ((one, other, third), (third, one, other)):
                left = network[x][z] & _TABLE[network[x][y]][network[y][z]]
                if left != network[x][z]:
                    if not left:
                        return False
                    network[x][z], network[z][x] = left, _back(left)
                    pending.append((x, z))
    return True


def _back(relations: int) -> int:
    """Return how a part can stand to another, by how the other can to it."""
    return relations & (_SAME_TIME | _EITHER) | (relations & _LESS) << 1 | (relations & _GREATER) >> 1
