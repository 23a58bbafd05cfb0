"""The aligned union: every source can be derived back from it, also from its file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.behaviour import read_process
from procmap.formats import read, read_source, write
from procmap.harmonisation import aligned_union, derive
from procmap.harmonisation.deriving import same_flow
from procmap.model import Activity, Process, replace_element
from tests.behaviour.builders import process
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.blocks import Shape, party, shapes, variants
from tests.harmonisation.test_real import NAMES, municipalities

SETS = shapes(list("abcdef")).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3))))


def derives_back(parties: list[Party]) -> Process:
    """Return the union, from which each party is derived back, before and after it was written."""
    union = aligned_union(parties, align(parties))
    (again,) = read_source(write((union,), "union.bpmn").content, "union.bpmn").processes
    for one in parties:
        for told in (union, again):
            assert same_flow(derive(told, one.organisation, one.variant), one.process)
    for element in (*union.nodes, *union.flows):
        assert element.origins
    return union


def relations(drawn: Process) -> dict[tuple[str, str], str | None]:
    steps = {step.id: step.id for step in drawn.steps}
    orders = [reading.order(steps) for reading in read_process(drawn)]
    return {(a, b): order.relation(a, b) for order in orders for a in order.number for b in order.number if a != b}


@given(SETS)
def test_generated_sets(made: tuple[Shape, ...]) -> None:
    parties = [party(name, shape) for name, shape in zip("ABC", made, strict=True)]
    union = derives_back(parties)
    for one in parties:
        assert relations(derive(union, one.organisation)) == relations(one.process)


@given(SETS, st.randoms())
def test_the_order_of_parties_does_not_matter(made: tuple[Shape, ...], rng: random.Random) -> None:
    parties = [party(name, shape) for name, shape in zip("ABC", made, strict=True)]
    expected = aligned_union(parties, align(parties))
    rng.shuffle(parties)
    assert aligned_union(parties, align(parties)) == expected


@given(shapes(list("abcdef")))
def test_copies_are_one(shape: Shape) -> None:
    union = derives_back([party(name, shape) for name in "ABC"])
    assert (len(union.nodes), len(union.flows)) == (len(process_of(shape).nodes), len(process_of(shape).flows))


def process_of(shape: Shape) -> Process:
    return party("A", shape).process


def test_variants_of_an_organisation_are_told_apart() -> None:
    derives_back([party("A", ("seq", "a", "b"), variant="one"), party("A", ("and", "a", "b"), variant="two")])


def test_types_and_defaults_that_differ() -> None:
    text = "s(start) -> a -> b -> e(end); a -> c -> f(end)"
    one = process(text, **{"a>b": {"default": True}, "a>c": {"condition": "late"}})
    other = process(text, **{"a>c": {"default": True}})
    parties = [
        Party(organisation=name, process=replace_element(drawn, Activity(id="a", name="a", type=kind)))
        for name, drawn, kind in (("A", one, "userTask"), ("B", other, "manualTask"))
    ]
    assert [node.name for node in derives_back(parties).nodes].count("a") == 1


def test_nothing_of_a_party_that_is_not_there() -> None:
    parties = [party("A", ("seq", "a", "b"))]
    assert derive(aligned_union(parties, align(parties)), "B").nodes == ()


def test_a_change_is_seen() -> None:
    drawn = process("s(start) -> a -> x(xor) -> b -> y(xor) -> e(end); x -> y")
    turned = process("s(start) -> a -> x(and) -> b -> y(xor) -> e(end); x -> y")
    assert not same_flow(drawn, turned)
    assert not same_flow(drawn, drawn.replace(flows=drawn.flows[1:]))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_cases(folder: Path) -> None:
    derives_back(list(Case(folder).parties))


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_municipalities(shared: Path, name: str) -> None:
    derives_back(municipalities(shared, name))


@pytest.mark.shared
def test_files_of_other_tools(shared: Path) -> None:
    for path in sorted((shared / "data" / "interop" / "Reference").glob("*.bpmn")):
        for one in read(str(path)).processes:
            if one.nodes:
                derives_back([Party(organisation=name, process=one) for name in "AB"])
