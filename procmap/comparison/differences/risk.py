"""`risk`: a risk seen at a step here and not there, or the same risk judged otherwise.

Risks are the same where their names say the same. That a step has no risk is told only by a party that has risks at its
steps at all.
"""

from __future__ import annotations

from itertools import combinations

from procmap.alignment import Party, Row
from procmap.comparison.criteria import related, subject
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference
from procmap.language import label_key
from procmap.model import Risk, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the risks at the steps with their judgement; None for a party that tells of no risks anywhere."""
    if not grid.uses(party, "risk"):
        return None
    risks = _risks(grid, party, steps)
    return Told(
        key=frozenset((label_key(risk.name, grid.language), risk.likelihood, risk.impact) for risk in risks),
        shown=joined(_shown(risk) for risk in risks) or None,
        elements=tuple(risk.id for risk in risks),
    )


def refine(grid: Grid, row: Row, difference: Difference) -> Difference:
    """Return the difference as `judged`, where all see one risk, the same, and judge it otherwise."""
    telling = RISK.told(grid, row)
    seen = {party: _risks(grid, party, RISK.steps(grid, row, party)) for party in grid.parties if party.id in telling}
    judged = {(risk.likelihood, risk.impact) for found in seen.values() for risk in found}
    if any(len(found) != 1 for found in seen.values()) or len(judged) == 1:
        return difference
    if not all(_same(grid, (a, seen[a][0]), (b, seen[b][0])) for a, b in combinations(seen, 2)):
        return difference
    return difference.replace(params={**difference.params, "part": "judged"})


def _risks(grid: Grid, party: Party, steps: tuple[Step, ...]) -> list[Risk]:
    return [value for value in grid.attached(party, steps, "risk") if isinstance(value, Risk)]


def _same(grid: Grid, one: tuple[Party, Risk], other: tuple[Party, Risk]) -> bool:
    keys = {label_key(risk.name, grid.language) for _, risk in (one, other)}
    subjects = [subject([risk.name], grid.spoken(party.id)) for party, risk in (one, other)]
    return len(keys) == 1 or related(*subjects)


def _shown(risk: Risk) -> str:
    judged = " \u00d7 ".join(filter(None, (risk.likelihood, risk.impact)))
    return f"{risk.name or risk.id} ({judged})" if judged else risk.name or risk.id


RISK = Aspect("risk", tell, refine=refine, attached=True)
