from __future__ import annotations

from procmap.layout import place
from procmap.layout.stable import loosened
from tests.layout.test_completing import two_lanes


def test_nothing_is_loosened_without_an_edit():
    process = two_lanes()
    assert loosened(process, process, place(process)) == set()


def test_a_step_in_another_lane_is_loosened():
    process = two_lanes()
    upper, lower = process.lanes
    edited = process.replace(lanes=(upper.replace(nodes=tuple("abde")), lower.replace(nodes=("x", "c"))))
    assert loosened(process, edited, place(process)) == {"c"}
    assert loosened(process, edited, place(edited)) == set()


def test_what_people_drew_beside_its_lane_is_not_loosened_by_an_edit_of_something_else():
    process = two_lanes()
    diagram = place(process)
    upper, lower = process.lanes
    crooked = process.replace(lanes=(upper.replace(nodes=tuple("abde")), lower.replace(nodes=("x", "c"))))
    renamed = crooked.replace(nodes=tuple(node.replace(name="Ny") for node in crooked.nodes))
    assert loosened(crooked, renamed, diagram) == set()
