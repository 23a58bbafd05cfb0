"""Times and costs as people write them: an amount and its unit."""

from __future__ import annotations

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
