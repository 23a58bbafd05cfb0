"""The four classes on the course of processes, told of the rows of the gold, held against the gold."""

from __future__ import annotations

from itertools import chain

from procmap.alignment import align
from procmap.comparison import compare
from tests.cases.gold import Case
from tests.cases.test_gold import ALL, CASES

CODES = ("parallel_sequential", "either_or_both", "optional", "repeated")
Named = tuple[str, tuple[str, ...]]
"""A code and the ids of the rows of the gold."""

NOT_IN_GOLD = {
    ("barnehageopptak", ("parallel_sequential", ("r03", "r05"))): "true by the parallel gateway of Tindehavn",
    ("bygglov", ("optional", ("r21",))): "true; the gold tells that Norråsele has no way for a refusal, d49",
}
NOT_TOLD: dict[tuple[str, Named], str] = {}


def told(case: Case) -> list[Named]:
    """Return what is told of the gold's own rows."""
    of_step = {step: row for row, steps in case.rows.items() for step in steps}
    comparison = compare(case.parties, align(case.parties, case.confirmations))
    row_of = {row.id: of_step[row.steps[0].process, row.steps[0].step] for row in comparison.alignment.rows}
    return [
        (difference.code, tuple(sorted(row_of[row] for row in difference.rows)))
        for difference in comparison.differences
        if difference.code in CODES
    ]


def wanted(case: Case) -> list[Named]:
    """Return what the gold tells."""
    entries = case.load("differences.json")["differences"]
    return [(entry["code"], tuple(sorted(entry["rows"]))) for entry in entries if entry["code"] in CODES]


def same(one: Named, other: Named) -> bool:
    """Tell whether two are the same phenomenon: one code and a row in common, two where the code is of pairs."""
    shared = len(set(one[1]) & set(other[1]))
    return one[0] == other[0] and shared >= (1 if one[0] in {"optional", "repeated"} else 2)


@CASES
def test_what_is_told_is_in_the_gold(case):
    gold = wanted(case)
    extra = [one for one in told(case) if not any(same(one, other) for other in gold)]
    assert sorted(extra) == sorted(one for name, one in NOT_IN_GOLD if name == case.folder.name)


@CASES
def test_what_the_gold_tells_is_told(case):
    found = told(case)
    missed = [one for one in wanted(case) if not any(same(one, other) for other in found)]
    assert sorted(missed) == sorted(one for name, one in NOT_TOLD if name == case.folder.name)


def test_most_of_it_is_as_in_the_gold():
    found = list(chain.from_iterable(told(case) for case in ALL))
    gold = list(chain.from_iterable(wanted(case) for case in ALL))
    assert (len(found), len(NOT_IN_GOLD), len(gold), len(NOT_TOLD)) == (31, 2, 30, 0)
