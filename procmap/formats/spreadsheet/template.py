"""An empty spreadsheet to fill in: explained headings, lists to choose from, and an example that is not read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from procmap.formats.measure_texts import Language
from procmap.formats.spreadsheet import comma
from procmap.formats.spreadsheet.columns import SHEETS, STEPS, Column, Sheet
from procmap.formats.spreadsheet.explanations import EXAMPLE, EXPLANATIONS, TEXTS, example_text, said
from procmap.formats.spreadsheet.sheets_out import FONT, Look, add_sheet, new_workbook, set_height, set_widths, width_of
from procmap.formats.spreadsheet.words import FIELDS, TYPES, word_table

_EMPTY_ROWS = 200
_LEFT_OUT = ("organisation", "variant", "process")
"""Columns that a template shows only for steps: elsewhere they are rarely needed."""
_BESIDE = 15
"""The width of the columns of an example, in characters, at least."""


def template_workbook(language: Language) -> bytes:
    """Return an empty workbook with all sheets, in a language."""
    out = io.BytesIO()
    workbook, look = new_workbook(out)
    example = {**FONT, "italic": True, "font_color": "#595959", "bg_color": "#F2F2F2", "text_wrap": True, "border": 4}
    styles = {"example": workbook.add_format(example), "title": workbook.add_format({**FONT, "bold": True})}
    for sheet in SHEETS:
        _empty(workbook, sheet, look, language)
        if sheet is STEPS:
            _example(workbook, look, styles, language)
    _explanations(workbook, look, styles, language)
    workbook.get_worksheet_by_name(STEPS.titles[language]).activate()
    workbook.close()
    return out.getvalue()


def template_csv(language: Language) -> bytes:
    """Return the headings of the sheet of steps as CSV."""
    return comma.written([column.heading(language) for column in STEPS.columns], (), language, "")


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    return tuple(column for column in sheet.columns if sheet is STEPS or column.key not in _LEFT_OUT)


def _empty(workbook: Any, sheet: Sheet, look: Look, language: Language) -> None:
    columns = _columns(sheet)
    page = add_sheet(workbook, columns, look, language, name=sheet.titles[language], rows=_EMPTY_ROWS)
    set_widths(page, [_width(column, language) for column in columns], look.cell)
    for at, column in enumerate(columns):
        explained = _explained(column, language)
        if explained:
            page.write_comment(0, at, explained, {"x_scale": 2, "y_scale": 1 + len(explained) // 150})
        words = list(_words(column, language))
        if words and len(",".join(words)) < 255:  # what Excel takes
            choices = {"validate": "list", "source": words, "error_type": "information", "show_error": False}
            page.data_validation(1, at, _EMPTY_ROWS, at, choices)
    if "step" in sheet.needs:
        page.set_tab_color("#1F4E5F")


def _width(column: Column, language: Language) -> int:
    wide = {"step": 36, "name": 30, "note": 36, "text": 42, "description": 36, "interest": 36, "value": 24}
    return max(wide.get(column.key, 0), width_of([column.heading(language), "x" * 10]) + 2)


def _words(column: Column, language: Language) -> Iterator[str]:
    """Yield the words to choose from in a column."""
    if column.key == "type" and column.kind == "own":
        yield from (TYPES.word(value, language) for value in _OFFERED)
    elif column.kind == "yes-no":
        yield from (FIELDS["yes-no"].word(value, language) for value in ("yes", "no"))
    elif column.kind == "word":
        table = word_table(column.field)
        yield from (table.word(value, language) for value in table.values)


_OFFERED = (
    "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "subProcess", "startEvent", "endEvent",
    "intermediateCatchEvent", "boundaryEvent", "exclusiveGateway", "parallelGateway", "inclusiveGateway",
    "eventBasedGateway",
)  # fmt: skip
"""The types that a list offers, out of all that are read."""


def _explained(column: Column, language: Language) -> str:
    """Return what a column is for, as far as its heading does not say it."""
    if column.key in EXPLANATIONS and column in STEPS.columns:
        return said(EXPLANATIONS, column.key, language)
    words = ", ".join(_words(column, language))
    if words:
        return f"{said(TEXTS, 'words', language)}: {words}."
    return said(TEXTS, column.kind, language) if column.kind in TEXTS else ""


def _example(workbook: Any, look: Look, styles: dict[str, Any], language: Language) -> None:
    """Add the sheet with the example: a title, headings, and filled-in rows in another style."""
    used = {key for row in EXAMPLE for key in row}
    columns = [column for column in STEPS.columns if column.key in used]
    page = workbook.add_worksheet(said(TEXTS, "example", language))
    page.hide_gridlines(2)
    page.set_tab_color("#A6A6A6")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, said(TEXTS, "example-title", language), styles["title"])
    for at, column in enumerate(columns):
        page.write_string(2, at, column.heading(language), look.heading)
    texts = [_cells(row, columns, language) for row in EXAMPLE]
    widths = [
        max(width_of([column.heading(language), *(cells[at] for cells in texts)]), 0 if column.key == "id" else _BESIDE)
        for at, column in enumerate(columns)
    ]
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    for number, cells in enumerate(texts, start=3):
        set_height(page, number, cells, widths)
        for at, text in enumerate(cells):
            page.write_string(number, at, text, styles["example"])


def _cells(row: dict[str, str], columns: Sequence[Column], language: Language) -> list[str]:
    return [
        TYPES.word(row["type"], language)
        if column.key == "type" and "type" in row
        else example_text(row.get(column.key, ""), language)
        for column in columns
    ]


def _explanations(workbook: Any, look: Look, styles: dict[str, Any], language: Language) -> None:
    """Add the sheet that explains the columns of all sheets."""
    page = workbook.add_worksheet(said(TEXTS, "explanations", language))
    page.hide_gridlines(2)
    page.set_tab_color("#A6A6A6")
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, said(TEXTS, "explanations-title", language), styles["title"])
    widths = (22, 26, 90)
    for at, (key, width) in enumerate(zip(("sheet", "column", "explanation"), widths, strict=True)):
        page.write_string(2, at, said(TEXTS, key, language), look.heading)
        page.set_column(at, at, width)
    number = 3
    for sheet in SHEETS:
        for column in _columns(sheet):
            explained = _explained(column, language)
            if explained:
                strong = look.strong if column.key in sheet.needs else look.cell
                texts = (sheet.titles[language], column.heading(language), explained)
                set_height(page, number, texts, widths)
                for at, text in enumerate(texts):
                    page.write_string(number, at, text, strong)
                number += 1
    page.freeze_panes(3, 0)
