"""What holds of conditions, triggers, messages and overlaps whatever the processes are."""

import random

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.comparison import compare
from procmap.model import MessageFlow, Pool, Trigger
from tests.alignment.parties import party, with_other_ids

CODES = ("condition", "trigger", "participant_message", "partly_corresponding")
TEXTS = (
    "s(start) -> a -> x(xor) -> b, c -> y(xor) -> d -> e(end)",
    "s(start) -> a -> x(xor) -> b -> y(xor) -> d -> e(end); x -> c -> f(end)",
    "s(start) -> a -> b -> c -> d -> e(end)",
    "s(start) -> a -> x(or) -> b -> z(xor) -> c, d -> e(end); x -> a",
    "s(start), t(start) -> j(xor) -> a -> v(catch) -> x(xor) -> d -> e(end); x -> b -> c -> d",
)
QUESTIONS = ("", "Over 100 000 kr?", "Over 500 000 kr?", "Trengs dispensasjon?", "Klaget naboen og søkeren?", "OK?")
STEPS = {"a": "Vurdere saken", "b": "Sende brev", "c": "Arkivere saken", "d": "Fatte vedtak", "v": "Vente på svar"}


@st.composite
def drawn(draw: st.DrawFn, organisation: str) -> Party:
    labels = STEPS | {
        "x": draw(st.sampled_from(QUESTIONS)),
        "s": draw(st.sampled_from(("", "Søknad mottatt", "Noen spør"))),
        "e": draw(st.sampled_from(("", "Saken avsluttet"))),
    }
    kinds = st.sampled_from(((), (Trigger(type="message"),), (Trigger(type="timer", time="P4W"),)))
    text = draw(st.sampled_from(TEXTS))
    changes = {node: {"triggers": draw(kinds)} for node in ("s", "v") if f"{node}(" in text}
    pools = tuple(
        Pool(id=f"p-{name}", name=name)
        for name in draw(st.lists(st.sampled_from(("Søker", "Nabo", "Andre")), unique=True))
    )
    messages = tuple(
        MessageFlow(id=f"m{number}", name="Brev", source=ends[0], target=ends[1])
        for number, pool in enumerate(pools)
        for ends in [draw(st.sampled_from((("a", pool.id), (pool.id, "b"), ("d", pool.id))))]
    )
    return party(organisation, text, names=labels, changes=changes, pools=pools, message_flows=messages)


def told(parties):
    differences = compare(parties, align(parties)).differences
    return [one for one in differences if one.code in CODES]


some = st.tuples(drawn("Askvik"), drawn("Bjørnes"), drawn("Dalen"))


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_parties_has_no_say(parties, chance: random.Random):
    turned = list(parties)
    chance.shuffle(turned)
    assert told(turned) == told(parties)


@given(some)
def test_element_ids_have_no_say(parties):
    renamed = [of.replace(process=with_other_ids(of.process, lambda each: f"id-{each[::-1]}")) for of in parties]
    assert [(one.params, one.rows, one.values, one.marks) for one in told(renamed)] == [
        (one.params, one.rows, one.values, one.marks) for one in told(parties)
    ]


@given(drawn("Askvik"))
def test_copies_do_not_differ(one):
    copies = [one, *(one.replace(organisation=name) for name in ("Bjørnes", "Dalen"))]
    assert told(copies) == []


@given(some)
def test_all_that_is_cited_is_there_and_every_difference_has_a_place(parties):
    known = {(of.id, element.id) for of in parties for element in of.process.elements()}
    for one in told(parties):
        assert one.rows
        assert {(place.process, place.id) for place in one.elements} <= known
        assert set(one.marks) <= set(one.values)


@given(some)
def test_no_row_is_told_as_a_trigger_and_as_missing(parties):
    differences = compare(parties, align(parties)).differences
    starts_and_ends = {row for one in differences if one.code == "trigger" for row in one.rows}
    assert not starts_and_ends & {row for one in differences if one.code == "step_missing" for row in one.rows}
