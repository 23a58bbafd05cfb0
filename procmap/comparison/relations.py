"""How rows stand to each other in each party's process: before, after, parallel, either-or, or mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from procmap.comparison.grid import Grid
from procmap.comparison.runs import Runs

RowRelation = Literal["before", "after", "parallel", "exclusive", "mixed"]
Relations = Mapping[tuple[str, str], Mapping[str, RowRelation]]
"""For two rows (ids, the one that stands first in the alignment first): the relation in each party that has one.

Rows in different pools of a party have none, nor have rows that can never happen.
"""

_WORDS: dict[str, RowRelation] = {"<": "before", ">": "after", "|": "parallel", "x": "exclusive", "~": "mixed"}


def relations(grid: Grid, runs: Mapping[str, Sequence[Runs]]) -> Relations:
    """Return the relations between rows in all processes."""
    found: dict[tuple[str, str], dict[str, RowRelation]] = defaultdict(dict)
    place = {row.id: number for number, row in enumerate(grid.rows)}
    for party, of_party in runs.items():
        for one in of_party:
            for first, second in combinations(sorted(one.order.rows, key=place.__getitem__), 2):
                word = _WORDS[one.relation(first, second)]
                # Rows that meet in two pools of one process in different orders have no one order there.
                known = found[first, second].get(party, word)
                found[first, second][party] = word if word == known else "mixed"
    return found
