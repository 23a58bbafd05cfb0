from hypothesis import given

from procmap.alignment import align
from procmap.alignment.same_element import are_versions, compatible
from procmap.model import Activity, Event, Gateway
from tests.alignment.parties import parties, party

OLD = {"a": "Motta søknad", "b": "Vurdere søknad", "c": "Sende brev", "d": "Sende brev"}


def version(
    variant: str, text: str = "s(start) -> a -> b -> c -> d -> e(end)", organisation: str = "Askvik", **names: str
):
    return party(organisation, text, variant=variant, names=OLD | names)


def rows(*some):
    return [{(m.process, m.step) for m in row.steps} for row in align(some).rows]


def why(*some):
    return {finding.code for link in align(some).links for finding in link.why}


def test_a_step_with_other_words_is_the_same_element():
    old, new = version("2024"), version("2025", b="Behandle klagen")
    assert {("Askvik/2024", "b"), ("Askvik/2025", "b")} in rows(old, new)
    assert "same-element" in why(old, new)


def test_ids_tell_repeated_labels_apart():
    old, new = version("2024"), version("2025", "s(start) -> a -> b -> d -> c -> e(end)")
    assert {("Askvik/2024", "c"), ("Askvik/2025", "c")} in rows(old, new)


def test_ids_are_no_evidence_between_organisations():
    old, new = version("2024"), version("2024", organisation="Bjørnes", b="Behandle klagen")
    assert not are_versions(old, new)
    assert "same-element" not in why(old, new)


def test_ids_that_were_counted_up_are_no_evidence():
    here = party("Askvik", "n1 -> n2 -> n3", variant="nett", names={"n1": "Motta", "n2": "Vurdere", "n3": "Svare"})
    there = party("Askvik", "n1 -> n2 -> n3", variant="papir", names={"n1": "Skanne", "n2": "Motta", "n3": "Vurdere"})
    assert not are_versions(here, there)
    assert {("Askvik/nett", "n1"), ("Askvik/papir", "n2")} in rows(here, there)


def test_one_element_can_be_a_later_form_of_another():
    task, gateway = Activity(id="x"), Gateway(id="x")
    start, end, catch = (Event(id="x", type=kind) for kind in ("startEvent", "endEvent", "intermediateCatchEvent"))
    assert compatible(task, task.replace(type="subProcess"))
    assert compatible(catch, catch.replace(type="boundaryEvent"))
    assert not any((compatible(task, gateway), compatible(start, end), compatible(start, catch)))


def test_where_words_say_nothing_place_says_what_became_of_a_step():
    old = version("2024")
    other = {"a": "v", "b": "w", "c": "x", "d": "y", "s": "t", "e": "f"}
    new = party(
        "Askvik", "t(start) -> v -> w -> x -> y -> f(end)", variant="2025",
        names={other[key]: label for key, label in OLD.items()} | {"w": "Behandle klagen"},
    )  # fmt: skip
    assert {("Askvik/2024", "b"), ("Askvik/2025", "w")} in rows(old, new)
    assert "same-place" in why(old, new)
    elsewhere = new.replace(organisation="Bjørnes")
    assert {("Askvik/2024", "b"), ("Bjørnes/2025", "w")} not in rows(old, elsewhere)


@given(parties())
def test_no_row_gets_a_second_step_by_id_or_place(some):
    found = align(some)
    sure = {
        frozenset((link.a, link.b))
        for link in found.links
        if {w.code for w in link.why} & {"same-element", "same-place"}
    }
    of = {party.id: party.organisation for party in some}
    for a, b in map(tuple, sure):
        assert a.process != b.process
        assert of[a.process] == of[b.process]
