"""Relations between rows, with those of rows that a party does within other steps: they stand where these stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from procmap.alignment import Party
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations, RowRelation
from procmap.comparison.runs import Runs
from procmap.model import Event

_TURNED: dict[RowRelation, RowRelation] = {"before": "after", "after": "before"}
_TOLD = frozenset(("before", "after", "parallel"))


def with_parts(grid: Grid, relations: Relations, runs: Mapping[str, Sequence[Runs]]) -> Relations:
    """Return relations between rows, with those of each row that a party does within one step of another row.

    Such a row comes before or after what its whole comes before or after. Nothing is said of what goes on beside a
    whole (it may be over before that part of it begins), of what happens while it goes on, and of what comes round
    again with it here and with the row there: the part may be what is done the second time. How a row stands to what
    the whole itself stands to otherwise here than there is told of the whole alone.
    """
    place = {row.id: number for number, row in enumerate(grid.rows)}
    within = grid.parts.within

    def known(one: str, other: str) -> Mapping[str, RowRelation]:
        if place[one] < place[other]:
            return relations.get((one, other), {})
        return {party: _TURNED.get(word, word) for party, word in relations.get((other, one), {}).items()}

    found: dict[tuple[str, str], dict[str, RowRelation]] = {}
    for (row, party), whole in within.items() if relations else ():
        along = {whole} | aside(grid, grid.party(party), whole)
        along |= _loops(runs.get(party, ()), whole) & {other for pools in runs.values() for other in _loops(pools, row)}
        for other in grid.rows:
            at = within.get((other.id, party), other.id)
            of_whole = known(whole, at) if at not in along and other.id != row else {}
            word = of_whole.get(party)
            if word not in _TURNED or len(_TOLD & set(of_whole.values())) > 1:
                continue
            first, second = sorted((row, other.id), key=place.__getitem__)
            told = found.setdefault((first, second), dict(relations.get((first, second), {})))
            told[party] = word if first == row else _TURNED[word]
    return {**relations, **found}


def aside(grid: Grid, party: Party, row: str) -> set[str]:
    """Return the rows of a party that happen while its steps of a row go on, or cut these off: at their edges."""
    steps = {step.id for step in grid.steps(grid.row[row], party)}
    events = [step.id for step in party.process.steps if isinstance(step, Event) and step.attached_to in steps]
    at_edges = {grid.row_of[party.id, event].id for event in events}
    return at_edges | grid.only_after(party, at_edges)


def _loops(pools: Sequence[Runs], row: str) -> set[str]:
    """Return the rows that come round again with a row."""
    return {other for pool in pools for loop in pool.loops if row in loop for other in loop}
