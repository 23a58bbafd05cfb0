"""What procmap says of the golden cases, held against the gold."""

from __future__ import annotations

from procmap.alignment import align
from procmap.answers.people import read_confirmations
from procmap.answers.sample import sample_folder
from tests.cases.test_gold import CASES


@CASES
def test_what_is_put_together_by_words_belongs_together(case):
    score = case.score(align(case.parties))
    assert score.precision == 1.0, score
    assert score.both > 0


def test_the_confirmations_of_the_sample_say_what_the_gold_says():
    from tests.cases.gold import CASES as FOLDER
    from tests.cases.gold import Case

    case = Case(FOLDER / "byggesoknad")
    confirmed = read_confirmations(str(sample_folder() / "confirmations.json"))
    alignment = align(case.parties, confirmed)
    assert {frozenset((m.process, m.step) for m in row.steps) for row in alignment.rows} == set(case.rows.values())
