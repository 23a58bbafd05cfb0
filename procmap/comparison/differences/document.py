"""`document`: which documents go in or out. Each direction is told by itself.

Who names one more beside those all name says more, not something else; who lacks what most have is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told, one_lacks
from procmap.comparison.grid import Grid, joined
from procmap.model import Step


def tell_in(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the documents that go in; None where none is named."""
    return _told(grid, party, (name for step in steps for name in grid.facts[party.id].documents_in(step)))


def tell_out(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the documents that come out; None where none is named."""
    return _told(grid, party, (name for step in steps for name in grid.facts[party.id].documents_out(step)))


def _told(grid: Grid, party: Party, names: Iterable[str]) -> Told | None:
    found = list(names)
    return Told(grid.same_names("document", party, found), joined(found)) if found else None


DOCUMENTS_IN = Aspect("document", tell_in, part="in", differ=one_lacks)
DOCUMENTS_OUT = Aspect("document", tell_out, part="out", differ=one_lacks)
