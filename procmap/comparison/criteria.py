"""What conditions are about: their amounts, and their words by what these mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from procmap.language import Language, normalise
from procmap.language.answers import ANSWERS, JOINING, MEASURING, VERDICTS
from procmap.language.function_words import DIRECTIONS
from procmap.language.lexicon import core
from procmap.language.said import Token, said
from procmap.language.words import words

_AMOUNT = re.compile(r"(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+(?:,\d+)?)(?:\s*(%|[^\W\d_]+))?")
_SAYS_NOTHING = ANSWERS | VERDICTS | JOINING | MEASURING | DIRECTIONS
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


class _Marks:
    """All that a word can have in common with one of many, looked up at once."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        tokens = list(tokens)
        self._stems = {token.stem for token in tokens}
        self._concepts = frozenset(concept for token in tokens for concept in token.concepts)
        self._above = core().broader(self._concepts)
        self._beginnings = {token.surface[:_BEGINNING] for token in tokens if len(token.surface) >= _BEGINNING}

    def meet(self, token: Token) -> bool:
        """Tell whether a word has a counterpart: the same stem, meaning, or one made of the other."""
        above = core().broader(token.concepts)
        return (
            token.stem in self._stems
            or bool(token.concepts & (self._concepts | self._above))
            or bool(above & (self._concepts | self._above))
            or token.surface[:_BEGINNING] in self._beginnings
        )


def related(one: Iterable[Token], other: Iterable[Token]) -> bool:
    """Tell whether two subjects have anything in common: a word, a meaning, or a word made of the other's."""
    marks = _Marks(other)
    return any(marks.meet(token) for token in one)


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
        marks = _Marks(theirs)
        return any(not marks.meet(token) for token in mine if same_language or token.concepts)

    return bool(one and other) and lacks(one, other) and lacks(other, one)


def wider(joined: Iterable[frozenset[Token]], other: frozenset[Token]) -> bool:
    """Tell whether of clauses joined into one condition some are in another subject, and some are not."""
    met = {related(clause, other) for clause in joined} if other else set()
    return len(met) > 1
