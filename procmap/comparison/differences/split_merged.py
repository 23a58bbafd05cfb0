"""`split_merged`: one step here, several there.

Several steps of a party in one row count when they are different work: the same label drawn several times is no split.
Links that say "part of" count too, unless a third party does not do the part at all: then `step_missing` tells who does
it by itself, who within another step, and who not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from procmap.alignment import Member, Row
from procmap.comparison.differences.partly_corresponding import cut_otherwise, overlapping
from procmap.comparison.grid import Grid
from procmap.comparison.values import Difference, Place
from procmap.language import label_key


def differences(grid: Grid, missed: Collection[str]) -> Iterator[Difference]:
    """Yield a difference for each row of which parties have different numbers of steps, parts counted in.

    `missed` are the ids of the rows that `step_missing` tells: what is part of another step there is told there.
    """
    parts: dict[str, list[Member]] = defaultdict(list)
    told: set[str] = set()
    overlaps = set(overlapping(grid))
    for part, whole in grid.parts.links:
        if (part, whole) in overlaps:
            continue
        holding = grid.row_of[whole.process, whole.step].id
        parts[holding].append(part)
        if grid.row_of[part.process, part.step].id not in missed:
            told.add(holding)
    for row in grid.rows:
        keys = _keys(grid, row.steps)
        if row.id in told or (len({len(of_party) for of_party in keys.values()}) > 1 and not cut_otherwise(grid, row)):
            yield _difference(grid, row, tuple(dict.fromkeys((*row.steps, *parts[row.id]))))


def _keys(grid: Grid, members: Collection[Member]) -> dict[str, set[tuple[str, ...]]]:
    keys: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for member in members:
        keys[member.process].add(label_key(grid.step(member).name, grid.language))
    return keys


def _difference(grid: Grid, row: Row, members: tuple[Member, ...]) -> Difference:
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    members = tuple(sorted(members, key=lambda member: (member.process, grid.ranks[member])))
    for member in members:
        labels[member.process][" ".join(grid.step(member).name.split())] = None
    values = {
        party.id: ", ".join(f'"{label}"' for label in labels[party.id]) if party.id in labels else None
        for party in grid.parties
    }
    return Difference(
        code="split_merged",
        params={
            "label": grid.title(row),
            "values": "; ".join(f"{party}: {shown}" for party, shown in values.items() if shown),
        },
        rows=tuple(dict.fromkeys((row.id, *(grid.row_of[member.process, member.step].id for member in members)))),
        elements=tuple(Place(process=member.process, id=member.step) for member in members),
        values=values,
        marks=tuple(labels),
    )
