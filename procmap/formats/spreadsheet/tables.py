"""From the cells of sheets to tables: which sheet of the model each is, where its headings are, and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procmap.formats.measure_texts import Language
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.columns import SHEETS, Sheet, SheetKey, assign, language_of, plain_heading
from procmap.model import BadInput

HEADING_WITHIN = 20
"""Rows of a sheet among which its headings are looked for."""
MAX_ROWS = 50_000
"""Rows with content that are read of one sheet."""
_CERTAIN = 3
"""Headings that make a sheet known whatever its name."""
SKIPPED = ("example", "eksempel", "døme", "exempel", "explanations", "forklaringer", "forklaringar", "förklaringar")
"""Names of the sheets of a template that explain and are not read."""


@dataclass(frozen=True)
class Cells:
    """The cells of a sheet: its rows with their numbers, as spreadsheet programs count them, from 1."""

    name: str
    rows: Iterable[tuple[int, list[str]]]


@dataclass(frozen=True)
class Row:
    """A row of a table: its texts by the keys of their columns."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")


@dataclass(frozen=True)
class Table:
    """A sheet that was understood. `title` is the first text above its headings, `language` that of its headings."""

    sheet: Sheet
    name: str
    rows: tuple[Row, ...]
    title: str = ""
    language: Language = "en"


def tables_of(sheets: Iterable[Cells], source: str, notes: Notes) -> list[Table]:
    """Return the tables of sheets, in their order; what is not understood is told in `notes`.

    Raises BadInput when a sheet has more than MAX_ROWS rows, or none is a table of steps.
    """
    found: list[Table] = []
    filled: list[str] = []
    for cells in sheets:
        if plain_heading(cells.name) in SKIPPED:
            continue
        table, has_content = _table(cells, source, notes)
        if table is not None:
            found.append(table)
        elif has_content:
            filled.append(cells.name)
    if not any(table.sheet.key == "steps" for table in found):
        raise BadInput("spreadsheet-no-steps" if found or filled else "spreadsheet-empty", source=source)
    for name in filled:
        notes.report("spreadsheet-sheet-unknown", severity="note", sheet=name)
    return found


def _table(cells: Cells, source: str, notes: Notes) -> tuple[Table | None, bool]:
    """Return the table of a sheet, and whether the sheet holds anything."""
    top: list[tuple[int, list[str]]] = []
    rest = iter(cells.rows)
    for number, texts in rest:
        if any(texts):
            top.append((number, texts))
        if number >= HEADING_WITHIN:
            break
    best: tuple[tuple[int, bool], int, Sheet] | None = None
    for place, (_, texts) in enumerate(top):
        for sheet in SHEETS:
            score = _score(sheet, texts, cells.name)
            rank = (score, _is_called(sheet, cells.name))
            if score and (best is None or rank > best[0]):
                best = (rank, place, sheet)
    if best is None:
        return None, bool(top) or any(any(texts) for _, texts in rest)
    _, place, sheet = best
    heading_row, headings = top[place]
    keys = assign(sheet, headings)
    _tell_headings(sheet, headings, heading_row, cells.name, notes)
    title = next((text for _, texts in top[:place] for text in texts if text), "")
    rows: list[Row] = []
    for some in (top[place + 1 :], rest):
        for number, texts in some:
            if any(texts) and texts != headings:
                rows.append(Row(number, {key: texts[at] for at, key in keys.items() if at < len(texts) and texts[at]}))
                if len(rows) > MAX_ROWS:
                    raise BadInput("spreadsheet-too-many-rows", source=source, sheet=cells.name, limit=MAX_ROWS)
    rows = [row for row in rows if row.cells]
    return Table(sheet, cells.name, tuple(rows), title, language_of(sheet, headings)), True


def _score(sheet: Sheet, headings: list[str], name: str) -> int:
    """Return how many headings are those of a sheet; 0 where they are too few to be sure."""
    keys = set(assign(sheet, headings).values())
    if not keys.issuperset(sheet.needs):
        return 0
    if sheet.key == "steps" or len(keys) >= _CERTAIN:
        return len(keys)
    return len(keys) if _is_called(sheet, name) else 0


def _is_called(sheet: Sheet, name: str) -> bool:
    """Tell whether a name is that of a sheet, or begins it (`Prosess`), or begins with it (`Kontroller 2026`)."""
    named = plain_heading(name)
    titles = map(plain_heading, sheet.titles.values())
    return bool(named) and any(title.startswith(named) or named.startswith(title) for title in titles)


def _tell_headings(sheet: Sheet, headings: list[str], number: int, name: str, notes: Notes) -> None:
    keys = assign(sheet, headings)
    known = keys.values()
    for place, text in enumerate(headings):
        if text and place not in keys:
            twice = [key for key in known if assign(sheet, [text]).get(0) == key]
            code = "spreadsheet-heading-twice" if twice else "spreadsheet-heading-unknown"
            notes.report(code, sheet=name, cell=cell_name(place, number), heading=text[:100])


def cell_name(place: int, number: int) -> str:
    """Return what spreadsheet programs call the cell of a column (from 0) and row (from 1): `C7`."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{number}"


def by_key(tables: Iterable[Table], key: SheetKey) -> list[Table]:
    """Return the tables of one kind of sheet."""
    return [table for table in tables if table.sheet.key == key]
