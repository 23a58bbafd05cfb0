"""What people decided is done, or it is said why not."""

from __future__ import annotations

from typing import Any

from procmap.alignment import Party, align
from procmap.behaviour import References, read_process
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import Control, Decision, Decisions
from procmap.model.decisions import About, AttachedReference, NameReference, NamesReference
from tests.harmonisation.blocks import party

A = party("A", ("seq", "a", ("seq", "x", "b")))
B = party("B", ("seq", "a", "b"))
C = party("C", ("seq", "a", ("seq", "y", "b")))


def ref(one: Party, label: str):
    step = next(step.id for step in one.process.steps if step.name == label)
    return References(one.process).make(step, one.organisation, one.variant)


def refs(label: str, *parties: Party):
    return tuple(ref(one, label) for one in parties)


def decided(*decisions: dict[str, Any], parties: tuple[Party, ...] = (A, B, C)) -> Harmonisation:
    made = tuple(Decision(**{"id": f"d{number}", **fields}) for number, fields in enumerate(decisions, start=1))
    return harmonise(parties, align(parties), decisions=Decisions(decisions=made))


def steps(result: Harmonisation) -> list[str]:
    return [step.name for step in result.common.steps]


def relation(result: Harmonisation, one: str, other: str) -> str:
    named = {step.id: step.name for step in result.common.steps}
    (reading,) = read_process(result.common)
    return reading.order(named).relation(one, other)


def fate(result: Harmonisation, one: Party, label: str) -> tuple:
    step = ref(one, label).step
    return next((e.fate, e.to, e.decision) for e in result.trace if (e.process, e.step) == (one.id, step))


def codes(result: Harmonisation) -> list[str]:
    return [finding.code for finding in result.notes]


def test_keep_closes_a_row() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "keep"})
    assert fate(result, A, "x") == ("carried", "step_x", "d1")
    assert [question.question.params["label"] for question in result.open] == ["y"]


def test_drop_retires_by_name_and_reason() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "drop", "reason": "no longer needed"})
    assert "x" not in steps(result)
    assert fate(result, A, "x") == ("retired", None, "d1")
    assert all(law.holds for law in result.invariants)


def test_drop_needs_a_reason() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "drop"})
    assert "x" in steps(result)
    assert codes(result) == ["decision-needs"]


def test_merge_makes_one_step_of_several_rows() -> None:
    both = (*refs("x", A), *refs("y", C))
    result = decided({"about": About(steps=both), "choice": "merge", "text": "check"})
    assert steps(result) == ["start", "a", "check", "b", "end"]
    assert fate(result, A, "x") == fate(result, C, "y") == ("carried", "step_check", "d1")
    assert result.status == "ready"


def test_redesign_gives_a_new_wording() -> None:
    result = decided({"about": About(steps=refs("a", A, B, C)), "choice": "redesign", "text": "begin"})
    assert "begin" in steps(result)
    assert any(entry.field == "label" and entry.value == "begin" for entry in result.proposal)


def test_adopt_takes_the_values_of_one() -> None:
    def with_channel(one: Party, channel: str) -> Party:
        nodes = tuple(
            node.replace(details=node.details.replace(channel=channel)) if node.name == "a" else node
            for node in one.process.nodes
        )
        return one.replace(process=one.process.replace(nodes=nodes))

    parties = (with_channel(A, "post"), with_channel(B, "portal"), with_channel(C, "post"))
    about = About(steps=refs("a", *parties))
    result = decided({"about": about, "choice": "adopt", "from": "B"}, parties=parties)
    assert next(step.details.channel for step in result.common.steps if step.name == "a") == "portal"
    nobody = decided({"about": about, "choice": "adopt", "from": "D"}, parties=parties)
    assert codes(nobody) == ["decision-adopts-nothing"]


def test_local_stays_optional_under_its_condition() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "local", "condition": "only by the sea"})
    (flow,) = (flow for flow in result.common.flows if flow.target == "step_x")
    assert flow.name == "only by the sea"
    assert fate(result, A, "x") == ("carried", "step_x", "d1")


def test_order_is_as_decided() -> None:
    about = About(order=(refs("a", A, B, C), refs("b", A, B, C)))
    keep = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r"}
    for choice, wanted in (("after", ">"), ("parallel", "|"), ("either-or", "x")):
        result = decided({"about": about, "choice": choice}, keep)
        assert relation(result, "a", "b") == wanted
        assert next(law.holds for law in result.invariants if law.name == "soundness")


def test_presence_and_repeat() -> None:
    parties = (B, party("D", ("seq", "a", "b")))
    about = About(presence=refs("b", *parties))
    optional = decided({"about": about, "choice": "optional"}, parties=parties)
    assert any(node.kind == "gateway" for node in optional.common.nodes)
    again = decided({"about": About(repeat=refs("b", *parties)), "choice": "repeated"}, parties=parties)
    named = {step.id: step.name for step in again.common.steps}
    assert read_process(again.common)[0].order(named).repeats("b")


