"""What was understood of a file: a table of its steps, so that people can check what they wrote as text."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.formats import Document
from procmap.formats.spreadsheet.cells import items, listed, places
from procmap.formats.spreadsheet.columns import STEPS
from procmap.formats.spreadsheet.tables import Row
from procmap.formats.spreadsheet.types import is_plain
from procmap.formats.spreadsheet.words import is_else
from procmap.formats.spreadsheet.writing import tables_of
from procmap.messages import LanguageCode
from procmap.model import Process
from procmap.model.value import Value

WRITTEN_BY_PEOPLE = ("routine", "word")
"""The formats whose files say in words what spreadsheets say in columns: those are tables already."""
_WHOSE = ("organisation", "variant", "process")
_AHEAD = ("id", "step", "type", "role", "pool", "condition", "next")
_ALWAYS = ("step", "role", "condition", "next")


class UnderstoodTable(Value):
    """The steps of a process as a table: `columns` are its keys, `headings` their words in the language asked for.

    The first column is the number of the row, which others cite. Gateways have a row where a spreadsheet needs one.
    """

    process: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def understood(document: Document, language: LanguageCode) -> tuple[UnderstoodTable, ...]:
    """Return a table for each process of a file that people wrote in words; none for other files.

    Headings and values are in `language`. Columns that are empty in all rows are left out.
    """
    if document.format not in WRITTEN_BY_PEOPLE:
        return ()
    return tuple(table_of(process, language) for process in document.processes)


def table_of(process: Process, language: LanguageCode) -> UnderstoodTable:
    """Return the steps of any process as a table. Headings and values are in `language`."""
    (steps,) = (table for table in tables_of((process,), language) if table.sheet == STEPS)
    numbers = {row["id"]: str(place) for place, row in enumerate(steps.rows, 1)}
    names = {value.id: value.name or value.id for value in process.attached}
    plain = {node.id for node in process.nodes if is_plain(node)}
    rows = [_cells(row, numbers, names, is_task=row["id"] in plain) for row in steps.rows]
    keys = [*_AHEAD, *(column.key for column in STEPS.columns if column.key not in (*_AHEAD, *_WHOSE))]
    used = [key for key in keys if key in _ALWAYS or any(row.get(key) for row in rows)]
    if len({row.get("pool") for row in rows}) == 1:
        used = [key for key in used if key != "pool"]
    return UnderstoodTable(
        process=process.id,
        columns=("number", *used),
        headings=("", *(STEPS.column(key).heading(language) for key in used)),
        rows=tuple((str(place), *(row.get(key, "") for key in used)) for place, row in enumerate(rows, 1)),
    )


def _cells(row: Row, numbers: Mapping[str, str], names: Mapping[str, str], *, is_task: bool) -> dict[str, str]:
    """Return the cells of a row with numbers for the rows that it cites, and names for what is attached."""
    cells = dict(row.cells)
    for key in ("next", "parent", "attached to"):
        cells[key] = listed(numbers.get(cited, "") for cited in items(row[key]))
    for key in ("controls", "risks", "records"):
        cells[key] = listed(names.get(cited, cited) for cited in items(row[key]))
    cells["condition"] = listed(map(_bare, places(row["condition"])))
    if is_task:
        cells["type"] = ""
    return cells


def _bare(condition: str) -> str:
    """Return a condition that is nothing but the word for `else` in brackets without them."""
    inside = condition.removeprefix("(").removesuffix(")")
    return inside if is_else(inside) else condition
