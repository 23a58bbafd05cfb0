"""How far two parties agree, aspect by aspect: an index with its coverage, never one number for all.

After the harmonisation index of Romero, Dijkman, Grefen and van Weele, per pair of parties: the share of what both tell
that is equal. `presence` is the share of the rows of either that both have (Jaccard); `order` the share of pairs of
shared rows that stand to each other in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.values import Agreement

MOST_PARTIES = 50
"""Beyond, pairs are too many to be of use to anybody (1,225 pairs of 50), and agreement is left out."""


def agreement(grid: Grid, relations: Relations, aspects: tuple[Aspect, ...]) -> tuple[Agreement, ...]:
    """Return how far each pair of parties agrees in presence, order and each aspect; nothing beyond MOST_PARTIES.

    Rows without a label are left out.
    """
    if len(grid.parties) > MOST_PARTIES:
        return ()
    rows = [row for row in grid.rows if row.label]
    having = {row.id: {party.id for party in grid.having(row)} for row in rows}
    told: dict[str, list[dict[str, Told]]] = defaultdict(list)
    for aspect in aspects:
        if aspect.in_agreement:
            told[aspect.code] += (aspect.told(grid, row) for row in rows)
    pairs = list(combinations([party.id for party in grid.parties], 2))
    return tuple(
        found
        for a, b in pairs
        for found in (
            _presence(a, b, list(having.values())),
            *_aspects(a, b, told, list(having.values())),
            _order(a, b, relations, having),
        )
    )


def _presence(a: str, b: str, having: list[set[str]]) -> Agreement:
    both = sum(a in parties and b in parties for parties in having)
    either = sum(a in parties or b in parties for parties in having)
    return _agreement("presence", a, b, equal=both, compared=either, shared=either)


def _aspects(a: str, b: str, told: dict[str, list[dict[str, Told]]], having: list[set[str]]) -> Iterator[Agreement]:
    for code, entries in told.items():
        # An aspect with several parts (documents in, documents out) has the rows once for each.
        shared = sum(a in parties and b in parties for parties in having) * (len(entries) // max(len(having), 1))
        # Who has no such step can tell of a row all the same: that what is attached to it is lost. It is not shared.
        both = [
            entry
            for place, entry in enumerate(entries)
            if a in entry and b in entry and {a, b} <= having[place % len(having)]
        ]
        equal = sum(entry[a].key == entry[b].key for entry in both)
        yield _agreement(code, a, b, equal=equal, compared=len(both), shared=shared)


def _order(a: str, b: str, relations: Relations, having: dict[str, set[str]]) -> Agreement:
    shared = sum(a in parties and b in parties for parties in having.values())
    both = [
        by_party
        for (first, second), by_party in relations.items()
        if a in by_party and b in by_party and first in having and second in having
    ]
    equal = sum(by_party[a] == by_party[b] for by_party in both)
    return _agreement("order", a, b, equal=equal, compared=len(both), shared=shared * (shared - 1) // 2)


def _agreement(aspect: str, a: str, b: str, *, equal: int, compared: int, shared: int) -> Agreement:
    return Agreement(
        aspect=aspect,
        a=a,
        b=b,
        index=round(equal / compared, 4) if compared else None,
        coverage=round(compared / shared, 4) if shared else 0.0,
        equal=equal,
        compared=compared,
        shared=shared,
    )
