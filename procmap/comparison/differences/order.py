"""`order` and `earlier_later`: two rows, one before the other here and after it there.

Where one row changes places with several others, between the same parties, it is told once: the row stands earlier here
and later there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.values import Difference, Place

Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of the parties that have one row before another, and of those that have it after."""


def differences(grid: Grid, relations: Relations, position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield the order conflicts; `position` is the place of each row in the common order."""
    conflicts: dict[str, dict[str, Sides]] = defaultdict(dict)
    for (row, other), by_party in relations.items():
        before = tuple(party for party, relation in by_party.items() if relation == "before")
        after = tuple(party for party, relation in by_party.items() if relation == "after")
        if before and after:
            conflicts[row][other] = (before, after)
            conflicts[other][row] = (after, before)
    while any(conflicts.values()):
        moved, sides, others = _largest(conflicts, position)
        for other in others:
            del conflicts[moved][other], conflicts[other][moved]
        yield _difference(grid, moved, sides, others)


def _largest(
    conflicts: Mapping[str, Mapping[str, Sides]], position: Mapping[str, int]
) -> tuple[str, Sides, tuple[str, ...]]:
    """Return the row with most conflicts between the same parties; of equals the first in the common order."""
    found: dict[tuple[str, Sides], list[str]] = defaultdict(list)
    for row, others in conflicts.items():
        for other, sides in others.items():
            found[row, sides].append(other)
    (moved, sides), others_of = min(found.items(), key=lambda one: (-len(one[1]), position[one[0][0]], one[0][1]))
    return moved, sides, tuple(sorted(others_of, key=position.__getitem__))


def _difference(grid: Grid, moved: str, sides: Sides, others: tuple[str, ...]) -> Difference:
    rows = {row.id: row for row in grid.rows}
    earlier, later = sides
    counted = {party.id for party in grid.parties if not party.is_reference}
    votes = len(counted.intersection(earlier)) - len(counted.intersection(later))
    usual = earlier if votes > 0 else later if votes < 0 else ()
    values = {**dict.fromkeys(earlier, "before"), **dict.fromkeys(later, "after")}
    return Difference(
        code="order" if len(others) == 1 else "earlier_later",
        params={
            "label": grid.title(rows[moved]),
            "others": ", ".join(f'"{grid.title(rows[other])}"' for other in others),
            "earlier": ", ".join(earlier),
            "later": ", ".join(later),
        },
        rows=(moved, *others),
        elements=tuple(
            Place(process=member.process, id=member.step)
            for row in (moved, *others)
            for member in rows[row].steps
            if member.process in values
        ),
        values={party.id: values.get(party.id) for party in grid.parties},
        marks=tuple(party.id for party in grid.parties if party.id in values and party.id not in usual),
    )
