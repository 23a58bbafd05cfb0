"""`legal_basis`: the law that a step rests on, as far as it is cited."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import normalise
from procmap.model import Step


def tell(_grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the legal bases of the steps; None where none is cited."""
    cited = [basis for step in steps for basis in step.details.legal_basis if basis.strip()]
    return Told(frozenset(map(normalise, cited)), joined(cited)) if cited else None


LEGAL_BASIS = Aspect("legal_basis", tell)
