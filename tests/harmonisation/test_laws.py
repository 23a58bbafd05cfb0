"""The five laws of every result, judged apart from the program (benchmarks/judge.py): generated sets, real files."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.judge import Court, Judgement
from procmap.alignment import Party, align
from procmap.formats import read
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import Decision, Decisions
from tests.harmonisation.attachments import parties
from tests.harmonisation.test_real import NAMES, municipalities

OF_AGREEMENT = ("unanimity", "told: unanimity")


def drop(result: Harmonisation, *kinds: str) -> tuple[Decision, ...]:
    """Return decisions that drop what questions of some kinds are about."""
    return tuple(
        Decision(id=f"drop-{question.id}", about=question.about, choice="drop", reason="few do it")
        for question in result.open
        if question.kind in kinds
    )


def on_kept_rows(given_parties: list[Party]) -> tuple[Harmonisation, Harmonisation, Harmonisation]:
    """Return the result with open rows, without them, and without what had hung on them."""
    alignment = align(given_parties)
    first = harmonise(given_parties, alignment)
    rows = drop(first, "row")
    kept = harmonise(given_parties, alignment, decisions=Decisions(decisions=rows))
    clean = harmonise(given_parties, alignment, decisions=Decisions(decisions=(*rows, *drop(kept, "attached"))))
    return first, kept, clean


def broken(judgement: Judgement, result: Harmonisation, besides: tuple[str, ...] = ()) -> list[str]:
    """Return the violations; of what all agree on, and of controls, only those that nobody is asked about."""
    asked = {question.question.code for question in result.open}
    passed = besides + (OF_AGREEMENT if "order-agreed-broken" in asked else ())
    passed += ("told: nothing_lost: ['control-displaced",) if "order-control" in asked else ()
    return [violation for violation in judgement.violations if not violation.startswith(passed)]


@settings(max_examples=25)
@given(parties())
def test_generated_sets_keep_the_laws(made: list[Party]) -> None:
    court = Court(made, align(made))
    first, kept, clean = on_kept_rows(made)
    assert broken(court.judge(first), first) == []
    # What hung on a row that was dropped is open, and said to be so, until people say where it belongs.
    waiting = any(question.kind == "attached" for question in kept.open)
    assert broken(court.judge(kept), kept, ("told: nothing_lost",) if waiting else ()) == []
    assert not [question for question in kept.open if question.kind == "row"]
    assert broken(court.judge(clean), clean) == []


@settings(max_examples=15)
@given(parties(most=3), st.randoms())
def test_attachments_change_nothing_of_equality(made: list[Party], rng: Random) -> None:
    turned = list(made)
    rng.shuffle(turned)
    one, other = (harmonise(each, align(each)) for each in (made, turned))
    assert one.model_dump_json() == other.model_dump_json()


@settings(max_examples=15)
@given(parties(most=2))
def test_copies_carry_what_one_carries(made: list[Party]) -> None:
    copies = [Party(organisation=name, process=made[0].process) for name in "ABC"]
    alone, together = (harmonise(each, align(each)) for each in (copies[:1], copies))
    assert [(n.id, n.name, n.kind) for n in alone.common.nodes] == [
        (n.id, n.name, n.kind) for n in together.common.nodes
    ]
    assert [(f.source, f.target) for f in alone.common.flows] == [(f.source, f.target) for f in together.common.flows]
    places = [(fate.kind, fate.id, fate.fate, fate.to) for fate in alone.carried]
    for party in copies:
        assert [(f.kind, f.id, f.fate, f.to) for f in together.carried if f.process == party.id] == places


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_ten_municipalities_on_their_kept_rows(shared: Path, name: str) -> None:
    made = municipalities(shared, name)
    alignment = align(made)
    first = harmonise(made, alignment)
    kept = harmonise(made, alignment, decisions=Decisions(decisions=drop(first, "row")))
    assert Court(made, alignment).judge(kept).violations == []
    asked = [question.kind for question in kept.open]
    assert "row" not in asked
    assert asked.count("order") + asked.count("optional") <= 5


@pytest.mark.shared
@pytest.mark.parametrize("exercise", ["ex00", "ex01", "ex02", "ex03", "ex04", "ex05"])
def test_ten_drawings_of_an_exercise(shared: Path, exercise: str) -> None:
    files = sorted((shared / "data" / "variants" / "hdbpmn" / exercise).rglob("*.bpmn"))[:10]
    documents = [(file.stem, read(str(file))) for file in files]
    made = [Party(organisation=name, process=one.processes[0]) for name, one in documents if one.processes]
    result = harmonise(made, align(made))
    assert broken(Court(made, align(made)).judge(result), result) == []
