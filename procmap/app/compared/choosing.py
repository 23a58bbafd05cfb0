"""Which rows of a comparison somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.reports.values import MatrixReport, ReportRow


@dataclass(frozen=True)
class Choice:
    """What rows must have; what is empty or false asks for nothing.

    `kind` is the code of a class of differences, `alone` the letter of an organisation that must be the only one with
    the row, `role` the name of a role. `attached` are kinds of attached values, each of which must be there.
    """

    search: str = ""
    kind: str = ""
    alone: str = ""
    role: str = ""
    differences: bool = False
    open: bool = False
    attached: tuple[str, ...] = ()


def chosen(report: MatrixReport, choice: Choice) -> tuple[ReportRow, ...]:
    """Return the rows that a choice asks for, in the order of the report."""
    role = report.roles.index(choice.role) if choice.role in report.roles else None
    wanted = _plain(choice.search)
    return tuple(
        row
        for row in report.rows
        if (not choice.kind or choice.kind in row.classes)
        and (not choice.alone or choice.alone == row.alone)
        and (role is None or role in row.roles)
        and (row.differences or not choice.differences)
        and (row.is_open or not choice.open)
        and all(kind in row.attached for kind in choice.attached)
        and (not wanted or wanted in _plain(_told(row)))
    )


def _told(row: ReportRow) -> str:
    """Return all that a row and its card tell, as one text."""
    cells = (part for cell in row.cells for part in (cell.roles, cell.words))
    values = (value for field in row.card.fields for value in field.values if value)
    return " ".join((row.title, *cells, *values))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
