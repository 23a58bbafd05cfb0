"""`record_rule`: how documents are registered, kept, disposed of and shielded at a step.

That a step has no rule is told only by a party that has record rules at its steps at all.
"""

from __future__ import annotations

from collections.abc import Hashable

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import Language, normalise
from procmap.language.law_names import law_key
from procmap.model import RecordRule, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return what the record rules at the steps ask for; None for a party that tells of no rules anywhere."""
    if not grid.uses(party, "record"):
        return None
    rules = [value for value in grid.attached(party, steps, "record") if isinstance(value, RecordRule)]
    return Told(
        key=frozenset(_asked(rule, grid.language) for rule in rules),
        shown=joined(_shown(rule) for rule in rules) or None,
        elements=tuple(rule.id for rule in rules),
    )


def _asked(rule: RecordRule, language: Language) -> tuple[Hashable, ...]:
    shielded = law_key(rule.access_basis, language)
    return (rule.registration or "", rule.disposal or "", shielded, normalise(rule.retention))


def _shown(rule: RecordRule) -> str:
    asked = "; ".join(filter(None, (rule.registration, rule.disposal, rule.retention, rule.access_basis)))
    name = rule.name or rule.document_type or rule.id
    return f"{name} ({asked})" if asked else name


RECORD_RULE = Aspect("record_rule", tell, attached=True)
