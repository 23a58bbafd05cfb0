import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.model import BadInput, Property
from tests.alignment.parties import parties, party, with_other_ids


def test_two_parties_with_one_id_are_refused():
    with pytest.raises(BadInput) as error:
        align([party("A", "a"), party("A", "b")])
    assert error.value.finding.code == "equal-organisations"


def test_nothing_aligned_with_nothing_is_nothing():
    assert align([]).rows == ()


@given(parties(least=1))
def test_every_step_is_in_exactly_one_row(some):
    members = [(member.process, member.step) for row in align(some).rows for member in row.steps]
    assert sorted(members) == sorted((of.id, step.id) for of in some for step in of.process.steps)


@given(parties())
def test_row_ids_are_unique_and_confidence_is_a_share(some):
    rows = align(some).rows
    assert len({row.id for row in rows}) == len(rows)
    assert all(0 <= row.confidence <= 1 for row in rows)


@given(parties(), st.randoms(use_true_random=False))
def test_the_order_of_parties_has_no_say(some, chance: random.Random):
    turned = list(some)
    chance.shuffle(turned)
    assert align(turned) == align(some)


@given(parties())
def test_element_ids_have_no_say(some):
    def other(each: str) -> str:
        return f"id-{each[::-1]}"

    renamed = [of.replace(process=with_other_ids(of.process, other)) for of in some]
    one, two = align(some), align(renamed)
    assert [row.id for row in one.rows] == [row.id for row in two.rows]
    assert [(row.label, row.confidence) for row in one.rows] == [(row.label, row.confidence) for row in two.rows]
    assert [[(m.process, other(m.step)) for m in row.steps] for row in one.rows] == [
        [(m.process, m.step) for m in row.steps] for row in two.rows
    ]


@given(parties())
def test_copies_of_one_process_are_aligned_step_by_step(some):
    copies = [some[0].replace(organisation=name, variant="") for name in ("X", "Y")]
    for row in align(copies).rows:
        named = row.label and all(character.isalnum() or character == " " for character in row.label)
        assert not named or {member.process for member in row.steps} == {"X", "Y"}


@given(parties(most=3))
def test_an_unrelated_party_changes_no_row(some):
    stranger = party("Ytre", "s(start) -> Helt_noe_annet", names={"s": "Ukjent begynnelse"})
    before = {row.steps for row in align(some).rows}
    after = {row.steps for row in align([*some, stranger]).rows}
    assert before <= after


def test_states_stand_beside_the_work():
    epc = (Property(name="notation", value="EPC"),)
    text, names = (
        "s(start) -> a -> m(throw) -> b",
        {"s": "Behov oppstått", "a": "Bestille", "m": "Bestilt", "b": "Betale"},
    )
    alignment = align([party(name, text, names=names, properties=epc) for name in "AB"])
    assert [row.label for row in alignment.work] == ["Bestille", "Betale"]
    assert [(row.label, len(row.steps)) for row in alignment.states] == [("Behov oppstått", 2), ("Bestilt", 2)]
    assert {link.a.step for link in alignment.links} == {"a", "b"}


def test_links_are_between_parties():
    a = party("A", "x -> m -> y", names={"x": "Sende brev", "m": "Vente", "y": "Sende brev"})
    b = party("B", "x", names={"x": "Sende brev"})
    assert {(link.a.process, link.b.process) for link in align([a, b]).links} == {("A", "B")}
