"""What is told of steps besides their labels, as evidence that they are the same."""

from __future__ import annotations

import pytest

from procmap.alignment import align
from procmap.alignment.circumstances import LAW, WORTH, Circumstances, Side, Told, side_of
from procmap.alignment.evidence import Evidence
from procmap.language import core
from procmap.model import Control, Deadline, RecordRule, Risk, StepDetails
from tests.alignment.parties import party


def between(mine: Told, theirs: Told, *others: Told) -> Circumstances:
    told = dict(enumerate(others, start=2))
    return Circumstances(Side({0: mine}, "no"), Side({1: theirs, **told}, "no"), core())


def test_what_one_does_not_tell_says_nothing():
    assert between(Told(laws=("fvl. § 11",)), Told(systems=("Arkiv",))).agree(0, 1) == 0
    assert between(Told(laws=("fvl. § 11",)), Told()).agree(0, 7) == 0


@pytest.mark.parametrize("field", WORTH)
def test_names_that_agree_speak_for_the_same_and_others_against_it(field):
    same, other = (Told(**{field: (name,)}) for name in ("Søknadsskjema", "Kvittering"))
    assert between(same, same).agree(0, 1) == pytest.approx(WORTH[field].added - WORTH[field].taken)
    assert between(same, other).agree(0, 1) == pytest.approx(-WORTH[field].taken, abs=0.02)


def test_the_same_law_in_short_and_in_full():
    short, full = Told(laws=("fvl. § 11",)), Told(laws=("forvaltningsloven § 11",))
    found = between(short, full)
    assert found.agree(0, 1) == pytest.approx(LAW.added - LAW.taken)
    assert found.shared(0, 1) == ("fvl. § 11",)


def test_law_that_many_steps_cite_counts_less():
    mine = Told(laws=("pbl. § 21-4", "fvl. § 11"))
    rare, common = Told(laws=("pbl. § 21-4",)), Told(laws=("fvl. § 11",))
    found = between(mine, rare, common, common, common)
    assert found.agree(0, 1) > found.agree(0, 2)


def test_what_both_have_is_named_in_the_words_of_the_first():
    mine = Told(documents_out=("Vedtaksbrev", "Kvittering"), systems=("Elements",))
    theirs = Told(documents_out=("Vedtaksbrev",), systems=("Public 360",))
    assert between(mine, theirs).shared(0, 1) == ("Vedtaksbrev",)


def test_everything_that_a_step_has_is_read():
    details = StepDetails(
        systems=("Arkiv",),
        documents_in=("Søknad",),
        documents_out=("Brev",),
        legal_basis=("fvl. § 11",),
        deadline=Deadline(text="1 uke", legal_basis="pbl. § 21-7"),
    )
    attached = (
        RecordRule(id="a", document_type="Vedtak", on=("x",)),
        Risk(id="r", name="Feil gebyr", on=("x",)),
        Control(id="c", name="To personer", on=("x",)),
    )
    one = party("A", "x -> y", names={"x": "Skrive brev", "y": "Sende"}, changes={"x": {"details": details}})
    one = one.replace(process=one.process.replace(attached=attached))
    evidence = Evidence([one])
    found = side_of(dict(enumerate(evidence.steps)))
    assert list(found.told.values()) == [
        Told(("fvl. § 11", "pbl. § 21-7"), ("Søknad",), ("Brev",), ("Arkiv",), ("Vedtak",), ("Feil gebyr",))
    ]


def licence(organisation: str, label: str, law: str) -> object:
    names = {"a": "Motta søknad", "x": label, "b": "Sende vedtak"}
    return party(organisation, "a -> x -> b", names=names, changes={"x": {"details": {"legal_basis": (law,)}}})


def test_steps_that_share_no_word_but_the_law():
    parties = [licence("A", "Regne ut gebyr", "pbl. § 33-1"), licence("B", "Kassa tar betalt", "pbl. § 33-1")]
    (link,) = [one for one in align(parties).links if one.a.step == one.b.step == "x"]
    assert link.why[0].code == "alike-related-told"
    assert link.why[0].params["told"] == "pbl. § 33-1"
    others = [licence("A", "Regne ut gebyr", "pbl. § 33-1"), licence("B", "Kassa tar betalt", "pbl. § 20-1")]
    assert not [one for one in align(others).links if one.a.step == one.b.step == "x"]
