"""Rows that people place stand where they are put, and the result stays whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.behaviour import References
from procmap.harmonisation import Harmonisation, harmonise
from procmap.harmonisation.decisions import Move
from procmap.harmonisation.placing import with_moved, with_new
from procmap.harmonisation.tree import Tree, block, leaf, optional, rows_of
from procmap.model import Activity, Decision, Decisions, Event, Process, SequenceFlow
from procmap.model.decisions import About
from tests.harmonisation.blocks import Shape, process, shapes, variants

LABELS = ["kontroll", "arkiv", "brev", "gebyr", "tilsyn"]


def seq(*rows: str) -> Tree:
    return block("seq", map(leaf, rows))


def test_a_moved_row_stands_beside_its_anchor() -> None:
    tree = block("xor", (seq("a", "b"), leaf("c")))
    assert rows_of(with_moved(tree, [("m", Move("b", after=False))])) == ("a", "m", "b", "c")
    assert rows_of(with_moved(tree, [("m", Move("c", after=True)), ("n", Move("m", after=False))])) == tuple("abcnm")
    assert with_moved(tree, [("m", Move("elsewhere", after=True))]) is tree


def test_new_rows_are_passed_by_with_what_they_stand_beside() -> None:
    made = with_new(block("seq", (leaf("a"), optional(leaf("b")))), {"b": (("n",), ("m",))})
    assert rows_of(made) == ("a", "n", "b", "m")
    assert (made.parts[1].kind, made.parts[1].optional) == ("seq", True)


def parties_of(drawn: tuple[Shape, ...]) -> tuple[Party, ...]:
    return tuple(Party(organisation=name, process=process(shape)) for name, shape in zip("ABC", drawn, strict=True))


def decided(parties: tuple[Party, ...], label: str, **fields: Any) -> Harmonisation:
    """Return the result of a decision on the row of a label; `to` is a label too."""
    alignment = align(parties)
    references = {party.id: References(party.process) for party in parties}

    def cited(label: str) -> tuple:
        row = next(row for row in alignment.rows if row.label == label)
        return tuple(references[each.process].make(each.step, each.process, "") for each in row.steps)

    to = cited(fields.pop("to"))[0] if "to" in fields else None
    decision = Decision(id="d", about=About(steps=cited(label)), to=to, **fields)
    return harmonise(parties, alignment, decisions=Decisions(decisions=(decision,)))


def whole(result: Harmonisation) -> bool:
    return all(law.holds for law in result.invariants if law.name != "unanimity")


THREE = shapes(LABELS).flatmap(lambda shape: st.tuples(st.just(shape), variants(shape), variants(shape)))


@given(THREE, st.permutations(LABELS), st.booleans())
def test_a_move_keeps_everything_and_the_moved_stands_beside_the_other(
    drawn: tuple[Shape, ...], labels: list[str], after: bool
) -> None:
    parties = parties_of(drawn)
    where = ("after",) if after else ()
    result = decided(parties, labels[0], choice="move", to=labels[1], where=where)
    assert [note.code for note in result.notes if note.code.startswith("decision")] == []
    assert whole(result)
    steps = {step.name: step.id for step in result.common.steps}
    references = References(result.common)
    beside = references.make(steps[labels[1]])
    assert labels[0] in (beside.after if after else beside.before)


@given(THREE, st.sampled_from(LABELS))
def test_new_steps_keep_everything_and_stand_around_the_old_one(drawn: tuple[Shape, ...], label: str) -> None:
    result = decided(parties_of(drawn), label, choice="redesign", text=f"noe nytt; {label}; enda noe")
    assert whole(result)
    steps = {step.name: step.id for step in result.common.steps}
    found = References(result.common).make(steps[label])
    assert (found.before, found.after) == (("noe nytt",), ("enda noe",))


def with_sub_process() -> Process:
    """Return: start, a, sub-process S of t and u, b, end."""
    outer = [("start", "a"), ("a", "S"), ("S", "b"), ("b", "end")]
    flows = [SequenceFlow(id=f"f{number}", source=one, target=other) for number, (one, other) in enumerate(outer)]
    return Process(
        id="p",
        nodes=(
            Event(id="start", type="startEvent", name="start"), Activity(id="a", name="Registrere"),
            Activity(id="S", type="subProcess", name="Behandle"), Activity(id="t", name="Vurdere", parent="S"),
            Activity(id="u", name="Skrive", parent="S"), Activity(id="b", name="Sende"),
            Event(id="end", type="endEvent", name="slutt"),
        ),
        flows=(*flows, SequenceFlow(id="inner", source="t", target="u", parent="S")),
    )  # fmt: skip


INSIDE = tuple(Party(organisation=name, process=with_sub_process()) for name in "AB")


@pytest.mark.parametrize(
    ("label", "to", "outside", "inside"),
    [
        ("Registrere", "Skrive", ["Behandle", "Sende"], ["Vurdere", "Registrere", "Skrive"]),
        ("Skrive", "Sende", ["Registrere", "Behandle", "Skrive", "Sende"], ["Vurdere"]),
        ("Behandle", "Registrere", ["Behandle", "Registrere", "Sende"], ["Vurdere", "Skrive"]),
    ],
)
def test_rows_are_moved_into_sub_processes_and_out(label: str, to: str, outside: list[str], inside: list[str]) -> None:
    result = decided(INSIDE, label, choice="move", to=to)
    steps = [step for step in result.common.steps if step.type not in ("startEvent", "endEvent")]
    assert [step.name for step in steps if step.parent is None] == outside
    assert [step.name for step in steps if step.parent is not None] == inside
    assert (result.status, whole(result)) == ("ready", True)


def test_a_sub_process_is_not_moved_into_itself() -> None:
    result = decided(INSIDE, "Behandle", choice="move", to="Vurdere")
    assert [note.code for note in result.notes] == ["decision-cannot-move"]
    assert (result.status, whole(result)) == ("draft", True)


def with_events() -> Process:
    """Return: start, a, an event that waits, b with a timer at its boundary that leads to x, end."""
    joined = [("start", "a"), ("a", "wait"), ("wait", "b"), ("b", "end"), ("timer", "x"), ("x", "reminded")]
    return Process(
        id="p",
        nodes=(
            Event(id="start", type="startEvent", name="start"), Activity(id="a", name="Registrere"),
            Event(id="wait", type="intermediateCatchEvent", name="Svar kommet"), Activity(id="b", name="Vurdere"),
            Event(id="timer", type="boundaryEvent", name="Frist ute", attached_to="b"),
            Activity(id="x", name="Purre"), Event(id="reminded", type="endEvent", name="Purret"),
            Event(id="end", type="endEvent", name="slutt"),
        ),
        flows=tuple(
            SequenceFlow(id=f"f{number}", source=one, target=other) for number, (one, other) in enumerate(joined)
        ),
    )  # fmt: skip


EVENTS = tuple(Party(organisation=name, process=with_events()) for name in "AB")


def test_an_event_in_the_flow_is_moved_as_a_step() -> None:
    result = decided(EVENTS, "Svar kommet", choice="move", to="Vurdere", where=("after",))
    assert (result.status, result.notes, whole(result)) == ("ready", (), True)
    steps = {step.name: step.id for step in result.common.steps}
    assert References(result.common).make(steps["Svar kommet"]).before == ("Vurdere",)


@pytest.mark.parametrize("label", ["start", "Frist ute", "slutt"])
def test_an_event_that_holds_a_flow_in_place_stays_and_says_so(label: str) -> None:
    result = decided(EVENTS, label, choice="move", to="Registrere")
    assert [note.code for note in result.notes] == ["decision-cannot-move"]
    assert (result.status, whole(result)) == ("draft", True)
    (event,) = (step for step in result.common.steps if step.name == label)
    assert isinstance(event, Event)
    hosts = {step.id: step.name for step in result.common.steps}
    assert hosts.get(event.attached_to or "") == ("Vurdere" if label == "Frist ute" else None)
