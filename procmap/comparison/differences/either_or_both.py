"""`either_or_both`: a run has only one of two rows here, and can have both there.

Where one row stands so to several others, between the same parties, it is told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.comparison.differences.order import contradicts
from procmap.comparison.differences.sides import Sides, difference, parties_with, sides_of, stars, titles
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
                "others": titles(grid, others),
                "either": parties_with(values, "either"),
                "both": parties_with(values, "both"),
            },
        )


def _sides(pair: tuple[str, str], pools: Mapping[str, Runs | None]) -> Sides:
    """Return who has both rows and who only either; rows that no party with both has are not seen at the others."""
    having = [(party, pool) for party, pool in pools.items() if pool is not None and pool.acts.issuperset(pair)]
    both = {party: pool for party, pool in having if pool.has_both(*pair)}
    seen = {row for pool in both.values() for row in pool.view.rows}
    either = [party for party, pool in having if party not in both and pool.chooses(*pair, seen)]
    return tuple(sorted([(party, "both") for party in both] + [(party, "either") for party in either]))
