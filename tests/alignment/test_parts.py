import pytest

from procmap.alignment import align
from procmap.alignment.evidence import Evidence
from procmap.alignment.likeness import Likeness, label_of
from procmap.alignment.parts import part_of
from tests.alignment.parties import party


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Vurdere nabomerknader", "Vurdere"),
        ("Signere", "Skrive og signere"),
        ("Evaluate grades", "Evaluate"),
        ("Sign", "Write and sign"),
    ],
)
def test_what_is_said_within(part, whole):
    evidence = Evidence([party("A", "a", names={"a": part}), party("B", "b", names={"b": whole})])
    labels = {number: label_of(placed) for number, placed in enumerate(evidence.steps)}
    words = [placed.step.name for placed in evidence.steps]
    found = part_of(0, 1, Likeness(labels), labels)
    assert found is not None
    assert (words[found.part], words[found.whole]) == (part, whole)


def test_what_says_something_else_besides_is_no_part():
    evidence = Evidence([party("A", "a", names={"a": "Vurdere plan"}), party("B", "b", names={"b": "Sende faktura"})])
    labels = {number: label_of(placed) for number, placed in enumerate(evidence.steps)}
    assert part_of(0, 1, Likeness(labels), labels) is None


def test_a_link_for_it_leaves_the_rows_alone():
    names = {"m": "Talk to the supplier", "y": "Evaluate the tendered bids", "x": "Receive the report"}
    a = party("A", "m -> y -> x", names=names)
    b = party("B", "p -> y -> q -> x", names={"p": "Plan", "y": "Evaluate", "q": "Pay", "x": "Receive report"})
    alignment = align([a, b])
    assert sorted(len(row.steps) for row in alignment.rows) == [1, 1, 1, 1, 1, 2]
    (link,) = [link for link in alignment.links if link.relation == "part_of"]
    assert (link.a.process, link.b.process, link.why[0].code) == ("A", "B", "said-within")
    assert link.confidence < 0.75
