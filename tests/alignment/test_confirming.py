from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.behaviour import make_reference
from procmap.model import Confirmations, StepReference
from tests.alignment.parties import parties, party

A = party("A", "s(start) -> Motta -> Vurdere -> e(end)", names={"s": "", "e": ""})
B = party("B", "s(start) -> Ta_imot -> Motta -> e(end)", names={"s": "", "e": ""})


def cite(of, step):
    return make_reference(of.process, step, of.organisation, of.variant)


def row_of(alignment, of, step):
    (row,) = [row for row in alignment.rows if any(m.process == of.id and m.step == step for m in row.steps)]
    return {f"{member.process}:{member.step}" for member in row.steps}


def test_what_is_the_same_is_in_one_row_surely():
    alignment = align([A, B], Confirmations(same=((cite(A, "Vurdere"), cite(B, "Ta_imot")),)))
    assert row_of(alignment, A, "Vurdere") == {"A:Vurdere", "B:Ta_imot"}
    assert {row.confidence for row in alignment.rows if len(row.steps) > 1} == {0.8, 0.95, 1.0}


def test_what_is_apart_is_in_two_rows_though_the_words_are_equal():
    alignment = align([A, B], Confirmations(apart=((cite(A, "Motta"), cite(B, "Motta")),)))
    assert row_of(alignment, A, "Motta") == {"A:Motta"}


def test_what_is_alone_stays_alone_surely():
    alignment = align([A, B], Confirmations(alone=(cite(B, "Motta"),)))
    assert row_of(alignment, A, "Motta") == {"A:Motta"}
    assert {row.confidence for row in alignment.rows if row.steps[0].step == "Motta"} == {0.75, 1.0}


def test_a_part_is_linked_and_not_in_the_row():
    confirmations = Confirmations.model_validate(
        {"part_of": [{"part": cite(B, "Motta").model_dump(), "whole": cite(A, "Motta").model_dump()}]}
    )
    alignment = align([A, B], confirmations)
    assert row_of(alignment, A, "Motta") == {"A:Motta"}
    (link,) = [link for link in alignment.links if link.relation == "part_of"]
    assert (link.a.process, link.b.process, link.confidence) == ("B", "A", 1.0)


def test_a_contradiction_is_told_and_the_steps_stay_apart():
    pair = (cite(A, "Motta"), cite(B, "Motta"))
    alignment = align([A, B], Confirmations(same=(pair,), apart=(pair,)))
    assert row_of(alignment, A, "Motta") == {"A:Motta"}
    assert [doubt.finding.code for doubt in alignment.doubts] == ["confirmations-contradict"]


def test_a_reference_that_no_step_answers_to_is_told():
    lost = StepReference(organisation="A", step="gone", label="Noe annet")
    alignment = align([A, B], Confirmations(alone=(lost,)))
    assert [doubt.finding.code for doubt in alignment.doubts] == ["reference-not-found"]


def test_a_reference_to_a_party_that_is_not_here_is_passed_over():
    other = StepReference(organisation="C", step="x", label="X")
    assert align([A, B], Confirmations(alone=(other,))) == align([A, B])


@given(parties(), st.data())
def test_what_people_said_always_holds(some, data):
    places = [(of, step.id) for of in some for step in of.process.steps]
    pairs = st.tuples(st.sampled_from(places), st.sampled_from(places)).filter(lambda pair: pair[0] != pair[1])
    apart = data.draw(st.lists(pairs, max_size=3))
    alone = data.draw(st.lists(st.sampled_from(places), max_size=2))
    same = data.draw(st.lists(pairs, max_size=3))
    alignment = align(
        some,
        Confirmations(
            apart=tuple((cite(*a), cite(*b)) for a, b in apart),
            alone=tuple(cite(*each) for each in alone),
            same=tuple((cite(*a), cite(*b)) for a, b in same),
        ),
    )
    for a, b in apart:
        assert f"{b[0].id}:{b[1]}" not in row_of(alignment, *a)
    for of, step in alone:
        assert row_of(alignment, of, step) == {f"{of.id}:{step}"}
    contradicted = any(doubt.finding.code == "confirmations-contradict" for doubt in alignment.doubts)
    for a, b in same:
        assert contradicted or f"{b[0].id}:{b[1]}" in row_of(alignment, *a)
