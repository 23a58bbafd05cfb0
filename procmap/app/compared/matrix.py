"""The matrix of steps by organisations: a click or Enter on a row opens it, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from procmap.app.assets import component
from procmap.app.components.mounting import sent
from procmap.drawing.palette import COLOURS, LETTERED
from procmap.drawing.theme import ThemeName
from procmap.messages import Translator
from procmap.reports.html_text import bar, cell_sign
from procmap.reports.marks import SIGN_PATHS
from procmap.reports.values import MatrixReport, ReportCell, ReportParty, ReportRow


def matrix(
    report: MatrixReport,
    rows: Iterable[ReportRow],
    opened: int,
    *,
    key: str,
    theme: ThemeName,
    say: Translator,
    on_open: Callable[[int], None],
    on_close: Callable[[], None],
) -> None:
    """Show these rows of a report. `opened` is the number of the row whose card is open, 0 when none is.

    `on_open` is given the number of a row that somebody chose; `on_close` is called when somebody asks to close the
    card (Esc).
    """
    data = matrix_data(report, rows, opened, theme, say)
    drawn(data, [row.number for row in report.rows], key=key, on_open=on_open, on_close=on_close)


def drawn(
    data: dict[str, Any],
    numbers: Collection[int],
    *,
    key: str,
    on_open: Callable[[int], None],
    on_close: Callable[[], None],
) -> None:
    """Show a table of rows by organisations. `data` is as `matrix_data` gives it, `numbers` the rows that there are."""

    def open_row() -> None:
        number = sent(key, "opened")
        if isinstance(number, int) and number in numbers:
            on_open(number)

    component("matrix", "elements.js", "matrix.js", style="matrix.css")(
        key=key, data=data, on_opened_change=open_row, on_closed_change=on_close
    )


def matrix_data(
    report: MatrixReport, rows: Iterable[ReportRow], opened: int, theme: ThemeName, say: Translator
) -> dict[str, Any]:
    """Return what the component draws: texts, colours and shapes, as JSON."""
    return {
        "label": say.text("heading-matrix"),
        "step": say.text("column-step"),
        "missing": say.text("sign-missing"),
        "order": say.text("sign-order"),
        "opened": opened,
        "told": say.text("app-card-open", row=opened) if opened else "",
        "columns": [column(party, theme) for party in report.parties],
        "signs": signs(say),
        "rows": [_row(row, say) for row in rows],
    }


def signs(say: Translator) -> dict[str, dict[str, str]]:
    """Return the signs with their words."""
    return {sign: {"word": say.text(f"sign-{sign}"), "path": path} for sign, path in SIGN_PATHS.items()}


def column(party: ReportParty, theme: ThemeName) -> dict[str, str]:
    """Return the head of an organisation's column."""
    place = party.place % LETTERED
    return {"letter": party.letter, "name": party.id, "colour": COLOURS[theme][place], "bar": bar(place)}


def _row(row: ReportRow, say: Translator) -> dict[str, Any]:
    count = [say.text("row-differs", count=len(row.differences))] if row.differences else []
    return {
        "number": row.number,
        "title": row.title,
        "state": row.state,
        "sure": ", ".join([row.sure, *count]),
        "signs": list(row.signs),
        "conflicts": list(row.conflicts),
        "cells": [_cell(cell, say) for cell in row.cells],
    }


def _cell(cell: ReportCell, say: Translator) -> dict[str, Any]:
    return {
        "there": cell.is_there,
        "times": cell.times,
        "roles": cell.roles,
        "wording": cell.wording,
        "signs": list(cell.signs),
        "words": {sign: cell_sign(sign, cell, say) for sign in cell.signs},
    }
