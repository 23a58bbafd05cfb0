"""`risk`: a risk seen at a step here and not there. Judgements are compared where the risk has the same name.

That a step has no risk is told only by a party that has risks at its steps at all.
"""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import label_key
from procmap.model import Risk, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the risks at the steps with their judgement; None for a party that tells of no risks anywhere."""
    if not grid.uses(party, "risk"):
        return None
    risks = [value for value in grid.attached(party, steps, "risk") if isinstance(value, Risk)]
    return Told(
        key=frozenset((label_key(risk.name, grid.language), risk.likelihood, risk.impact) for risk in risks),
        shown=joined(_shown(risk) for risk in risks) or None,
        elements=tuple(risk.id for risk in risks),
    )


def _shown(risk: Risk) -> str:
    judged = " \u00d7 ".join(filter(None, (risk.likelihood, risk.impact)))
    return f"{risk.name or risk.id} ({judged})" if judged else risk.name or risk.id


RISK = Aspect("risk", tell)
