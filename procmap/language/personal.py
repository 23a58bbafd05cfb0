"""Identity numbers, e-mail addresses and names of persons in texts: maps tell of roles, not of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

PersonalKind = Literal["identity-number", "person-name", "email-address"]


MASK = "***"
"""What stands for a person in a text that is to name none."""


class Personal(NamedTuple):
    """A place in a text, from `start` to before `end`, that tells who somebody is.

    `shown` is enough of it to find it, and no more.
    """

    kind: PersonalKind
    start: int
    end: int
    shown: str


_NORWEGIAN = re.compile(r"(?<!\d)(\d{6})[ -]?(\d{5})(?!\d)")
_SWEDISH = re.compile(r"(?<!\d)(?:19|20)?(\d{6})[-+](\d{4})(?!\d)|(?<!\d)(?:19|20)(\d{6})(\d{4})(?!\d)")
_EMAIL = re.compile(r"\b[\w%+-]+(?:\.[\w%+-]+)+@[\w-]+(?:\.[\w-]+)+\b")
_CAPITALISED = re.compile(r"\b[A-ZÆØÅÄÖ][a-zæøåäöé]+(?:[ -][A-ZÆØÅÄÖ][a-zæøåäöé]+)+\b")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_PLACES = re.compile(
    r"(?i)(gate|gata|gaten|vei|veg|vegen|veien|plass|torg|skole|skule|skola|barnehage|sykehus|sjukehus|sjukhus|kirke|"
    r"kyrkje|kyrka|kommune|kommun|gatan|vägen|center|senter|system|fond|legat|stiftelse|lov|lova|as|ab)$"
)
"""What follows a given name where a place or an institution is called after somebody."""


def personal(text: str) -> Iterator[Personal]:
    """Yield what tells who somebody is, in the order of the text.

    Identity numbers are those with a possible date and the right check digits: Norwegian fødselsnummer and D-nummer
    (eleven digits, modulo 11), Swedish personnummer and samordningsnummer (Luhn). Names are a common given name with
    what looks like a family name.
    """
    found = [*_identity_numbers(text), *_addresses(text), *_names(text)]
    yield from sorted(found, key=lambda one: (one.start, one.kind))


def _identity_numbers(text: str) -> Iterator[Personal]:
    for match in _NORWEGIAN.finditer(text):
        digits = match[1] + match[2]
        if _norwegian(digits):
            yield Personal("identity-number", match.start(), match.end(), f"{match[1]}*****")
    for match in _SWEDISH.finditer(text):
        birth, rest = match[1] or match[3], match[2] or match[4]
        if _swedish(birth + rest):
            yield Personal("identity-number", match.start(), match.end(), f"{birth}-****")


def _norwegian(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    sums = (
        sum(weight * number for weight, number in zip(weights, numbers, strict=False))
        for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS)
    )
    day, month = int(digits[:2]), int(digits[2:4])
    # D-numbers have 40 added to the day; numbers for tests have 40 or 80 added to the month.
    return all(total % 11 == 0 for total in sums) and _is_date(day - 40 if day > 40 else day, (month - 1) % 40 + 1)


def _swedish(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(digits):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    day = int(digits[4:6])
    return total % 10 == 0 and _is_date(day - 60 if day > 60 else day, int(digits[2:4]))


def _is_date(day: int, month: int) -> bool:
    try:
        date(2000, month, day)  # a leap year: the century is not known
    except ValueError:
        return False
    return True


def _addresses(text: str) -> Iterator[Personal]:
    for match in _EMAIL.finditer(text):
        shown = f"{match[0][0]}…@{match[0].rpartition('@')[2]}"
        yield Personal("email-address", match.start(), match.end(), shown)


def _names(text: str) -> Iterator[Personal]:
    for match in _CAPITALISED.finditer(text):
        words = match[0].split(" ")
        following = re.match(r"\s+(\w+)", text[match.end() :])
        if _PLACES.search(words[-1]) or (following and _PLACES.fullmatch(following[1])):
            continue
        for place, word in enumerate(words[:-1]):
            given = word.partition("-")[0]
            if given.casefold() in _given_names():
                start = match.start() + len(" ".join(words[:place])) + (place > 0)
                yield Personal("person-name", start, match.end(), f"{given} {words[-1][0]}.")
                break


def without_persons(text: str) -> str:
    """Return a text with `MASK` in the place of all that tells who somebody is."""
    made, rest = [], 0
    for one in personal(text):
        if one.end > rest:
            made += [text[rest : max(one.start, rest)], MASK]
            rest = one.end
    return "".join((*made, text[rest:]))


@cache
def _given_names() -> frozenset[str]:
    text = (resources.files("procmap.language") / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
