"""How three parts of a process can stand to each other, where each is drawn once and choices are free.

A choice is free when it looks at nothing that was chosen before, as gateways do. In a sound process with such choices
only, a token can be led along any way that is drawn (Desel and Esparza, Free Choice Petri Nets, 1995). So:

* a before b, and b before c: then a before c. After a and b the token of b can be led on to c.
* a at the same time as b, and b before c: then a before c or at the same time. While a is still to be done, the token
  of b can be led on to c.

Three relations that are not so hold together in no such process.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

RELATIONS = "<>|x"
_BACK = {"<": ">", ">": "<", "|": "|", "x": "x"}


def can_stand(one: str, other: str, whole: str) -> bool:
    """Tell whether a can stand to b as `one`, b to c as `other`, and a to c as `whole`."""
    return not any(
        second == "<" and (first == "<" != third or (first == "|" and third not in ("<", "|")))
        for first, second, third in _turned(one, other, whole)
    )


def can_be_blocks(one: str, other: str, whole: str) -> bool:
    """Tell whether three parts can stand so in blocks, choice graphs and partial orders.

    There a way to a part always leads by what comes before it: of two alternatives of which one comes before c, the
    other is not done at the same time as c.
    """
    hidden = any(turned == ("|", ">", "x") for turned in _turned(one, other, whole))
    return can_stand(one, other, whole) and not hidden


def _turned(one: str, other: str, whole: str) -> Iterator[tuple[str, str, str]]:
    """Yield the three relations of a to b, b to c and a to c for every order of the three."""
    stands = {(0, 1): one, (1, 2): other, (0, 2): whole}
    stands |= {(b, a): _BACK[relation] for (a, b), relation in stands.items()}
    for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        yield stands[a, b], stands[b, c], stands[a, c]


def table() -> list[list[int]]:
    """Return how a can stand to c in blocks, by how it can to b and b to c: all as sets of bits, as in RELATIONS."""
    size = 1 << len(RELATIONS)
    found = [[0] * size for _ in range(size)]
    for places in product(range(len(RELATIONS)), repeat=3):
        if can_be_blocks(*(RELATIONS[place] for place in places)):
            for ones, others in product(range(size), repeat=2):
                if ones >> places[0] & 1 and others >> places[1] & 1:
                    found[ones][others] |= 1 << places[2]
    return found
