"""How rows stand to each other in each party's process: before, after, parallel, either-or, or mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    found: dict[tuple[str, str], dict[str, RowRelation]] = {}
    # Most pairs of large processes are those of one party: they share a mapping for each word.
    alone: dict[tuple[str, RowRelation], dict[str, RowRelation]] = {}
    place = {row.id: number for number, row in enumerate(grid.rows)}
    for party, of_party in runs.items():
        for one in of_party:
            for first, second, sign in one.relations(sorted(one.order.rows, key=place.__getitem__)):
                word = _WORDS[sign]
                known = found.get((first, second))
                if known is None:
                    found[first, second] = alone.setdefault((party, word), {party: word})
                # Rows that meet in two pools of one process in different orders have no one order there.
                elif known.get(party, word) != word:
                    found[first, second] = {**known, party: "mixed"}
                elif party not in known:
                    found[first, second] = {**known, party: word}
    return found
