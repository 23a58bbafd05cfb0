"""What a single cell says: lists of texts, dates that a program made numbers of, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from procmap.formats.measure_texts import number

SEPARATOR = ";"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = date(1899, 12, 30)
_DAYS = (10_000, 100_000)
"""Numbers of days since 1899-12-30 that are taken for a date: 1927 to 2173."""


def cell_text(value: object) -> str:
    """Return the value of a cell as text: numbers with a decimal point, dates as ISO 8601, without blanks around."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}" if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"PT{int(value.total_seconds() // 60)}M"
    return _FORBIDDEN.sub(" ", str(value).replace("\r\n", "\n").replace("\r", "\n")).strip()


def items(text: str) -> tuple[str, ...]:
    """Return the texts of a cell, parted by `;`. One in double quotes may hold `;` itself, and `""` for a quote."""
    return tuple(item for item in places(text) if item)


def places(text: str) -> list[str]:
    """Return the texts of a cell by their places, empty ones too; none for an empty cell."""
    found: list[str] = []
    at = 0
    while at <= len(text) and text.strip():
        quoted = _QUOTED.match(text, at)
        if quoted:
            found.append(quoted["text"].replace('""', '"').strip())
            at = quoted.end() + 1
            continue
        end = text.find(SEPARATOR, at)
        end = len(text) if end < 0 else end
        found.append(text[at:end].strip())
        at = end + 1
    return found


_QUOTED = re.compile(r'\s*"(?P<text>(?:[^"]|"")*)"\s*(?=;|$)')


def listed(texts: Iterable[str]) -> str:
    """Return texts as one cell, so that `places` gives them back."""
    return f"{SEPARATOR} ".join(quoted_item(text) for text in texts)


def quoted_item(text: str) -> str:
    """Return a text as one of a list: in double quotes where it would be taken for several."""
    if SEPARATOR in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def iso_date(text: str) -> tuple[str, bool]:
    """Return a date as ISO 8601 (from `2026-03-01`, `1.3.2026`), else the text; and whether it was a number.

    A number is the day since 1899-12-30, as spreadsheet programs count, where a cell lost its date format.
    """
    days = number(text) if re.fullmatch(r"\d{5}", text) else None
    if days is not None and _DAYS[0] <= days < _DAYS[1]:
        return (_FIRST_DAY + timedelta(days=int(days))).isoformat(), True
    found = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text)
    if found:
        try:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat(), False
        except ValueError:
            return text, False
    return text, False


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is (`16 500`); None when it is none."""
    found = number(text)
    return int(found) if found is not None and found == found.to_integral_value() else None
