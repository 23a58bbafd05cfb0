"""The rows of the report of a comparison: cells, what they can be filtered by, and their cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from procmap.comparison import Cell, Comparison, Difference, MatrixRow
from procmap.comparison.grid import Grid
from procmap.language import normalise
from procmap.messages import Translator
from procmap.reports.cards import Links, card
from procmap.reports.telling import in_words, told_by
from procmap.reports.values import DifferenceSection, ReportCell, ReportDifference, ReportParty, ReportRow

_KINDS = ("control", "rosa", "record")
"""Kinds of attached values that rows can be filtered by."""


class Rows:
    """Makes the rows of a report. `roles` are the names of all who do something; names that mean the same are one."""

    def __init__(
        self, grid: Grid, comparison: Comparison, parties: Sequence[ReportParty], sections: Iterable[DifferenceSection]
    ) -> None:
        self._grid = grid
        self._aligned = {row.id: row for row in comparison.alignment.rows}
        self._links = Links(grid)
        self._letters = {party.id: party.letter for party in parties}
        self._about: dict[str, list[Difference]] = defaultdict(list)
        for difference in comparison.differences:
            for row_id in difference.rows:
                self._about[row_id].append(difference)
        self._told: dict[int, list[ReportDifference]] = defaultdict(list)
        for section in sections:
            for told in section.differences:
                for number in told.rows:
                    self._told[number].append(told)
        self._role_of = {
            (member.process, member.name): group.label
            for group in comparison.alignment.names
            if group.kind == "role"
            for member in group.members
        }
        names = {name for row in comparison.matrix.rows for name in self._doing(row)}
        self.roles: tuple[str, ...] = tuple(sorted(names, key=lambda name: (normalise(name), name)))
        self._place_of = {name: place for place, name in enumerate(self.roles)}

    def row(self, row: MatrixRow, say: Translator) -> ReportRow:
        """Return a row of the matrix as it is told in a language."""
        aligned = self._aligned[row.id]
        having = [cell.process for cell in row.cells if cell.steps]
        told = self._told[row.number]
        levels = {
            party: in_words(difference.code, shown, say)
            for difference in self._about[row.id]
            if difference.code == "rosa_level"
            for party, shown in told_by(difference).items()
        }
        return ReportRow(
            number=row.number,
            title=row.label or ", ".join(say.word("element", kind) for kind in row.title.split(", ")),
            state="confirmed" if row.confidence == 1 else "proposed",
            sure=_sure(row.confidence, len(having), say),
            signs=row.signs,
            conflicts=row.conflicts,
            # Its sign alone tells all of a step that some do not have.
            differences=tuple(one.number for one in told if one.code != "step_missing"),
            classes=tuple(dict.fromkeys(one.code for one in told)),
            roles=tuple(sorted(self._place_of[name] for name in self._doing(row))),
            alone=self._letters[having[0]] if len(having) == 1 else "",
            is_open=any("open" in signs for signs in (row.signs, *(cell.signs for cell in row.cells))),
            attached=tuple(kind for kind in _KINDS if self._has(row, kind)),
            cells=tuple(_cell(row, cell, levels.get(cell.process, "")) for cell in row.cells),
            card=card(
                self._grid, aligned, self._about[row.id], self._links.of_row(aligned), letters=self._letters, say=say
            ),
        )

    def _doing(self, row: MatrixRow) -> set[str]:
        return {self._role_of.get((cell.process, role), role) for cell in row.cells for role in cell.roles}

    def _has(self, row: MatrixRow, kind: str) -> bool:
        aligned = self._aligned[row.id]
        return any(
            self._grid.attached(party, self._grid.steps(aligned, party), kind) for party in self._grid.having(aligned)
        )


def _sure(confidence: float, having: int, say: Translator) -> str:
    if confidence == 1:
        return say.text("row-confirmed")
    return say.text("row-alone") if having == 1 else say.text("row-sure", percent=round(100 * confidence))


def _cell(row: MatrixRow, cell: Cell, level: str) -> ReportCell:
    return ReportCell(
        is_there=bool(cell.steps),
        roles=" / ".join(cell.roles),
        words=" / ".join(cell.labels),
        wording=" / ".join(label for label in cell.labels if normalise(label) != normalise(row.label)),
        times=len(cell.steps),
        signs=cell.signs,
        level=level,
    )
