"""How wide text is, and how it is broken into lines, without a font library.

Widths are those of the sans-serif faces that systems offer (Helvetica, Arial, Liberation Sans), in thousandths of the
type size, with a margin for wider faces; letters that are not in the table count as wide as an `n`, East Asian ones
as a full square.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from procmap.layout.hyphens import SHORTEST, hyphen_place

MARGIN = 1.06
ELLIPSIS = "…"
_JOINER = "\u200d"
_SKIN = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAG = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_NO_HYPHENS = "\u0530"
"""From here on writing has no hyphens: before it are Latin, Greek and Cyrillic letters."""
_ACCENTS = 3
"""Marks that are kept at one letter: more are no language, and would be written across what is around."""
_MOST = 2000
"""Characters of a label that are looked at: no drawing shows more, and hostile labels have millions."""

_WIDTHS = {
    **dict.fromkeys("ijl'|‘’", 222),  # noqa: RUF001 - the quotation marks are meant
    **dict.fromkeys(" .,:;!/\\IfŦt[]()", 278),
    **dict.fromkeys('r-`"*{}°', 345),
    **dict.fromkeys("cksvxyzJçšž", 500),
    **dict.fromkeys("FTZLŁ", 611),
    **dict.fromkeys("ABEKPSVXYÅÄÁÀÂÃÉÈÊË&", 667),
    **dict.fromkeys("CDHNRUwÐÜÚÙÛ", 722),
    **dict.fromkeys("GOQÖÓÒÔÕØ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("Wæœ%", 900),
    **dict.fromkeys("ÆŒ—…@", 1000),
}
_USUAL = 556


class Lines(NamedTuple):
    """Text broken into lines.

    `cut` when some of it had to be left out (the last line then ends in an ellipsis), `split` when a word had to be.
    """

    lines: tuple[str, ...]
    cut: bool
    split: bool


@lru_cache(maxsize=4096)
def _character(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Me", "Mn"):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in ("W", "F") else _USUAL


def text_width(text: str, size: float) -> float:
    """Return the estimated width of `text` in one line, in the unit of `size`, the type size."""
    return sum(map(_character, text)) * size * MARGIN / 1000


@lru_cache(maxsize=8192)
def wrap(text: str, width: float, size: float, most: int) -> Lines:
    """Break text into at most `most` lines of at most `width`: at blanks and hyphens, and in words that are too long.

    Such words are divided as `procmap.layout.hyphens` says; what has no syllables where the line is full.
    """
    words = _calm(text[:_MOST]).split()
    lines: list[str] = []
    line, split = "", False
    waiting = [(word, " ") for word in reversed(words)]
    while waiting and len(lines) <= most:
        word, gap = waiting.pop()
        joined = f"{line}{gap}{word}" if line else word
        if text_width(joined, size) <= width:
            line = joined
            continue
        head, tail = _split(word, width - (text_width(line + gap, size) if line else 0), size)
        if head:
            lines.append(f"{line}{gap}{head}" if line else head)
            line = ""
            waiting.append((tail, ""))
        elif line:
            lines.append(line)
            line = ""
            waiting.append((word, gap))
        else:
            room = _fitting(word, width - text_width("-", size), size)
            at = hyphen_place(word, room) or room
            lines.append(word[:at] + ("-" if word[at - 1].isalpha() and word[at - 1] < _NO_HYPHENS else ""))
            waiting.append((word[at:], ""))
            split = True
    if line:
        lines.append(line)
    cut = len(lines) > most or len(text) > _MOST
    if cut:
        lines = lines[:most]
        lines[-1] = shorten(lines[-1] + ELLIPSIS, width, size)
    return Lines(tuple(lines), cut, split)


def shorten(text: str, width: float, size: float) -> str:
    """Return text that fits in one line of `width`: what is too much is left out, and an ellipsis says so."""
    if text_width(text, size) <= width:
        return text
    room = width - text_width(ELLIPSIS, size)
    at = _fitting(text, room, size, least=0)
    return text[:at].rstrip() + ELLIPSIS


def _calm(text: str) -> str:
    """Return text with a few marks at each letter at most."""
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _ACCENTS:
            kept.append(character)
    return "".join(kept)


def _split(word: str, room: float, size: float) -> tuple[str, str]:
    """Split a word after its last hyphen or slash that still fits; an empty head when none does."""
    for at in range(min(len(word) - 1, 60), 0, -1):
        if word[at - 1] in "-/–" and text_width(word[:at], size) <= room:  # noqa: RUF001 - the dash is meant
            return word[:at], word[at:]
    return "", word


def _fitting(text: str, room: float, size: float, least: int = 1) -> int:
    """Return how many characters of `text` fit, at least `least`."""
    most = len(text) - SHORTEST if least and len(text) > 2 * SHORTEST else len(text)
    thousandths = room * 1000 / (size * MARGIN)
    used = 0
    for at, character in enumerate(text[:most]):
        used += _character(character)
        if used > thousandths:
            return _whole(text, max(at, least))
    return _whole(text, most) if most else least


def _whole(text: str, at: int) -> int:
    """Return a place at or before `at`, else after it, where what is seen as one character stays whole."""
    back = at if at < len(text) else 0
    while back > 0 and _is_inside(text, back):
        back -= 1
    while back == 0 and at < len(text) and _is_inside(text, at):
        at += 1
    return back or at


def _is_inside(text: str, at: int) -> bool:
    """Tell whether a place lies before an accent or variation, beside a joiner, or between the letters of a flag."""
    here, before = text[at], text[at - 1]
    if unicodedata.category(here).startswith("M") or _JOINER in (here, before) or here in _SKIN:
        return True
    if not (here in _FLAG and before in _FLAG):
        return False
    first = at
    while first > 0 and text[first - 1] in _FLAG:
        first -= 1
    return (at - first) % 2 == 1
