"""`system`: in which system the work is done.

Systems of the same name are the same. That two others do the same work (the alignment puts their names together) is no
reason not to tell: they are two products, and one of them is to be chosen.
"""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import label_key
from procmap.model import Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the systems of the steps; None where none is named."""
    names = [name for step in steps for name in grid.facts[party.id].systems(step)]
    return Told(frozenset(label_key(name, grid.language) for name in names), joined(names)) if names else None


SYSTEM = Aspect("system", tell, recurs=True)
