"""Sheets that people fill in and that are read again: lines by the keys of their columns, and words to choose from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from procmap.formats.spreadsheet import columns
from procmap.messages import Translator
from procmap.reports.workbook import Sheet


def sheet_to_fill_in(
    sheet: columns.Sheet,
    lines: Sequence[Mapping[str, str]],
    say: Translator,
    *,
    choices: Mapping[tuple[int, str], tuple[str, ...]],
    explained: Mapping[str, str],
    wide: Collection[str] = (),
) -> Sheet:
    """Return lines as a sheet with the headings of `sheet`.

    `choices` are words to choose from by line and column, `explained` are comments on headings, `wide` are columns of
    sentences; columns are cited by their keys.
    """
    keys = [column.key for column in sheet.columns]
    return Sheet(
        sheet.titles[say.language],
        tuple(column.heading(say.language) for column in sheet.columns),
        tuple(tuple(line.get(key) or None for key in keys) for line in lines),
        fixed=2,
        wide=tuple(keys.index(key) for key in wide),
        comments=tuple((-1, keys.index(key), text) for key, text in explained.items()),
        choices=tuple((line, keys.index(key), words) for (line, key), words in choices.items()),
    )
