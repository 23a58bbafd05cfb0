"""Texts as a report on paper shows them: of bounded length, and without characters that steer what is around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from procmap.formats.spreadsheet.cells import cell_text

LONGEST = 6_000
"""The characters of a text that are shown: what is longer is no text that anybody reads, and Word cannot lay it out."""
_LONGEST_TITLE = 300
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]")
"""Characters that turn the direction of what follows, or that are not seen."""
_SHORT = 60


def plain(content: str, longest: int = LONGEST) -> str:
    """Return text without characters that XML has no place for or that steer what is around it, and not too long."""
    text = _STEERING.sub("", cell_text(content))
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def title(content: str) -> str:
    """Return text on one line, short enough for a heading."""
    return " ".join(plain(content, _LONGEST_TITLE).split())


def beside(texts: Sequence[str]) -> str:
    """Return several texts as one: beside each other where all are short, else each on a line of its own."""
    told = [" ".join(text.split()) for text in texts]
    together = all(len(text) <= _SHORT and ";" not in text for text in told)
    return ("; " if together else "\n").join(told)
