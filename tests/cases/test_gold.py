"""Is each golden case what docs/cases.md says: whole, consistent, about elements that are there?"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from procmap.model import Decisions
from tests.cases.gold import FOLDERS, ROOT, Case

ALL = [Case(folder) for folder in FOLDERS]
CASES = pytest.mark.parametrize("case", ALL, ids=[case.folder.name for case in ALL])
CODES = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "cases.md").read_text(encoding="utf-8"), re.MULTILINE))


def test_there_is_a_case():
    assert FOLDERS


@CASES
def test_every_step_stands_in_one_row(case):
    steps = {(who, step.id) for who, process in case.processes.items() for step in process.steps}
    times = Counter(step for row in case.rows.values() for step in row)
    assert set(times) == steps
    assert set(times.values()) == {1}


@CASES
def test_every_entry_has_a_reason(case):
    alignment, common = case.load("alignment.json"), case.load("common.json")
    entries = [
        *(entry for kind in ("rows", "part_of", "names", "doubtful") for entry in alignment[kind]),
        *case.load("differences.json")["differences"],
        *case.load("decisions.json")["decisions"],
        *(entry for kind in ("steps", "relations", "fates", "roles") for entry in common[kind]),
    ]
    assert len(entries) > 100
    assert all(entry["reason"].strip() for entry in entries)


@CASES
def test_differences_are_about_what_is_there(case):
    known = {
        who: {element.id for element in process.elements()} | {value.id for value in process.attached} | {process.id}
        for who, process in case.processes.items()
    }
    differences = case.load("differences.json")["differences"]
    assert len({entry["id"] for entry in differences}) == len(differences)
    for entry in differences:
        assert entry["code"] in CODES, entry["id"]
        assert set(entry["rows"]) <= set(case.rows), entry["id"]
        for who, elements in entry["elements"].items():
            assert set(elements) <= known[who], (entry["id"], who)


@CASES
def test_the_decisions_are_in_the_format_of_decisions(case):
    decisions = Decisions.model_validate(case.load("decisions.json")).decisions
    assert len({decision.id for decision in decisions}) == len(decisions)


@CASES
def test_every_step_and_every_attached_value_has_one_fate(case):
    common = case.load("common.json")
    wanted = Counter(
        (who, one.id) for who, process in case.processes.items() for one in (*process.steps, *process.attached)
    )
    assert Counter((fate["organisation"], fate["id"]) for fate in common["fates"]) == wanted
    steps = {step["id"] for step in common["steps"]}
    decisions = {entry["id"] for entry in case.load("decisions.json")["decisions"]}
    for fate in common["fates"]:
        assert fate["to"] is None or fate["to"] in steps, fate
        assert fate["decision"] is None or fate["decision"] in decisions, fate
        assert fate["fate"] != "retired" or fate["decision"], fate


@CASES
def test_the_relations_of_the_common_process_have_no_circle(case):
    after: dict[str, set[str]] = {}
    for relation in case.load("common.json")["relations"]:
        if relation["relation"] == "before":
            after.setdefault(relation["a"], set()).add(relation["b"])
    done: set[str] = set()
    while after:
        ends = {node for node, later in after.items() if later <= done | {x for x in later if x not in after}}
        assert ends, after
        done |= ends
        after = {node: later for node, later in after.items() if node not in ends}