def test_the_newest_counts_and_what_is_replaced_does_not() -> None:
    about = About(steps=refs("x", A))
    drop = {"about": about, "choice": "drop", "reason": "r", "at": "2026-01-02"}
    assert "x" not in steps(decided(drop, {"about": about, "choice": "keep", "at": "2026-01-01"}))
    assert "x" in steps(decided(drop, {"about": about, "choice": "keep", "at": "2026-01-03"}))
    assert "x" in steps(decided(drop, {"about": About(steps=refs("y", C)), "choice": "keep", "replaces": "d1"}))


def test_what_cannot_be_applied_is_told() -> None:
    gone = ref(A, "x").replace(step="no", label="no such step")
    several = About(steps=(*refs("x", A), *refs("y", C)))
    for decision, code in (
        ({"about": About(steps=(gone,)), "choice": "keep"}, "decision-step-not-found"),
        ({"about": several, "choice": "keep"}, "decision-of-several-rows"),
        ({"about": About(steps=refs("x", A)), "choice": "parallel"}, "decision-not-for-this"),
        ({"about": About(steps=refs("x", A)), "choice": "move"}, "decision-not-for-this"),
        ({"about": About(), "choice": "keep"}, "decision-step-not-found"),
    ):
        assert codes(decided(decision)) == [code]


def controlled(one: Party, label: str, **fields: Any) -> Party:
    control = Control(id="c1", name="four eyes", on=(ref(one, label).step,), **fields)
    return one.replace(process=one.process.replace(attached=(control,)))


def test_a_row_that_gained_a_control_is_asked_again() -> None:
    parties = (A, controlled(B, "a"), C)
    result = decided({"about": About(steps=refs("a", A, C)), "choice": "keep"}, parties=parties)
    assert codes(result) == ["decision-row-grown"]


def test_what_hangs_on_a_dropped_step_is_asked_until_it_is_moved_or_retired() -> None:
    parties = (controlled(A, "x"), B, C)
    drop = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r"}
    left = decided(drop, parties=parties)
    assert [value.fate for value in left.carried] == ["open"]
    assert "attached" in {question.kind for question in left.open}
    assert not next(law.holds for law in left.invariants if law.name == "nothing_lost")
    about = About(attached=AttachedReference(kind="control", id="c1", step=ref(A, "x")))
    moved = decided(drop, {"about": about, "choice": "move", "to": ref(B, "b")}, parties=parties)
    assert [(value.fate, value.to, value.decision) for value in moved.carried] == [("moved", "step_b", "d2")]
    retired = decided(drop, {"about": about, "choice": "drop", "reason": "r"}, parties=parties)
    assert [(value.fate, value.to, value.decision) for value in retired.carried] == [("retired", None, "d2")]
    assert all(law.holds for law in moved.invariants + retired.invariants)


def test_names_are_one_when_decided() -> None:
    def with_system(one: Party, name: str) -> Party:
        nodes = tuple(
            node.replace(details=node.details.replace(systems=(name,))) if node.name == "a" else node
            for node in one.process.nodes
        )
        return one.replace(process=one.process.replace(nodes=nodes))

    parties = (with_system(B, "Old"), with_system(party("D", ("seq", "a", "b")), "New"))
    members = (NameReference(organisation="B", name="Old"), NameReference(organisation="D", name="New"))
    about = About(names=NamesReference(kind="system", members=members))
    result = decided({"about": about, "choice": "merge", "text": "Archive"}, parties=parties)
    assert next(step.details.systems for step in result.common.steps if step.name == "a") == ("Archive",)


def test_every_question_can_be_answered_with_its_own_subject_and_proposal() -> None:
    parties = (
        party("A", ("seq", "a", ("and", "b", "c"))), party("B", ("seq", "c", ("xor", "a", "d"))),
        party("C", ("loop", ("skip", "a", "b"), "e")),
    )  # fmt: skip
    made: list[dict[str, Any]] = []
    for _ in range(10):
        result = decided(*made, parties=parties)
        if not result.open:
            break
        made += [{"about": each.about, "choice": each.proposal, "reason": "r"} for each in result.open]
    assert result.status == "ready"
    assert codes(result) == []


def test_a_control_that_comes_too_late_is_asked_about_until_the_order_is_decided() -> None:
    first = party("A", ("seq", "b", "a"))
    parties = (controlled(first, "b", position="before", guards=(ref(first, "a").step,)), B, C)
    drop = {"about": About(steps=refs("y", C)), "choice": "drop", "reason": "r"}
    result = decided(drop, parties=parties)
    (question,) = result.open
    assert (question.question.code, question.proposal) == ("order-control", "before")
    assert not next(law.holds for law in result.invariants if law.name == "nothing_lost")
    for choice, wanted in (("before", "<"), ("after", ">")):
        settled = decided(drop, {"about": question.about, "choice": choice}, parties=parties)
        assert (settled.open, relation(settled, "b", "a")) == ((), wanted)
        assert all(law.holds for law in settled.invariants)


def test_the_newest_decision_on_presence_counts() -> None:
    parties = (B, party("D", ("seq", "a", "b")))
    about = About(presence=refs("b", *parties))
    both = About(presence=(*refs("a", *parties), *refs("b", *parties)))
    old = {"about": about, "choice": "optional", "at": "2026-01-01"}
    result = decided(old, {"about": both, "choice": "always", "at": "2026-01-02"}, parties=parties)
    assert not any(node.kind == "gateway" for node in result.common.nodes)
