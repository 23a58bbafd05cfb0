"""`legal_basis`: the law that a step (or its deadline) rests on, as far as it is cited.

Two things: a step for which they cite other laws; and one for which some cite a law and others, who do so elsewhere,
none. A step is told as one of them: where they cite other laws, who cites none is told there. Who cites one more beside
what all cite says more of the same, not something else. Short forms and Nynorsk are no other law.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told, one_lacks
from procmap.comparison.grid import Grid, cited_at, joined
from procmap.language.law_names import law_key
from procmap.model import Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the legal bases of the steps; None for a party that cites none anywhere, or has work elsewhere."""
    cited = cited_at(steps)
    if not cited and (
        not grid.cites(party) or any(grid.parts.touches(grid.row_of[party.id, step.id]) for step in steps)
    ):
        return None
    return Told(frozenset(law_key(basis, grid.language) for basis in cited), joined(cited) or None)


def _other_laws(keys: Sequence[Hashable]) -> bool:
    """Tell whether those that cite laws cite others."""
    return one_lacks([key for key in keys if key])


def _given(_grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return who cites a law and who none; nothing where other laws are cited: that tells it."""
    if _other_laws([one.key for one in told.values()]):
        return {}
    return {party: replace(one, key=bool(one.key)) for party, one in told.items()}


LEGAL_BASIS_GIVEN = Aspect(
    "legal_basis", tell, part="given", recurs=True, gathers=True, side_by_side=_given, in_agreement=False
)
LEGAL_BASIS = Aspect("legal_basis", tell, differ=_other_laws)
