"""`type`: the kind of element, where it says something else of the work: done by people, by a system, or an event.

A plain task, a sub-process and a call say nothing of how the work is done; a task that sends or receives is the same as
an event that does.
"""

from __future__ import annotations

from procmap.alignment import Party, Row
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.differences.partly_corresponding import waits_otherwise
from procmap.comparison.grid import Grid
from procmap.model import Activity, Step, unique

_WORK = {
    "userTask": "people",
    "manualTask": "people",
    "serviceTask": "system",
    "scriptTask": "system",
    "businessRuleTask": "system",
    "sendTask": "send",
    "receiveTask": "receive",
}
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
    """Return the kinds of the steps; None where they say nothing and are no events either.

    What others start with is a start here too (`trigger` tells it), and where one waits for an answer and another for a
    time both wait (`partly_corresponding` tells it).
    """
    if not steps:
        return None
    kinds = {_in_row(grid, grid.row_of[party.id, steps[0].id], kind(step)) for step in steps}
    if kinds == {""}:
        return None
    return Told(frozenset(kinds), ", ".join(sorted(unique(step.type for step in steps))))


def _in_row(grid: Grid, row: Row, what: str) -> str:
    if what not in ("catch", "receive"):
        return what
    if waits_otherwise(grid, row):
        return "catch"
    starts = any(grid.step(member).type == "startEvent" for member in row.steps)
    return "start" if starts else what


TYPE = Aspect("type", tell)
