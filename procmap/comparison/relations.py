"""How rows stand to each other in each party's process: before, after, parallel, either-or, or mixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from procmap.behaviour import Relation
from procmap.comparison.grid import Grid
from procmap.comparison.runs import Runs

RowRelation = Literal["before", "after", "parallel", "exclusive", "mixed"]
Relations = Mapping[tuple[str, str], Mapping[str, RowRelation]]
"""For two rows (ids, the one that stands first in the alignment first): the relation in each party that has one.

Rows in different pools of a party have none, nor have rows that can never happen.
"""

_WORDS: dict[str, RowRelation] = {"<": "before", ">": "after", "|": "parallel", "x": "exclusive", "~": "mixed"}


def relations(grid: Grid, runs: Mapping[str, Sequence[Runs]], most: int) -> Relations:
    """Return the relations between rows in all processes.

    Of more than `most` rows only those that several parties have are compared with each other, as far as these are no
    more; all others with what comes next alone, which is enough to put them in order.
    """
    rows = compared(grid, most)
    is_whole = len(rows) == len(grid.rows)
    found: dict[tuple[str, str], dict[str, RowRelation]] = {}
    # Most pairs of large processes are those of one party: they share a mapping for each word.
    alone: dict[tuple[str, RowRelation], dict[str, RowRelation]] = {}
    place = {row.id: number for number, row in enumerate(grid.rows)}
    for party, of_party in runs.items():
        for one in of_party:
            having = sorted((row for row in one.order.rows if row in rows), key=place.__getitem__)
            for first, second, sign in chain(one.relations(having), () if is_whole else _next(grid, party, one, place)):
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


def compared(grid: Grid, most: int) -> frozenset[str]:
    """Return the rows of which each two are compared: all, else those that several parties have, else none."""
    shared = [row for row in grid.rows if len(grid.having(row)) > 1]
    return frozenset(row.id for row in next((rows for rows in (grid.rows, shared) if len(rows) <= most), ()))


def _next(grid: Grid, party: str, runs: Runs, place: Mapping[str, int]) -> Iterator[tuple[str, str, Relation]]:
    """Yield each row that a party alone has with what comes next before and after it, with their relation."""
    pairs = {
        (row, other) if place[row] < place[other] else (other, row)
        for row, others in grid.following(party).items()
        for other in others
        if row != other and 1 in (len(grid.having(grid.row[row])), len(grid.having(grid.row[other])))
    }
    for one, other in sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if one in runs.order.number and other in runs.order.number:
            yield one, other, runs.relation(one, other)
