"""How rows stand to each other in each party's process: before, after, parallel, either-or, or mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Literal

from procmap.alignment import Doubt, Party
from procmap.comparison.grid import Grid
from procmap.model import Finding

RowRelation = Literal["before", "after", "parallel", "exclusive", "mixed"]
Relations = Mapping[tuple[str, str], Mapping[str, RowRelation]]
"""For two rows (ids, the one that stands first in the alignment first): the relation in each party that has one.

Rows in different pools of a party have none, nor have rows that can never happen.
"""

_WORDS: dict[str, RowRelation] = {"<": "before", ">": "after", "|": "parallel", "x": "exclusive", "~": "mixed"}


def relations(grid: Grid) -> tuple[Relations, tuple[Doubt, ...]]:
    """Return the relations between rows in all processes, and a doubt for each process that could not be read surely.

    A process with too many states has no relations here. One that is drawn unsound is read as if it were repaired.
    """
    found: dict[tuple[str, str], dict[str, RowRelation]] = defaultdict(dict)
    doubts: list[Doubt] = []
    for party in grid.parties:
        doubts += _of_party(grid, party, found)
    return found, tuple(doubts)


def _of_party(grid: Grid, party: Party, found: dict[tuple[str, str], dict[str, RowRelation]]) -> list[Doubt]:
    from procmap.behaviour import Undecided
    from procmap.behaviour.reading import read_process

    row_of = {step.id: grid.row_of[party.id, step.id].id for step in party.process.steps}
    repaired = False
    try:
        readings = read_process(party.process)
        orders = [reading.order(row_of) for reading in readings]
        repaired = any(reading.repair for reading in readings)
    except Undecided:
        return [_doubt("order-undecided", party)]
    place = {row.id: number for number, row in enumerate(grid.rows)}
    for order in orders:
        for first, second in combinations(sorted(order.rows, key=place.__getitem__), 2):
            word = _WORDS[order.relation(first, second)]
            # Rows that meet in two pools of one process in different orders have no one order there.
            known = found[first, second].get(party.id, word)
            found[first, second][party.id] = word if word == known else "mixed"
    return [_doubt("order-of-unsound", party)] if repaired else []


def _doubt(code: str, party: Party) -> Doubt:
    return Doubt(finding=Finding(code=code, severity="note", params={"party": party.id}))
