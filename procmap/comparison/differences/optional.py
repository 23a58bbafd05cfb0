"""`optional`: a row that a party has in every run that does not end early, and another party passes by in some.

Told of what is passed by without anything else in its place; the other party does it always, or at least wherever it
does something before that such a run of the first one does too, and has no other work in its place that such a run
does. So what only an early end leaves out is not told, nor what is one of several ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.alignment import Row
from procmap.comparison.differences.sides import Found, difference, gathered, parties_with, sides_of
from procmap.comparison.grid import Grid
from procmap.comparison.runs import Runs, pool_of
from procmap.comparison.values import Difference


def differences(grid: Grid, runs: Mapping[str, Sequence[Runs]], position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield the differences; `position` is the place of each row in the common order."""
    sides: dict[str, dict[str, str]] = {}
    passed: dict[tuple[str, str], frozenset[str]] = {}
    for row in grid.rows:
        pools = {party: pool for party in runs if (pool := pool_of(runs[party], row.id)) and row.id in pool.acts}
        if not row.label or len(pools) < 2:
            continue
        passing = {party: pool.passing_by(row.id) for party, pool in pools.items()}
        of_row = _sides(row, pools, passing)
        if of_row:
            sides[row.id] = of_row
            passed.update(((party, row.id), rows) for party, rows in passing.items())
    found = [
        Found((row,), tuple(sorted(of_row.items())), frozenset(_tied(row, sides, passed)))
        for row, of_row in sides.items()
    ]
    for group in gathered(found, position):
        values = sides_of(group)
        rows = sorted((one.rows[0] for one in group), key=position.__getitem__)
        params = {
            "labels": grid.quoted(rows),
            "always": parties_with(values, "always"),
            "sometimes": parties_with(values, "sometimes"),
        }
        yield difference(grid, "optional", rows, values=values, params=params)


def _sides(row: Row, pools: Mapping[str, Runs], passing: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return who has a row sometimes and who always; nobody where the two do not meet."""
    sides: dict[str, str] = {}
    for some in (party for party in pools if passing[party]):
        begun = passing[some] & pools[some].before(row.id)
        for other in (party for party in pools if not passing[party]):
            bound = begun & pools[other].binding(row.id) and not passing[some] & pools[other].instead(row.id)
            if bound or pools[other].always(row.id):
                sides[some], sides[other] = "sometimes", "always"
    return sides


def _tied(
    row: str, sides: Mapping[str, Mapping[str, str]], passed: Mapping[tuple[str, str], frozenset[str]]
) -> Iterator[frozenset[str]]:
    """Yield a row, and it with each other that nobody who has both sometimes leaves out without leaving out this too.

    Or this without the other: a step within what is left out may be left out by itself.
    """
    yield frozenset([row])
    for other in sides:
        both = [party for party, word in sides[row].items() if word == sides[other].get(party) == "sometimes"]
        if both and all(other not in passed[party, row] or row not in passed[party, other] for party in both):
            yield frozenset([row, other])
