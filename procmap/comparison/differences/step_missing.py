"""`step_missing`: rows that some parties have and others do not.

Steps without a label are left out: that nothing could be matched by words says nothing of them. A party whose step is
part of another party's step, or holds it, does not miss it; where nobody does, that is `split_merged`. Rows that follow
each other and that the same parties have are one phenomenon: a timer, what is done then, and the end that it leads to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from procmap.alignment import Member, Row
from procmap.comparison.differences import trigger
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Drawing


@dataclass(frozen=True)
class _Presence:
    """Who has a row, who has its work in another step (and in which), and who has not."""

    having: tuple[str, ...]
    inside: tuple[tuple[str, tuple[Member, ...]], ...]
    missing: tuple[str, ...]


def missing_rows(grid: Grid, drawings: Mapping[str, Drawing]) -> dict[str, tuple[str, ...]]:
    """Return the parties that have a labelled row not even as a part, by the id of the row."""
    return {row: presence.missing for row, presence in _missed(grid, drawings).items()}


def differences(
    grid: Grid, order: Sequence[Row], drawings: Mapping[str, Drawing], instead: Set[str]
) -> Iterator[Difference]:
    """Yield a difference for each labelled row, or rows that follow each other, that a party misses.

    `order` are the rows in common order; `instead` those that have another in their place where they are missing.
    """
    missed = {row: presence for row, presence in _missed(grid, drawings).items() if row not in instead}
    within = _told_with_their_whole(grid, missed)
    rows = [row for row in order if row.id in missed and row.id not in within]
    for presence, of_same in _in_groups(grid, rows, missed).items():
        for group in of_same:
            yield _difference(grid, group, presence)


def _in_groups(
    grid: Grid, rows: Sequence[Row], missed: Mapping[str, _Presence]
) -> dict[_Presence, Collection[list[Row]]]:
    """Return rows by who misses them, those that adjoin each other together; the group that grew last stands last."""
    groups: dict[_Presence, dict[int, list[Row]]] = defaultdict(dict)
    group_of: dict[str, int] = {}
    grown: dict[int, int] = {}
    for number, row in enumerate(rows):
        of_same = groups[missed[row.id]]
        beside = {
            group_of[other]
            for other in grid.beside(row)
            if group_of.get(other) in of_same and grid.adjoin(grid.row[other], row)
        }
        first, *others = sorted(beside, key=grown.__getitem__) or [number]
        members = of_same.pop(first, [])
        for other in others:
            group_of.update((each.id, first) for each in of_same[other])
            members += of_same.pop(other)
        members.append(row)
        group_of[row.id] = first
        grown[first] = number
        of_same[first] = members
    return {presence: of_same.values() for presence, of_same in groups.items()}


def _told_with_their_whole(grid: Grid, missed: Mapping[str, _Presence]) -> set[str]:
    """Return the ids of rows whose steps are part of others, where the same parties miss both: that is told once."""
    rows = set()
    for part, whole in grid.parts.links:
        held, holding = (missed.get(grid.row_of[member.process, member.step].id) for member in (part, whole))
        if held is not None and holding is not None and held.missing == holding.missing:
            rows.add(grid.row_of[part.process, part.step].id)
    return rows


def _missed(grid: Grid, drawings: Mapping[str, Drawing]) -> dict[str, _Presence]:
    told = trigger.covered(grid, drawings)
    found = {row.id: _presence(grid, row, told) for row in grid.rows if row.label}
    return {row: presence for row, presence in found.items() if presence.missing}


def _presence(grid: Grid, row: Row, told: Set[tuple[str, str]]) -> _Presence:
    having = tuple(party.id for party in grid.having(row))
    beside = grid.parts.beside.get(row.id, {})
    return _Presence(
        having=having,
        inside=tuple((party, tuple(dict.fromkeys(beside[party]))) for party in sorted(beside)),
        missing=tuple(
            party.id
            for party in grid.parties
            if party.id not in having and party.id not in beside and (row.id, party.id) not in told
        ),
    )


def _difference(grid: Grid, rows: Sequence[Row], presence: _Presence) -> Difference:
    inside = dict(presence.inside)
    counted = {party.id for party in grid.parties if not party.is_reference}
    few = 2 * len(counted.intersection(presence.having)) <= len(counted)
    params: dict[str, str | int] = {
        "labels": ", ".join(f'"{row.label}"' for row in rows),
        "having": ", ".join(presence.having),
        "missing": ", ".join(presence.missing),
        "count": len(rows),
    }
    if inside:
        params["part"] = "inside"
        params["inside"] = "; ".join(f"{party}: {_names(grid, steps)}" for party, steps in inside.items())
    return Difference(
        code="step_missing",
        params=params,
        rows=tuple(row.id for row in rows),
        elements=tuple(
            Place(process=member.process, id=member.step)
            for members in (*(row.steps for row in rows), *inside.values())
            for member in members
        ),
        values={
            party.id: joined(step.name for row in rows for step in grid.steps(row, party))
            if party.id in presence.having
            else _names(grid, inside.get(party.id, ())) or None
            for party in grid.parties
        },
        marks=(*presence.having, *presence.missing) if few else presence.missing,
    )


def _names(grid: Grid, steps: Sequence[Member]) -> str:
    return joined(grid.step(member).name or member.step for member in steps)
