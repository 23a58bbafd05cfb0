"""Times and costs as people write them: an amount and its unit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from procmap.model.value import Value

TimeUnit = Literal["minutes", "hours", "days", "working-days", "weeks", "months", "years"]


class Duration(Value):
    """A length of time. Units are kept as given, since a working day or a month has no fixed number of hours."""

    amount: Decimal
    unit: TimeUnit


class Deadline(Value):
    """A time limit: a number with its unit, or `text` where it is no number; `since` is what it counts from."""

    amount: Decimal | None = None
    unit: TimeUnit | None = None
    since: str = ""
    text: str = ""
    legal_basis: str = ""


class Cost(Value):
    """An amount of money; `currency` is an ISO 4217 code."""

    amount: Decimal
    currency: str = "NOK"


_SMALLER: dict[TimeUnit, tuple[TimeUnit, int]] = {
    "hours": ("minutes", 60),
    "weeks": ("days", 7),
    "years": ("months", 12),
}
"""Units that are a fixed number of another. Working days are of no other unit."""
_SHOWN: tuple[TimeUnit, ...] = ("years", "months", "weeks", "days", "working-days", "hours", "minutes")
_LARGEST = Decimal(10) ** 9
"""Amounts from which on nothing is converted: they are no times, and figures would be lost."""


def total(durations: Iterable[Duration]) -> tuple[Duration, ...]:
    """Return the sum of lengths of time, largest unit first: `90 minutes` and `1 hour` are `2 hours`, `30 minutes`.

    Units that have no fixed length in each other (working days and days, days and months) stay beside each other.
    Weeks and days are told in days, years and months in months, where both occur.
    """
    lengths = sorted(durations, key=lambda each: (each.unit, each.amount))
    units = {each.unit for each in lengths}
    sums: dict[TimeUnit, Decimal] = {}
    for each in lengths:
        unit, times = _SMALLER.get(each.unit, (each.unit, 1))
        if abs(each.amount) >= _LARGEST or unit not in {*units, "minutes"}:
            unit, times = each.unit, 1
        sums[unit] = sums.get(unit, Decimal(0)) + each.amount * times
    minutes = sums.get("minutes", Decimal(0))
    if 60 <= minutes < _LARGEST:
        hours = minutes // 60
        sums["hours"], sums["minutes"] = sums.get("hours", Decimal(0)) + hours, minutes - 60 * hours
    return tuple(Duration(amount=_plain(sums[unit]), unit=unit) for unit in _SHOWN if sums.get(unit))


def _plain(amount: Decimal) -> Decimal:
    """Return an amount without the noughts that a sum leaves behind it, and without a power of ten."""
    return Decimal(f"{amount.normalize():f}") if abs(amount) < _LARGEST else amount
