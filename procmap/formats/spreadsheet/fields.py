"""Cells to fields of the model and back, as the kind of their column says: one way for all sheets but that of steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from procmap.formats.measure_texts import Language
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.cells import SEPARATOR, iso_date, items, listed, whole_number
from procmap.formats.spreadsheet.columns import Column
from procmap.formats.spreadsheet.tables import Row, Table
from procmap.formats.spreadsheet.words import FIELDS, word_table
from procmap.model import Severity
from procmap.model.value import Value

Find = Callable[[str], str | None]
"""Returns the id of the element that a text cites; None when it cites none."""


def field_of(column: Column) -> str:
    """Return the name of the field that a column fills, without its class."""
    return column.field.partition(",")[0].partition(".")[2]


def read_fields(table: Table, row: Row, skip: Iterable[str], find: Find, notes: Notes) -> dict[str, Any]:
    """Return the fields that a row fills, by their names; `skip` are keys of columns that are read otherwise.

    Empty cells fill nothing. What does not fit is told and left out.
    """
    left_out = set(skip)
    found: dict[str, Any] = {}
    for column in table.sheet.columns:
        text = row[column.key]
        if text and column.key not in left_out:
            value = _read(column, text, find, lambda code, cited, **more: _tell(notes, table, row, code, cited, **more))
            if value is not None:
                found[field_of(column)] = value
    return found


def _tell(notes: Notes, table: Table, row: Row, code: str, text: str, **more: str) -> None:
    severity: Severity = "note" if code == "spreadsheet-date-number" else "warning"
    notes.report(code, severity=severity, sheet=table.name, row=row.number, text=text[:100], **more)


def _read(column: Column, text: str, find: Find, tell: Callable[..., None]) -> Any:
    if column.kind == "list":
        return items(text)
    if column.kind == "date":
        day, was_number = iso_date(text)
        if was_number:
            tell("spreadsheet-date-number", text, date=day)
        return day
    if column.kind == "elements":
        cited = [(each, find(each)) for each in items(text)]
        for each, element in cited:
            if element is None:
                tell("spreadsheet-cites-nothing", each)
        return tuple(element for _, element in cited if element is not None)
    read: Any = text
    words = FIELDS["yes-no"] if column.kind == "yes-no" else word_table(column.field) if column.kind == "word" else None
    if words is not None:
        read = words.value(text)
        if read is None:
            tell("spreadsheet-word-unknown", text, known=", ".join(word["en"][0] for word in words.values.values()))
        elif column.kind == "yes-no":
            read = read == "yes"
    elif column.kind == "number":
        read = whole_number(text)
        if read is None:
            tell("spreadsheet-number-unknown", text)
    return read


@cache
def _default(cls: type[Value], field: str) -> Any:
    return cls.model_fields[field].get_default(call_default_factory=True)


def write_field(column: Column, value: Value, language: Language, cite: Callable[[str], str]) -> str:
    """Return the cell of a value in a column, as `read_fields` reads it; `cite` says how a cell cites an element."""
    field = getattr(value, field_of(column))
    if not field or field == _default(type(value), field_of(column)):
        return ""
    if column.kind == "list":
        return listed(field)
    if column.kind == "elements":
        return f"{SEPARATOR} ".join(filter(None, map(cite, field)))
    if column.kind == "yes-no":
        return FIELDS["yes-no"].word("yes" if field else "no", language)
    if column.kind == "word":
        return word_table(column.field).word(field, language)
    return str(field)
