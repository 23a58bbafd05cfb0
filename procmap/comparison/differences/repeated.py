"""`repeated`: a row that can come again in one run here, in a loop or by a loop marker, and cannot there.

The rows of a loop are told together, and once: that a loop is longer here than there is not told again for each row.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set

from procmap.comparison.differences.sides import Found, difference, gathered, parties_with, sides_of
from procmap.comparison.grid import Grid
from procmap.comparison.runs import Runs, pool_of
from procmap.comparison.values import Difference
from procmap.comparison.within import aside
from procmap.model import Activity


def differences(
    grid: Grid, runs: Mapping[str, Sequence[Runs]], position: Mapping[str, int], ended: Set[tuple[str, str]]
) -> Iterator[Difference]:
    """Yield the differences; `position` is the place of each row in the common order.

    `ended`: the parties and rows with which they go on where others end. A loop that leads back so is told with the
    end: it is the same answer to the same question.
    """
    found = []
    loops_of: dict[str, set[tuple[str, frozenset[str]]]] = {}
    for row in grid.rows:
        if not row.label:
            continue
        placed = _placed(grid, runs, row.id)
        again = {party: pool.comes_again(at) for party, (pool, at) in placed.items()}
        sides = tuple((party, "again" if answer else "once") for party, answer in again.items() if answer is not None)
        if len({word for _, word in sides}) > 1:
            ties: set[tuple[str, frozenset[str]]] = {
                (party, loop) for party, (pool, at) in placed.items() for loop in pool.loops if at in loop
            }
            found.append(Found((row.id,), sides, frozenset(ties)))
            loops_of[row.id] = ties
    told: set[Hashable] = set()
    groups = [({tie for one in group for tie in loops_of[one.rows[0]]}, group) for group in gathered(found, position)]
    for loops, group in sorted(groups, key=lambda one: -len(one[0])):
        if loops <= told or _ended(loops, ended) or not any(_is_work(grid, one.rows[0]) for one in group):
            continue
        told |= loops
        values = sides_of(group)
        rows = sorted((one.rows[0] for one in group), key=position.__getitem__)
        params = {
            "labels": grid.quoted(rows),
            "again": parties_with(values, "again"),
            "once": parties_with(values, "once"),
        }
        yield difference(grid, "repeated", rows, values=values, params=params, about=rows)


def _ended(loops: Set[tuple[str, frozenset[str]]], ended: Set[tuple[str, str]]) -> bool:
    """Tell whether each loop is one with which its party goes on where others end."""
    return bool(loops) and all(any((party, row) in ended for row in loop) for party, loop in loops)


def _placed(grid: Grid, runs: Mapping[str, Sequence[Runs]], row: str) -> dict[str, tuple[Runs, str]]:
    """Return the pool of each party that has a row, and the row; or that of the whole within which it does it.

    Where a whole itself comes again here and not there, that is told of it alone; and what others do only when an event
    cuts their own step of that row off is no part that comes again with it.
    """
    placed: dict[str, tuple[Runs, str]] = {}
    for party in sorted(runs):
        at = grid.parts.within.get((row, party), row)
        pool = pool_of(runs[party], at)
        if pool is not None and (at == row or _comes_with(grid, runs, row, at)):
            placed[party] = (pool, at)
    return placed


def _comes_with(grid: Grid, runs: Mapping[str, Sequence[Runs]], row: str, whole: str) -> bool:
    having = grid.having(grid.row[row])
    return len(_answers(runs, whole)) == 1 and not any(row in aside(grid, party, whole) for party in having)


def _answers(runs: Mapping[str, Sequence[Runs]], row: str) -> set[bool]:
    """Return whether a row comes again, as parties that have it answer."""
    pools = [pool for of_party in runs.values() if (pool := pool_of(of_party, row))]
    return {answer for pool in pools if (answer := pool.comes_again(row)) is not None}


def _is_work(grid: Grid, row: str) -> bool:
    return any(isinstance(grid.step(member), Activity) for member in grid.row[row].steps)
