"""`system`: in which system the work is done."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.model import Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the systems of the steps; None where none is named."""
    names = [name for step in steps for name in grid.facts[party.id].systems(step)]
    return Told(grid.same_names("system", party, names), joined(names)) if names else None


SYSTEM = Aspect("system", tell, recurs=True)
