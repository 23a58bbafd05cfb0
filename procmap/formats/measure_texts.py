"""Times, deadlines and costs as people write them in Bokmål, Nynorsk, Swedish and English: read from texts and written.

`3 uker`, `2 t`, `5 virkedager`; `3 uker fra mottatt søknad (fvl. § 11 a)`; `1 250,50 kr`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Literal

from procmap.model import Cost, Deadline, Duration
from procmap.model.measures import TimeUnit

Language = Literal["en", "nb", "nn", "sv"]

UNITS: dict[TimeUnit, dict[Language, tuple[str, ...]]] = {
    "minutes": {
        "en": ("min", "minute", "minutes", "mins"), "nb": ("min", "minutt", "minutter"),
        "nn": ("min", "minutt"), "sv": ("min", "minut", "minuter"),
    },
    "hours": {
        "en": ("hours", "hour", "h", "hrs"), "nb": ("timer", "time", "t"), "nn": ("timar", "time", "t"),
        "sv": ("timmar", "timme", "tim", "h"),
    },
    "days": {
        "en": ("days", "day", "d", "calendar days"), "nb": ("dager", "dag", "døgn", "kalenderdager"),
        "nn": ("dagar", "dag", "døgn", "døger"), "sv": ("dagar", "dag", "dygn"),
    },
    "working-days": {
        "en": ("working days", "working day", "workdays", "workday", "business days", "business day"),
        "nb": ("virkedager", "virkedag", "arbeidsdager", "arbeidsdag"),
        "nn": ("virkedagar", "virkedag", "yrkedagar", "arbeidsdagar", "arbeidsdag"),
        "sv": ("arbetsdagar", "arbetsdag", "vardagar", "vardag"),
    },
    "weeks": {
        "en": ("weeks", "week", "w"), "nb": ("uker", "uke"), "nn": ("veker", "veke", "vekor"),
        "sv": ("veckor", "vecka"),
    },
    "months": {
        "en": ("months", "month"), "nb": ("måneder", "måned", "mnd"), "nn": ("månader", "månad", "mnd"),
        "sv": ("månader", "månad", "mån"),
    },
    "years": {"en": ("years", "year", "y"), "nb": ("år",), "nn": ("år",), "sv": ("år",)},
}  # fmt: skip
"""The words of each unit: first the one that is written of several, then the one of a single unit (minutes apart)."""
SINCE: dict[Language, tuple[str, ...]] = {
    "en": ("from", "after", "since"), "nb": ("fra", "etter"), "nn": ("frå", "etter"), "sv": ("från", "efter"),
}  # fmt: skip
"""What stands before that from which a deadline counts; only the first is read after a text that is no amount."""
CURRENCY: dict[Language, str] = {"en": "NOK", "nb": "NOK", "nn": "NOK", "sv": "SEK"}
"""What an amount without a currency, or with `kr`, is in."""
_CROWNS = ("kr", "kroner", "kronar", "kronor", ",-", ":-")

_BY_WORD: dict[str, TimeUnit] = {
    word: unit for unit, by_language in UNITS.items() for words in by_language.values() for word in words
}
_AMOUNT = r"[-+]?\d[\d\u00a0\u202f ]*(?:[.,]\d+)?"
_UNIT = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_BY_WORD, key=lambda w: (-len(w), w)))
_TIME = re.compile(rf"(?P<amount>{_AMOUNT})\s*(?P<unit>{_UNIT})\.?(?=\s|$|[,;(])", re.IGNORECASE)
_NUMBERS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        ("en ett ei one eitt én ein", "to två two", "tre three", "fire fyra four", "fem five", "seks sex six"), start=1
    )
    for word in words.split()
}
_WORDED = re.compile(rf"(?P<amount>{'|'.join(_NUMBERS)})\s+(?P<unit>{_UNIT})\.?(?=\s|$|[,;(])", re.IGNORECASE)
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", re.IGNORECASE)
_ISO_UNITS: tuple[TimeUnit, ...] = ("years", "months", "weeks", "days", "hours", "minutes")
_FIRST_SINCE = "|".join(dict.fromkeys(words[0] for words in SINCE.values()))
_ANY_SINCE = "|".join(dict.fromkeys(word for words in SINCE.values() for word in words))
_SINCE_AFTER_AMOUNT = re.compile(rf"\s*(?:{_ANY_SINCE})\s+(?P<since>\S.*)", re.IGNORECASE | re.DOTALL)
_SINCE_AFTER_TEXT = re.compile(rf"(?P<text>\S.*?)\s+(?:{_FIRST_SINCE})\s+(?P<since>\S.*)", re.IGNORECASE | re.DOTALL)
_BASIS = re.compile(r"(?P<rest>.*\S|)\s*\((?P<basis>[^()]+)\)", re.DOTALL)
_COST = re.compile(
    rf"(?P<before>[^\W\d]{{2,3}}\.?\s*)?(?P<amount>{_AMOUNT})\s*(?P<after>[^\W\d]{{2,6}}\.?|,-|:-)?", re.IGNORECASE
)
_LONGEST = 40
"""Digits of a number that is read."""


def number(text: str) -> Decimal | None:
    """Return the number that a text is, with decimal comma or point, blanks between thousands; None if it is none."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    if not plain or len(plain) > _LONGEST:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def duration(text: str) -> Duration | None:
    """Return the length of time that a text is (`3 uker`, `2,5 t`, `to dager`, `P3W`); None if it is none."""
    text = text.strip()
    found = _TIME.fullmatch(text) or _WORDED.fullmatch(text)
    return _duration(found) if found else _iso_duration(text)


