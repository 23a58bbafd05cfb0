"""The cards of the rows: what each organisation does in a row, what differs there, and why its steps stand together.

Without a script the cards stand below each other at the end of the page; a script shows one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procmap.messages import Translator
from procmap.reports.html_text import letter, line, named_sign, said, text
from procmap.reports.values import MatrixReport, ReportDifference, ReportParty, ReportRow, RowField


def cards(report: MatrixReport, say: Translator) -> Iterable[str]:
    """Yield the cards of all rows, as lines of HTML."""
    told = {one.number: one for section in report.sections for one in section.differences}
    yield f'<section class="cards" id="cards"><h2>{text(say.text("heading-cards"))}</h2>'
    for row in report.rows:
        yield _card(row, report.parties, told, say)
    yield "</section>"


def dialog(say: Translator) -> str:
    """Return the frame that a script shows a card in."""
    buttons = "".join(
        f'<button type="button" id="{name}">{text(say.text(f"card-{name}"))}</button>'
        for name in ("previous", "next", "close")
    )
    return f'<dialog id="dialog"><div class="buttons">{buttons}</div><div id="shown-card"></div></dialog>'


def _card(
    row: ReportRow, parties: tuple[ReportParty, ...], told: Mapping[int, ReportDifference], say: Translator
) -> str:
    name = f"card{row.number}"
    parts = [
        f'<section class="card" id="{name}"><h3 id="{name}-title">'
        f'<a class="number" href="#r{row.number}">{row.number}</a> '
        f'{said(row.title)} <span class="soft">{text(row.sure)}</span></h3>',
        *_fields(row, parties, say),
        *_differences(row, told, say),
        *_why(row, say),
        "</section>",
    ]
    return "".join(parts)


def _fields(row: ReportRow, parties: tuple[ReportParty, ...], say: Translator) -> Iterable[str]:
    having = [party for party, cell in zip(parties, row.cells, strict=True) if cell.is_there]
    label = text(say.text("card-field"))
    yield f'<div class="sideways" role="region" tabindex="0" aria-labelledby="card{row.number}-title">'
    yield '<table class="told">'
    yield f'<thead><tr><th scope="col">{label}</th>'
    yield from (f'<th scope="col">{letter(party)} {said(party.id)}{line(party)}</th>' for party in having)
    yield "</tr></thead><tbody>"
    yield from (_field(field, having, say) for field in row.card.fields if any(field.values))
    yield "</tbody></table></div>"
    if row.card.missing:
        yield f"<p>{text(say.text('card-missing', parties=row.card.missing))}</p>"


def _field(field: RowField, having: Iterable[ReportParty], say: Translator) -> str:
    cells = []
    for party in having:
        value, differs = field.values[party.place], field.marked[party.place]
        mark = f"{named_sign('differs', text(say.text('card-differs')))} " if differs else ""
        cells.append(f"{'<td class=marked>' if differs else '<td>'}{mark}{said(value) if value else ''}</td>")
    return f'<tr><th scope="row">{text(field.heading)}</th>{"".join(cells)}</tr>'


def _differences(row: ReportRow, told: Mapping[int, ReportDifference], say: Translator) -> Iterable[str]:
    if not row.differences:
        return
    yield f"<h4>{text(say.text('heading-differences'))}</h4><ul>"
    for number in row.differences:
        one = told[number]
        severity = f'<span class="soft">{text(one.severity)}</span>'
        yield f'<li><a href="#d{number}">{number}</a> {said(one.sentence)} {severity}</li>'
    yield "</ul>"
    if row.conflicts:
        links = ", ".join(f'<a href="#card{number}">{number}</a>' for number in row.conflicts)
        yield f"<p>{text(say.text('card-order'))} {links}</p>"


def _why(row: ReportRow, say: Translator) -> Iterable[str]:
    several = sum(cell.is_there for cell in row.cells) > 1
    if not (row.card.evidence or several):
        return
    yield f"<h4>{text(say.text('card-why'))}</h4>"
    if row.card.evidence:
        yield "<ul>"
        for one in row.card.evidence:
            yield f'<li>{said(one.pairs)}: {said(one.why)} <span class="soft">{text(one.sure)}</span></li>'
        yield "</ul>"
    else:
        yield f"<p>{text(say.text('card-no-link'))}</p>"
