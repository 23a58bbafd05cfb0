"""What the workshops of the golden cases decided can all be applied to the gold's own rows."""

from __future__ import annotations

from procmap.alignment import align
from procmap.harmonisation import harmonise
from procmap.model import Decisions
from tests.cases.gold import Case
from tests.cases.test_gold import CASES


@CASES
def test_every_decision_of_the_gold_is_applied(case: Case) -> None:
    decisions = Decisions.model_validate(case.load("decisions.json"))
    alignment = align(case.parties, case.confirmations, decisions)
    result = harmonise(case.parties, alignment, decisions=decisions)
    assert [note for note in result.notes if note.code.startswith("decision")] == []
    assert "decisions-not-applied" not in [finding.code for finding in result.blocking]
    assert result.common.decisions == decisions.decisions
