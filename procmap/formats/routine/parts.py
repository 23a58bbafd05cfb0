"""The parts of a routine: its title, its card, the lines of its steps, its tables; and what is none of these."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from procmap.formats.routine import grammar
from procmap.formats.routine.items import Item, Tree
from procmap.formats.routine.lines import Block, Line, Table, kind_of_marker, shown, told
from procmap.formats.routine.words import card_column, is_about, opens_steps
from procmap.formats.spreadsheet.columns import STEPS, Column, assign
from procmap.formats.spreadsheet.tables import HEADING_WITHIN
from procmap.model import Finding
from procmap.model.findings import Severity

_PEOPLE = ("owner", "leader", "recipient", "name")
"""Card words that may as well be the role of a first step."""


@dataclass(frozen=True)
class CardLine:
    """A line of the process card."""

    column: Column
    value: str
    line: Line


@dataclass
class Parts:
    """What the lines of a routine are, before it is asked what they mean."""

    title: str = ""
    card: list[CardLine] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def parts_of(blocks: tuple[Block, ...]) -> Parts:
    """Return the parts of a routine. Every line is in one of them, or in a finding."""
    sorter = _Sorter()
    for block in blocks:
        sorter.take(block)
    sorter.parts.items = sorter.tree.roots
    return sorter.parts


class _Sorter:
    def __init__(self) -> None:
        self.parts = Parts()
        self.tree = Tree()
        self._titled: Line | None = None
        self._heading_above = ""
        self._about = 0
        """Level of the heading of a part without steps that is being read; 0 when none is."""

    def take(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif block.kind == "heading":
            self._heading(block)
        elif self._about:
            self._tell("routine-not-understood", block)
        elif block.kind == "item":
            self._item(block)
        else:
            self._text(block)

    @property
    def _started(self) -> bool:
        return bool(self.tree.roots or any(map(is_of_steps, self.parts.tables)))

    def _heading(self, line: Line) -> None:
        self.tree.close()
        if not line.text:
            return
        self._heading_above = line.text
        about = is_about(line.text)
        if about or (self._about and line.level <= self._about):
            self._about = max(line.level, 1) if about else 0
        section = about or opens_steps(line.text)
        if self._titled is None and not section and not self._started:
            self._titled = line
            self.parts.title = line.text
        elif self._titled is not None and not section and line.level <= self._titled.level:
            self._tell("routine-two-titles", line, title=shown(self.parts.title))
        else:
            self._tell("routine-heading", line, "info")

    def _item(self, line: Line) -> None:
        if not self._started and kind_of_marker(line.marker) == "sign":
            given = _card_line(line)
            if given is not None and given.column.key not in _PEOPLE:
                self.parts.card.append(given)
                return
        self.tree.add(line)

    def _text(self, line: Line) -> None:
        last = self.tree.last
        if last is None and not self._started:
            given = _card_line(line)
            if given is not None:
                self.parts.card.append(given)
            elif self._titled is None and not self.parts.card:
                self._titled = replace(line, level=1)
                self.parts.title = line.text
            else:
                self._tell("routine-not-understood", line)
        elif last is not None and grammar.says_more(line.text):
            self.tree.add_under(line)
        elif last is not None and line.tied and line.indent > last.line.indent:
            last.text = f"{last.text} {line.text}".strip()
        else:
            self._tell("routine-not-understood", line)

    def _table(self, table: Table) -> None:
        """Keep a table for later; one of two columns that are card words and values is the card."""
        self.tree.close()
        rows = [[cell for cell in row if cell] for _, row in table.rows]
        lines = [Line(table.number, ": ".join((row[0].rstrip(" :"), *row[1:]))) for row in rows if row]
        given = [_card_line(line) for line in lines]
        if not self._started and lines and all(len(row) <= 2 for row in rows) and all(given):
            self.parts.card += (line for line in given if line is not None)
        elif self._about:
            self.parts.findings += rows_told(table)
        else:
            self.parts.tables.append(replace(table, name=self._heading_above))

    def _tell(self, code: str, line: Line, severity: Severity = "warning", **params: str | int) -> None:
        self.parts.findings.append(told(code, line, severity, **params))


def rows_told(table: Table) -> list[Finding]:
    """Return findings that tell the rows of a table that is not understood."""
    lines = ((number, Line(table.number, " | ".join(cell for cell in row if cell))) for number, row in table.rows)
    return [told("routine-other-table", line, row=number) for number, line in lines if line.text]


def is_of_steps(table: Table) -> bool:
    """Tell whether a table has a row of headings, one of which is that of steps."""
    return any("step" in assign(STEPS, list(row)).values() for _, row in table.rows[:HEADING_WITHIN])


def _card_line(line: Line) -> CardLine | None:
    """Return a line `Word: value` of the card."""
    left, colon, right = line.text.partition(":")
    column = card_column(left) if colon and right.strip() else None
    return CardLine(column, right.strip(), line) if column is not None else None
