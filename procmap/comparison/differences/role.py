"""`role`: who does it. Names that the alignment takes for the same are the same.

An event stands in a lane too, but nobody does it: that an application has come in is no work.
"""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.model import Activity, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the roles of the activities; None where none is named."""
    work = (step for step in steps if isinstance(step, Activity))
    names = [name for step in work for name in grid.facts[party.id].roles(step)]
    return Told(grid.same_names("role", party, names), joined(names)) if names else None


ROLE = Aspect("role", tell, recurs=True)
