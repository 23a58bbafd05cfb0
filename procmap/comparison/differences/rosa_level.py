"""`rosa_level`: the service level of a step, 1 to 8."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid
from procmap.model import RosaAssessment, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the levels of the steps; None where none is assessed."""
    assessed = [
        (value.level, value.id)
        for value in grid.attached(party, steps, "rosa")
        if isinstance(value, RosaAssessment) and value.level is not None
    ]
    if not assessed:
        return None
    levels = sorted({level for level, _ in assessed})
    return Told(tuple(levels), ", ".join(map(str, levels)), tuple(value_id for _, value_id in assessed))


ROSA_LEVEL = Aspect("rosa_level", tell, attached=True)
