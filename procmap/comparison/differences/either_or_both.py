"""`either_or_both`: a run has only one of two rows here, and can have both there; or always one of them alone.

The latter is told where each case chooses here between two rows, of which others always do the one, and others again
the other: nobody misses a step. Where one row stands so to several others, between the same parties, it is told once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import combinations

from procmap.comparison.differences.order import contradicts
from procmap.comparison.differences.sides import Sides, difference, parties_with, sides_of, stars
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.runs import Runs, pool_of
from procmap.comparison.values import Difference


def differences(
    grid: Grid, relations: Relations, runs: Mapping[str, Sequence[Runs]], position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield the differences; `position` is the place of each row in the common order."""
    pairs = {}
    for pair, by_party in relations.items():
        if "exclusive" in by_party.values() and not contradicts(by_party):
            sides = _sides(pair, {party: pool_of(runs[party], pair[0]) for party in sorted(by_party)})
            if len({side for _, side in sides}) > 1:
                pairs[pair] = sides
    for row, star in stars(pairs, position):
        others = [found.rows[1] for found in star]
        values = sides_of(star)
        yield difference(
            grid,
            "either_or_both",
            (row, *others),
            values=values,
            params={
                "label": grid.title(grid.row[row]),
                "others": grid.quoted(others),
                "either": parties_with(values, "either"),
                "both": parties_with(values, "both"),
            },
        )


def one_of_two(
    grid: Grid, runs: Mapping[str, Sequence[Runs]], missed: Mapping[str, Sequence[str]], position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield the differences of two rows between which some choose, and of which others always do one, others the other.

    `missed`: the parties that have a row not even as a part, by row. Everybody has one of the two at least; who has one
    alone never goes on without it.
    """
    parties = {party.id for party in grid.parties}
    for row, other in _candidates(parties, runs, missed, position):
        having = [{party.id for party in grid.having(grid.row[one])} for one in (row, other)]
        choosing, first, second = having[0] & having[1], set(missed[other]), set(missed[row])
        if first != having[0] - choosing or second != having[1] - choosing or parties != having[0] | second:
            continue
        seen = {one for party in first | second for pool in runs.get(party, ()) for one in pool.view.rows}
        if not choosing or not all(_chooses(runs.get(party, ()), row, other, seen) for party in choosing):
            continue
        alone = [(party, row) for party in first] + [(party, other) for party in second]
        if any((pool := pool_of(runs.get(party, ()), one)) is None or pool.passing_by(one) for party, one in alone):
            continue
        values = dict.fromkeys(choosing, "either") | dict.fromkeys(first, "first") | dict.fromkeys(second, "second")
        yield difference(
            grid,
            "either_or_both",
            (row, other),
            values=values,
            params={
                "part": "one",
                "label": grid.title(grid.row[row]),
                "other": grid.title(grid.row[other]),
                **{side: parties_with(values, side) for side in ("either", "first", "second")},
            },
        )


def _candidates(
    parties: Set[str],
    runs: Mapping[str, Sequence[Runs]],
    missed: Mapping[str, Sequence[str]],
    position: Mapping[str, int],
) -> Iterator[tuple[str, str]]:
    """Yield two rows each, in the common order: nobody misses both, and somebody has no pass with both."""
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for row in sorted(missed, key=position.__getitem__):
        groups[frozenset(missed[row])].append(row)
    for one, another in combinations(groups, 2):
        choosing = min(parties - one - another, default="")
        if not choosing or not one.isdisjoint(another):
            continue
        for row in groups[one]:
            pool = pool_of(runs.get(choosing, ()), row)
            for other in groups[another] if pool is not None else ():
                if pool is not None and pool.are_apart(row, other):
                    yield (row, other) if position[row] < position[other] else (other, row)


def _chooses(pools: Sequence[Runs], row: str, other: str, seen: Collection[str]) -> bool:
    pool = pool_of(pools, row)
    return pool is not None and pool.acts.issuperset((row, other)) and pool.chooses_in_a_pass(row, other, seen)


def _sides(pair: tuple[str, str], pools: Mapping[str, Runs | None]) -> Sides:
    """Return who has both rows and who only either; rows that no party with both has are not seen at the others."""
    having = [(party, pool) for party, pool in pools.items() if pool is not None and pool.acts.issuperset(pair)]
    both = {party: pool for party, pool in having if pool.has_both(*pair)}
    seen = {row for pool in both.values() for row in pool.view.rows}
    either = [party for party, pool in having if party not in both and pool.chooses(*pair, seen)]
    return tuple(sorted([(party, "both") for party in both] + [(party, "either") for party in either]))
