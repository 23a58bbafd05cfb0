"""What was understood of steps that people wrote in words, as a table in the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procmap.answers.understood import UnderstoodTable

_GRID = ("number", "id", "step", "type", "role", "pool", "condition", "next")
"""Columns that stand below each other. What else a step has stands in a line below it."""
_WIDEST = {"id": 20}
"""Letters of a cell that are shown, by its column; the whole stands in the JSON."""
_WIDE = 40
_LINE = 160
_GAP = "  "
_SHOWN = 200
"""Rows that are shown of one table."""


def understood_lines(tables: Iterable[UnderstoodTable], indent: str, process: str = "") -> Iterator[str]:
    """Yield tables of steps as lines; only those of one process, where it is named."""
    for table in tables:
        if process not in ("", table.process):
            continue
        grid = [at for at, key in enumerate(table.columns) if key in _GRID]
        below = [at for at, key in enumerate(table.columns) if key not in _GRID]
        shown = table.rows[:_SHOWN]
        cells = [[_cut(row[at], table.columns[at]) for at in grid] for row in (table.headings, *shown)]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        for row, full in zip(cells, ((), *shown), strict=True):
            padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
            yield f"{indent}{_GAP.join(padded)}".rstrip()
            more = [f"{table.headings[at]}: {flat(full[at])}" for at in below if full and full[at]]
            if more:
                yield f"{indent}{' ' * widths[0]}{_GAP}  {_short(' | '.join(more), _LINE)}"
        if len(table.rows) > _SHOWN:
            yield f"{indent}…"


def _cut(text: str, column: str) -> str:
    return _short(flat(text), _WIDEST.get(column, _WIDE))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def flat(text: str) -> str:
    """Return a text on one line, without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() or unicodedata.category(letter) == "Zs" else " " for letter in text)


def _width(text: str) -> int:
    """Return how many places of a terminal a text takes: two for each wide letter, none for a combining one."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)
