"""Spreadsheets: XLSX with a sheet for each kind of thing, and CSV with the sheet of steps.

`columns` and `words` are the tables of what sheets, headings and cells are called in four languages; `losses` has the
list of what a spreadsheet cannot hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from procmap.formats.document import Document, Format, Writing, Written
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet import comma
from procmap.formats.spreadsheet.columns import SHEETS
from procmap.formats.spreadsheet.losses import losses
from procmap.formats.spreadsheet.reading import processes_of
from procmap.formats.spreadsheet.sheets_out import columns_of, workbook_of
from procmap.formats.spreadsheet.tables import Table, tables_of
from procmap.formats.spreadsheet.workbook import PICTURES, sheets_of
from procmap.formats.spreadsheet.writing import tables_of as tables_for
from procmap.formats.zip_input import ZIP, is_ole, old_office
from procmap.model import BadInput, Finding


def _is_workbook(head: bytes) -> bool:
    """Tell whether the beginning of a file looks like a workbook (XLSX, XLSM)."""
    return head.startswith(ZIP) and b"xl/" in head and b"word/document" not in head


def _read_workbook(source: bytes, name: str) -> Document:
    """Return the processes of a workbook. Raises BadInput when it cannot be used (see `workbook.sheets_of`)."""
    notes = Notes()
    sheets = sheets_of(source, name, notes)
    try:
        tables = tables_of(sheets, name, notes)
    except BadInput as error:
        pictures = any(finding.code == PICTURES for finding in notes.findings())
        if pictures and error.finding.code == "spreadsheet-empty":
            raise BadInput("spreadsheet-only-pictures", source=name) from None
        raise
    return _document("xlsx", source, name, tables, notes)


def _read_csv(source: bytes, name: str) -> Document:
    """Return the processes of a CSV file. Raises BadInput when it is no text, or holds no steps."""
    if is_ole(source):
        raise old_office(source, name)
    notes = Notes()
    tables = tables_of([comma.cells_of(source, name, notes)], name, notes)
    return _document("csv", source, name, tables, notes)


def _document(kind: str, source: bytes, name: str, tables: Sequence[Table], notes: Notes) -> Document:
    processes = processes_of(tables, notes)
    if not processes:
        raise BadInput("spreadsheet-no-rows", source=name)
    return Document(name=name, format=kind, source=source, processes=processes, findings=notes.findings())


def _write_workbook(writing: Writing) -> Written:
    """Return processes as a workbook, and what it cannot hold."""
    tables = tables_for(writing.processes, writing.language)
    return Written(content=workbook_of(tables, writing.language), findings=_findings(writing, tables))


def _write_csv(writing: Writing) -> Written:
    """Return the steps of processes as CSV, and what it cannot hold: of the sheets it has only that of the steps."""
    tables = tables_for(writing.processes, writing.language)
    steps = tables[0]
    columns = columns_of(steps)
    headings = [column.heading(writing.language) for column in columns]
    rows = ([row[column.key] for column in columns] for row in steps.rows)
    content = comma.written(headings, rows, writing.language, writing.csv_dialect)
    left_out = tuple(
        Finding(
            code="spreadsheet-csv-without-sheet",
            params={"sheet": sheet.titles[writing.language], "count": len(table.rows)},
        )
        for sheet in SHEETS[1:]
        for table in tables
        if table.sheet.key == sheet.key and _says_more(table)
    )
    return Written(content=content, findings=(*_findings(writing, tables), *left_out))


def _says_more(table: Table) -> bool:
    """Tell whether a sheet has more than the steps say: that of the processes has their ids and names in any case."""
    known = {"id", "name", "organisation", "variant"} if table.sheet.key == "processes" else set()
    return any(set(row.cells) - known for row in table.rows)


def _findings(writing: Writing, tables: Sequence[Table]) -> tuple[Finding, ...]:
    diagrams = writing.diagrams or (writing.like.diagrams if writing.like is not None else ())
    return tuple(losses(writing.processes, diagrams, tables))


def _never(_: bytes) -> bool:
    return False


def _refuse_old(source: bytes, name: str) -> Document:
    if is_ole(source):
        raise old_office(source, name)
    if source.startswith(ZIP):
        return _read_workbook(source, name)
    raise BadInput("spreadsheet-not-xlsx", source=name)


XLSX = Format("xlsx", (".xlsx",), _is_workbook, _read_workbook, _write_workbook)
CSV = Format("csv", (".csv",), comma.recognises, _read_csv, _write_csv)
OTHER_WORKBOOKS = Format("xlsm", (".xlsm", ".xltx", ".xltm", ".xls"), _never, _refuse_old)
"""Workbooks that are read and not written: with macros, templates; those of Excel before 2007 are refused by name."""
