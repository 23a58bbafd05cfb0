"""A typical case in figures: its activities, handoffs between roles, work time and lead time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from procmap.behaviour.typical_path import TypicalPath
from procmap.formats.measure_texts import durations
from procmap.harmonisation.impact_values import PathFigures, TimeTaken
from procmap.model import Activity, Duration, Event, Process, Step, Trigger, total

_MINUTES = {
    "minutes": 1, "hours": 60, "days": 1440, "working-days": 2016, "weeks": 10080, "months": 43200, "years": 525600,
}  # fmt: skip
"""About how long units are beside each other, only to see which of several ways takes longest: a working day is 7/5 of
a day, a month 30 days."""
Times = tuple[Duration, ...]
"""Lengths of time that follow each other: none where it is not known how long something takes."""


def figures(process: Process, path: TypicalPath, role: Callable[[str], str]) -> PathFigures:
    """Return the figures of a way through a process; `role` tells who does a node, empty where nobody knows."""
    steps = {step.id: step for step in process.steps}
    holders = {step.parent for step in steps.values() if step.parent}
    work = [node for node in path.nodes if isinstance(steps[node], Activity) and node not in holders]
    roles = {node: role(node) for node in work}
    waiting = [node for node in path.nodes if _timers(steps[node])]
    return PathFigures(
        steps=tuple(work),
        handoffs=_handoffs(path, roles),
        roles_known=sum(1 for name in roles.values() if name),
        work_time=_work_time(_timed(path, steps, work, lambda step: _times(step.details.work_time))),
        lead_time=_lead_time(path, _timed(path, steps, [*work, *waiting], _lead_times)),
    )


def _timers(step: Step) -> tuple[Trigger, ...]:
    """Return the timers that a case waits for at a step; none where it may wait for something else too."""
    if not isinstance(step, Event) or step.type != "intermediateCatchEvent":
        return ()
    return step.triggers if all(trigger.type == "timer" for trigger in step.triggers) else ()


def _times(duration: Duration | None) -> Times:
    return () if duration is None else (duration,)


def _lead_times(step: Step) -> Times:
    """Return how long a step takes: as is said of it, else as its timer waits. Dates and cycles have no length."""
    timers = _timers(step)
    if step.details.lead_time is None and len(timers) == 1 and timers[0].time_kind == "duration":
        return durations(timers[0].time)
    return _times(step.details.lead_time)


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
    path: TypicalPath, steps: Mapping[str, Step], taking: Iterable[str], time: Callable[[Step], Times]
) -> dict[str, Times]:
    """Return the times of what counts: what is `taking` time, and what else says how long it takes.

    Where a sub-process says so, that stands for all that is inside.
    """
    counted = set(taking)
    covered: set[str] = set()
    found: dict[str, Times] = {}
    for node in path.nodes:  # a sub-process comes before what is inside it
        given = time(steps[node])
        if steps[node].parent in covered:
            covered.add(node)
        elif given:
            covered.add(node)
            found[node] = given
        elif node in counted:
            found[node] = ()
    return found


def _work_time(times: Mapping[str, Times]) -> TimeTaken:
    known = [time for time in times.values() if time]
    return TimeTaken(total=total(each for time in known for each in time), known=len(known), of=len(times))


def _lead_time(path: TypicalPath, times: Mapping[str, Times]) -> TimeTaken:
    """Return the lead time of the ways that take longest, where several run at the same time."""
    length: dict[str, Decimal] = {}
    chain: dict[str, str | None] = {}
    for node in path.nodes:
        longest = max(path.before[node], key=lambda near: length[near], default=None)
        chain[node] = longest
        own = sum((_minutes(each) for each in times.get(node, ())), Decimal(0))
        length[node] = own + (length[longest] if longest is not None else 0)
    last = max(path.nodes, key=lambda node: length[node], default=None)
    counted: list[Duration] = []
    while last is not None:
        counted.extend(times.get(last, ()))
        last = chain[last]
    known = sum(1 for time in times.values() if time)
    return TimeTaken(total=total(counted), known=known, of=len(times))


def _minutes(duration: Duration) -> Decimal:
    return duration.amount * _MINUTES[duration.unit]
