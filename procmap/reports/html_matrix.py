"""The matrix of the page of a comparison, and the filter of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from procmap.comparison import Sign
from procmap.drawing.palette import LETTERED
from procmap.messages import Translator
from procmap.reports.html_text import cell_sign, letter, line, named_sign, said, sign, text
from procmap.reports.values import MatrixReport, ReportCell, ReportParty, ReportRow

_SWITCHES = ("differences", "open")
_ATTACHED = ("control", "rosa", "record")


@dataclass(frozen=True)
class LastColumn:
    """A column after those of the organisations: its head and its cells, row by row, as HTML."""

    head: str
    cells: tuple[str, ...]


def matrix(
    report: MatrixReport, say: Translator, last: LastColumn | None = None, *, titled: bool = True
) -> Iterable[str]:
    """Yield the matrix with what belongs to it, as lines of HTML; not `titled`: what is around says what it is."""
    many = " many" if len(report.parties) > LETTERED else ""
    yield f'<section class="work{many}">'
    if titled:
        yield f'<h2 id="matrix">{text(say.text("heading-matrix"))}</h2>'
    about = f"{text(say.text('about-matrix'))} " if titled else ""
    yield f'<p class="soft">{about}<span class="script keys">{text(say.text("page-keys"))}</span></p>'
    yield from _signs(report.signs, say)
    yield from _filter(report, say)
    yield '<div class="frame"><table class="matrix" id="grid" aria-labelledby="matrix">'
    yield f'<thead><tr><th scope="col">{text(say.text("column-step"))}</th>'
    for party in report.parties:
        yield f'<th scope="col">{letter(party)} {said(party.id)}{line(party)}</th>'
    yield f"{last.head if last else ''}</tr></thead><tbody>"
    beside = last.cells if last else ("",) * len(report.rows)
    yield from (_row(row, report.parties, cell, say) for row, cell in zip(report.rows, beside, strict=True))
    yield "</tbody></table></div></section>"


def _signs(signs: Iterable[Sign], say: Translator) -> Iterable[str]:
    yield f'<ul class="signs" aria-label="{text(say.text("heading-signs"))}">'
    yield from (f"<li>{sign(which, say)} {text(say.text(f'sign-{which}'))}</li>" for which in signs)
    yield "</ul>"


def _filter(report: MatrixReport, say: Translator) -> Iterable[str]:
    """Yield the filter of rows, which only a script can use: without one it is not shown."""
    classes = [(section.code, section.heading) for section in report.sections]
    alone = {row.alone for row in report.rows}
    parties = [(party.letter, f"{party.letter} {party.id}") for party in report.parties if party.letter in alone]
    roles = [(str(place), name) for place, name in enumerate(report.roles)]
    attached = {kind for row in report.rows for kind in row.attached}
    yield f'<form id="filter" class="filter script" aria-label="{text(say.text("filter-heading"))}">'
    yield _field("search", "q", '<input type="search" id="filter-q" name="q" autocomplete="off">', say)
    for name, options in (("class", classes), ("alone", parties), ("role", roles)):
        yield _select(name, options, say)
    yield '<div class="switches">'
    for name in (*_SWITCHES, *(kind for kind in _ATTACHED if kind in attached)):
        yield (f'<label><input type="checkbox" name="{name}" value="1"> {text(say.text(f"filter-{name}"))}</label>')
    # The script puts the numbers in; what it says then is in the language of the page.
    shown = text(say.text("filter-shown", shown="{shown}", all="{all}"))
    yield "</div>"
    yield f'<p class="shown" id="shown" role="status" data-text="{shown}"></p>'
    yield f'<button type="button" id="clear">{text(say.text("filter-clear"))}</button>'
    yield f'</form><p id="nothing" class="script" hidden>{text(say.text("filter-nothing"))}</p>'


def _select(name: str, options: Iterable[tuple[str, str]], say: Translator) -> str:
    entries = "".join(f'<option value="{text(value)}">{text(shown)}</option>' for value, shown in options)
    chosen = f'<option value="">{text(say.text("filter-any"))}</option>{entries}'
    return _field(name, name, f'<select id="filter-{name}" name="{name}">{chosen}</select>', say)


def _field(code: str, name: str, control: str, say: Translator) -> str:
    """Return an input (HTML) below its label."""
    return f'<div class="field"><label for="filter-{name}">{text(say.text(f"filter-{code}"))}</label>{control}</div>'


def _row(row: ReportRow, parties: Iterable[ReportParty], last: str, say: Translator) -> str:
    cells = "".join(_cell(party, cell, say) for party, cell in zip(parties, row.cells, strict=True))
    return f'<tr id="r{row.number}"{_data(row)}>{_row_head(row, say)}{cells}{last}</tr>'


def _data(row: ReportRow) -> str:
    """Return what a row can be filtered by, as attributes of HTML."""
    told = {
        "classes": " ".join(row.classes),
        "roles": " ".join(map(str, row.roles)),
        "alone": row.alone,
        "has": " ".join((*row.attached, *(["open"] if row.is_open else []))),
    }
    return "".join(f' data-{name}="{text(value)}"' for name, value in told.items() if value)


def _row_head(row: ReportRow, say: Translator) -> str:
    signs = "".join(f" {sign(which, say)}" for which in row.signs)
    if row.conflicts:
        signs += f' <span class="marks">{sign("order", say)} {", ".join(map(str, row.conflicts))}</span>'
    count = f", {text(say.text('row-differs', count=len(row.differences)))}" if row.differences else ""
    return (
        f'<th scope="row"><span class="number">{row.number}</span> '
        f'<a class="title" href="#card{row.number}">{said(row.title)}</a>{signs}'
        f'<span class="sure"><i class="state {row.state}"></i> {text(row.sure)}{count}</span></th>'
    )


def _cell(party: ReportParty, cell: ReportCell, say: Translator) -> str:
    signs = " ".join(named_sign(which, text(cell_sign(which, cell, say))) for which in cell.signs)
    if not cell.is_there:
        return f'<td class="gap">{signs}</td>'
    parts = [f"<b>{party.letter}</b>"]
    if cell.times > 1:
        parts.append(f"{cell.times}\u00a0\u00d7")
    if cell.roles:
        parts.append(said(cell.roles))
    if signs:
        parts.append(f'<span class="marks">{signs}</span>')
    if cell.wording:
        parts.append(f'<span class="words">{said(cell.wording)}</span>')
    return f"<td>{' '.join(parts)}</td>"
