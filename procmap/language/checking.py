"""What is wrong with layers of the lexicon: findings that cite file, line, id and form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

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

_SHOWN = 6
"""How many ids a finding cites."""
_Key = tuple[Language, tuple[str, ...]]
"""A form by what it is found by: its language, and its stems."""


@dataclass
class _Below:
    """What the rows that were read so far make: concepts by id, what each form may mean, what is opposed to each."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    meaning: dict[_Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    opposite: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _sorted: dict[_Key, list[str]] = field(default_factory=dict)

    def add(self, row: Concept) -> None:
        known = self.concepts.get(row.id)
        self.concepts[row.id] = made = over(known, row) if known is not None else row
        if known is not None and any(form.startswith(TAKEN_OUT) for forms in row.forms.values() for form in forms):
            for key in _keys(known) - _keys(made):
                self.meaning[key].discard(row.id)
        for key in _keys(row):
            self.meaning[key].add(row.id)
        for other in row.contrast:
            self.opposite[row.id].add(other)
            self.opposite[other].add(row.id)
        self._sorted.clear()

    def opposed(self, key: _Key, concept: Concept) -> list[str]:
        """Return what a form of a concept may mean of its kind that is opposed to it."""
        return [one for one in sorted(self.meaning[key] & self.opposite[concept.id]) if self._is_like(one, concept)]

    def others(self, key: _Key, concept: Concept) -> list[str]:
        """Return what else of its kind a form of a concept may mean: no more than are shown, and one."""
        if key not in self._sorted:
            self._sorted[key] = sorted(self.meaning[key])
        like = (one for one in self._sorted[key] if self._is_like(one, concept))
        return list(islice(like, _SHOWN + 1))

    def _is_like(self, other: str, concept: Concept) -> bool:
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
        concept = concept_of(row, says[row["id"]])
        had[row.line] = {key for key in _keys(concept) if concept.id in below.meaning[key]}
        below.add(concept)
    circling = _circling(below.concepts)
    for row in usable:
        found += _citations(layer, row, below)
        if row["broader"] and row["broader"] != row["id"] and row["id"] in circling:
            circle = _few(_way_round(row["id"], below.concepts), " > ")
            found.append(_fault("lexicon-circle", "blocking", **_where(layer, row), circle=circle))
        found += _meanings(layer, row, below, had[row.line])
    yield from sorted(found, key=lambda finding: int(finding.params["line"]))


def _fault(code: str, severity: Severity, **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, params=params)


def _where(layer: Layer, row: LayerRow) -> dict[str, str | int]:
    return {"source": layer.source, "line": row.line, "id": row["id"]}


def _few(ids: Sequence[str], between: str = ", ") -> str:
    """Return ids as one text, the first ones only where there are many."""
    return between.join(ids[:_SHOWN]) + (f"{between}…" if len(ids) > _SHOWN else "")


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


def _circling(concepts: Mapping[str, Concept]) -> frozenset[str]:
    """Return the concepts that stand above themselves. Every concept has one above it at most, so one pass will do."""
    found: set[str] = set()
    seen: set[str] = set()
    for start in concepts:
        way: dict[str, None] = {}
        at = start
        while at in concepts and at not in seen:
            seen.add(at)
            way[at] = None
            at = concepts[at].broader
        if at in way:
            found.update(list(way)[list(way).index(at) :])
    return frozenset(found)


def _way_round(start: str, concepts: Mapping[str, Concept]) -> list[str]:
    """Return a concept and those above it until it comes again, no more than are shown and one."""
    way = [start]
    while len(way) <= _SHOWN and (len(way) == 1 or way[-1] != start):
        way.append(concepts[way[-1]].broader)
    return way


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
            where = {**_where(layer, row), "form": form, "column": column}
            if opposed := below.opposed(key, concept):
                yield _fault("lexicon-opposed", "blocking", **where, other=_few(opposed))
            elif others := below.others(key, concept):
                yield _fault("lexicon-ambiguous", "note", **where, other=_few(others))
