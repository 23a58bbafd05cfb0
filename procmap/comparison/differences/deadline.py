"""`deadline`: time limits and timers, work time, lead time: three different things, each told by itself."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from decimal import Decimal

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import NOTHING, Grid, joined
from procmap.language import normalise
from procmap.model import Deadline, Duration, Event, Step
from procmap.model.measures import TimeUnit

_SAME_AS: dict[TimeUnit, tuple[TimeUnit, int]] = {
    "hours": ("minutes", 60),
    "weeks": ("days", 7),
    "years": ("months", 12),
}
"""Units that are a fixed number of another. Working days are of no other unit."""
_ISO_UNITS: dict[str, TimeUnit] = {
    "Y": "years", "M": "months", "W": "weeks", "D": "days", "TH": "hours", "TM": "minutes",
}  # fmt: skip
_ISO_DURATION = re.compile(
    r"P(?=.)(?:(?P<Y>[0-9]{1,9})Y)?(?:(?P<M>[0-9]{1,9})M)?(?:(?P<W>[0-9]{1,9})W)?(?:(?P<D>[0-9]{1,9})D)?"
    r"(?:T(?=.)(?:(?P<TH>[0-9]{1,9})H)?(?:(?P<TM>[0-9]{1,9})M)?)?"
)
_ISO_REPEATED = re.compile(r"R([0-9]{0,9})/(P.*)")


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


def _duration(duration: Duration) -> tuple[tuple[Decimal, TimeUnit], str]:
    unit, times = _SAME_AS.get(duration.unit, (duration.unit, 1))
    shown_unit = duration.unit.removesuffix("s") if duration.amount == 1 else duration.unit
    return (duration.amount * times, unit), f"{duration.amount.normalize():f} {shown_unit}"


def _deadline(deadline: Deadline) -> tuple[Hashable, str]:
    """Return a deadline without what it counts from and its legal basis: parties word these too differently."""
    if deadline.amount is None or deadline.unit is None:
        return normalise(deadline.text), deadline.text
    return _duration(Duration(amount=deadline.amount, unit=deadline.unit))


def _timer(time: str) -> tuple[Hashable, str]:
    """Return the time of a timer: ISO 8601 durations and what is repeated by them, all else as it is written."""
    repeated = _ISO_REPEATED.fullmatch(time.strip())
    found = _ISO_DURATION.fullmatch(repeated[2] if repeated else time.strip())
    if found is None:
        return time.strip(), time.strip()
    key, shown = _sum(
        Duration(amount=Decimal(amount), unit=_ISO_UNITS[part]) for part, amount in found.groupdict().items() if amount
    )
    return (("repeated", repeated[1], key), f"every {shown} x {repeated[1] or NOTHING}") if repeated else (key, shown)


def _sum(parts: Iterable[Duration]) -> tuple[Hashable, str]:
    """Return the sum of lengths: `P1W3D` is 10 days; months and days cannot be one figure."""
    amounts: dict[str, Decimal] = {}
    shown = []
    for part in parts:
        (amount, unit), text = _duration(part)
        amounts[unit] = amounts.get(unit, Decimal(0)) + amount
        shown.append(text)
    totals = sorted((amount, unit) for unit, amount in amounts.items())
    return totals[0] if len(totals) == 1 else tuple(totals), " + ".join(shown)


DEADLINE = Aspect("deadline", tell_deadline, part="deadline")
WORK_TIME = Aspect("deadline", tell_work_time, part="work-time")
LEAD_TIME = Aspect("deadline", tell_lead_time, part="lead-time")
