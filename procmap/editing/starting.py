"""A process to begin with: a start and an end, and nothing between them yet."""

from __future__ import annotations

from procmap.model import Event, Process, ProcessCard, SequenceFlow


def new_process(name: str, organisation: str, variant: str = "") -> Process:
    """Return a process that only begins and ends."""
    return Process(
        id="Process_1",
        name=name,
        card=ProcessCard(name=name, organisation=organisation, variant=variant),
        nodes=(Event(id="Start_1", type="startEvent"), Event(id="End_1", type="endEvent")),
        flows=(SequenceFlow(id="Flow_1", source="Start_1", target="End_1"),),
    )
