"""What a routine is read from, whether it came as text or as Word: lines, and tables between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from procmap.formats.routine.words import JUMP_NOUNS, any_of
from procmap.model import Finding
from procmap.model.findings import Severity

LineKind = Literal["heading", "item", "text"]
TOLD = 80
"""How much of a line a finding cites, in characters."""


@dataclass(frozen=True)
class Line:
    """A line of text or a paragraph of Word.

    `number` counts lines or paragraphs from 1; `marker` is the number or sign of a list item as a reader sees it,
    without the sign around a number (`3`, `3.1`, `a`, `-`); `indent` is in letters, `level` of a heading from 1;
    `tied` tells that it goes on directly after the line before (no blank line between).
    """

    number: int
    text: str
    kind: LineKind = "text"
    marker: str = ""
    indent: int = 0
    level: int = 0
    tied: bool = False


@dataclass(frozen=True)
class Table:
    """A table: the number of its first line, and its rows: the number of each, and the texts of its cells.

    Rows of a text are numbered as its lines are, those of a Word table from 1. `name` is the heading above the table.
    """

    number: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    name: str = ""


Block = Line | Table

_SIGNS = "-–—•*·●○▪■‣➢➤✓\uf0b7\uf0a7"  # noqa: RUF001 - the dashes that people type, and Word's Symbol bullets
_TYPED = re.compile(
    rf"(?:(?:{any_of(JUMP_NOUNS)})\s+(?P<named>\d{{1,4}})\s*[.:)–-]+"  # noqa: RUF001
    r"|(?P<many>\d{1,3}(?:\.\d{1,3})+)[.)]?"
    r"|\(?(?P<number>\d{1,4})[.)]"
    r"|\(?(?P<letter>[a-zA-ZæøåäöÆØÅÄÖ])\)"
    rf"|(?P<sign>[{re.escape(_SIGNS)}]))(?:[ \t\u00a0]+|$)",
    re.IGNORECASE,
)


def typed_marker(text: str) -> tuple[str, str]:
    """Return the typed marker at the beginning of a text and what follows it; no marker: empty, and the text."""
    found = _TYPED.match(text)
    if found is None:
        return "", text
    marker = next(part for part in found.groups() if part)
    return ("-" if found.group("sign") else marker.lower()), text[found.end() :].strip()


def kind_of_marker(marker: str) -> str:
    """Return what makes markers look alike: `number` with its depth, `letter` or `sign`."""
    if marker[:1].isdigit():
        return f"number {marker.count('.')}"
    return "letter" if marker[:1].isalpha() else "sign"


def shown(text: str) -> str:
    """Return a text as findings cite it: on one line, at most TOLD characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= TOLD else f"{flat[: TOLD - 1]}…"


def told(code: str, line: Line, severity: Severity = "warning", **params: str | int) -> Finding:
    """Return a finding about a line, which it cites."""
    return Finding(code=code, severity=severity, params={"line": line.number, "text": shown(line.text), **params})
