"""`type`: the kind of step, where it says something else of the work: done in a system, by hand, by a system, an event.

A user task is done with the help of a system and a manual task without any (BPMN 2.0, 10.3.3): what is done by hand
leaves no trace to look at afterwards. A plain task and a sub-process say nothing of how the work is done, but that it
is work where others have an event; a call says that it is a process of its own. A task that waits for a message is the
same to a computer as an event that does (13.3.3), but one drawing must be chosen. A time at the edge of a step that
waits, and one behind an event-based gateway, are one thing drawn in two ways.
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
    "callActivity": "called",
}
_SHOWN = {"receive": "receiveTask", "send": "sendTask"}
_WAITING = ("boundary", "catch")
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
        return "send" if step.type == "intermediateThrowEvent" else _EVENTS[step.type]
    if any(trigger.type == "timer" for trigger in step.triggers) and _EVENTS[step.type] in _WAITING:
        return "time"
    return _EVENTS[step.type]


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the kinds of the steps; None where they say nothing."""
    row = grid.row_of[party.id, steps[0].id]
    kinds = {step: _in_row(grid, row, step) for step in steps}
    telling = [step for step in steps if kinds[step]]
    shown = ", ".join(sorted(unique(_SHOWN.get(kind(step), step.type) for step in telling)))
    return Told(frozenset(kinds[step] for step in telling), shown) if telling else None


def _in_row(grid: Grid, row: Row, step: Step) -> str:
    """Return the kind of a step beside the others of its row."""
    what = kind(step)
    beside = [grid.step(member) for member in row.steps]
    if not what:
        waits = all(kind(one) in ("", "time") for one in beside)
        return "work" if waits and isinstance(step, Activity) else ""
    if what not in ("catch", "receive", "time"):
        return what
    if waits_otherwise(grid, row):  # told by `partly_corresponding`
        return "" if what == "time" else what
    return "start" if any(one.type == "startEvent" for one in beside) else what


TYPE = Aspect("type", tell)
