"""`deadline`: time limits and timers, work time, lead time: three different things, each told by itself.

Where neither time limits nor lead times can be compared, since some give the one and some the other, these are told
beside each other; and where only some set a time limit, and the others, who do so elsewhere, say nothing of time at
all, that is told of those who do.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from procmap.alignment import Party
from procmap.comparison.criteria import another, related, subject
from procmap.comparison.differences.aspect import Aspect, Told, other
from procmap.comparison.grid import NOTHING, Grid, joined
from procmap.language import normalise
from procmap.language.lexicon import core
from procmap.language.said import Token, said
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
_LEAD = "lead"
"""What a party says that has no time limit for a step, but knows how long it takes."""
_ISO_DURATION = re.compile(
    r"P(?=.)(?:(?P<Y>[0-9]{1,9})Y)?(?:(?P<M>[0-9]{1,9})M)?(?:(?P<W>[0-9]{1,9})W)?(?:(?P<D>[0-9]{1,9})D)?"
    r"(?:T(?=.)(?:(?P<TH>[0-9]{1,9})H)?(?:(?P<TM>[0-9]{1,9})M)?)?"
)
_END_OF_DAY = re.compile(r"(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:23:59(?::59)?|24:00(?::00)?)$")
"""A date is over when its day is: both say the same."""
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
    time = _END_OF_DAY.sub("", time.strip())
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


@dataclass(frozen=True)
class _Times:
    """The time limits of a party and its lead times, each as it tells them by itself."""

    limit: Told | None
    lead: Told | None

    @property
    def told(self) -> Told | None:
        return self.limit or self.lead


def tell_limit_or_lead(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the time limits of the steps and their lead times; None where neither is given.

    A timer of its own that is part of this step at others says how long is waited here.
    """
    waits = (one for one in grid.parts.gathered(grid.row_of[party.id, steps[0].id], party) if isinstance(one, Event))
    times = _Times(tell_deadline(grid, party, (*steps, *waits)), tell_lead_time(grid, party, steps))
    return Told(times, None) if times.told is not None else None


def _limit_beside_lead(_grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return what is compared where some give a time limit and some a lead time; nothing where that needs not be.

    Times of one kind that differ are told as that kind. A lead time stands in brackets.
    """
    given = {party: one.key for party, one in told.items() if isinstance(one.key, _Times)}
    limits = [times.limit.key for times in given.values() if times.limit is not None]
    leads = [times.lead.key for times in given.values() if times.lead is not None]
    if other(limits) or other(leads) or not limits or not any(times.limit is None for times in given.values()):
        return {}
    beside = {party: times.limit or _in_brackets(times.lead) for party, times in given.items()}
    return {party: one for party, one in beside.items() if one is not None}


def _in_brackets(lead: Told | None) -> Told | None:
    return None if lead is None else replace(lead, shown=f"({lead.shown})")


def tell_set(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the time limit of the steps, or that none is set; None for a party that sets none anywhere.

    A start that comes round by a timer is no limit. Whose work is elsewhere tells nothing.
    """
    limit = tell_deadline(grid, party, steps)
    if limit is not None:
        starts = any(isinstance(step, Event) and step.type == "startEvent" for step in steps)
        return None if starts else replace(limit, key=True)
    if tell_lead_time(grid, party, steps) is not None:
        return Told(_LEAD, None)
    if not grid.sets_limits(party):
        return None
    return Told(False, None)


def _set_by_some(_grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return who sets a limit and who does not; nothing where times are told otherwise: other limits, or lead times."""
    shown = {one.shown for one in told.values() if one.shown is not None}
    return told if len(shown) == 1 and all(one.key != _LEAD for one in told.values()) else {}


@dataclass(frozen=True)
class _Counted:
    """A time limit as length and what it counts from: as it is written, else (of a timer) what comes right before."""

    length: Hashable
    since: str
    before: tuple[str, ...]


def tell_since(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the length of the one time limit of the steps and what it counts from; None where that is not told."""
    found = []
    for step in steps:
        limit = step.details.deadline
        if limit is not None and limit.since.strip():
            found.append(_Counted(_deadline(limit)[0], " ".join(limit.since.split()), ()))
        elif limit is None and isinstance(step, Event):
            before = tuple(grid.step(one).name for one in grid.preceding(party, step) if grid.step(one).name.strip())
            found += (_Counted(_timer(one.time)[0], "", before) for one in step.triggers if one.type == "timer")
    if len(found) != 1 or not (found[0].since or found[0].before):
        return None
    return Told(found[0], found[0].since or joined(found[0].before))


def _since_other(grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return what equal time limits count from, where somebody has written it and others count from something else."""
    counted = {party: one.key for party, one in told.items() if isinstance(one.key, _Counted)}
    if len({one.length for one in counted.values()}) != 1 or not any(one.since for one in counted.values()):
        return {}
    kinds: list[str] = []
    keys: dict[str, str] = {}
    for party in counted:
        keys[party] = next((kind for kind in kinds if not _counts_otherwise(grid, party, kind, counted)), party)
        kinds += [party] if keys[party] == party else []
    return {party: replace(one, key=keys[party]) for party, one in told.items()}


def _counts_otherwise(grid: Grid, one: str, other: str, counted: Mapping[str, _Counted]) -> bool:
    """Tell whether two time limits count from different things. Timers alone are compared by the order of rows."""
    a, b = counted[one], counted[other]
    if a.since and b.since:
        same_language = grid.spoken(one) == grid.spoken(other)
        return another(_said(a.since, grid, one), _said(b.since, grid, other), same_language=same_language)
    if not a.since and not b.since:
        return False
    texts = ([each.since] if each.since else list(each.before) for each in (a, b))
    mine, theirs = (subject(text, grid.spoken(party)) for text, party in zip(texts, (one, other), strict=True))
    return not related(mine, theirs)


def _said(text: str, grid: Grid, party_id: str) -> frozenset[Token]:
    """Return the words of a text that tell anything. That an application is complete tells much of a time limit."""
    return frozenset(token for token in said(text, grid.spoken(party_id), core()).tokens if not token.light)


DEADLINE = Aspect("deadline", tell_deadline, part="deadline")
WORK_TIME = Aspect("deadline", tell_work_time, part="work-time")
LEAD_TIME = Aspect("deadline", tell_lead_time, part="lead-time")
LIMIT_OR_LEAD_TIME = Aspect(
    "deadline", tell_limit_or_lead, part="limit-or-lead", side_by_side=_limit_beside_lead, in_agreement=False
)
DEADLINE_SET = Aspect("deadline", tell_set, part="set", side_by_side=_set_by_some, in_agreement=False)
DEADLINE_SINCE = Aspect("deadline", tell_since, part="since", side_by_side=_since_other, in_agreement=False)
