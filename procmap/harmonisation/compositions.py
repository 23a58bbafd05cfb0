"""How the parts of a process can stand to each other, where each is drawn once and choices are free.

A choice is free when it looks at nothing that was chosen before, as gateways do. In a sound process with such choices
only, a token can be led along any way that is drawn (Desel and Esparza, Free Choice Petri Nets, 1995). So:

* a before b, and b before c: then a before c. After a and b the token of b can be led on to c.
* a at the same time as b, and b before c: then a before c or at the same time. While a is still to be done, the token
  of b can be led on to c.

Three relations that are not so hold together in no such process. Relations are sets of bits, in the order of RELATIONS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

RELATIONS = "<>|x"
ALL = (1 << len(RELATIONS)) - 1
Table = list[list[int]]
"""How a can stand to c, by how a can to b and b to c."""
Network = list[list[int]]
"""How parts can stand to each other."""
_BACK = {"<": ">", ">": "<", "|": "|", "x": "x"}


def bit_of(relation: str) -> int:
    """Return a relation as a set."""
    return 1 << RELATIONS.index(relation)


def can_stand(one: str, other: str, whole: str) -> bool:
    """Tell whether a can stand to b as `one`, b to c as `other`, and a to c as `whole`."""
    allowed = {("<", "<"): "<", ("|", "<"): "<|"}
    return all(third in allowed.get((first, second), third) for first, second, third in _turned(one, other, whole))


def can_be_blocks(one: str, other: str, whole: str) -> bool:
    """Tell whether three parts can stand so in blocks, choice graphs and partial orders.

    There a way to a part always leads by what comes before it: of two alternatives of which one comes before c, the
    other is not done at the same time as c.
    """
    return can_stand(one, other, whole) and ("|", ">", "x") not in _turned(one, other, whole)


def _turned(one: str, other: str, whole: str) -> Iterator[tuple[str, str, str]]:
    """Yield the three relations of a to b, b to c and a to c for every order of the three."""
    stands = {(0, 1): one, (1, 2): other, (0, 2): whole}
    stands |= {(b, a): _BACK[relation] for (a, b), relation in stands.items()}
    for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        yield stands[a, b], stands[b, c], stands[a, c]


def _table(can: Callable[[str, str, str], bool]) -> Table:
    found = [[0] * (ALL + 1) for _ in range(ALL + 1)]
    for one, other, whole in product(RELATIONS, repeat=3):
        if can(one, other, whole):
            for ones, others in product(range(ALL + 1), repeat=2):
                if ones & bit_of(one) and others & bit_of(other):
                    found[ones][others] |= bit_of(whole)
    return found


POSSIBLE, IN_BLOCKS = _table(can_stand), _table(can_be_blocks)


def follow(network: Network, known: Iterable[tuple[int, int, int]], table: Table) -> dict[tuple[int, int], int] | None:
    """Let parts stand as is `known` (two parts and how they can stand), and draw what follows for all others.

    Changes `network`. Returns by which third part what was drawn last follows; None where it cannot be.
    """
    pending = []
    for one, other, relations in known:
        network[one][other], network[other][one] = relations, _back(relations)
        pending.append((one, other))
    by: dict[tuple[int, int], int] = {}
    while pending:
        one, other = pending.pop()
        for third in range(len(network)):
            if third in (one, other):
                continue
            for x, y, z in ((one, other, third), (third, one, other)):
                left = network[x][z] & table[network[x][y]][network[y][z]]
                if left != network[x][z]:
                    if not left:
                        return None
                    network[x][z], network[z][x] = left, _back(left)
                    by[x, z] = by[z, x] = y
                    pending.append((x, z))
    return by


def _back(relations: int) -> int:
    """Return how a part can stand to another, by how the other can to it."""
    return relations & ~3 | (relations & 1) << 1 | (relations & 2) >> 1
