"""Labels that mean the same, and steps that stand in the same place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.alignment.alike import CERTAIN
from procmap.alignment.evidence import Evidence
from procmap.alignment.likeness import Likeness, label_of
from procmap.alignment.surroundings import Monotonous, Surroundings
from procmap.model import Activity, Event, Process, SequenceFlow, Trigger
from tests.behaviour.builders import process as drawn


def party(organisation: str, *labels: str) -> Party:
    nodes = tuple(Activity(id=f"{organisation}{place}", name=label) for place, label in enumerate(labels))
    flows = tuple(
        SequenceFlow(id=f"f{place}", source=one.id, target=other.id)
        for place, (one, other) in enumerate(pairwise(nodes))
    )
    return Party(organisation=organisation, process=Process(id=organisation, nodes=nodes, flows=flows))


def together(*parties: Party) -> list[list[str]]:
    name = {(p.id, step.id): step.name for p in parties for step in p.process.steps}
    rows = ([name[member.process, member.step] for member in row.steps] for row in align(list(parties)).rows)
    return sorted(sorted(row) for row in rows if len(row) > 1)


NB = ("Motta byggesøknad", "Registrere søknaden", "Kontrollere søknaden", "Fatte vedtak", "Sende vedtak til søker")
SV = (
    "Ansökan om bygglov inkommer",
    "Diarieföra ansökan",
    "Granska ansökan",
    "Besluta",
    "Skicka beslutet till sökanden",
)


def test_two_languages_say_the_same():
    assert together(party("A", *NB), party("B", *SV)) == sorted(sorted(pair) for pair in zip(NB, SV, strict=True))


def test_the_contrary_is_never_the_same():
    found = together(party("A", "Godkjenne søknaden"), party("B", "Avslå søknaden"))
    assert found == []
    assert together(party("A", "Søknaden er komplett"), party("B", "Søknaden er ikke komplett")) == []


def test_why_is_told():
    alignment = align([party("A", *NB), party("B", *SV)])
    codes = {finding.code for link in alignment.links for finding in link.why}
    assert codes <= {"alike-words", "alike-place", "alike-related"}
    words = [str(finding.params["words"]) for link in alignment.links for finding in link.why]
    assert any("registrere = diarieföra" in told for told in words)


def test_certain_is_what_no_other_label_comes_near():
    twice = party("B", "Avgöra ärendet", "Besluta i ärendet")
    links = align([party("A", "Fatte vedtak"), twice]).links
    assert all(link.confidence < 0.9 for link in links)
    clear = align([party("A", *NB), party("B", *SV)]).links
    assert {link.confidence for link in clear if link.why[0].code == "alike-words"} == {CERTAIN}


def test_what_shares_no_meaning_is_not_the_same_wherever_it_stands():
    assert together(party("A", "Hente kaffe", "Fatte vedtak"), party("B", "Vaske gulv", "Fatte vedtak")) == [
        ["Fatte vedtak", "Fatte vedtak"]
    ]


def test_a_message_event_says_that_something_comes():
    waits = Event(id="e", name="Søknad", type="startEvent", triggers=(Trigger(type="message"),))
    a = Party(organisation="A", process=Process(id="A", nodes=(waits,)))
    evidence = Evidence([a, party("B", "Motta søknad")])
    labels = {number: label_of(placed) for number, placed in enumerate(evidence.steps)}
    assert Likeness(labels).alike(0, 1) > 0.85


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12))
def test_a_monotonous_line_never_falls(points):
    line = Monotonous([(0.0, 0.0), (1.0, 1.0), *points])
    heights = [line.at(place / 20) for place in range(21)]
    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(heights))
    assert all(-1e-9 <= height <= 1 + 1e-9 for height in heights)


def test_places_and_neighbours_look_through_what_is_passed_over():
    process = party("A", "a", "b", "c").process
    around = Surroundings(process, {"A0": 7, "A2": 8})
    assert (around.before[8], around.after[7], around.place) == ([7], [8], {7: 0.0, 8: 1.0})


def test_an_early_way_out_does_not_stand_where_the_last_end_does():
    model = drawn("s(start) -> a -> x(xor) -> b -> c -> late(end); x -> early(end)")
    around = Surroundings(model, {step.id: number for number, step in enumerate(model.steps)})
    place = {step.id: around.place[number] for number, step in enumerate(model.steps)}
    assert place["s"] == 0
    assert place["a"] < place["early"] < place["late"] == 1
    alone = Surroundings(drawn("a -> b; c"), {"a": 0, "b": 1, "c": 2})
    assert alone.place[2] == 0.5


LABELS = st.lists(st.sampled_from((*NB, *SV, "Arkivere saken", "", "Registrere søknaden")), min_size=1, max_size=6)


@given(LABELS, LABELS, LABELS, st.permutations(range(3)))
def test_the_order_of_parties_has_no_say(one, two, three, order):
    parties = [party("A", *one), party("B", *two), party("C", *three)]
    assert align([parties[place] for place in order]) == align(parties)


def test_that_two_processes_begin_is_no_evidence():
    nodes = (Event(id="s", type="startEvent"), Activity(id="a", name="Arkivere"))
    process = Process(id="P", nodes=nodes, flows=(SequenceFlow(id="f", source="s", target="a"),))
    alignment = align([Party(organisation=name, process=process) for name in "AB"])
    assert [len(row.steps) for row in alignment.rows] == [2, 2]
    assert [link.a.step for link in alignment.links] == ["a"]
