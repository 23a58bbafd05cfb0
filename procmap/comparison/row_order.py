"""One common order of rows: each before what most organisations have after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush

from procmap.alignment import Doubt, Row
from procmap.behaviour.components import strong_components
from procmap.comparison.relations import Relations
from procmap.model import Finding


def row_order(
    rows: Sequence[Row], relations: Relations, places: Mapping[str, Fraction], counted: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Return the ids of the rows in one common order, and a doubt for each knot that has none.

    A row comes before another when more of the `counted` parties have it before than after. Where this leaves rows
    free, the one that stands earlier in the processes on average (`places`) comes first. Rows in a knot (A before B
    before C before A, each by a majority) are ordered by that average alone.
    """
    rank = sorted(rows, key=lambda row: (places[row.id], row.label, row.id))
    number = {row.id: place for place, row in enumerate(rank)}
    after: list[list[int]] = [[] for _ in rank]
    for (first, second), by_party in relations.items():
        votes = sum(
            (relation == "before") - (relation == "after") for party, relation in by_party.items() if party in counted
        )
        if votes > 0:
            after[number[first]].append(number[second])
        elif votes < 0:
            after[number[second]].append(number[first])
    knots = [sorted(component) for component in strong_components(after)]
    ordered = tuple(rank[place].id for place in _sorted(after, knots))
    doubts = tuple(_knot([rank[place] for place in knot]) for knot in sorted(knots) if len(knot) > 1)
    return ordered, doubts


def _sorted(after: list[list[int]], knots: list[list[int]]) -> list[int]:
    """Return the numbers so that each knot comes before what comes after it; of those that may, the smallest first.

    A. B. Kahn, Topological sorting of large networks, Communications of the ACM 5(11), 1962.
    """
    knot_of = {member: index for index, knot in enumerate(knots) for member in knot}
    following: dict[int, set[int]] = defaultdict(set)
    waiting = [0] * len(knots)
    for number, later in enumerate(after):
        for other in later:
            a, b = knot_of[number], knot_of[other]
            if a != b and b not in following[a]:
                following[a].add(b)
                waiting[b] += 1
    ready = [(knot[0], index) for index, knot in enumerate(knots) if not waiting[index]]
    heapify(ready)
    ordered: list[int] = []
    while ready:
        _, index = heappop(ready)
        ordered += knots[index]
        for other in sorted(following[index]):
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, (knots[other][0], other))
    return ordered


def _knot(rows: list[Row]) -> Doubt:
    labels = ", ".join(f'"{row.label}"' for row in rows if row.label)
    return Doubt(
        finding=Finding(code="no-common-order", severity="note", params={"labels": labels}),
        steps=tuple(member for row in rows for member in row.steps),
    )
