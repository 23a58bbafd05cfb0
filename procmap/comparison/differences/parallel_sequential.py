"""`parallel_sequential`: two rows at the same time here, one after the other there.

Pairs that have a row in common, between the same parties, are one phenomenon: a whole block that is parallel here and
in sequence there is told once, with its rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from procmap.comparison.differences.order import contradicts
from procmap.comparison.differences.sides import Found, difference, gathered, parties_with, sides_of
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.runs import Runs, pool_of
from procmap.comparison.values import Difference

_SIDES = {"parallel": "parallel", "before": "sequential", "after": "sequential"}


def differences(
    grid: Grid,
    relations: Relations,
    runs: Mapping[str, Sequence[Runs]],
    position: Mapping[str, int],
    turned: Collection[frozenset[str]],
) -> Iterator[Difference]:
    """Yield the differences; `position` is the place of each row in the common order.

    `turned`: pairs that stand in one order here, in the other there and are done at the same time in a third place.
    Such a pair is told with others of its rows that differ between the same parties; alone it is `order`.
    """
    found = []
    for pair, by_party in relations.items():
        words = set(by_party.values())
        if "parallel" not in words or "exclusive" in words:
            continue
        if contradicts(by_party) and frozenset(pair) not in turned:
            continue
        sides = tuple(
            (party, _SIDES[word])
            for party, word in sorted(by_party.items())
            if word in _SIDES and _acts(runs[party], [grid.parts.within.get((row, party), row) for row in pair])
        )
        if len({side for _, side in sides}) > 1:
            found.append(Found(tuple(sorted(pair, key=position.__getitem__)), sides, frozenset(pair)))
    for group in gathered(found, position):
        if all(frozenset(one.rows) in turned for one in group):
            continue
        values = sides_of(group)
        yield _difference(grid, [one.rows for one in group], values, position)


def _acts(pools: Sequence[Runs], rows: Sequence[str]) -> bool:
    """Tell whether rows are work of one pool that is read as it is drawn."""
    pool = pool_of(pools, rows[0])
    return pool is not None and pool.acts.issuperset(rows)


def _difference(
    grid: Grid, pairs: list[tuple[str, ...]], values: dict[str, str], position: Mapping[str, int]
) -> Difference:
    rows = sorted({row for pair in pairs for row in pair}, key=position.__getitem__)
    params = {"parallel": parties_with(values, "parallel"), "sequential": parties_with(values, "sequential")}
    middle = [row for row in rows if all(row in pair for pair in pairs)]
    if len(pairs) == len(rows) * (len(rows) - 1) // 2:
        params["labels"] = grid.quoted(rows)
    elif middle:
        rows = [middle[0], *(row for row in rows if row != middle[0])]
        params |= {"part": "one", "label": grid.title(grid.row[rows[0]]), "others": grid.quoted(rows[1:])}
    else:
        params |= {"part": "branches", "labels": grid.quoted(rows)}
    return difference(grid, "parallel_sequential", rows, values=values, params=params, about=rows[:1] if middle else ())
