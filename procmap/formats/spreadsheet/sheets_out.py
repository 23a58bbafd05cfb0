"""Tables as an XLSX workbook that is good to read: headings that stay, filters, widths, one page wide in print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from procmap.formats.measure_texts import Language
from procmap.formats.spreadsheet.columns import Column
from procmap.formats.spreadsheet.tables import Table

LONGEST = 32_767
"""Characters of a cell that Excel holds."""
_MANY = 2_000
_WIDTHS = (9, 42)
_SHOWN_ROWS = 200
_LINE, _MOST_LINES = 16, 12
"""The height of a line in points, and how many lines of a cell are shown."""
_PAGE_WIDTH = 190
"""Characters beside each other on a page of A4 across."""
_ALWAYS = {
    "steps": ("id", "step", "type", "role", "next", "condition"),
    "processes": ("name", "organisation"),
    "messages": ("name", "from", "to"),
}
"""Columns that are written even where they are empty; of other sheets the first two, and those that it needs."""
_MADE = datetime(2000, 1, 1)
"""The date that the file states as that of its making, so that the same content gives the same bytes."""
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
HEADING = {**FONT, "bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
_CELL = {**FONT, "text_wrap": True, "num_format": "@", "bottom": 4, "bottom_color": "#BFBFBF"}


@dataclass(frozen=True)
class Look:
    """The formats of a workbook's cells."""

    heading: Any
    cell: Any
    strong: Any


def columns_of(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table that are written: those with anything in them, and the most important ones."""
    used = {key for row in table.rows for key in row.cells}
    sheet = table.sheet
    always = {*sheet.needs, *_ALWAYS.get(sheet.key, [column.key for column in sheet.columns[:2]])}
    return tuple(column for column in sheet.columns if column.key in used or column.key in always)


def new_workbook(out: io.BytesIO, *, large: bool = False) -> tuple[Any, Look]:
    """Return a workbook that writes to `out` when it is closed, and the formats of its cells.

    Texts stay texts: nothing becomes a formula, a link or a number.
    """
    from xlsxwriter import Workbook

    options = {
        "in_memory": not large, "constant_memory": large, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    workbook = Workbook(out, options)
    workbook.set_properties({"created": _MADE})
    look = Look(
        workbook.add_format({**HEADING, "bottom": 1, "border_color": "#14343F"}),
        workbook.add_format(_CELL),
        workbook.add_format({**_CELL, "bold": True}),
    )
    return workbook, look


def workbook_of(tables: Sequence[Table], language: Language) -> bytes:
    """Return tables as an XLSX file with headings in a language."""
    out = io.BytesIO()
    workbook, look = new_workbook(out, large=sum(len(table.rows) for table in tables) > _MANY)
    for table in tables:
        columns = columns_of(table)
        page = add_sheet(workbook, columns, look, language, name=table.name, rows=len(table.rows))
        widths = [
            width_of([column.heading(language), *(row[column.key] for row in table.rows[:_SHOWN_ROWS])])
            for column in columns
        ]
        set_widths(page, widths)
        for number, row in enumerate(table.rows, start=1):
            set_height(page, number, [row[column.key] for column in columns], widths)
            for at, column in enumerate(columns):
                text = row[column.key]
                strong = look.strong if column.key in ("step", "name") else look.cell
                if text:
                    page.write_string(number, at, text, strong)
                else:
                    page.write_blank(number, at, None, look.cell)
    workbook.close()
    return out.getvalue()


def add_sheet(workbook: Any, columns: Sequence[Column], look: Look, language: Language, *, name: str, rows: int) -> Any:
    """Return a new sheet with its headings, made ready for `rows` rows."""
    page = workbook.add_worksheet(name)
    keys = [column.key for column in columns]
    page.freeze_panes(1, keys.index("step") + 1 if "step" in keys else 1)
    page.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    if "step" in keys:
        page.repeat_columns(keys.index("id") if "id" in keys else keys.index("step"), keys.index("step"))
    page.set_row(0, 32)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 1_000}"})
    for at, column in enumerate(columns):
        page.write_string(0, at, column.heading(language), look.heading)
    return page


def set_widths(page: Any, widths: Sequence[int], cell: Any = None) -> None:
    """Set the widths of columns, and print as many pages side by side as keep them legible."""
    for at, width in enumerate(widths):
        page.set_column(at, at, width, cell)
    page.fit_to_pages(max(1, round(sum(widths) / _PAGE_WIDTH)), 0)


def set_height(page: Any, number: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its texts are when they are wrapped; not every program does that by itself."""
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) >= width or "\n" in text:
            lines = max(lines, sum(1 + len(line) // width for line in text.split("\n")))
    page.set_row(number, _LINE * min(lines, _MOST_LINES))


def width_of(texts: Sequence[str]) -> int:
    """Return the width of a column in characters: that of its longest line, within bounds."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return max(_WIDTHS[0], min(_WIDTHS[1], longest + 3))
