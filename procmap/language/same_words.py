"""Words that are no other words: another ending, another spelling, or the same word in another language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import get_args

from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.layers import COLUMNS
from procmap.language.lexicon import core
from procmap.language.spelling import same_beginning
from procmap.language.words import words

SPELLED_ALIKE = 0.85
"""From here on words are taken for spellings of one word (høring, høyring). The measure is Ratcliff and Obershelp's."""
BEGINNING = 5
"""Letters that words must begin with alike to be forms of one word (registrere, registrering) …"""
OF_LONGER = 0.7
"""… and the share of the longer word that these are."""
_Sense = tuple[str, str]
"""A concept of the lexicon, and a column (a language as it is written) that has the word for it."""


@lru_cache(maxsize=50_000)
def same_word(one: str, other: str, one_language: Language, other_language: Language) -> bool:
    """Tell whether two words are one: but for endings, spelling, or the language they are written in.

    Synonyms are two words: what one language has two words for is a term to be agreed. Words of two languages (Bokmål
    and Nynorsk are two here) are one where the lexicon has them for one concept and no language has both.
    """
    if stem(one, one_language) == stem(other, other_language):
        return True
    return _spelled_alike(one, other) or _translated(one, other, one_language, other_language)


def _spelled_alike(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return False
    alike = same_beginning(one, other)
    if alike >= BEGINNING and alike >= OF_LONGER * max(len(one), len(other)):
        return True
    return _alike(one, other) >= SPELLED_ALIKE


def _alike(one: str, other: str) -> float:
    first, second = sorted((one, other))  # which comes first has a say in the measure
    return SequenceMatcher(None, first, second).ratio()


def _translated(one: str, other: str, one_language: Language, other_language: Language) -> bool:
    first, second = _senses(one, one_language), _senses(other, other_language)
    for concept in {concept for concept, _ in first} & {concept for concept, _ in second}:
        here = {column for named, column in first if named == concept}
        there = {column for named, column in second if named == concept}
        if not here.isdisjoint(there):
            continue
        if one_language != other_language:
            return True
        if _nearest(one, concept, there, other) or _nearest(other, concept, here, one):
            return True
    return False


def _nearest(word: str, concept: str, columns: set[str], wanted: str) -> bool:
    """Tell whether `wanted` is the form in some columns that is spelled most like `word`.

    Bokmål and Nynorsk are spelled so much alike that this tells which form is which: "enhetsleder" is "einingsleiar",
    and not "avdelingsleiar", though the lexicon has all of them for one concept.
    """
    forms = core().concepts[concept].forms
    single = [(form, column) for column in sorted(columns) for form in forms.get(column, ()) if len(words(form)) == 1]
    form, column = max(single, key=lambda named: (_alike(word, named[0]), named))
    return stem(words(form)[0], COLUMNS[column]) == stem(wanted, COLUMNS[column])


def _senses(word: str, language: Language) -> frozenset[_Sense]:
    spelled, by_stem = _forms()
    return spelled[language].get(word) or by_stem[language].get(stem(word, language), frozenset())


_Senses = Mapping[Language, Mapping[str, frozenset[_Sense]]]


@cache
def _forms() -> tuple[_Senses, _Senses]:
    """Return the senses of single words: as they are spelled, and by their stems.

    One stem serves Bokmål and Nynorsk, but the spelling tells them apart: "søker", "søkar".
    """
    spelled: dict[Language, dict[str, set[_Sense]]] = {language: defaultdict(set) for language in get_args(Language)}
    by_stem: dict[Language, dict[str, set[_Sense]]] = {language: defaultdict(set) for language in get_args(Language)}
    for concept in core().concepts.values():
        for column, forms in concept.forms.items():
            language = COLUMNS[column]
            for word in (told[0] for form in forms if len(told := words(form)) == 1):
                spelled[language][word].add((concept.id, column))
                by_stem[language][stem(word, language)].add((concept.id, column))
    return _frozen(spelled), _frozen(by_stem)


def _frozen(found: Mapping[Language, Mapping[str, set[_Sense]]]) -> _Senses:
    return {language: {key: frozenset(of) for key, of in senses.items()} for language, senses in found.items()}
