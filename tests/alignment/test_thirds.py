"""Two steps that are nearly the same, and a third party with a step that goes with both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.alignment.evidence import Evidence
from procmap.alignment.thirds import thirds
from tests.alignment.parties import party
from tests.cases.gold import FOLDERS, Case


def steps(*names: str) -> tuple[Evidence, dict[str, int]]:
    evidence = Evidence([party(name, f"{name}1 -> {name}2") for name in names])
    return evidence, {placed.step.id: number for number, placed in enumerate(evidence.steps)}


def key(*numbers: int) -> tuple[int, int]:
    return min(numbers), max(numbers)


def test_a_third_that_goes_with_both_is_found():
    evidence, at = steps("A", "B", "C")
    nearly = [key(at["A1"], at["B1"])]
    assert thirds(evidence, [], nearly) == {}
    same = [key(at["A1"], at["C2"]), key(at["B1"], at["C2"])]
    assert thirds(evidence, same, nearly) == {nearly[0]: at["C2"]}
    assert thirds(evidence, same[:1], [*nearly, same[1]]) == {nearly[0]: at["C2"], same[1]: at["A1"]}


def test_another_step_of_one_of_both_is_no_third():
    evidence, at = steps("A", "B", "C")
    nearly = [key(at["A1"], at["B1"])]
    assert thirds(evidence, [key(at["A2"], at["B1"]), key(at["A1"], at["A2"])], nearly) == {}


@given(st.data())
def test_the_order_of_pairs_has_no_say(data):
    evidence, at = steps("A", "B", "C", "D")
    numbers = sorted(at.values())
    pairs = [(a, b) for a in numbers for b in numbers if a < b]
    nearly = data.draw(st.lists(st.sampled_from(pairs), unique=True))
    same = [pair for pair in data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pair not in nearly]
    again = thirds(evidence, same[::-1], data.draw(st.permutations(nearly)))
    assert sorted(again.items()) == sorted(thirds(evidence, same, nearly).items())


def test_a_link_tells_of_the_third():
    case = next(Case(folder) for folder in FOLDERS if folder.name == "premises-licence")
    told = [finding for link in align(case.parties).links for finding in link.why if finding.code == "alike-third"]
    assert told
    labels = {(one.id, step.name) for one in case.parties for step in one.process.steps}
    assert all((finding.params["party"], finding.params["label"]) in labels for finding in told)
