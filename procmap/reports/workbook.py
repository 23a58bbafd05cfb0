"""Sheets as an XLSX workbook for meetings: headings that stay, filters, widths, A3 across in print.

Texts stay texts, whatever they look like: nothing becomes a formula, a link or a number. The same sheets give the same
bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from procmap.formats.spreadsheet.cells import cell_text
from procmap.formats.spreadsheet.sheets_out import (
    FONT,
    LONGEST,
    Look,
    new_workbook,
    set_height,
    set_widths,
    width_of,
)

Content = str | int | float | None
"""What a cell can hold; None for an empty one."""
A3, A4 = 8, 9
"""The numbers of the papers in XLSX files."""
_PAGE_WIDTH = 300
"""Characters beside each other that can still be read on a page of A3 across."""
_WIDE = 70
"""The width of a column of sentences."""
_TITLE = 120
"""How much of a title stands on a page in print, in characters."""
_MANY = 20_000
"""Cells of a workbook from which on it is written line by line, without holding it whole."""
_MEASURED = 200
"""Lines that the widths of columns are taken from."""
_RULES = {"bottom": 4, "bottom_color": "#A6A6A6", "left": 4, "left_color": "#A6A6A6"}


@dataclass(frozen=True)
class Sheet:
    """A sheet: headings, lines, and how many of its first columns stay in sight and on every page.

    `wide` are columns of sentences, `strong` is the column in bold letters, if any; `comments` are texts for cells, by
    line (from 0; -1 are the headings) and column. `choices` are words to choose from, by line and column. `paper` is
    what it is printed on, across.
    """

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[Content, ...], ...]
    fixed: int = 1
    wide: tuple[int, ...] = ()
    strong: int | None = None
    comments: tuple[tuple[int, int, str], ...] = ()
    paper: int = A3
    choices: tuple[tuple[int, int, tuple[str, ...]], ...] = ()


def workbook(sheets: Sequence[Sheet], title: str = "") -> bytes:
    """Return sheets as an XLSX file; `title` stands on every page in print.

    Characters that XML has no place for are replaced, texts beyond 32,767 cut.
    """
    out = io.BytesIO()
    size = sum(len(sheet.lines) * len(sheet.headings) for sheet in sheets)
    book, look = new_workbook(out, large=size > _MANY)
    plain = {**FONT, **_RULES, "text_wrap": True}
    look = Look(look.heading, book.add_format({**plain, "num_format": "@"}), book.add_format({**plain, "bold": True}))
    # In the middle, so that a number does not run into the text beside it.
    number = book.add_format({**plain, "num_format": "0", "align": "center"})
    for sheet in sheets:
        _write(book, look, number, sheet, title)
    book.close()
    return out.getvalue()


def _write(book: Any, look: Look, whole: Any, sheet: Sheet, title: str) -> None:
    page = book.add_worksheet(sheet.name)
    last = len(sheet.headings) - 1
    page.freeze_panes(1, sheet.fixed)
    page.autofilter(0, 0, max(len(sheet.lines), 1), last)
    page.set_landscape()
    page.set_paper(sheet.paper)
    page.set_margins(left=0.4, right=0.4, top=0.7 if title else 0.5, bottom=0.6)
    if title:
        # An ampersand begins a command there, and XLSX has no place for more than 255 characters.
        page.set_header(f"&C{cell_text(title)[:_TITLE].replace('&', '&&')}")
    page.set_footer("&L&A&R&P / &N")
    page.repeat_rows(0)
    if sheet.fixed:
        page.repeat_columns(0, sheet.fixed - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{len(sheet.lines) + 1}"})
    texts = [[_shown(content) for content in line] for line in sheet.lines[:_MEASURED]]
    widths = [
        _WIDE if at in sheet.wide else width_of([heading, *(line[at] for line in texts)])
        for at, heading in enumerate(map(cell_text, sheet.headings))
    ]
    set_widths(page, widths)
    page.fit_to_pages(ceil(sum(widths) / _PAGE_WIDTH), 0)
    page.set_row(0, 32)
    for at, heading in enumerate(sheet.headings):
        page.write_string(0, at, cell_text(heading)[:LONGEST], look.heading)
    for number, line in enumerate(sheet.lines):
        set_height(page, number + 1, [_shown(content) for content in line], widths)
        for at, content in enumerate(line):
            text_form = look.strong if at == sheet.strong else look.cell
            _cell(page, number + 1, at, content, text_form if isinstance(content, str | None) else whole)
    for row, at, text in sheet.comments:
        page.write_comment(row + 1, at, cell_text(text)[:LONGEST], {"author": "procmap", "x_scale": 2.5})
    for first, last, at, words in _ranges(sheet.choices):
        choices = {"validate": "list", "source": list(words), "show_error": False}
        page.data_validation(first + 1, at, last + 1, at, choices)


def _ranges(
    choices: Sequence[tuple[int, int, tuple[str, ...]]],
) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Yield choices with the first and last of the lines below each other that have the same."""
    pending: dict[int, tuple[int, int, tuple[str, ...]]] = {}
    for line, at, words in choices:
        first, last, same = pending.get(at, (line, line, words))
        if (last + 1 >= line) and same == words:
            pending[at] = (first, line, words)
        else:
            yield first, last, at, same
            pending[at] = (line, line, words)
    for at, (first, last, words) in pending.items():
        yield first, last, at, words


def _cell(page: Any, line: int, at: int, content: Content, form: Any) -> None:
    if isinstance(content, str):
        text = cell_text(content)[:LONGEST]
        if text:
            page.write_string(line, at, text, form)
            return
    elif content is not None:
        page.write_number(line, at, content, form)
        return
    page.write_blank(line, at, None, form)


def _shown(content: Content) -> str:
    return "" if content is None else cell_text(content)
