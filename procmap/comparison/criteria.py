"""What conditions are about: their amounts, and their words by what these mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from procmap.language import Language, normalise
from procmap.language.answers import ANSWERS, JOINING, VERDICTS
from procmap.language.function_words import DIRECTIONS
from procmap.language.lexicon import core
from procmap.language.said import Token, said
from procmap.language.words import words

_AMOUNT = re.compile(r"(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+(?:,\d+)?)(?:\s*(%|[^\W\d_]+))?")
_SAYS_NOTHING = ANSWERS | VERDICTS | JOINING | DIRECTIONS
_SHORTEST = 3
"""Letters of the shortest word that tells anything by itself (abbreviations of offices are shorter, and rare)."""
_BEGINNING = 5
"""Letters that words begin with alike when one is made of the other."""


def amounts(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the amounts in texts, each with the word after it: "over 100 000 kr" has 100000 kr."""
    found = (match for text in texts for match in _AMOUNT.finditer(text))
    return frozenset((re.sub(r"[ .\u00a0\u202f]", "", match[1]), normalise(match[2] or "")) for match in found)


def subject(texts: Iterable[str], language: Language) -> frozenset[Token]:
    """Return the words that tell what conditions are about; those that only answer or judge are left out."""
    return frozenset(
        token
        for text in texts
        for token in said(text, language, core()).tokens
        if not token.light and not set(words(token.surface)) <= _SAYS_NOTHING and _tells(token.surface)
    )


def _tells(surface: str) -> bool:
    return len(surface) >= _SHORTEST and not any(letter.isdigit() for letter in surface)


def related(one: Iterable[Token], other: Iterable[Token]) -> bool:
    """Tell whether two subjects have anything in common: a word, a meaning, or a word made of the other's."""
    others = list(other)
    return any(_alike(token, counterpart) for token in one for counterpart in others)


def _alike(one: Token, other: Token) -> bool:
    if one.stem == other.stem or one.concepts & other.concepts:
        return True
    above, over = core().broader(one.concepts), core().broader(other.concepts)
    if above & other.concepts or over & one.concepts or above & over:
        return True
    short, long = sorted((one.surface, other.surface), key=len)
    return len(short) >= _BEGINNING and long.startswith(short[:_BEGINNING])


def clauses(texts: Iterable[str], language: Language) -> list[frozenset[Token]]:
    """Return the subjects of conditions that are joined into one by "and" or "or"; none where nothing is joined."""
    found: list[frozenset[Token]] = []
    for text in texts:
        parts: list[list[str]] = [[]]
        for word in words(text):
            if word in JOINING:
                parts.append([])
            else:
                parts[-1].append(word)
        subjects = [subject([" ".join(part)], language) for part in parts]
        if len(subjects) > 1 and all(subjects):
            found += subjects
    return found


def another(one: frozenset[Token], other: frozenset[Token], *, same_language: bool) -> bool:
    """Tell whether two subjects are about different things: each has a word with no counterpart in the other.

    Across languages only words that the lexicon knows are counted. A subject that says nothing is no other.
    """

    def lacks(mine: frozenset[Token], theirs: frozenset[Token]) -> bool:
        return any(not related([token], theirs) for token in mine if same_language or token.concepts)

    return bool(one and other) and lacks(one, other) and lacks(other, one)


def wider(joined: Iterable[frozenset[Token]], other: frozenset[Token]) -> bool:
    """Tell whether of clauses joined into one condition some are in another subject, and some are not."""
    met = {related(clause, other) for clause in joined} if other else set()
    return len(met) > 1
