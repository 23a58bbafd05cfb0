"""How languages write numbers, dates, lists and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from procmap.messages.languages import LanguageCode

_NO_BREAK = "\u00a0"
_DECIMAL: dict[LanguageCode, str] = {"en": ".", "nb": ",", "nn": ",", "sv": ","}
_THOUSANDS: dict[LanguageCode, str] = {"en": ",", "nb": _NO_BREAK, "nn": _NO_BREAK, "sv": _NO_BREAK}
_GROUPED_FROM: dict[LanguageCode, int] = {"en": 1000, "nb": 10_000, "nn": 10_000, "sv": 10_000}
"""Numbers of four digits stand together in Norwegian and Swedish (Språkrådet, Språkrådet i Sverige)."""
_AND: dict[LanguageCode, str] = {"en": "and", "nb": "og", "nn": "og", "sv": "och"}
_QUOTES: dict[LanguageCode, tuple[str, str]] = {
    "en": ('"', '"'), "nb": ("«", "»"), "nn": ("«", "»"), "sv": ("\u201d", "\u201d"),
}  # fmt: skip
_MONTHS: dict[LanguageCode, str] = {
    "en": "January February March April May June July August September October November December",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}


def number(value: int | float | Decimal, language: LanguageCode) -> str:
    """Return a number as a language writes it: `12,5` and `10 000` in Norwegian. Its digits are kept as they are."""
    whole, point, rest = f"{Decimal(str(value)):f}".partition(".")
    grouped = f"{int(whole):,}" if abs(int(whole)) >= _GROUPED_FROM[language] else whole
    return grouped.replace(",", _THOUSANDS[language]) + (_DECIMAL[language] + rest if point else "")


def day(value: date, language: LanguageCode) -> str:
    """Return a date with its month as a word: `22. november 2026` in Norwegian."""
    month = _MONTHS[language].split()[value.month - 1]
    return f"{value.day}{'.' if language in ('nb', 'nn') else ''} {month} {value.year}"


def joined(items: Sequence[str], language: LanguageCode) -> str:
    """Return texts as a list in a sentence: `a, b og c` in Norwegian."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"


def quoted(text: str, language: LanguageCode) -> str:
    """Return a text between the quotation marks of a language."""
    opening, closing = _QUOTES[language]
    return f"{opening}{text}{closing}"
