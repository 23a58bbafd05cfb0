"""`either_or_both`: a run has only one of two rows here, and can have both there.

Where one row stands so to several others, between the same parties, it is told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.comparison.differences.order import contradicts
from procmap.comparison.differences.sides import difference, parties_with, sides_of, stars, titles
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations, RowRelation
from procmap.comparison.runs import Runs, pool_of
from procmap.comparison.values import Difference


def differences(
    grid: Grid, relations: Relations, runs: Mapping[str, Sequence[Runs]], position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield the differences; `position` is the place of each row in the common order."""
    pairs = {}
    for pair, by_party in relations.items():
        if "exclusive" in by_party.values() and not contradicts(by_party):
            sides = tuple(
                (party, side) for party in sorted(by_party) if (side := _side(runs[party], by_party[party], *pair))
            )
            if len({side for _, side in sides}) > 1:
                pairs[pair] = sides
    for row, star in stars(pairs, position):
        others = [found.rows[1] for found in star]
        values = sides_of(star)
        yield difference(
            grid,
            "either_or_both",
            "warning",
            (row, *others),
            values=values,
            params={
                "label": grid.title(grid.row[row]),
                "others": titles(grid, others),
                "either": parties_with(values, "either"),
                "both": parties_with(values, "both"),
            },
        )


def _side(pools: Sequence[Runs], relation: RowRelation, one: str, other: str) -> str:
    """Return on which side a party stands: `either`, `both`, or empty for neither."""
    pool = pool_of(pools, one)
    if relation == "mixed" or pool is None or not {one, other} <= pool.acts:
        return ""
    alternatives = pool.alternatives(one, other)
    return "" if alternatives is None else "either" if alternatives else "both"
