"""Boundary events that interrupt nothing, where organisations differ: they stay at their host, with a branch beside."""

from __future__ import annotations

from itertools import permutations

import pytest

from procmap.alignment import Party, align
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import Event, Process, Trigger
from tests.behaviour.builders import process

LATE = {"attached_to": "handle", "interrupting": False, "triggers": (Trigger(type="timer", name="nine weeks"),)}
PLAIN = process("s(start) -> register -> handle -> decide -> e(end)")
ASIDE = process("s(start) -> register -> handle -> decide -> e(end); late(boundary) -> warn -> told(end)", late=LATE)
SAME_END = process("s(start) -> register -> handle -> decide -> e(end); late(boundary) -> warn -> e", late=LATE)
PAID = process(
    "s(start) -> register -> p(and) -> handle, pay; handle, pay -> q(and) -> decide -> e(end)"
    "; late(boundary) -> warn -> told(end)",
    late=LATE,
)
LONGER = process(
    "s(start) -> register -> handle -> decide -> e(end); late(boundary) -> warn -> remind -> told(end)", late=LATE
)
SETS = {
    "one lacks it": (ASIDE, ASIDE, PLAIN), "one has it": (ASIDE, PLAIN, PLAIN), "one end": (SAME_END, SAME_END, PLAIN),
    "two ends": (SAME_END, SAME_END, ASIDE), "parallel": (PAID, PAID, ASIDE), "less parallel": (PAID, ASIDE, ASIDE),
    "a longer branch": (LONGER, LONGER, ASIDE), "all": (PAID, LONGER, SAME_END),
}  # fmt: skip


def harmonised(*shapes: Process) -> Harmonisation:
    parties = [Party(organisation=name, process=shape) for name, shape in zip("ABC", shapes, strict=True)]
    return harmonise(parties, align(parties))


def flows(result: Harmonisation) -> set[tuple[str, str]]:
    named = {node.id: node.name or node.type for node in result.common.nodes}
    return {(named[flow.source], named[flow.target]) for flow in result.common.flows}


@pytest.mark.parametrize("shapes", SETS.values(), ids=SETS)
def test_the_event_stays_at_its_host(shapes: tuple[Process, ...]) -> None:
    for order in permutations(shapes):
        result = harmonised(*order)
        (event,) = [step for step in result.common.steps if step.name == "late"]
        assert isinstance(event, Event)
        host = next(step for step in result.common.steps if step.id == event.attached_to)
        assert (event.type, event.interrupting, host.name) == ("boundaryEvent", False, "handle")
        assert result.verdict.verdict == "sound"
        assert not [note for note in result.notes if note.code == "event-moved"]
        assert ("decide", "e") in flows(result)


def test_a_branch_comes_to_the_end_that_it_comes_to_in_most_sources() -> None:
    result = harmonised(SAME_END, SAME_END, PLAIN)
    assert flows(result) >= {("late", "warn"), ("warn", "e"), ("decide", "e")}
    assert sum(step.type == "endEvent" for step in result.common.steps) == 1
    assert all(law.holds for law in result.invariants)


def test_several_tokens_meet_before_what_ends_a_way() -> None:
    result = harmonised(PAID, PAID, ASIDE)
    assert flows(result) >= {("handle", "q"), ("pay", "q"), ("q", "decide"), ("warn", "told")}
    assert not result.open
