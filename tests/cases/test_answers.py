"""What procmap says of the golden cases, held against the gold."""

from __future__ import annotations

import pytest

from procmap.alignment import align
from procmap.answers.people import read_confirmations, read_decisions
from procmap.answers.sample import sample_folder
from procmap.harmonisation import harmonise
from tests.cases.test_gold import CASES

FOUND = {
    "anskaffelse": 0.95,
    "barnehageopptak": 0.87,
    "byggesoknad": 0.95,
    "bygglov": 0.95,
    "journalforing": 0.73,
    "premises-licence": 0.72,
}
"""How many of the pairs that belong together are found at least, by case: what was reached must not be lost."""


@CASES
def test_what_is_put_together_belongs_together(case):
    score = case.score(align(case.parties))
    assert score.precision >= 0.9, score
    assert score.recall >= FOUND.get(case.folder.name, 0.0), score


def test_the_confirmations_of_the_sample_say_what_the_gold_says():
    from tests.cases.gold import CASES as FOLDER
    from tests.cases.gold import Case

    case = Case(FOLDER / "byggesoknad")
    confirmed = read_confirmations(str(sample_folder() / "confirmations.json"))
    alignment = align(case.parties, confirmed)
    assert {frozenset((m.process, m.step) for m in row.steps) for row in alignment.rows} == set(case.rows.values())


MISSED = {
    "anskaffelse": (1, 0, 0, 0),
    "barnehageopptak": (0, 4, 3, 1),
    "byggesoknad": (1, 0, 0, 3),
    "bygglov": (1, 0, 0, 2),
    "journalforing": (1, 0, 4, 3),
    "premises-licence": (0, 0, 0, 0),
}
"""How many relations, fates of steps, fates of attached values and roles at most are not as in the gold, by case."""


@CASES
@pytest.mark.parametrize("known", ["nothing", "rows", "decisions"])
def test_a_common_process_can_always_run(case, known):
    confirmations = None if known == "nothing" else case.confirmations
    decisions = read_decisions(str(case.folder / "decisions.json")) if known == "decisions" else None
    result = harmonise(case.parties, align(case.parties, confirmations), decisions=decisions)
    holds = {law.name: law.holds for law in result.invariants}
    assert (holds["soundness"], holds["accounting"], holds["derivability"]) == (True, True, True)
    if known == "decisions":
        missed = case.missed(result)
        counts = (len(missed.relations), len(missed.steps), len(missed.attached), len(missed.roles))
        assert all(count <= most for count, most in zip(counts, MISSED[case.folder.name], strict=True)), missed


def test_the_sample_becomes_the_common_process_of_the_gold():
    from tests.cases.gold import CASES as FOLDER
    from tests.cases.gold import Case

    case = Case(FOLDER / "byggesoknad")
    decisions = read_decisions(str(case.folder / "decisions.json"))
    result = harmonise(case.parties, align(case.parties, case.confirmations), decisions=decisions)
    missed = case.missed(result)
    # c09 is a step that nobody has: decisions cannot make new ones yet.
    assert missed.relations == (("c09", "before", "c08"),)
    assert missed.steps == ()
    assert missed.attached == ()
    assert all(law.holds for law in result.invariants)
