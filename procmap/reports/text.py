"""The report of a comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.comparison import NOTHING, Sign
from procmap.messages import Translator, translator
from procmap.reports.matrix import MatrixReport, ReportCell, ReportRow

SIGN_CHARACTERS: dict[Sign, str] = {
    "only": "+", "missing": "-", "differs": "#", "split": "{", "order": "%", "time": "@", "level": "^",
    "control": "!", "record": "=", "open": "?",
}  # fmt: skip
"""ASCII, so that every console shows them; the text says what they mean."""
_STEP, _CELL, _NARROW = 38, 28, 14


def matrix_text(report: MatrixReport) -> str:
    """Return a report as lines. Columns are cut to fit; differences and doubts are told in full."""
    return "".join(f"{line}\n" for line in _lines(report, translator(report.language)))


def plain(text: str) -> str:
    """Return text on one line without characters that steer a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def _lines(report: MatrixReport, say: Translator) -> Iterator[str]:
    yield plain(report.title)
    for party in report.parties:
        name = f"{say.quoted(plain(party.name))}, " if party.name else ""
        reference = f" ({say.text('reference-party')})" if party.is_reference else ""
        yield f"  {party.letter}  {plain(party.id)}{reference}: {name}{say.text('steps-count', count=party.steps)}"
    yield ""
    if report.unsure:
        yield from _list(say.text("heading-unsure"), report.unsure)
    yield f"{say.text('heading-matrix')}"
    yield "  " + ", ".join(f"{SIGN_CHARACTERS[sign]} {say.text(f'sign-{sign}')}" for sign in report.signs)
    width = _CELL if len(report.parties) <= 5 else _NARROW
    head = [f"{party.letter} {plain(party.id)}" for party in report.parties]
    yield f"     {_fit(say.text('column-step'), _STEP)} " + " ".join(_fit(text, width) for text in head)
    for row in report.rows:
        yield _row(row, width)
    yield ""
    for section in report.sections:
        heading = f"{section.heading} ({len(section.differences)})"
        yield from _list(heading, (difference.sentence for difference in section.differences))
    if not report.sections:
        yield say.text("no-differences")
        yield ""
    yield from _agreement(report, say)


def _list(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    yield plain(heading)
    yield from (f"  {plain(sentence)}" for sentence in sentences)
    yield ""


def _row(row: ReportRow, width: int) -> str:
    marks = "".join(SIGN_CHARACTERS[sign] for sign in row.signs)
    if row.conflicts:
        marks += SIGN_CHARACTERS["order"] + ",".join(map(str, row.conflicts))
    title = _fit(plain(row.title), _STEP - len(marks) - 1 if marks else _STEP) + (f" {marks}" if marks else "")
    return f"{row.number:4} {title[:_STEP]} " + " ".join(_fit(_cell(cell), width) for cell in row.cells)


def _cell(cell: ReportCell) -> str:
    signs = "".join(SIGN_CHARACTERS[sign] for sign in cell.signs)
    if not cell.is_there:
        return signs
    times = f"{cell.times}x" if cell.times > 1 else ""
    return " ".join(filter(None, ("*" + signs, times, plain(cell.roles), plain(cell.wording))))


def _fit(text: str, width: int) -> str:
    """Return text cut or filled to a width."""
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def _agreement(report: MatrixReport, say: Translator) -> Iterator[str]:
    if not report.agreement:
        return
    yield say.text("heading-agreement")
    yield f"  {say.text('about-agreement')}"
    for line in report.agreement:
        yield f"  {line.pair}"
        for aspect, figure in zip(report.aspects, line.figures, strict=True):
            if figure != NOTHING:
                yield f"    {_fit(aspect, 22)} {figure}"
