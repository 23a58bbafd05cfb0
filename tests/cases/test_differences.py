"""The differences that procmap tells of the golden cases, held against the gold (the rule is in docs/cases.md)."""

from __future__ import annotations

import pytest

from procmap.alignment import align
from procmap.comparison import compare
from tests.cases.differences import Entry, Scored, score
from tests.cases.test_gold import ALL, CASES

CONFIRMED = {
    "anskaffelse": (0.9, 0.93),
    "barnehageopptak": (0.91, 0.92),
    "byggesoknad": (0.95, 0.95),
    "bygglov": (0.93, 0.9),
    "journalforing": (0.96, 0.9),
    "premises-licence": (0.9, 0.9),
}
"""Precision and recall of the differences at least, where people confirmed the rows: what was reached is not lost."""
BY_CLASS = {
    "condition": (1.0, 0.78),
    "control": (1.0, 1.0),
    "deadline": (0.95, 0.98),
    "document": (0.56, 0.57),
    "earlier_later": (1.0, 0.85),
    "legal_basis": (0.8, 0.82),
    "optional": (0.85, 1.0),
    "order": (1.0, 1.0),
    "parallel_sequential": (0.93, 1.0),
    "participant_message": (0.93, 0.7),
    "partly_corresponding": (1.0, 0.45),
    "record_rule": (0.97, 1.0),
    "repeated": (1.0, 1.0),
    "risk": (1.0, 1.0),
    "role": (0.93, 0.92),
    "rosa_level": (1.0, 0.96),
    "split_merged": (0.92, 1.0),
    "step_missing": (0.92, 0.97),
    "system": (0.89, 0.93),
    "trigger": (1.0, 0.83),
    "type": (0.93, 0.93),
    "wording": (0.86, 0.87),
}
"""The same by class, over all cases."""
NAMES = {"role": (0.93, 0.82), "system": (0.85, 0.72), "document": (0.93, 0.9)}
"""Precision and recall of the names taken for the same, by kind, over all cases."""


def told(case):
    return score(case, compare(case.parties, align(case.parties, case.confirmations)))


@CASES
def test_what_is_told_is_in_the_gold_and_what_is_in_the_gold_is_told(case):
    found = told(case)
    precision, recall = CONFIRMED.get(case.folder.name, (0.0, 0.0))
    assert found.precision() >= precision
    assert found.recall() >= recall


def test_each_class_keeps_what_it_reached():
    scored = [told(case) for case in ALL]
    reached = {}
    for code in BY_CLASS:
        counts = {
            name: sum(entry.code == code for found in scored for entry in getattr(found, name))
            for name in ("told", "wrong", "gold", "missed")
        }
        reached[code] = (1 - counts["wrong"] / counts["told"], 1 - counts["missed"] / counts["gold"])
    assert {
        code: found
        for code, found in reached.items()
        if any(one < least for one, least in zip(found, BY_CLASS[code], strict=True))
    } == {}


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_names_keep_what_they_reached(kind):
    scores = [case.score_names(align(case.parties, case.confirmations))[kind] for case in ALL]
    both = sum(score.both for score in scores)
    assert both / sum(score.found for score in scores) >= NAMES[kind][0]
    assert both / sum(score.wanted for score in scores) >= NAMES[kind][1]


def rows(*steps):
    """Rows of one step each of A and B."""
    return tuple(frozenset({("A", step), ("B", step)}) for step in steps)


def entry(code, having, *steps, elements=()):
    return Entry("x", code, rows(*steps), frozenset(elements), frozenset(having), "note", "")


def test_other_codes_rows_or_organisations_do_not_answer():
    gold = entry("role", "AB", "s")
    assert gold.is_near(entry("role", "AB", "s", "t"))
    assert not gold.is_near(entry("system", "AB", "s"))
    assert not gold.is_near(entry("role", "AB", "t"))
    assert gold.agrees(frozenset("AB"))
    assert not gold.agrees(frozenset("A"))
    assert not entry("control", "A", "s").agrees(frozenset("AB"))


def test_neighbouring_codes_answer_only_about_both_rows():
    gold = entry("split_merged", "AB", "whole", "part")
    assert gold.is_near(entry("step_missing", "AB", "part", elements=[("A", "whole")]))
    assert not gold.is_near(entry("step_missing", "AB", "part"))


def test_what_stands_in_order_is_about_two_rows_or_the_one_that_is_moved():
    assert not entry("order", "AB", "s", "t").is_near(entry("order", "AB", "s", "u"))
    assert entry("order", "AB", "s", "t").is_near(entry("earlier_later", "AB", "s", "t", "u"))
    assert entry("earlier_later", "AB", "s").is_near(entry("earlier_later", "AB", "s", "u"))
    assert not entry("earlier_later", "AB", "u").is_near(entry("earlier_later", "AB", "s", "u"))


def test_who_has_none_of_the_rows_is_told_of_the_others():
    gold = Entry("x", "role", rows("s"), frozenset(), frozenset("AB"), "note", "")
    recurring = Entry("y", "role", (*rows("s"), frozenset({("C", "t")})), frozenset(), frozenset("ABC"), "note", "")
    assert gold.of_these(recurring) == frozenset("AB")
    assert gold.of_these(entry("role", "ABC", "s")) == frozenset("ABC")


def test_precision_and_recall_are_shares():
    scored = Scored(
        (entry("role", "AB", "s"), entry("role", "AB", "t")), (entry("role", "AB", "s"),), frozenset({(0, 0)})
    )
    assert (scored.precision(), scored.recall(), scored.precision("role"), scored.recall("risk")) == (0.5, 1, 0.5, 1)
    assert [one.rows for one in scored.wrong] == [rows("t")]
    assert scored.missed == ()
