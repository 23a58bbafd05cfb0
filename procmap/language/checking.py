"""What is wrong with layers of the lexicon: findings that cite file, line, id and form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from procmap.language.function_words import is_stop_word
from procmap.language.guessing import Language
from procmap.language.layers import (
    ALL_COLUMNS,
    COLUMNS,
    TAKEN_OUT,
    Concept,
    Layer,
    LayerRow,
    concept_of,
    fatal,
    stated,
)
from procmap.language.lexicon import Lexicon, form_key, over, taken_out
from procmap.language.words import words
from procmap.model import Finding, Severity

_Key = tuple[Language, tuple[str, ...]]
"""A form by what it is found by: its language, and its stems."""


@dataclass
class _Below:
    """What the rows that were read so far make: concepts by id, and which of them each form may mean."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    meaning: dict[_Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, concept: Concept) -> None:
        known = self.concepts.get(concept.id)
        if known is not None:
            concept = over(known, concept)
            for key in _keys(known) - _keys(concept):
                self.meaning[key].discard(concept.id)
        self.concepts[concept.id] = concept
        for key in _keys(concept):
            self.meaning[key].add(concept.id)

    def contrast(self, one: str, other: str) -> bool:
        return other in self.concepts[one].contrast or one in self.concepts[other].contrast

    def is_other_of_kind(self, other: str, concept: Concept) -> bool:
        return other != concept.id and self.concepts[other].kind == concept.kind


def _keys(concept: Concept) -> set[_Key]:
    return {
        (COLUMNS[column], form_key(form, COLUMNS[column]))
        for column, forms in concept.forms.items()
        for form in forms
        if not form.startswith(TAKEN_OUT)
    }


def faults(layers: Sequence[Layer], ground: Lexicon) -> tuple[Finding, ...]:
    """Return what is wrong with layers that are put over a lexicon in their order, layer by layer and line by line.

    `blocking`: what keeps a layer from being used (no id, an id stated twice, a kind that is none or another than
    below), concepts that are cited and are not there, concepts above each other in a circle, and a form that means two
    opposed concepts. `warning`: what has no effect. `note`: a form that is added and means other concepts of its kind
    too. `info`: a word that nobody has said the meaning of. Parameters are `source`, `line`, `id`, `form` and `column`
    where they apply.
    """
    below = _Below()
    for concept in ground.concepts.values():
        below.add(concept)
    return tuple(finding for layer in layers for finding in _of_layer(layer, below))


def _of_layer(layer: Layer, below: _Below) -> Iterator[Finding]:
    for column in layer.columns:
        if column and column not in ALL_COLUMNS:
            known = ", ".join(ALL_COLUMNS)
            yield _fault("lexicon-column-unknown", "warning", source=layer.source, column=column, known=known)
    kinds = {concept.id: concept.kind for concept in below.concepts.values()}
    fatally = list(fatal(layer, kinds))
    unusable = {finding.params["line"] for finding in fatally}
    says = {**stated(layer), **kinds}
    usable = [row for row in layer.rows if row.line not in unusable and not row.is_candidate]
    found = fatally
    for row in layer.rows:
        if row.is_candidate:
            found += _candidate(layer, row)
    had: dict[int, set[_Key]] = {}
    for row in usable:
        # What a row takes out is sought in the layers below and in the rows above it, as it is when it is used.
        found += _without_effect(layer, row, below)
        had[row.line] = _keys(below.concepts[row["id"]]) if row["id"] in below.concepts else set()
        below.add(concept_of(row, says[row["id"]]))
    for row in usable:
        found += _citations(layer, row, below)
        found += _meanings(layer, row, below, had[row.line])
    yield from sorted(found, key=lambda finding: int(finding.params["line"]))


def _fault(code: str, severity: Severity, **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, params=params)


def _where(layer: Layer, row: LayerRow) -> dict[str, str | int]:
    return {"source": layer.source, "line": row.line, "id": row["id"]}


def _candidate(layer: Layer, row: LayerRow) -> Iterator[Finding]:
    for column, forms in row.forms.items():
        for form in forms:
            yield _fault("lexicon-candidate", "info", **_where(layer, row), form=form, column=column)


def _without_effect(layer: Layer, row: LayerRow, below: _Below) -> Iterator[Finding]:
    where = _where(layer, row)
    known = below.concepts.get(row["id"])
    if not row.forms and not (known is not None and (row["broader"] or row["contrast"])):
        yield _fault("lexicon-row-empty", "warning", **where)
    for column in row["native"].split():
        if column not in COLUMNS:
            yield _fault("lexicon-native", "warning", **where, column=column, known=" ".join(COLUMNS))
    for column, forms in row.forms.items():
        for form in forms:
            if form.startswith(TAKEN_OUT):
                if known is None or taken_out(form) not in known.forms.get(column, ()):
                    out = taken_out(form)
                    yield _fault("lexicon-takes-out-nothing", "warning", **where, form=out, column=column)
                continue
            if not words(form):
                yield _fault("lexicon-form-empty", "warning", **where, form=form, column=column)
            elif _is_stopped(form, COLUMNS[column]):
                yield _fault("lexicon-stop-word", "warning", **where, form=form, column=column)


def _is_stopped(form: str, language: Language) -> bool:
    """Tell whether a form has nothing but words that labels are read without."""
    return all(is_stop_word(word, language) for word in words(form))


def _citations(layer: Layer, row: LayerRow, below: _Below) -> Iterator[Finding]:
    where = _where(layer, row)
    for column in ("broader", "contrast"):
        for cited in row.parts(column):
            if cited not in below.concepts:
                yield _fault("lexicon-cites-nothing", "blocking", **where, column=column, cited=cited)
            elif cited == row["id"]:
                yield _fault("lexicon-cites-itself", "blocking", **where, column=column)
            elif below.concepts[cited].kind != below.concepts[row["id"]].kind and column == "contrast":
                yield _fault("lexicon-contrast-kind", "warning", **where, cited=cited)
    circle = _circle(row["id"], below) if row["broader"] and row["broader"] != row["id"] else ()
    if circle:
        yield _fault("lexicon-circle", "blocking", **where, circle=" > ".join(circle))


def _circle(start: str, below: _Below) -> tuple[str, ...]:
    """Return the concepts above one in their order when it is among them, else nothing."""
    way = [start]
    seen = {start}
    while (above := below.concepts[way[-1]].broader) in below.concepts:
        way.append(above)
        if above == start:
            return tuple(way)
        if above in seen:
            break
        seen.add(above)
    return ()


def _meanings(layer: Layer, row: LayerRow, below: _Below, had: set[_Key]) -> Iterator[Finding]:
    """Yield the forms that a row adds and that mean other concepts too, each once, whatever columns have it.

    `had`: the forms that the concept had without the row.
    """
    concept = below.concepts[row["id"]]
    told = set(had)
    for column, forms in row.forms.items():
        for form in forms:
            key = (COLUMNS[column], form_key(form, COLUMNS[column]))
            if form.startswith(TAKEN_OUT) or _is_stopped(form, COLUMNS[column]) or key in told:
                continue
            told.add(key)
            same_kind = [other for other in sorted(below.meaning[key]) if below.is_other_of_kind(other, concept)]
            opposed = [other for other in same_kind if below.contrast(concept.id, other)]
            where = {**_where(layer, row), "form": form, "column": column}
            if opposed:
                yield _fault("lexicon-opposed", "blocking", **where, other=", ".join(opposed))
            elif same_kind:
                yield _fault("lexicon-ambiguous", "note", **where, other=", ".join(same_kind))
