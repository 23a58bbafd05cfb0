"""`legal_basis`: the law that a step (or its deadline) rests on, as far as it is cited.

Two things: a step for which some cite a law and others, who do so elsewhere, none; and a step for which they cite other
laws. Who cites one more beside what all cite says more of the same, not something else. Short forms and Nynorsk are no
other law.
"""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told, one_lacks
from procmap.comparison.grid import Grid, cited_at, joined
from procmap.language.law_names import law_key
from procmap.model import Step


def tell_given(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return whether the steps have a legal basis; None for a party that cites none anywhere, or has work elsewhere."""
    cited = cited_at(steps)
    if not cited and (
        not grid.cites(party) or any(grid.parts.touches(grid.row_of[party.id, step.id]) for step in steps)
    ):
        return None
    return Told(bool(cited), joined(cited) or None)


def tell(grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the legal bases of the steps; None where none is cited."""
    cited = cited_at(steps)
    return Told(frozenset(law_key(basis, grid.language) for basis in cited), joined(cited)) if cited else None


LEGAL_BASIS_GIVEN = Aspect("legal_basis", tell_given, part="given", recurs=True, gathers=True)
LEGAL_BASIS = Aspect("legal_basis", tell, differ=one_lacks)
