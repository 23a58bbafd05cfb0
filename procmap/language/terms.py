"""Words that have a fixed meaning in law, records management or public accounting.

The table is `data/terms.tsv`. A compound has the meaning of its last part: "delegationsbeslut" is a "beslut".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.words import words

SHORTEST = 5
"""Letters of the shortest term that is looked for at the end of a compound: shorter ones end too many other words."""


def is_term(word: str, language: Language) -> bool:
    """Tell whether a word (casefolded), or the last part of a compound, has a fixed meaning in a language."""
    key = stem(word, language)
    of_language = terms().get(language, frozenset())
    if key in of_language or language == "en":
        return key in of_language
    # No last part that is longer than every term is looked for: a word may have 100,000 letters.
    first = max(2, len(key) - _longest(language))
    return any(key[place:] in of_language for place in range(first, len(key) - SHORTEST + 1))


@cache
def _longest(language: Language) -> int:
    """Return how many letters the longest stem of a language has."""
    return max(map(len, terms().get(language, ())), default=0)


@cache
def terms() -> Mapping[Language, frozenset[str]]:
    """Return the stems of the terms by language."""
    text = (resources.files("procmap.language") / "data" / "terms.tsv").read_text(encoding="utf-8")
    found: dict[Language, set[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            language, _, listed = line.split("\t")
            found.setdefault(language, set()).update(stem(word, language) for word in words(listed))  # type: ignore[arg-type]
    return {language: frozenset(stems) for language, stems in found.items()}
