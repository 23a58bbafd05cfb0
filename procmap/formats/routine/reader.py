"""A routine as text or Word becomes a process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from procmap.formats.document import Document
from procmap.formats.files import STANDARD_INPUT
from procmap.formats.notes import Notes
from procmap.formats.routine.items import Item
from procmap.formats.routine.lines import Block, told
from procmap.formats.routine.lines import Table as WrittenTable
from procmap.formats.routine.outlining import Outliner
from procmap.formats.routine.parts import parts_of, rows_told
from procmap.formats.routine.rows import card_table, table_of
from procmap.formats.routine.targets import settled
from procmap.formats.routine.text_lines import blocks_of, text_of
from procmap.formats.routine.weaving import weave
from procmap.formats.routine.word_lines import BodyReader
from procmap.formats.routine.word_numbering import Numbering
from procmap.formats.routine.word_package import open_word
from procmap.formats.routine.word_styles import Styles
from procmap.formats.routine.word_text import Unread
from procmap.formats.spreadsheet.cells import SEPARATOR
from procmap.formats.spreadsheet.columns import STEPS
from procmap.formats.spreadsheet.reading import processes_of
from procmap.formats.spreadsheet.tables import Cells, Row, Table, by_key, tables_of
from procmap.formats.xml_input import MAX_BYTES
from procmap.model import BadInput, Finding, Process


def read_text(source: bytes, name: str) -> Document:
    """Return the process of a routine in plain text or Markdown. Raises BadInput when it is no text or has no steps."""
    text, findings = text_of(source, name)
    processes, told_of = routine(blocks_of(text), name)
    return Document(name=name, format="routine", source=source, processes=processes, findings=(*findings, *told_of))


def read_word(source: bytes, name: str) -> Document:
    """Return the process of a routine in Word. Raises BadInput as `open_word` does, or when it has no steps."""
    unread = Unread()
    file = open_word(source, name, unread)
    styles = Styles(file.styles)
    blocks = BodyReader(styles, Numbering(file.numbering, styles), unread).blocks(file.body)
    processes, told_of = routine(blocks, name)
    findings = (*unread.findings, *told_of)
    return Document(name=name, format="word", source=source, processes=processes, findings=findings)


def routine(blocks: tuple[Block, ...], name: str) -> tuple[tuple[Process, ...], tuple[Finding, ...]]:
    """Return the processes that lines and tables describe (several where a table names several), and findings.

    A table of steps and a list are read by the same rules, those of a spreadsheet: a list becomes such a table.
    Raises BadInput `routine-no-steps` when there is no step.
    """
    parts = parts_of(blocks)
    title = parts.title or ("" if name == STANDARD_INPUT else PurePath(name).stem)
    card, findings = card_table(parts.card, title)
    notes = Notes()
    tables, unknown = _written_tables(parts.tables, name, notes)
    if by_key(tables, "steps"):
        more = tuple(told("routine-list-beside-table", item.line) for item in _all(parts.items))
    else:
        table, more = _list_table(parts.items, title)
        tables.insert(0, table)
    if not any(table.rows for table in by_key(tables, "steps")):
        raise BadInput("routine-no-steps", source=name)
    processes = processes_of([card, *tables], notes)
    # In the order of their lines; what is about no line comes last.
    return processes, tuple(sorted((*parts.findings, *findings, *more, *unknown, *notes.findings()), key=_line))


def _list_table(items: list[Item], title: str) -> tuple[Table, tuple[Finding, ...]]:
    """Return the items of a list as a table of steps."""
    outliner = Outliner()
    outline, open_ends = settled(outliner.outline(items))
    if not outline:
        return Table(STEPS, "", ()), tuple(outliner.findings)
    woven = weave(outline)
    table, of_rows = table_of(woven, title)
    return table, (*outliner.findings, *open_ends, *woven.findings, *of_rows)


def _written_tables(tables: list[WrittenTable], source: str, notes: Notes) -> tuple[list[Table], tuple[Finding, ...]]:
    """Return tables as spreadsheets have them, known by their headings; the rows of any other table are told.

    Several lines of a cell are several values of a list.
    """
    named = {f"{table.name} {place}".strip(): table for place, table in enumerate(tables, 1)}
    cells = [Cells(name, [(number, list(row)) for number, row in table.rows]) for name, table in named.items()]
    about = Notes()
    # One table of steps must be there; where a list says them, it is an empty one.
    found = tables_of([*cells, Cells("", [(1, [STEPS.column("step").heading("en")])])], source, about)
    known = {table.name for table in found}
    for finding in about.findings():
        if finding.code != "spreadsheet-sheet-unknown":
            notes.report(finding.code, *finding.elements, severity=finding.severity, **finding.params)
    unknown = (each for name, table in named.items() if name not in known for each in rows_told(table))
    kept = [table for table in found if table.rows]
    return [
        replace(table, rows=tuple(Row(row.number, _joined(table, row)) for row in table.rows)) for table in kept
    ], tuple(unknown)


def _joined(table: Table, row: Row) -> dict[str, str]:
    ends = {"list": f"{SEPARATOR} ", "elements": f"{SEPARATOR} ", "long": "\n"}
    kinds = {column.key: column.kind for column in table.sheet.columns}
    return {key: ends.get(kinds[key], " ").join(text.split("\n")) for key, text in row.cells.items()}


def _all(items: list[Item]) -> list[Item]:
    """Return items and all that lies under them, in the order of their lines."""
    found: list[Item] = []
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting += reversed(item.children)
    return found


def _line(finding: Finding) -> int:
    line = finding.params.get("line", finding.params.get("row"))
    return line if isinstance(line, int) else MAX_BYTES