def deadline(text: str) -> Deadline:
    """Return a deadline: an amount with its unit, else the text; what it counts from; its legal basis in brackets."""
    text, basis = text.strip(), ""
    ends = _BASIS.fullmatch(text)
    if ends and ends["rest"]:
        text, basis = ends["rest"].strip(), ends["basis"].strip()
    begins = _TIME.match(text) or _WORDED.match(text)
    length = _duration(begins) if begins else None
    if begins and length is not None:
        rest = text[begins.end() :]
        since = _SINCE_AFTER_AMOUNT.fullmatch(rest)
        if since or not rest.strip():
            counted = since["since"].strip() if since else ""
            return Deadline(amount=length.amount, unit=length.unit, since=counted, legal_basis=basis)
    parted = _SINCE_AFTER_TEXT.fullmatch(text)
    if parted:
        return Deadline(text=parted["text"], since=parted["since"].strip(), legal_basis=basis)
    return Deadline(text=text, legal_basis=basis)


def cost(text: str, currency: str = "NOK") -> Cost | None:
    """Return the amount of money that a text is; `currency` where it names none but crowns. None if it is none."""
    found = _COST.fullmatch(text.strip())
    amount = number(found["amount"]) if found else None
    if found is None or amount is None:
        return None
    named = [(found[part] or "").strip().rstrip(".").casefold() for part in ("before", "after")]
    foreign = [word.upper() for word in named if word and word not in _CROWNS]
    if len(foreign) > 1 or any(len(word) != 3 or not word.isascii() for word in foreign):
        return None
    return Cost(amount=amount, currency=foreign[0] if foreign else currency)


def number_text(value: Decimal | int, language: Language) -> str:
    """Return a number with the decimal sign of a language, all its digits and nothing between them."""
    text = f"{Decimal(value):f}"
    return text if language == "en" else text.replace(".", ",")


def duration_text(value: Duration, language: Language) -> str:
    """Return a length of time in a language, as `duration` reads it."""
    words = UNITS[value.unit][language]
    single = value.amount == 1 and value.unit != "minutes" and len(words) > 1
    return f"{number_text(value.amount, language)} {words[1 if single else 0]}"


def deadline_text(value: Deadline, language: Language) -> str:
    """Return a deadline in a language, as `deadline` reads it."""
    length = ""
    if value.amount is not None and value.unit is not None:
        length = duration_text(Duration(amount=value.amount, unit=value.unit), language)
    parts = [length or value.text, f"{SINCE[language][0]} {value.since}" if value.since else ""]
    parts.append(f"({value.legal_basis})" if value.legal_basis else "")
    return " ".join(part for part in parts if part)


def cost_text(value: Cost, language: Language) -> str:
    """Return an amount of money in a language, with its currency code."""
    return f"{number_text(value.amount, language)} {value.currency}"


def _duration(found: re.Match[str]) -> Duration | None:
    told = found["amount"].casefold()
    amount = Decimal(_NUMBERS[told]) if told in _NUMBERS else number(told)
    unit = _BY_WORD[re.sub(r"\s+", " ", found["unit"].casefold())]
    return Duration(amount=amount, unit=unit) if amount is not None else None


def durations(text: str) -> tuple[Duration, ...]:
    """Return the lengths of time that a text is together, largest first: `3 uker`, or the parts of `P1DT12H`.

    Nothing where it is none, or says more than is read.
    """
    whole = duration(text)
    return _iso_parts(text.strip()) if whole is None else (whole,)


def durations_in(text: str) -> tuple[Duration, ...]:
    """Return the lengths of time that are told anywhere in a text, in their order: `slettes etter seks måneder`."""
    found = sorted((*_TIME.finditer(text), *_WORDED.finditer(text)), key=lambda match: match.start())
    whole = (match for match in found if not text[: match.start()][-1:].isalnum())
    return tuple(length for match in whole if (length := _duration(match)) is not None)


def _iso_duration(text: str) -> Duration | None:
    """Return an ISO 8601 duration of one unit."""
    given = _iso_parts(text)
    return given[0] if len(given) == 1 else None


def _iso_parts(text: str) -> tuple[Duration, ...]:
    found = _ISO.fullmatch(text) if len(text) < _LONGEST else None
    amounts = zip(found.groups(), _ISO_UNITS, strict=True) if found else ()
    return tuple(Duration(amount=Decimal(amount), unit=unit) for amount, unit in amounts if amount)


def iso_8601(value: Duration) -> str:
    """Return a length of time as ISO 8601, as timers of BPMN need it; empty for working days, which it lacks."""
    if value.unit == "working-days" or value.amount < 0:
        return ""
    letter = {"minutes": "M", "hours": "H", "days": "D", "weeks": "W", "months": "M", "years": "Y"}[value.unit]
    return f"P{'T' if value.unit in ('minutes', 'hours') else ''}{value.amount.normalize():f}{letter}"
