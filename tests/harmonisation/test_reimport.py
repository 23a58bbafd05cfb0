"""A process is edited and read again: ids made anew, a label changed, a step more and a step less. No decision is lost.

And as long as a key control is on a step that is dropped, and nobody decided what becomes of it, it is a draft.
"""

from __future__ import annotations

from itertools import cycle

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Alignment, Party, align
from procmap.behaviour import References
from procmap.harmonisation import harmonise
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.ruling import rule
from procmap.harmonisation.sources import sources_of
from procmap.model import Control, Decision, Decisions, StepReference
from procmap.model.decisions import About, AttachedReference
from tests.harmonisation.blocks import Shape, process, shapes

LABELS = ["kontroll", "arkiv", "brev", "gebyr", "tilsyn"]
CHOICES = ("keep", "drop", "local", "redesign", "adopt")
CONTROL = Control(id="c1", name="four eyes", key=True)


def edited(shape: Shape, renamed: str, removed: str, beside: str) -> Shape | None:
    """Return a shape with a label changed, a label less, and a new step after another; None where nothing is left."""
    if isinstance(shape, str):
        if shape == removed:
            return None
        label = f"{shape} endret" if shape == renamed else shape
        return ("seq", label, "helt ny") if shape == beside else label
    kind, *parts = shape
    left = [made for part in parts if (made := edited(part, renamed, removed, beside)) is not None]
    if len(left) == 2:
        return (kind, *left)
    return left[0] if left else None


def parties_of(own: Shape, shape: Shape, prefix: str = "", on: str = "") -> tuple[Party, ...]:
    first = process(own, prefix=prefix)
    if on:
        step = next((step.id for step in first.steps if step.name == on), None)
        first = first.replace(attached=(CONTROL.replace(on=(step,)),) if step else ())
    others = (Party(organisation=name, process=process(shape)) for name in "BC")
    return (Party(organisation="A", process=first), *others)


def decisions_on(parties: tuple[Party, ...], alignment: Alignment, choices: list[str]) -> Decisions:
    """Return a decision on every row, and on order, presence, repetition and the control."""
    references = {party.id: References(party.process) for party in parties}

    def cited(number: int) -> tuple[StepReference, ...]:
        steps = alignment.rows[number].steps
        return tuple(references[each.process].make(each.step, each.process, "") for each in steps)

    rows = range(len(alignment.rows))
    owners = [row.steps[0].process for row in alignment.rows]
    made = [
        Decision(
            id=f"row{number}", about=About(steps=cited(number)), choice=choice, reason="r", text="t", from_=who
        )
        for number, choice, who in zip(rows, cycle(choices), owners, strict=False)
    ]  # fmt: skip
    made += [
        Decision(id="order", about=About(order=(cited(1), cited(2))), choice="before"),
        Decision(id="presence", about=About(presence=cited(1)), choice="always"),
        Decision(id="repeat", about=About(repeat=cited(2)), choice="once"),
    ]
    control = next((value for party in parties for value in party.process.attached), None)
    if control is not None:
        step = references["A"].make(control.on[0], "A", "")
        about = About(attached=AttachedReference(kind="control", id="c1", step=step))
        made.append(Decision(id="control", about=about, choice="keep"))
    return Decisions(decisions=tuple(made))


def applied(rulings: Rulings) -> set[str]:
    """Return the ids of the decisions that hold."""
    found = {decision.id for decision in rulings.rows.values()}
    found |= {ruling.decision for ruling in (*rulings.order, *rulings.presence, *rulings.repeat)}
    return found | {decision.id for decision, _ in rulings.attached.values()}


@st.composite
def changes(draw: st.DrawFn) -> tuple[Shape, Shape]:
    """Return a shape, and what it is after an edit that leaves at least one step."""
    shape = draw(shapes(LABELS))
    renamed, removed, beside = draw(st.permutations(LABELS))[:3]
    after = edited(shape, renamed, removed, beside)
    assert after is not None
    return shape, after


@given(changes(), st.lists(st.sampled_from(CHOICES), min_size=1, max_size=4), st.sampled_from(LABELS))
def test_no_decision_is_lost_without_a_question(change: tuple[Shape, Shape], choices: list[str], on: str) -> None:
    shape, after = change
    before = parties_of(shape, shape, on=on)
    aligned = align(before)
    decisions = decisions_on(before, aligned, choices)
    rulings = rule(decisions, aligned, sources_of(before))
    assert applied(rulings) == {decision.id for decision in decisions.decisions}
    assert not rulings.again

    again = parties_of(after, shape, prefix="new_", on=on)
    realigned = align(again)
    held = applied(rule(decisions, realigned, sources_of(again)))
    result = harmonise(again, realigned, decisions=decisions)
    asked = {str(question.question.params.get("decision", "")) for question in result.open}
    assert held | asked >= {decision.id for decision in decisions.decisions}
    assert result.status == "draft" or not (asked - {""})
    assert [decision.id for decision in result.common.decisions] == [decision.id for decision in decisions.decisions]


@given(changes(), st.lists(st.sampled_from(CHOICES), min_size=1, max_size=4), st.sampled_from(LABELS))
def test_what_is_asked_again_can_be_answered_as_proposed(
    change: tuple[Shape, Shape], choices: list[str], on: str
) -> None:
    shape, after = change
    before = parties_of(shape, shape, on=on)
    decisions = decisions_on(before, align(before), choices)
    again = parties_of(after, shape, prefix="new_", on=on)
    for _ in range(6):
        result = harmonise(again, align(again), decisions=decisions)
        asked = [question for question in result.open if "decision" in question.question.params]
        if not asked:
            break
        made = tuple(
            Decision(
                id=f"{question.id}-{len(decisions.decisions)}", about=question.about, choice=question.proposal,
                reason="r", text="t", from_="B",
            )
            for question in asked
        )  # fmt: skip
        decisions = decisions.replace(decisions=(*decisions.decisions, *made))
    assert not asked


@given(shapes(LABELS), st.sampled_from(LABELS))
def test_a_key_control_on_a_dropped_step_blocks_until_decided(shape: Shape, on: str) -> None:
    parties = parties_of(shape, shape, on=on)
    alignment = align(parties)
    references = {party.id: References(party.process) for party in parties}
    row = next(row for row in alignment.rows if row.label == on)
    cited = tuple(references[each.process].make(each.step, each.process, "") for each in row.steps)
    drop = Decision(id="drop", about=About(steps=cited), choice="drop", reason="r")
    draft = harmonise(parties, alignment, decisions=Decisions(decisions=(drop,)))
    assert draft.status == "draft"
    assert "attached-open" in [finding.code for finding in draft.blocking]
    (question,) = (question for question in draft.open if question.kind == "attached")
    assert [fate.fate for fate in draft.carried] == ["open"]
    settled = Decision(id="settled", about=question.about, choice="drop", reason="r")
    done = harmonise(parties, alignment, decisions=Decisions(decisions=(drop, settled)))
    assert [(fate.fate, fate.decision) for fate in done.carried] == [("retired", "settled")]
    assert "attached-open" not in [finding.code for finding in done.blocking]
