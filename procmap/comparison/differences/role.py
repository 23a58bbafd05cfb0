"""`role`: who does it. Names that the alignment takes for the same are the same."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.model import Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the roles of the steps; None where none is named."""
    names = [name for step in steps for name in grid.facts[party.id].roles(step)]
    return Told(grid.same_names("role", party, names), joined(names)) if names else None


ROLE = Aspect("role", tell, recurs=True)
