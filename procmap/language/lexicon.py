"""The lexicon: what words of different languages mean, made of layers (see `procmap.language.layers`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import get_args

from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.layers import COLUMNS, TAKEN_OUT, Concept, Kind, Layer, concepts_of, layer_of_text
from procmap.language.spelling import same_beginning
from procmap.language.words import words

NORDIC: tuple[Language, ...] = ("no", "da", "sv")
"""Languages whose speakers read each other's; a word that one lacks is looked up in the others, in this order."""

_UNTOUCHED = 3
"""Letters that the Nordic stemmers leave as they are: most words of no form are known by them, without stemming."""


@dataclass(frozen=True)
class Phrase:
    """A form of several words: the stems after the first, and what it means."""

    rest: tuple[str, ...]
    concepts: frozenset[str]


@dataclass(frozen=True)
class _Forms:
    """The forms of one language: single words by their stems, and phrases by that of their first word, longest first.

    A stem has the words that are forms with it, and what each of them means; `beginnings` are those of all stems.
    """

    single: Mapping[str, Mapping[str, frozenset[str]]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    beginnings: frozenset[str]


class Lexicon:
    """Concepts by id, and the concepts of words and phrases in each language. It is a value: nothing changes it."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        self._forms = {language: self._indexed(language) for language in get_args(Language)}

    def _indexed(self, language: Language) -> _Forms:
        single: dict[str, dict[str, set[str]]] = {}
        phrases: dict[str, dict[tuple[str, ...], set[str]]] = {}
        for concept in self.concepts.values():
            for column, forms in concept.forms.items():
                if COLUMNS[column] != language:
                    continue
                for form in forms:
                    told = words(form)
                    first, *rest = (stem(word, language) for word in told) if told else ("",)
                    if rest:
                        phrases.setdefault(first, {}).setdefault(tuple(rest), set()).add(concept.id)
                    elif told:
                        single.setdefault(first, {}).setdefault(told[0], set()).add(concept.id)
        return _Forms(
            {key: {word: frozenset(ids) for word, ids in found.items()} for key, found in single.items()},
            {
                key: tuple(
                    Phrase(rest, frozenset(ids))
                    for rest, ids in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
                )
                for key, found in phrases.items()
            },
            frozenset(key[:_UNTOUCHED] for key in single),
        )

    def of_word(self, word: str, language: Language) -> frozenset[str]:
        """Return the concepts of a word in a language: those of the form spelled so, else of forms with its stem.

        Of these count the ones that begin most like the word: "applications" is no applicant, though both have one
        stem. None where no form has the stem.
        """
        known = self._forms[language]
        if language in NORDIC and word[:_UNTOUCHED] not in known.beginnings:
            return frozenset()
        forms = known.single.get(stem(word, language), {})
        if word in forms or not forms:
            return forms.get(word, frozenset())
        alike = {form: same_beginning(form, word) for form in forms}
        most = max(alike.values())
        return frozenset(one for form, ids in forms.items() if alike[form] == most for one in ids)

    def phrases(self, first: str, language: Language) -> tuple[Phrase, ...]:
        """Return the phrases of a language whose first word has a stem, the longest first."""
        return self._forms[language].phrases.get(first, ())

    def kind(self, concept: str) -> Kind:
        """Return what a concept is."""
        return self.concepts[concept].kind

    def broader(self, concepts: Iterable[str]) -> frozenset[str]:
        """Return the concepts just above some."""
        return frozenset([above for concept in concepts if (above := self.concepts[concept].broader)])

    def contrast(self, one: str, other: str) -> bool:
        """Tell whether two concepts must not be taken for each other."""
        return other in self.concepts[one].contrast or one in self.concepts[other].contrast

    def kinds(self) -> dict[str, Kind]:
        """Return what each concept is, by id."""
        return {concept.id: concept.kind for concept in self.concepts.values()}


def form_key(form: str, language: Language) -> tuple[str, ...]:
    """Return the stems by which a form is found; none where it has no letters or digits."""
    return tuple(stem(word, language) for word in words(form))


def layered(layers: Sequence[Iterable[Concept]]) -> Lexicon:
    """Return the lexicon that layers make together, the first being the ground.

    A later row with the same id adds forms and contrasts; a form that begins with `!` is taken out of what is below.
    """
    made: dict[str, Concept] = {}
    for layer in layers:
        for concept in layer:
            below = made.get(concept.id)
            made[concept.id] = over(below or replace(concept, forms={}), concept)
    return Lexicon(made.values())


def over(below: Concept, above: Concept) -> Concept:
    """Return what two rows of one concept make together."""
    forms = {}
    for column in COLUMNS:
        added = above.forms.get(column, ())
        gone = {taken_out(form) for form in added if form.startswith(TAKEN_OUT)}
        kept = (*below.forms.get(column, ()), *(form for form in added if not form.startswith(TAKEN_OUT)))
        forms[column] = tuple(dict.fromkeys(form for form in kept if form not in gone))
    return replace(
        below,
        broader=above.broader or below.broader,
        contrast=tuple(dict.fromkeys((*below.contrast, *above.contrast))),
        forms={column: found for column, found in forms.items() if found},
        native=tuple(dict.fromkeys((*below.native, *above.native))),
        note=above.note or below.note,
    )


def taken_out(form: str) -> str:
    """Return the form that one with `!` takes out."""
    return form.removeprefix(TAKEN_OUT).strip()


def layered_over(ground: Lexicon, layers: Iterable[Layer]) -> Lexicon:
    """Return a lexicon with layers over it, in their order. Raises BadInput when one of them cannot be used."""
    for layer in layers:
        ground = layered([ground.concepts.values(), concepts_of(layer, ground.kinds())])
    return ground


@cache
def core() -> Lexicon:
    """Return the lexicon that is shipped."""
    return layered([core_layer()])


def core_layer() -> tuple[Concept, ...]:
    """Return the rows of the shipped layer."""
    return concepts_of(core_table(), {})


def core_table() -> Layer:
    """Return the shipped layer as a table."""
    text = (resources.files("procmap.language") / "data" / "core.tsv").read_text(encoding="utf-8")
    return layer_of_text(text, "core.tsv")
