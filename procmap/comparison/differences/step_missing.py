"""`step_missing`: a row that some parties have and others do not.

Steps without a label are left out: that nothing could be matched by words says nothing of them. A party whose step is
part of another party's step, or holds it, does not miss it (that is `split_merged`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.comparison.differences import trigger
from procmap.comparison.differences.split_merged import covered
from procmap.comparison.grid import Grid
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Drawing


def differences(grid: Grid, drawings: Mapping[str, Drawing]) -> Iterator[Difference]:
    """Yield a difference for each labelled row that a party misses."""
    beside = covered(grid) | trigger.covered(grid, drawings)
    for row in grid.rows:
        having = grid.having(row)
        missing = [party for party in grid.parties if party not in having and (row.id, party.id) not in beside]
        if not (missing and row.label):
            continue
        few = 2 * len([party for party in having if not party.is_reference]) <= len(
            [party for party in grid.parties if not party.is_reference]
        )
        yield Difference(
            code="step_missing",
            params={
                "label": row.label,
                "having": ", ".join(party.id for party in having),
                "missing": ", ".join(party.id for party in missing),
            },
            rows=(row.id,),
            elements=tuple(Place(process=member.process, id=member.step) for member in row.steps),
            values={party.id: next((step.name for step in grid.steps(row, party)), None) for party in grid.parties},
            marks=tuple(party.id for party in ((*having, *missing) if few else missing)),
        )
