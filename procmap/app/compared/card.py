"""The card of a row, and the lists beside the matrix, as HTML in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from procmap.app.tables import framed
from procmap.drawing.palette import COLOURS
from procmap.drawing.theme import ThemeName
from procmap.messages import Translator
from procmap.reports.html_text import letter, said, text
from procmap.reports.marks import SIGN_PATHS
from procmap.reports.values import MatrixReport, ReportEvidence, ReportParty, ReportRow, RowField


def looks(theme: ThemeName) -> str:
    """Return the style rules that give organisations their colours, and what differs its sign."""
    rules = [f".own{place} {{ --own: {colour}; }}" for place, colour in enumerate(COLOURS[theme])]
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="none" stroke="black" '
        f'stroke-width="1.8" stroke-linecap="round" d="{SIGN_PATHS["differs"]}"/></svg>'
    )
    # Streamlit takes drawings out of HTML; a mask has the colour of the text.
    rules.append(f".procmap .differs::before {{ mask-image: url('data:image/svg+xml,{quote(drawn)}'); }}")
    return f"<style>{' '.join(rules)}</style>"


def card(report: MatrixReport, row: ReportRow, say: Translator) -> str:
    """Return the card of a row: what each organisation tells, what differs, and why the steps stand together."""
    parts = [
        f'<section class="procmap card" tabindex="0" aria-label="{text(row.title)}">',
        f'<p class="soft">{text(row.sure)}</p>',
        *_fields(row, report.parties, say),
        *_differences(report, row, say),
        *_why(row, say),
        "</section>",
    ]
    return "".join(parts)


def difference_list(report: MatrixReport, say: Translator, kind: str = "") -> str:
    """Return the differences class by class, or those of one class, each with the numbers of its rows."""
    parts = ['<section class="procmap differences">']
    for section in report.sections:
        if kind and section.code != kind:
            continue
        parts.append(f"<h2>{text(section.heading)} ({len(section.differences)})</h2><ol>")
        for one in section.differences:
            where = say.text("app-in-rows", count=len(one.rows), rows=_numbers(one.rows)) if one.rows else ""
            soft = ", ".join(filter(None, (one.severity, where)))
            parts.append(f'<li value="{one.number}">{said(one.sentence)} <span class="soft">{text(soft)}</span></li>')
        parts.append("</ol>")
    return "".join([*parts, "</section>"])


def agreement_table(report: MatrixReport, say: Translator) -> str:
    """Return how far each two organisations agree in each aspect, with the reason of every figure."""
    lines = []
    for line in report.agreement:
        cells = "".join(
            f'<td class="number">{text(figure)}<span class="why">{text(why)}</span></td>'
            for figure, why in zip(line.figures, line.whys, strict=True)
        )
        lines.append(f'<tr><th scope="row">{text(line.pair)}</th>{cells}</tr>')
    return framed(say.text("heading-agreement"), (say.text("column-pair"), *report.aspects), lines)


def sentences(found: Iterable[str]) -> str:
    """Return sentences as a list."""
    return f'<ul class="procmap">{"".join(f"<li>{said(one)}</li>" for one in found)}</ul>'


def reasons(found: Sequence[ReportEvidence], say: Translator) -> str:
    """Return why steps stand together, as a list."""
    return f'<div class="procmap">{"".join(_reasons(found, say))}</div>'


def _fields(row: ReportRow, parties: tuple[ReportParty, ...], say: Translator) -> Iterator[str]:
    yield '<dl class="told">'
    for field in row.card.fields:
        if any(field.values):
            yield from _field(field, parties, say)
    yield "</dl>"
    if row.card.missing:
        yield f"<p>{text(say.text('card-missing', parties=row.card.missing))}</p>"


def _field(field: RowField, parties: tuple[ReportParty, ...], say: Translator) -> Iterator[str]:
    """Yield a field: who tells the same is named together."""
    differs = any(field.marked)
    mark = f" <span class=differs>{text(say.text('card-differs'))}</span>" if differs else ""
    yield f"<dt{' class=marked' if differs else ''}>{text(field.heading)}{mark}</dt>"
    who: dict[str, list[ReportParty]] = {}
    for party in parties:
        value = field.values[party.place]
        if value:
            who.setdefault(value, []).append(party)
    for value, having in who.items():
        letters = " ".join(letter(party) for party in having)
        yield f"<dd{' class=marked' if differs else ''}><span class=who>{letters}</span> {said(value)}</dd>"


def _differences(report: MatrixReport, row: ReportRow, say: Translator) -> Iterator[str]:
    if not row.differences:
        return
    told = {one.number: one for section in report.sections for one in section.differences}
    yield f"<h3>{text(say.text('heading-differences'))}</h3><ol>"
    for number in row.differences:
        one = told[number]
        yield f'<li value="{number}">{said(one.sentence)} <span class="soft">{text(one.severity)}</span></li>'
    yield "</ol>"
    if row.conflicts:
        yield f"<p>{text(say.text('card-order'))} {_numbers(row.conflicts)}</p>"


def _why(row: ReportRow, say: Translator) -> Iterator[str]:
    several = sum(cell.is_there for cell in row.cells) > 1
    if not (row.card.evidence or several):
        return
    yield f"<h3>{text(say.text('card-why'))}</h3>"
    yield from _reasons(row.card.evidence, say)


def _reasons(found: Sequence[ReportEvidence], say: Translator) -> Iterator[str]:
    if not found:
        yield f"<p>{text(say.text('card-no-link'))}</p>"
        return
    yield "<ul>"
    for one in found:
        yield f'<li>{said(one.pairs)}: {said(one.why)} <span class="soft">{text(one.sure)}</span></li>'
    yield "</ul>"


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
