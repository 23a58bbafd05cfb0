"""The lexicon: what words of different languages mean, as layers of tables that people can edit.

A layer is a table (tabs between columns, the first row names them): `id`, `kind` (`action` or `object`), `broader` and
`contrast` (ids), a column of forms for each language, `native` (the languages whose forms a native speaker still has to
see) and `note`. Forms are separated by `;`; one of several words is a phrase. In a later layer a row with the same id
adds forms, and a form that begins with `!` is taken out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Literal, get_args

from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.words import words
from procmap.model import BadInput

Kind = Literal["action", "object"]
COLUMNS: dict[str, Language] = {"nb": "no", "nn": "no", "sv": "sv", "da": "da", "en": "en", "de": "de"}
"""The columns of forms, and the language that each is read in: one stemmer serves Bokmål and Nynorsk."""
NORDIC: tuple[Language, ...] = ("no", "da", "sv")
"""Languages whose speakers read each other's; a word that one lacks is looked up in the others, in this order."""


@dataclass(frozen=True)
class Concept:
    """What words mean. `forms` by column; `contrast`: concepts that it must not be taken for."""

    id: str
    kind: Kind
    broader: str = ""
    contrast: tuple[str, ...] = ()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    native: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Phrase:
    """A form of several words: the stems after the first, and what it means."""

    rest: tuple[str, ...]
    concepts: frozenset[str]


@dataclass(frozen=True)
class _Forms:
    """The forms of one language by their stems: single words, and phrases by their first word, longest first."""

    single: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Phrase, ...]]


class Lexicon:
    """Concepts by id, and the concepts of words and phrases in each language."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts: dict[str, Concept] = {concept.id: concept for concept in concepts}
        self._forms = {language: self._indexed(language) for language in get_args(Language)}

    def _indexed(self, language: Language) -> _Forms:
        single: dict[str, set[str]] = {}
        phrases: dict[str, dict[tuple[str, ...], set[str]]] = {}
        for concept in self.concepts.values():
            for column, forms in concept.forms.items():
                if COLUMNS[column] != language:
                    continue
                for form in forms:
                    first, *rest = (stem(word, language) for word in words(form))
                    if rest:
                        phrases.setdefault(first, {}).setdefault(tuple(rest), set()).add(concept.id)
                    else:
                        single.setdefault(first, set()).add(concept.id)
        return _Forms(
            {key: frozenset(ids) for key, ids in single.items()},
            {
                key: tuple(
                    Phrase(rest, frozenset(ids))
                    for rest, ids in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
                )
                for key, found in phrases.items()
            },
        )

    def of_stem(self, word: str, language: Language) -> frozenset[str]:
        """Return the concepts of a stem in a language; none where no form has it."""
        return self._forms[language].single.get(word, frozenset())

    def phrases(self, first: str, language: Language) -> tuple[Phrase, ...]:
        """Return the phrases of a language whose first word has a stem, the longest first."""
        return self._forms[language].phrases.get(first, ())

    def kind(self, concept: str) -> Kind:
        """Return what a concept is."""
        return self.concepts[concept].kind

    def broader(self, concepts: Iterable[str]) -> frozenset[str]:
        """Return the concepts just above some."""
        found = (self.concepts[concept].broader for concept in concepts)
        return frozenset(above for above in found if above)

    def contrast(self, one: str, other: str) -> bool:
        """Tell whether two concepts must not be taken for each other."""
        return other in self.concepts[one].contrast or one in self.concepts[other].contrast


def read_layer(text: str, source: str) -> tuple[Concept, ...]:
    """Return the rows of a layer in their order; forms that begin with `!` are kept as they are.

    Raises BadInput when a column that must be there is not, a row has no id, an id comes twice, or a kind is none.
    """
    reader = csv.DictReader((line for line in text.splitlines() if line.strip()), delimiter="\t")
    missing = [name for name in ("id", "kind") if name not in (reader.fieldnames or ())]
    if missing:
        raise BadInput("lexicon-columns", source=source, missing=", ".join(missing))
    found: dict[str, Concept] = {}
    for number, row in enumerate(reader, start=2):
        cells = {
            name: (text or "").strip()
            for name, text in row.items()
            if isinstance(name, str) and not isinstance(text, list)
        }
        if not cells["id"] or cells["id"] in found:
            raise BadInput("lexicon-id", source=source, line=number, id=cells["id"])
        kind = cells["kind"]
        if kind not in get_args(Kind):
            raise BadInput("lexicon-kind", source=source, line=number, id=cells["id"], kind=kind)
        found[cells["id"]] = Concept(
            id=cells["id"],
            kind=kind,  # type: ignore[arg-type]
            broader=cells.get("broader", ""),
            contrast=_parts(cells.get("contrast", "")),
            forms={column: forms for column in COLUMNS if (forms := _parts(cells.get(column, "")))},
            native=tuple(cells.get("native", "").split()),
            note=cells.get("note", ""),
        )
    return tuple(found.values())


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def layered(layers: Sequence[Iterable[Concept]]) -> Lexicon:
    """Return the lexicon that layers make together, the first being the ground."""
    made: dict[str, Concept] = {}
    for layer in layers:
        for concept in layer:
            below = made.get(concept.id)
            made[concept.id] = (
                _over(below, concept) if below is not None else _over(replace(concept, forms={}), concept)
            )
    return Lexicon(made.values())


def _over(below: Concept, above: Concept) -> Concept:
    forms = {}
    for column in COLUMNS:
        added = above.forms.get(column, ())
        gone = {form[1:].strip() for form in added if form.startswith("!")}
        kept = (*below.forms.get(column, ()), *(form for form in added if not form.startswith("!")))
        forms[column] = tuple(dict.fromkeys(form for form in kept if form not in gone))
    return replace(
        below,
        broader=above.broader or below.broader,
        contrast=tuple(dict.fromkeys((*below.contrast, *above.contrast))),
        forms={column: found for column, found in forms.items() if found},
        note=above.note or below.note,
    )


@cache
def core() -> Lexicon:
    """Return the lexicon that is shipped."""
    return layered([core_layer()])


def core_layer() -> tuple[Concept, ...]:
    """Return the rows of the shipped layer."""
    text = (resources.files("procmap.language") / "data" / "core.tsv").read_text(encoding="utf-8")
    return read_layer(text, "core.tsv")
