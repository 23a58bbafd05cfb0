"""A typical case in figures: its activities, handoffs between roles, work time and lead time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from procmap.behaviour.typical_path import TypicalPath
from procmap.harmonisation.impact_values import PathFigures, TimeTaken
from procmap.model import Activity, Duration, Process, Step, total

_MINUTES = {
    "minutes": 1, "hours": 60, "days": 1440, "working-days": 2016, "weeks": 10080, "months": 43200, "years": 525600,
}  # fmt: skip
"""About how long units are beside each other, only to see which of several ways takes longest: a working day is 7/5 of
a day, a month 30 days."""


def figures(process: Process, path: TypicalPath, role: Callable[[str], str]) -> PathFigures:
    """Return the figures of a way through a process; `role` tells who does a node, empty where nobody knows."""
    steps = {step.id: step for step in process.steps}
    holders = {step.parent for step in steps.values() if step.parent}
    work = [node for node in path.nodes if isinstance(steps[node], Activity) and node not in holders]
    roles = {node: role(node) for node in work}
    return PathFigures(
        steps=tuple(work),
        handoffs=_handoffs(path, roles),
        roles_known=sum(1 for name in roles.values() if name),
        work_time=_work_time(_timed(path, steps, work, lambda step: step.details.work_time)),
        lead_time=_lead_time(path, _timed(path, steps, work, lambda step: step.details.lead_time)),
    )


def _handoffs(path: TypicalPath, roles: Mapping[str, str]) -> int:
    """Count the pairs of activities that follow each other (events passed over) and are done by different roles."""
    workers: dict[str, dict[str, None]] = {}
    count = 0
    for node in path.nodes:
        before: dict[str, None] = {}
        for near in path.before[node]:
            before.update({near: None} if near in roles else workers[near])
        workers[node] = before
        mine = roles.get(node)
        count += sum(1 for near in before if mine and roles[near] and roles[near] != mine)
    return count


def _timed(
    path: TypicalPath, steps: Mapping[str, Step], work: Iterable[str], time: Callable[[Step], Duration | None]
) -> dict[str, Duration | None]:
    """Return the times of what counts: activities, and what else says how long it takes.

    Where a sub-process says so, that stands for all that is inside.
    """
    activities = set(work)
    covered: set[str] = set()
    found: dict[str, Duration | None] = {}
    for node in path.nodes:  # a sub-process comes before what is inside it
        given = time(steps[node])
        if steps[node].parent in covered:
            covered.add(node)
        elif given is not None:
            covered.add(node)
            found[node] = given
        elif node in activities:
            found[node] = None
    return found


def _work_time(times: Mapping[str, Duration | None]) -> TimeTaken:
    known = [time for time in times.values() if time is not None]
    return TimeTaken(total=total(known), known=len(known), of=len(times))


def _lead_time(path: TypicalPath, times: Mapping[str, Duration | None]) -> TimeTaken:
    """Return the lead time of the ways that take longest, where several run at the same time."""
    length: dict[str, Decimal] = {}
    chain: dict[str, str | None] = {}
    for node in path.nodes:
        longest = max(path.before[node], key=lambda near: length[near], default=None)
        own = times.get(node)
        chain[node] = longest
        length[node] = (length[longest] if longest is not None else Decimal(0)) + (_minutes(own) if own else 0)
    last = max(path.nodes, key=lambda node: length[node], default=None)
    counted: list[Duration] = []
    while last is not None:
        own = times.get(last)
        if own is not None:
            counted.append(own)
        last = chain[last]
    known = sum(1 for time in times.values() if time is not None)
    return TimeTaken(total=total(counted), known=known, of=len(times))


def _minutes(duration: Duration) -> Decimal:
    return duration.amount * _MINUTES[duration.unit]
