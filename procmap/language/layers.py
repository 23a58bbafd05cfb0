"""Layers of the lexicon: tables of rows that say what words mean, as people edit them.

The first row names the columns: `id`, `kind` (`action` or `object`), `broader` and `contrast` (ids), a column of
forms for each language, `native` (the languages whose forms a native speaker still has to see) and `note`. Forms are
parted by `;`; one of several words is a phrase; one that begins with `!` is taken out of the layers below.

A row with an id and a kind says what a concept is. One without a kind adds to a concept that another row, here or in
a layer below, says what it is: so a word can be given to a concept in a row of its own. A row with neither is a
candidate: a word that nobody has said the meaning of yet. It is passed over.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from procmap.language.guessing import Language
from procmap.model import BadInput, Finding

Kind = Literal["action", "object"]
KINDS: tuple[Kind, ...] = get_args(Kind)
COLUMNS: dict[str, Language] = {"nb": "no", "nn": "no", "sv": "sv", "da": "da", "en": "en", "de": "de"}
"""The columns of forms, and the language that each is read in: one stemmer serves Bokmål and Nynorsk."""
ALL_COLUMNS = ("id", "kind", "broader", "contrast", *COLUMNS, "native", "note")
"""All columns in the order in which a layer is written."""
NEEDED = ("id", "kind")
TAKEN_OUT = "!"
"""What a form begins with that is taken out of the layers below."""


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
class LayerRow:
    """A row of a layer: its line (from 1, with the headings) and its texts by column, empty ones left out."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """Return the texts of a cell that are parted by `;`, each once."""
        return tuple(dict.fromkeys(part.strip() for part in self[column].split(";") if part.strip()))

    @property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """The forms by column, those that are taken out with their `!`; columns without any left out."""
        return {column: forms for column in COLUMNS if (forms := self.parts(column))}

    @property
    def is_candidate(self) -> bool:
        """Tell whether nobody has said yet what the words of this row mean."""
        return not self["id"] and not self["kind"]


@dataclass(frozen=True)
class Layer:
    """A table as it stands in a file `source`; `columns` are its headings in lower case."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[LayerRow, ...]


def layer_of(rows: Iterable[tuple[int, list[str]]], source: str) -> Layer:
    """Return the layer that rows of texts make, each with its line; the first filled one has the headings.

    Raises BadInput when `id`, `kind` or all languages are missing among these.
    """
    filled = ((line, texts) for line, texts in rows if any(text.strip() for text in texts))
    _, headings = next(filled, (0, []))
    columns = tuple(text.strip().casefold() for text in headings)
    missing = [name for name in NEEDED if name not in columns]
    if not any(column in COLUMNS for column in columns):
        missing.append("/".join(COLUMNS))
    if missing:
        raise BadInput("lexicon-columns", source=source, missing=", ".join(missing))
    found = (LayerRow(line, _cells(columns, texts)) for line, texts in filled)
    return Layer(source, columns, tuple(found))


def _cells(columns: tuple[str, ...], texts: list[str]) -> dict[str, str]:
    named = ((name, text.strip()) for name, text in zip(columns, texts, strict=False))
    return {name: text for name, text in named if name and text}


def layer_of_text(text: str, source: str) -> Layer:
    """Return the layer that a table makes whose columns are parted by tabs. Raises BadInput like `layer_of`."""
    reader = csv.reader(text.splitlines(), delimiter="\t")
    return layer_of(((reader.line_num, texts) for texts in reader), source)


def fatal(layer: Layer, kinds: Mapping[str, Kind]) -> Iterator[Finding]:
    """Yield what keeps a layer from being used, row by row; `kinds` are those of the concepts of the layers below."""
    says = {**stated(layer), **kinds}
    earlier: set[str] = set()
    for row in layer.rows:
        where: dict[str, str | int] = {"source": layer.source, "line": row.line, "id": row["id"]}
        if row.is_candidate:
            continue
        known = row["kind"] in KINDS if row["kind"] else row["id"] in says
        if not row["id"] or (row["kind"] and row["id"] in earlier):
            yield Finding(code="lexicon-id", severity="blocking", params=where)
        elif not known:
            yield Finding(code="lexicon-kind", severity="blocking", params={**where, "kind": row["kind"]})
        elif row["kind"] and row["kind"] != says[row["id"]]:
            params = {**where, "kind": row["kind"], "below": says[row["id"]]}
            yield Finding(code="lexicon-kind-other", severity="blocking", params=params)
        if row["kind"]:
            earlier.add(row["id"])


def stated(layer: Layer) -> dict[str, Kind]:
    """Return what the rows of a layer say that concepts are, by id; the first row of each counts."""
    found: dict[str, Kind] = {}
    for row in layer.rows:
        for kind in KINDS:
            if row["kind"] == kind:
                found.setdefault(row["id"], kind)
    return found


def concepts_of(layer: Layer, kinds: Mapping[str, Kind]) -> tuple[Concept, ...]:
    """Return the rows of a layer as concepts, in their order; candidates are left out.

    `kinds` are those of the concepts of the layers below. Raises BadInput for the first thing that keeps the layer from
    being used: no id, a concept stated twice, a kind that is none or another than below.
    """
    for finding in fatal(layer, kinds):
        raise BadInput(finding.code, **finding.params)
    says = {**stated(layer), **kinds}
    return tuple(concept_of(row, says[row["id"]]) for row in layer.rows if not row.is_candidate)


def concept_of(row: LayerRow, kind: Kind) -> Concept:
    """Return a row as a concept; forms that begin with `!` are kept as they are."""
    return Concept(
        id=row["id"],
        kind=kind,
        broader=row["broader"],
        contrast=row.parts("contrast"),
        forms=row.forms,
        native=tuple(row["native"].split()),
        note=row["note"],
    )
