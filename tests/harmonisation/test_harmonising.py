"""The laws of every result, on random processes: copies, variants, order of the parties, ids."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.behaviour import always, can_skip, read_process
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import BadInput, Process, validate
from tests.harmonisation.blocks import Shape, party, process, shapes, variants

LABELS = list("abcdefgh")


def harmonised(*parties: Party, **options: object) -> Harmonisation:
    return harmonise(parties, align(parties), **options)


def behaviour(common: Process) -> tuple:
    """Return what the named steps of a process do, by label."""
    named = {step.id: step.name for step in common.steps if step.name}
    (reading,) = read_process(common)
    order, view = reading.order(named), reading.view(named)
    rows = sorted(order.rows)
    relations = {(a, b): order.relation(a, b) for a in rows for b in rows if a != b}
    skips = {(a, b): can_skip(view, (a,), (a, b)) for a in rows for b in rows if a != b}
    return relations, skips, sorted(always(view)), {row: order.repeats(row) for row in rows}


@given(shapes(LABELS))
def test_copies_give_the_process(shape: Shape) -> None:
    result = harmonised(*(party(name, shape) for name in ("A", "B", "C")))
    assert behaviour(result.common) == behaviour(process(shape))
    assert len(result.common.nodes) <= len(process(shape).nodes)
    assert (result.open, result.blocking, result.status) == ((), (), "ready")
    assert all(law.holds for law in result.invariants)


@given(shapes(LABELS).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3)))))
def test_variants_keep_the_laws(made: tuple[Shape, Shape, Shape]) -> None:
    result = harmonised(*(party(name, shape) for name, shape in zip("ABC", made, strict=True)))
    holds = {law.name: law.holds for law in result.invariants}
    assert holds["soundness"], result.verdict
    assert all(holds[name] for name in ("accounting", "derivability", "nothing_lost"))
    assert holds["unanimity"] or any(question.question.code == "order-agreed-broken" for question in result.open)
    assert not [finding for finding in validate(result.common) if finding.code != "no-condition"]


@given(shapes(LABELS).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(4)))), st.randoms())
def test_the_order_of_parties_does_not_matter(made: tuple[Shape, ...], rng: random.Random) -> None:
    parties = [party(name, shape) for name, shape in zip("ABCD", made, strict=True)]
    expected = harmonised(*parties).model_dump_json()
    rng.shuffle(parties)
    assert harmonised(*parties).model_dump_json() == expected


@given(shapes(LABELS).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(2)))))
def test_ids_do_not_matter(made: tuple[Shape, Shape]) -> None:
    one = harmonised(*(party(name, shape) for name, shape in zip("AB", made, strict=True)))
    renamed = [
        Party(organisation=name, process=process(shape, "q", "z" if name == "A" else "y"))
        for name, shape in zip("AB", made, strict=True)
    ]
    other = harmonised(*renamed)

    def content(result: Harmonisation) -> tuple:
        nodes = [(node.id, node.name, node.kind) for node in result.common.nodes]
        flows = [(flow.source, flow.target, flow.name) for flow in result.common.flows]
        asked = [(question.id, question.question.code, question.question.params) for question in result.open]
        return nodes, flows, asked, [(entry.process, entry.to, entry.fate) for entry in result.trace]

    assert content(one) == content(other)


def test_a_step_of_few_stays_open() -> None:
    result = harmonised(
        party("A", ("seq", "a", "b")), party("B", ("seq", "a", "b")), party("C", ("seq", "a", ("seq", "x", "b")))
    )
    relations, skips, done, _ = behaviour(result.common)
    assert (relations["a", "x"], relations["x", "b"]) == ("<", "<")
    assert done == ["a", "b", "end", "start"]
    (question,) = result.open
    assert (question.kind, question.question.params["label"], question.proposal) == ("row", "x", "local")
    (entry,) = (entry for entry in result.trace if entry.fate == "open")
    assert entry.to == "step_x"
    assert skips["x", "a"]
    assert result.status == "draft"


def test_variants_of_an_organisation_are_one() -> None:
    variant = [party("A", ("seq", "a", "x"), variant=name) for name in ("one", "two", "three")]
    result = harmonised(*variant, party("B", ("seq", "a", "b")), party("C", ("seq", "a", "b")))
    assert {question.question.params["label"] for question in result.open if question.kind == "row"} == {"x"}


def test_a_reference_counts_in_no_majority() -> None:
    reference = party("Template", ("seq", "a", "x"), is_reference=True)
    result = harmonised(reference, party("A", ("seq", "a", "b")), party("B", ("seq", "b", "a")))
    assert {question.question.params["label"] for question in result.open if question.kind == "row"} == {"x"}
    assert "order" in {question.kind for question in result.open}


def test_equal_votes_are_asked() -> None:
    result = harmonised(party("A", ("seq", "a", "b")), party("B", ("and", "a", "b")))
    (question,) = result.open
    assert question.question.code == "order-tied"
    assert (question.proposal, question.answers) == ("before", {"A": "before", "B": "parallel"})


def test_one_process_alone() -> None:
    assert harmonised(party("A", ("seq", "a", "b"))).status == "ready"


def test_refuses_what_cannot_be_harmonised() -> None:
    with pytest.raises(BadInput, match="nothing-to-harmonise"):
        harmonised()
    with pytest.raises(BadInput, match="keep-too-small"):
        harmonised(party("A", "a"), keep=0)
