"""A source composed alone, or of copies, comes back as it was, also where something interrupts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.idempotence import differs, sources
from procmap.alignment import Party, align
from procmap.behaviour import read_process
from procmap.harmonisation import harmonise
from procmap.harmonisation.sources import Source
from procmap.model import Event, Process, Trigger
from procmap.soundness import soundness
from tests.behaviour.builders import process

MESSAGE = {"triggers": (Trigger(type="message"),)}
TRIGGERED = {"triggered_by_event": True}

TERMINATED = process(
    "s(start) -> p(and) -> x(xor), u; x -> a, b -> y(xor) -> done(end); u -> v(xor) -> c, d -> w(xor) -> all(terminate)"
)
INTERRUPTED = process(
    "s(start) -> book(sub) -> pay -> e(end); late(boundary) -> n -> f(end)"
    "; is(start) -> p(and) -> a, b -> q(and) -> ie(end)",
    inside=dict.fromkeys(("is", "p", "a", "b", "q", "ie"), "book"),
    late={"attached_to": "book"},
)
STOPPED_INSIDE = process(
    "s(start) -> book(sub) -> pay -> e(end); is(start) -> a -> b -> ie(end); stop(sub); cs(start) -> c -> d -> ce(end)",
    inside=dict.fromkeys(("is", "a", "b", "ie", "stop"), "book") | dict.fromkeys(("cs", "c", "d", "ce"), "stop"),
    stop=TRIGGERED,
    cs=MESSAGE,
)
STOPPED = process(
    "s(start) -> a -> b -> e(end); stop(sub); cs(start) -> c -> d -> ce(end)",
    inside=dict.fromkeys(("cs", "c", "d", "ce"), "stop"),
    stop=TRIGGERED,
    cs=MESSAGE,
)
BESIDE = process(
    "s(start) -> a -> b -> e(end); more(sub); cs(start) -> c -> ce(end)",
    inside=dict.fromkeys(("cs", "c", "ce"), "more"),
    more=TRIGGERED,
    cs={**MESSAGE, "interrupting": False},
)
STOPS = process(
    "s(start) -> a -> b -> e(end); more(sub); cs(start) -> c -> ce(end)",
    inside=dict.fromkeys(("cs", "c", "ce"), "more"),
    more=TRIGGERED,
    cs=MESSAGE,
)
WRITTEN_INSIDE = process(
    "s(start) -> t(sub) -> a -> e(end); also(boundary) -> b -> e; late(boundary) -> c -> f(end)",
    inside={"also": "t", "late": "t"},
    also={"attached_to": "t", "interrupting": False, **MESSAGE},
    late={"attached_to": "t", **MESSAGE},
)
NO_WAY_ON = process(
    "s(start) -> p(and) -> x, u; x -> done(end); u -> t -> all(terminate); late(boundary)", late={"attached_to": "t"}
)
SHAPES = {
    "terminated": TERMINATED, "interrupted": INTERRUPTED, "stopped inside": STOPPED_INSIDE, "stopped": STOPPED,
    "beside": BESIDE, "written inside": WRITTEN_INSIDE, "no way on": NO_WAY_ON,
}  # fmt: skip


@pytest.mark.parametrize("copies", [1, 2, 3])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_copies_give_the_process(shape: Process, copies: int) -> None:
    assert soundness(shape).verdict == "sound"
    assert not differs(shape, copies)


def alone(shape: Process) -> Process:
    parties = [Party(organisation="A", process=shape)]
    return harmonise(parties, align(parties)).common


def test_nothing_in_an_interrupted_sub_process_can_be_passed_by() -> None:
    common = alone(INTERRUPTED)
    assert [node.type for node in common.nodes if node.kind == "gateway"] == ["parallelGateway", "parallelGateway"]
    for shape in (STOPPED, STOPPED_INSIDE):
        assert not [node for node in alone(shape).nodes if node.kind == "gateway"]


def test_an_end_that_terminates_stays_the_end_of_its_branch() -> None:
    common = alone(TERMINATED)
    ends = {step.name for step in common.steps if step.type == "endEvent"}
    assert ends == {"done", "all"}


def test_the_start_of_an_event_sub_process_keeps_whether_it_interrupts() -> None:
    for shape, stops in ((STOPPED, True), (BESIDE, False)):
        started = [step for step in alone(shape).steps if step.name == "cs"]
        assert [step.interrupting for step in started if isinstance(step, Event)] == [stops]


def test_most_decide_whether_the_start_of_an_event_sub_process_interrupts() -> None:
    parties = [
        Party(organisation=name, process=shape) for name, shape in zip("ABC", (BESIDE, BESIDE, STOPS), strict=True)
    ]
    result = harmonise(parties, align(parties))
    (started,) = [step for step in result.common.steps if step.name == "cs"]
    assert isinstance(started, Event)
    assert not started.interrupting
    told = [note for note in result.notes if note.code == "drawn-otherwise-interrupting"]
    assert [note.params["party"] for note in told] == ["C"]


def test_what_never_happens_keeps_its_order() -> None:
    drawn = process(
        "s(start) -> t(sub) -> e(end); is(start) -> a -> ie(end); never(sub); ns(start) -> b -> c -> ne(end)",
        inside=dict.fromkeys(("is", "a", "ie", "never"), "t") | dict.fromkeys(("ns", "b", "c", "ne"), "never"),
    )
    (reading,) = read_process(drawn)
    assert not reading.view().mask(["b"])
    (common,) = read_process(alone(drawn))
    named = {step.id: step.name for step in alone(drawn).steps}
    assert common.order(named).relation("b", "c") == "<"


def test_boundary_events_written_inside_lie_beside() -> None:
    source = Source(Party(organisation="A", process=WRITTEN_INSIDE), 1, 1)
    assert not source.parents
    assert WRITTEN_INSIDE.nodes != source.process.nodes
    assert Source(Party(organisation="A", process=BESIDE), 1, 1).process == BESIDE


@pytest.mark.shared
def test_the_reference_models(shared: Path) -> None:
    tried = 0
    for name, drawn in sources(shared, "interop"):
        if name.startswith("Reference/") and soundness(drawn).verdict == "sound":
            tried += 1
            assert not differs(drawn, 2), name
    assert tried > 20
