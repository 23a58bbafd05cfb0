"""`type`: the kind of step, where it says something else of the work: done in a system, by hand, by a system, an event.

A user task is done with the help of a system and a manual task without any (BPMN 2.0, 10.3.3): what is done by hand
leaves no trace to look at afterwards. A plain task, a sub-process and a call say nothing of how the work is done; a
task that sends or receives is the same as an event that does.
"""

from __future__ import annotations

from procmap.alignment import Party, Row
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.differences.partly_corresponding import waits_otherwise
from procmap.comparison.grid import Grid
from procmap.model import Activity, Step, unique

_WORK = {
    "userTask": "people",
    "manualTask": "hand",
    "serviceTask": "system",
    "scriptTask": "system",
    "businessRuleTask": "system",
    "sendTask": "send",
    "receiveTask": "receive",
}
_SHOWN = {"receive": "receiveTask", "send": "sendTask"}
_EVENTS = {
    "startEvent": "start",
    "endEvent": "end",
    "boundaryEvent": "boundary",
    "intermediateCatchEvent": "catch",
    "intermediateThrowEvent": "throw",
    "implicitThrowEvent": "throw",
}


def kind(step: Step) -> str:
    """Return what the type of a step says of the work; empty where it says nothing."""
    if isinstance(step, Activity):
        return _WORK.get(step.type, "")
    if any(trigger.type == "message" for trigger in step.triggers):
        return {"intermediateCatchEvent": "receive", "intermediateThrowEvent": "send"}.get(
            step.type, _EVENTS[step.type]
        )
    return _EVENTS[step.type]


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the kinds of the steps; None where they say nothing."""
    telling = [step for step in steps if kind(step)]
    shown = ", ".join(sorted(unique(_SHOWN.get(kind(step), step.type) for step in telling)))
    kinds = (_in_row(grid, grid.row_of[party.id, step.id], kind(step)) for step in telling)
    return Told(frozenset(kinds), shown) if telling else None


def _in_row(grid: Grid, row: Row, what: str) -> str:
    if what not in ("catch", "receive"):
        return what
    if waits_otherwise(grid, row):
        return "catch"
    starts = any(grid.step(member).type == "startEvent" for member in row.steps)
    return "start" if starts else what


TYPE = Aspect("type", tell)
