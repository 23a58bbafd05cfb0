"""Words of a text: runs of letters and digits, without case."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, zero-width characters and byte order marks, as word processors leave them inside words."""

MOST_WORDS = 200
"""Words of a label that are looked at for what they mean: what is longer is a text, of which this is the beginning."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their order: casefolded, in Unicode form NFC, numbers among them."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).casefold()
    return tuple(_WORD.findall(unicodedata.normalize("NFC", plain)))


def beginning(text: str, most: int = MOST_WORDS) -> str:
    """Return a text up to the end of so many words; one that has no more as it is."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    further = next(islice(_WORD.finditer(plain), most, None), None)
    return text if further is None else plain[: further.start()].rstrip()


def normalise(text: str) -> str:
    """Return a text as its words with single spaces: equal where only case, space or punctuation differ."""
    return " ".join(words(text))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that are parted by blanks, as they stand."""
    return frozenset(text.split())
