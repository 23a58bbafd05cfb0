"""The lines of a sheet that people filled in, each with the places of its cells, so that errors can cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.formats.measure_texts import Language
from procmap.formats.notes import Notes
from procmap.formats.people.cells import list_cell, list_of, text_cell, text_of, word_of
from procmap.formats.spreadsheet.columns import Sheet, assign, language_of
from procmap.formats.spreadsheet.tables import HEADING_WITHIN, MAX_ROWS, Cells, cell_name
from procmap.formats.spreadsheet.words import Words
from procmap.formats.spreadsheet.workbook import sheets_of
from procmap.model import BadInput, StepReference

REFERENCE = ("organisation", "variant", "process", "step", "label", "before", "after")
"""The fields of a reference to a step; the column of `step` is `id`, that of `label` is `step`."""
_COLUMN = {"step": "id", "label": "step"}


@dataclass(frozen=True)
class Line:
    """A line of a sheet: texts by the keys of their columns. `source`, `sheet`, `number`, `places`: where it stands.

    `language` is that of the sheet's headings.
    """

    source: str
    sheet: str
    number: int
    cells: Mapping[str, str]
    places: Mapping[str, int]
    language: Language

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    def word(self, key: str, words: Words, offered: Sequence[str] = ()) -> str:
        """Return the value that a cell has a word for. Raises BadInput when it is none, or not one of `offered`."""
        value = word_of(self[key], words)
        if value in (offered or words.values):
            return value
        known = ", ".join(words.word(each, self.language) for each in offered or words.values)
        raise self.error("people-word-unknown", key, word=self[key][:60], known=known)

    def error(self, code: str, key: str, **params: str | int) -> BadInput:
        """Return an error about a cell."""
        cell = cell_name(self.places.get(key, 0), self.number)
        return BadInput(code, source=self.source, sheet=self.sheet, cell=cell, **params)


def lines_of(source: bytes, name: str, sheets: Sequence[Sheet]) -> dict[str, list[Line]]:
    """Return the lines of some sheets of a workbook, by the keys of the sheets.

    Raises BadInput: no workbook that can be read, one of the sheets is not in it, or it has more than MAX_ROWS rows.
    """
    found: dict[str, list[Line]] = {}
    for cells in sheets_of(source, name, Notes()):
        rows = _rows(cells, name)
        for sheet in sheets:
            if sheet.key not in found:
                lines = _lines(sheet, rows, cells.name, name)
                if lines is not None:
                    found[sheet.key] = lines
                    break
    for sheet in sheets:
        if sheet.key not in found:
            needed = ", ".join(sheet.column(key).heading("en") for key in sheet.needs)
            raise BadInput("people-sheet-missing", source=name, sheet=sheet.titles["en"], columns=needed)
    return found


def _rows(cells: Cells, source: str) -> list[tuple[int, list[str]]]:
    rows = []
    for row in cells.rows:
        rows.append(row)
        if len(rows) > MAX_ROWS:
            raise BadInput("spreadsheet-too-many-rows", source=source, sheet=cells.name, limit=MAX_ROWS)
    return rows


def _lines(sheet: Sheet, rows: Iterable[tuple[int, list[str]]], name: str, source: str) -> list[Line] | None:
    """Return the lines below the headings of a sheet; None where it has not the headings that it needs."""
    places: dict[str, int] | None = None
    language: Language = "en"
    lines: list[Line] = []
    for number, texts in rows:
        if places is None:
            if number > HEADING_WITHIN:
                return None
            keys = assign(sheet, texts)
            if set(keys.values()).issuperset(sheet.needs):
                places = {key: place for place, key in keys.items()}
                language = language_of(sheet, texts)
        else:
            cells = {key: texts[place] for key, place in places.items() if place < len(texts) and texts[place]}
            if cells:
                lines.append(Line(source, name, number, cells, places, language))
    return None if places is None else lines


def reference_cells(reference: StepReference) -> dict[str, str]:
    """Return a reference to a step as cells, by the keys of their columns."""
    texts = {_COLUMN.get(field, field): text_cell(getattr(reference, field)) for field in REFERENCE[:5]}
    return {**texts, "before": list_cell(reference.before), "after": list_cell(reference.after)}


def reference_of(line: Line) -> StepReference:
    """Return the reference to a step that stands on a line."""
    texts = {field: text_of(line[_COLUMN.get(field, field)]) for field in REFERENCE[:5]}
    return StepReference(**texts, before=list_of(line["before"]), after=list_of(line["after"]))


def numbered(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the lines of a sheet of steps with their numbers. Raises BadInput when two have the same number."""
    seen: set[str] = set()
    for line in lines:
        if line["number"]:
            if line["number"] in seen:
                raise line.error("people-number-twice", "number", number=line["number"])
            seen.add(line["number"])
            yield line["number"], line
