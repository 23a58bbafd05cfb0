"""Cells that people fill in and that give back what was written, whatever it was.

What would not come back as it was (blanks around a text, control characters, what a spreadsheet takes for an error)
stands as JSON: a text in double quotes, a list in brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from procmap.formats.measure_texts import Language
from procmap.formats.spreadsheet.cells import SEPARATOR, cell_text, items, quoted_item
from procmap.formats.spreadsheet.sheets_out import LONGEST
from procmap.formats.spreadsheet.words import Words
from procmap.formats.spreadsheet.workbook import ERROR_VALUES
from procmap.model import BadInput

Pair = tuple[str, str]
_ESCAPED = re.compile(r"x005F_|_x[0-9A-Fa-f]{4}_")
"""What workbooks write for characters that XML has no place for: not all programs read it as it was meant."""


def text_of(cell: str) -> str:
    """Return the text that a cell holds."""
    found = _json(cell, '"')
    return found if isinstance(found, str) else cell


def list_of(cell: str) -> tuple[str, ...]:
    """Return the texts that a cell holds, parted by `;`."""
    found = _json(cell, "[")
    if isinstance(found, list) and all(isinstance(text, str) for text in found):
        return tuple(found)
    return items(cell)


def pairs_of(cell: str) -> tuple[Pair, ...]:
    """Return what a cell says of each of several (`A: text; B: text`); nothing after a name is an empty text."""
    found = _json(cell, "[")
    if isinstance(found, list) and all(_is_pair(pair) for pair in found):
        return tuple((pair[0], pair[1]) for pair in found)
    parted = (item.partition(":") for item in items(cell))
    return tuple((name.strip(), text.strip()) for name, _, text in parted)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(text, str) for text in value)


def _json(cell: str, opening: str) -> Any:
    if not cell.startswith(opening):
        return None
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return None


def text_cell(text: str) -> str:
    """Return a text as a cell. Raises BadInput when it is longer than a cell can be, as all of these functions do."""
    return written(text, text, text_of)


def list_cell(texts: Iterable[str]) -> str:
    """Return texts as a cell."""
    several = tuple(texts)
    return written(several, f"{SEPARATOR} ".join(map(quoted_item, several)), list_of)


def pairs_cell(pairs: Iterable[Pair]) -> str:
    """Return pairs of a name and a text as a cell."""
    several = tuple(pairs)
    shown = (quoted_item(f"{name}: {text}" if text else name) for name, text in several)
    return written(several, f"{SEPARATOR} ".join(shown), pairs_of)


def word_cell(text: str, words: Words, language: Language) -> str:
    """Return a value as the word for it, or as it is where there is none."""
    return written(
        text, words.word(text, language) if text in words.values else text, lambda cell: word_of(cell, words)
    )


def word_of(cell: str, words: Words) -> str:
    """Return the value that a cell has a word for, in any language; else its text."""
    text = text_of(cell)
    return text if text != cell else words.value(cell) or cell


def written(value: Any, shown: str, read: Callable[[str], Any]) -> str:
    """Return a value as a cell: as people would write it (`shown`) where `read` gives it back, else as JSON."""
    plain = cell_text(shown)
    if read(plain) != value or plain in ERROR_VALUES or _ESCAPED.search(plain):
        plain = json.dumps(value).replace("_", "\\u005f")
    if len(plain) > LONGEST:
        raise BadInput("people-cell-long", text=plain[:60], limit=LONGEST)
    return plain
