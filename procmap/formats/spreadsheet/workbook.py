"""The cells of an XLSX workbook, as they were saved: nothing is computed, nothing is fetched, no macro is run."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.cells import cell_text
from procmap.formats.spreadsheet.tables import MAX_ROWS, Cells, cell_name
from procmap.formats.zip_input import ZipInput, open_zip
from procmap.model import BadInput

if TYPE_CHECKING:
    from lxml import etree

MAX_COLUMNS = 200
"""Columns of a sheet that are read."""
MAX_SHARED = 100_000_000
"""The most bytes of the texts that sheets share: they are held in memory."""
PICTURES = "spreadsheet-pictures"
_MAX_MERGED = 10_000
"""Merged areas, and cells that merged values are given to, at most."""
_FAILURES = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, EOFError, zipfile.BadZipFile)
"""What openpyxl raises on files that no program wrote so."""
_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass
class _Extras:
    """What a sheet's XML says beside the values: hidden rows, merged areas (rows from 1, columns from 0), formulas."""

    hidden: int = 0
    columns: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: int = 0
    empty_formulas: list[str] = field(default_factory=list)


def sheets_of(source: bytes, name: str, notes: Notes) -> list[Cells]:
    """Return the visible sheets of a workbook; rows are read when they are asked for, until the limits.

    Hidden sheets, merged cells, formulas, errors and macros are told in `notes`. Raises BadInput: no XLSX, protected by
    a password, damaged, too large, only pictures.
    """
    archive = open_zip(source, name)
    if "xl/workbook.xml" not in archive and not any(entry.startswith("xl/") for entry in archive):
        raise BadInput("spreadsheet-not-xlsx", source=name)
    for entry in archive:
        if entry.casefold().endswith("sharedstrings.xml"):
            archive.read(entry, MAX_SHARED)
    if archive.has_macros():
        notes.report("spreadsheet-macros", severity="note")
    workbook = _open(source, name)
    found: list[Cells] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            notes.report("spreadsheet-sheet-hidden", sheet=sheet.title)
        else:
            found.append(Cells(sheet.title, _rows(sheet, archive, name, notes)))
    if any(entry.startswith("xl/media/") for entry in archive):
        notes.report(PICTURES, severity="note")
    return found


def _open(source: bytes, name: str) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read
            return load_workbook(io.BytesIO(source), read_only=True, data_only=True, keep_links=False)
    except _FAILURES as error:
        raise _damaged(name, error) from None
    except SyntaxError as error:  # XML that is not well-formed
        raise _damaged(name, error) from None


def _damaged(name: str, error: Exception) -> BadInput:
    return BadInput("spreadsheet-damaged", source=name, detail=(str(error) or type(error).__name__)[:200])


def _rows(sheet: Any, archive: ZipInput, name: str, notes: Notes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet with anything in them, with their numbers."""
    extras = _extras(sheet, archive, name)
    fill, source_rows = _filling(extras)
    values: dict[tuple[int, int], str] = {}
    errors: list[str] = []
    count = 0
    try:
        sheet.reset_dimensions()  # which files state, and not always as they are
        wide = max(1, min(extras.columns, MAX_COLUMNS))
        for number, cells in enumerate(sheet.iter_rows(max_col=wide, values_only=True), start=1):
            texts = [cell_text(value) if value is not None else "" for value in cells]
            for place, text in enumerate(texts):
                if text.startswith("#") and text in ERROR_VALUES:
                    errors.append(cell_name(place, number))
                    texts[place] = ""
            if number in source_rows:
                values.update({(number, place): text for place, text in enumerate(texts) if text})
            for place, origin in fill.get(number, {}).items():
                if place < len(texts) and not texts[place]:
                    texts[place] = values.get(origin, "")
            if any(texts):
                yield number, texts
                count += 1
                if count > MAX_ROWS + 100:
                    break
    except _FAILURES as error:
        raise _damaged(name, error) from None
    except SyntaxError as error:
        raise _damaged(name, error) from None
    _tell(sheet.title, extras, errors, notes)


ERROR_VALUES = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
"""What cells show whose formula failed; they are read as empty."""


def _tell(sheet: str, extras: _Extras, errors: list[str], notes: Notes) -> None:
    """Tell once for each sheet what its cells had beside plain values."""
    if extras.merged:
        notes.report("spreadsheet-merged", severity="note", sheet=sheet, count=len(extras.merged))
    if extras.columns > MAX_COLUMNS:
        notes.report("spreadsheet-too-wide", sheet=sheet, limit=MAX_COLUMNS)
    if extras.hidden:
        notes.report("spreadsheet-rows-hidden", severity="note", sheet=sheet, count=extras.hidden)
    if extras.formulas:
        notes.report("spreadsheet-formulas", severity="note", sheet=sheet, count=extras.formulas)
    for code, cells in (("spreadsheet-formula-empty", extras.empty_formulas), ("spreadsheet-error-value", errors)):
        if cells:
            notes.report(code, sheet=sheet, cells=_few(cells), count=len(cells))


def _few(cells: list[str]) -> str:
    return ", ".join(cells[:5]) + (" …" if len(cells) > 5 else "")


def _filling(extras: _Extras) -> tuple[dict[int, dict[int, tuple[int, int]]], set[int]]:
    """Return for each row the places that take the value of a merged area's first cell, and the rows of such cells."""
    fill: dict[int, dict[int, tuple[int, int]]] = {}
    rows: set[int] = set()
    left = _MAX_MERGED
    for first, left_place, last, right_place in extras.merged:
        rows.add(first)
        for number in range(first, min(last, first + MAX_ROWS) + 1):
            for place in range(left_place, min(right_place, MAX_COLUMNS) + 1):
                if left and (number, place) != (first, left_place):
                    left -= 1
                    fill.setdefault(number, {})[place] = (first, left_place)
    return fill, rows


def _extras(sheet: Any, archive: ZipInput, name: str) -> _Extras:
    """Return what the XML of a sheet says beside its values, read in one pass that holds one row at a time."""
    from lxml import etree

    found = _Extras()
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    if path not in archive:
        return found
    tags = ("{*}row", "{*}mergeCell")
    filled = 0
    try:
        with archive.archive.open(path) as file:
            for _, element in etree.iterparse(file, tag=tags, resolve_entities=False, no_network=True, load_dtd=False):
                if _local(element) == "mergeCell":
                    area = _AREA.fullmatch(element.get("ref", ""))
                    if area and len(found.merged) < _MAX_MERGED:
                        found.merged.append((int(area[2]), _place(area[1]), int(area[4]), _place(area[3])))
                    continue
                filled += _note_row(element, found)
                if filled > MAX_ROWS + 1000:
                    break  # more than is read of any sheet
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
    except (etree.XMLSyntaxError, *_FAILURES) as error:
        raise _damaged(name, error) from None
    return found


def _note_row(row: etree._Element, found: _Extras) -> bool:
    """Note what a row has beside its values; tell whether it has a value."""
    filled = False
    for cell in row:
        parts = [_local(each) for each in cell]
        filled = filled or bool(parts)
        if "f" in parts:
            found.formulas += 1
            value = next((each for each in cell if _local(each) == "v"), None)
            if value is None or (not value.text and cell.get("t") != "str"):
                found.empty_formulas.append(cell.get("r", "?"))
    if filled:
        last = re.match(r"[A-Z]{1,3}", row[-1].get("r", ""))
        found.columns = max(found.columns, _place(last[0]) + 1 if last else len(row))
        if row.get("hidden") in ("1", "true"):
            found.hidden += 1
    return filled


def _local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _place(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
