"""Words of a text: runs of letters and digits, without case."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, zero-width characters and byte order marks, as word processors leave them inside words."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their order: casefolded, in Unicode form NFC, numbers among them."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).casefold()
    return tuple(_WORD.findall(unicodedata.normalize("NFC", plain)))


def normalise(text: str) -> str:
    """Return a text as its words with single spaces: equal where only case, space or punctuation differ."""
    return " ".join(words(text))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that are parted by blanks, as they stand."""
    return frozenset(text.split())
