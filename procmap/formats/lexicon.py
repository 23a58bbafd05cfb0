"""Layers of the lexicon in files that people edit: XLSX, and text with columns parted by tabs, `;` or commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from procmap.formats.files import read_bytes
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.comma import DELIMITERS, decoded, guarded, rows_of
from procmap.formats.spreadsheet.sheets_out import LONGEST, new_workbook
from procmap.formats.spreadsheet.workbook import sheets_of
from procmap.language import Lexicon, core, layered_over
from procmap.language.layers import ALL_COLUMNS, COLUMNS, Concept, Layer, LayerRow, layer_of
from procmap.model import BadInput, Finding

MAX_ROWS = 10_000
"""Rows of a layer."""
TARGETS = (".tsv", ".xlsx")
_ZIP = b"PK\x03\x04"
_SHEET = "lexicon"
_WIDTHS = {"id": 20, "kind": 9, "broader": 16, "contrast": 16, "native": 14, "note": 60, **dict.fromkeys(COLUMNS, 36)}
"""The widths of columns in characters."""


def read_layers(names: Sequence[str]) -> Lexicon:
    """Return the shipped lexicon with the layers in files over it, in their order.

    Raises BadInput when a file cannot be opened or used (see `read_layer` and `procmap.language.layers`).
    """
    return layered_over(core(), (read_layer(name)[0] for name in names))


def read_layer(name: str) -> tuple[Layer, tuple[Finding, ...]]:
    """Return the layer in a file, and what was noted of its encoding, formulas and hidden parts.

    In a workbook it is the first sheet that has the columns; texts are taken as they were saved, nothing is computed.
    Raises BadInput when the file cannot be opened, is neither text nor XLSX, lacks columns, or has too many rows.
    """
    source = read_bytes(name)
    if not source.strip(b" \t\r\n\xef\xbb\xbf"):
        raise BadInput("empty", source=name)
    notes = Notes()
    if source.startswith(_ZIP):
        sheets = [list(sheet.rows) for sheet in sheets_of(source, name, notes)]
    else:
        sheets = [list(rows_of(decoded(source, name, notes), name, _delimiter))]
    refused: BadInput | None = None
    for rows in sheets:
        try:
            layer = layer_of(rows, name)
        except BadInput as error:
            refused = refused or error
            continue
        if len(layer.rows) > MAX_ROWS:
            raise BadInput("spreadsheet-too-many-rows", source=name, sheet=_SHEET, limit=MAX_ROWS)
        return layer, notes.findings()
    raise refused or BadInput("empty", source=name)


def _delimiter(text: str) -> str:
    """Return the delimiter with which the first row that is not empty names most columns of a layer."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def known(delimiter: str) -> int:
        return sum(heading.strip().strip('"').casefold() in ALL_COLUMNS for heading in first.split(delimiter))

    return max(DELIMITERS, key=known)


def rows_from(concepts: Iterable[Concept]) -> list[LayerRow]:
    """Return concepts as the rows of a layer; the first is on line 2, after the headings."""
    return [LayerRow(line, _cells(concept)) for line, concept in enumerate(concepts, start=2)]


def _cells(concept: Concept) -> dict[str, str]:
    cells = {
        "id": concept.id,
        "kind": concept.kind,
        "broader": concept.broader,
        "contrast": ";".join(concept.contrast),
        **{column: ";".join(forms) for column, forms in concept.forms.items()},
        "native": " ".join(concept.native),
        "note": concept.note,
    }
    return {column: text for column, text in cells.items() if text}


def written_layer(rows: Sequence[LayerRow], target: str) -> bytes:
    """Return rows as a file of the format that the name `target` ends with, `.tsv` or `.xlsx`, with all columns.

    Raises BadInput for any other ending, and where a cell is longer than a workbook can hold.
    """
    suffix = PurePath(target).suffix.lower()
    if suffix not in TARGETS:
        raise BadInput("unknown-target", target=target, known=", ".join(TARGETS))
    return _workbook(rows) if suffix == ".xlsx" else _text(rows)


def _text(rows: Sequence[LayerRow]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    writer.writerow(ALL_COLUMNS)
    for row in rows:
        writer.writerow([guarded(row[column]) for column in ALL_COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _workbook(rows: Sequence[LayerRow]) -> bytes:
    out = io.BytesIO()
    workbook, look = new_workbook(out)
    page = workbook.add_worksheet(_SHEET)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(len(rows), 1), len(ALL_COLUMNS) - 1)
    for place, column in enumerate(ALL_COLUMNS):
        page.set_column(place, place, _WIDTHS[column], look.cell)
        page.write_string(0, place, column, look.heading)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(ALL_COLUMNS):
            if len(row[column]) > LONGEST:
                raise BadInput("lexicon-cell-long", id=row["id"], column=column, limit=LONGEST)
            if row[column]:
                page.write_string(number, place, row[column], look.cell)
    workbook.close()
    return out.getvalue()
