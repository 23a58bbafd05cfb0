"""CSV in and out: the sheet of steps as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from procmap.formats.encoding import decode_lines
from procmap.formats.measure_texts import Language
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.cells import cell_text
from procmap.formats.spreadsheet.columns import STEPS, assign
from procmap.formats.spreadsheet.tables import HEADING_WITHIN, Cells
from procmap.model import BadInput

DELIMITERS = (";", ",", "\t")
RFC_4180 = "rfc4180"
_MAX_CELL = 1_000_000
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@")
"""Beginnings of a cell that spreadsheet programs take for a formula."""


def decoded(source: bytes, name: str, notes: Notes) -> str:
    """Return the text of a CSV file: UTF-8, UTF-16 with a byte order mark, else Windows-1252, which is told.

    A line that is Windows-1252 in a file of UTF-8 is read so, and told. Raises BadInput where it is no text.
    """
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return source.decode("utf-16")
        except UnicodeDecodeError as error:
            raise BadInput("encoding-broken", source=name, encoding="UTF-16", position=error.start) from None
    if b"\x00" in source:
        raise BadInput("spreadsheet-not-text", source=name)
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    text, other, mixed = decode_lines(source)
    if mixed:
        notes.report("mixed-encoding", line=other[0], count=len(other))
    else:
        notes.report("spreadsheet-windows-1252", severity="note")
    return text


def cells_of(source: bytes, name: str, notes: Notes) -> Cells:
    """Return the rows of a CSV file, as one sheet. Raises BadInput where it is no text."""
    text = decoded(source, name, notes)
    return Cells("CSV", rows_of(text, name, delimiter_of))


def rows_of(text: str, name: str, delimiter_of: Callable[[str], str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file with their numbers; `delimiter_of` tells what parts the cells of a text.

    Raises BadInput where a row is broken.
    """
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:  # Excel's own line
        delimiter, text, skipped = first.strip()[4], rest, 1
    else:
        delimiter = delimiter_of(text)
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, texts in enumerate(reader, start=1 + skipped):
            yield number, [_plain(each) for each in texts]
    except csv.Error as error:
        raise BadInput("spreadsheet-csv-broken", source=name, line=reader.line_num, detail=str(error)) from None


def _plain(text: str) -> str:
    """Return a cell without the apostrophe that keeps it from being taken for a formula."""
    text = cell_text(text)
    return text[1:] if text.startswith("'") and _like_formula(text) else text


def _like_formula(text: str) -> bool:
    return text.lstrip("'").startswith(_FORMULA)


def delimiter_of(text: str) -> str:
    """Return the delimiter with which a row at the top has the most headings of steps, else most cells."""
    top = text[:100_000]

    def rank(delimiter: str) -> tuple[int, int]:
        best, cells = 0, 0
        try:
            for number, texts in enumerate(csv.reader(io.StringIO(top, newline=""), delimiter=delimiter)):
                if number >= HEADING_WITHIN:
                    break
                best = max(best, len(assign(STEPS, texts)))
                cells = max(cells, len(texts))
        except csv.Error:
            pass
        return best, cells

    return max(DELIMITERS, key=rank)


def recognises(head: bytes) -> bool:
    """Tell whether the beginning of a file looks like a sheet of steps: at least two of its headings in one row."""
    if b"\x00" in head or head.lstrip()[:1] in (b"<", b"{", b"["):
        return False
    for encoding in ("utf-8-sig", "cp1252"):
        text = head.decode(encoding, errors="ignore")
        lines = text.splitlines()[:HEADING_WITHIN]
        for line in lines:
            for delimiter in DELIMITERS:
                if line.count(delimiter) < 1 or len(line) > 10_000:
                    continue
                keys = set(assign(STEPS, next(csv.reader([line], delimiter=delimiter), [])).values())
                if "step" in keys and len(keys) > 1:
                    return True
    return False


def written(headings: Sequence[str], rows: Iterable[Sequence[str]], language: Language, dialect: str) -> bytes:
    """Return a CSV file as spreadsheet programs in a language expect it, or for machines (`rfc4180`).

    In the Nordic languages `;` with a byte order mark, in English `,` with one, for machines `,` without; all CRLF.

    A cell that would be taken for a formula gets an apostrophe before it, but not in `rfc4180`. Raises BadInput for
    any other dialect.
    """
    if dialect not in ("", RFC_4180):
        raise BadInput("csv-dialect-unknown", dialect=dialect, known=RFC_4180)
    machine = dialect == RFC_4180
    delimiter = "," if machine or language == "en" else ";"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([guarded(text, machine=machine) for text in row])
    return (out.getvalue() if machine else _BOM + out.getvalue()).encode("utf-8")


def guarded(text: str, *, machine: bool = False) -> str:
    """Return a cell so that it is no formula, and `rows_of` gives it back as it is.

    For machines only one that has such an apostrophe of its own is changed.
    """
    return f"'{text}" if _like_formula(text) and (not machine or text.startswith("'")) else text
