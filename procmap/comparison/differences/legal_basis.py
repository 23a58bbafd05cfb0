"""`legal_basis`: the law that a step rests on, as far as it is cited. Short forms and Nynorsk are no other law."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language.law_names import law_key
from procmap.model import Step


def tell(grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the legal bases of the steps; None where none is cited."""
    cited = [basis for step in steps for basis in step.details.legal_basis if basis.strip()]
    return Told(frozenset(law_key(basis, grid.language) for basis in cited), joined(cited)) if cited else None


LEGAL_BASIS = Aspect("legal_basis", "note", tell)
