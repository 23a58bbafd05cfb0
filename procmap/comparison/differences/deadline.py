"""`deadline`: time limits and timers, work time, lead time: three different things, each told by itself."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from decimal import Decimal

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import normalise
from procmap.model import Deadline, Duration, Event, Step
from procmap.model.measures import TimeUnit

_SAME_AS: dict[TimeUnit, tuple[TimeUnit, int]] = {
    "hours": ("minutes", 60),
    "weeks": ("days", 7),
    "years": ("months", 12),
}
"""Units that are a fixed number of another. Working days are of no other unit."""
_ISO_DURATION = re.compile(r"P([0-9]{1,9})([YMWD])|PT([0-9]{1,9})([HM])")
_ISO_UNITS: dict[str, TimeUnit] = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
_ISO_CLOCK: dict[str, TimeUnit] = {"H": "hours", "M": "minutes"}


def tell_deadline(_grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the deadlines of the steps and the times of their timers; None where there is none."""
    found: list[tuple[Hashable, str]] = []
    for step in steps:
        if step.details.deadline is not None:
            found.append(_deadline(step.details.deadline))
        if isinstance(step, Event):
            found += (_timer(trigger.time) for trigger in step.triggers if trigger.type == "timer" and trigger.time)
    return _told(found)


def tell_work_time(_grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the work times of the steps; None where none is given."""
    return _told(_duration(step.details.work_time) for step in steps if step.details.work_time is not None)


def tell_lead_time(_grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the lead times of the steps; None where none is given."""
    return _told(_duration(step.details.lead_time) for step in steps if step.details.lead_time is not None)


def _told(found: Iterable[tuple[Hashable, str]]) -> Told | None:
    entries = list(found)
    return Told(frozenset(key for key, _ in entries), joined(shown for _, shown in entries)) if entries else None


def _duration(duration: Duration) -> tuple[Hashable, str]:
    unit, times = _SAME_AS.get(duration.unit, (duration.unit, 1))
    shown_unit = duration.unit.removesuffix("s") if duration.amount == 1 else duration.unit
    return (duration.amount * times, unit), f"{duration.amount.normalize():f} {shown_unit}"


def _deadline(deadline: Deadline) -> tuple[Hashable, str]:
    """Return a deadline without what it counts from and its legal basis: parties word these too differently."""
    if deadline.amount is None or deadline.unit is None:
        return normalise(deadline.text), deadline.text
    return _duration(Duration(amount=deadline.amount, unit=deadline.unit))


def _timer(time: str) -> tuple[Hashable, str]:
    """Return the time of a timer: a plain ISO 8601 duration as a duration, all else as it is written."""
    found = _ISO_DURATION.fullmatch(time.strip())
    if found is None:
        return time.strip(), time.strip()
    days, day_unit, hours, hour_unit = found.groups()
    unit = _ISO_UNITS[day_unit] if day_unit else _ISO_CLOCK[hour_unit]
    return _duration(Duration(amount=Decimal(days or hours), unit=unit))


DEADLINE = Aspect("deadline", tell_deadline, part="deadline")
WORK_TIME = Aspect("deadline", tell_work_time, part="work-time")
LEAD_TIME = Aspect("deadline", tell_lead_time, part="lead-time")
