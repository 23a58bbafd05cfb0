from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.behaviour import References, make_reference, normalised_label, resolve
from procmap.model import Process
from tests.behaviour.blocks import blocks, drawn
from tests.behaviour.builders import process

TEXT = "s(start) -> a -> x(xor) -> b, c -> y(xor) -> d -> e(end)"


def renamed(original: Process) -> Process:
    """Give every element another id."""
    nodes = tuple(node.replace(id=f"new-{node.id}") for node in original.nodes)
    flows = tuple(f.replace(source=f"new-{f.source}", target=f"new-{f.target}") for f in original.flows)
    return original.replace(nodes=nodes, flows=flows)


def test_a_reference_names_the_neighbours_across_gateways():
    reference = make_reference(process(TEXT), "a", organisation="Fjordvik")
    assert (reference.organisation, reference.step, reference.label) == ("Fjordvik", "a", "a")
    assert (reference.before, reference.after) == (("s",), ("b", "c"))


def test_unnamed_steps_are_passed_over():
    drawing = process("s(start) -> a -> i(throw) -> b", i={"name": " "}, s={"name": ""})
    reference = make_reference(drawing, "a")
    assert (reference.before, reference.after) == ((), ("b",))


@given(blocks())
def test_every_step_is_found_again_by_id_and_by_label_and_neighbour(block):
    drawing = drawn(block)
    references, fresh = References(drawing), References(renamed(drawing))
    for step in drawing.steps:
        reference = references.make(step.id)
        assert references.resolve(reference) == step.id
        if step.name and (reference.before or reference.after):
            assert fresh.resolve(reference) == f"new-{step.id}"


def test_case_white_space_and_unicode_form_do_not_matter():
    reference = make_reference(process(TEXT, a={"name": "Sjekk så\nSØKNAD"}), "a")
    other = renamed(process(TEXT, a={"name": unicodedata.normalize("NFD", "sjekk  så søknad ")}))
    assert resolve(reference, other) == "new-a"


def test_the_same_id_with_another_label_is_not_the_step():
    assert resolve(make_reference(process(TEXT), "a"), process(TEXT, a={"name": "Other"})) is None


def test_two_steps_with_the_label_and_a_common_neighbour_are_asked():
    reference = make_reference(process(TEXT), "d")
    twice = renamed(process(TEXT, b={"name": "d"}, c={"name": "d"}))
    assert resolve(reference.replace(before=("a",), after=()), twice) is None


def test_of_two_steps_with_the_label_the_one_with_a_common_neighbour_is_it():
    text = "s(start) -> a -> b -> c -> d -> e(end)"
    reference = make_reference(process(text, d={"name": "b"}), "b")
    assert resolve(reference, renamed(process(text, d={"name": "b"}))) == "new-b"


def test_a_neighbour_on_the_other_side_does_not_count():
    reference = make_reference(process("a -> b"), "b")
    assert resolve(reference, renamed(process("b -> a"))) is None


def test_an_unknown_step_cannot_be_cited():
    with pytest.raises(KeyError):
        make_reference(process(TEXT), "x")


@given(st.text())
def test_normalising_a_label_twice_changes_nothing_more(text):
    once = normalised_label(text)
    assert normalised_label(once) == once
    assert normalised_label(unicodedata.normalize("NFD", text)) == once
