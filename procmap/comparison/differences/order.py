"""`order` and `earlier_later`: two rows, one before the other here and after it there.

Where one row changes places with several others, between the same parties, it is told once: the row stands earlier here
and later there. What a third party does at the same time is told with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.comparison.differences.sides import difference, parties_with, sides_of, stars, titles
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.values import Difference


def contradicts(by_party: Mapping[str, str]) -> bool:
    """Tell whether two rows stand in one order here and in the other there."""
    return {"before", "after"} <= set(by_party.values())


def differences(grid: Grid, relations: Relations, position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield the order conflicts; `position` is the place of each row in the common order."""
    pairs = {
        pair: tuple((party, word) for party, word in sorted(by_party.items()) if word in ("before", "after"))
        for pair, by_party in relations.items()
        if contradicts(by_party)
    }
    for moved, star in stars(pairs, position):
        others = [found.rows[1] for found in star]
        values = sides_of(star)
        yield difference(
            grid,
            "order" if len(others) == 1 else "earlier_later",
            "warning",
            (moved, *others),
            values=_beside(relations, moved, others) | values,
            params={
                "label": grid.title(grid.row[moved]),
                "others": titles(grid, others),
                "earlier": parties_with(values, "before"),
                "later": parties_with(values, "after"),
            },
        )


def _beside(relations: Relations, moved: str, others: Sequence[str]) -> dict[str, str]:
    """Return the parties that do a row at the same time as all the others."""
    found = [relations.get((moved, other)) or relations[other, moved] for other in others]
    return {party: "parallel" for party in found[0] if all(of_pair.get(party) == "parallel" for of_pair in found)}
