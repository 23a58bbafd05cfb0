"""`split_merged`: one step here, several there.

Several steps of a party in one row count when they are different work: the same label drawn several times is no split.
Links that say "part of" count too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from procmap.alignment import Member, Row
from procmap.comparison.differences.partly_corresponding import cut_otherwise, overlapping, parts_of
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.language import label_key


def covered(grid: Grid) -> set[tuple[str, str]]:
    """Return the rows (by id) and parties that have no step in them, but one that is part of theirs, or holds it."""
    rows = set()
    for part, whole in parts_of(grid):
        rows.add((grid.row_of[part.process, part.step].id, whole.process))
        rows.add((grid.row_of[whole.process, whole.step].id, part.process))
    return rows


def differences(grid: Grid) -> Iterator[Difference]:
    """Yield a difference for each row of which parties have different numbers of steps, parts counted in."""
    parts: dict[str, list[Member]] = defaultdict(list)
    for part, whole in _parts(grid):
        parts[grid.row_of[whole.process, whole.step].id].append(part)
    for row in grid.rows:
        of_row = dict.fromkeys((*row.steps, *parts[row.id]))
        keys: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for member in of_row:
            keys[member.process].add(label_key(grid.step(member).name, grid.language))
        if parts[row.id] or (len({len(of_party) for of_party in keys.values()}) > 1 and not cut_otherwise(grid, row)):
            yield _difference(grid, row, tuple(of_row))


def _parts(grid: Grid) -> list[tuple[Member, Member]]:
    """Return the steps that are part of steps of other parties, each with the whole, where neither overlaps."""
    told = set(overlapping(grid))
    return [pair for pair in parts_of(grid) if pair not in told]


def _difference(grid: Grid, row: Row, members: tuple[Member, ...]) -> Difference:
    labels: dict[str, list[str]] = defaultdict(list)
    for member in members:
        labels[member.process].append(grid.step(member).name or member.step)
    values = {party.id: joined(labels[party.id]) if party.id in labels else None for party in grid.parties}
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
