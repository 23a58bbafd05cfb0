"""The report of a comparison as one page of HTML: no script, no network, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files

from procmap.comparison import Sign
from procmap.messages import Translator, translator
from procmap.reports.marks import DARK, LIGHT, PATTERNS, SIGN_PATHS
from procmap.reports.matrix import (
    DifferenceSection,
    MatrixReport,
    ReportCell,
    ReportDifference,
    ReportParty,
    ReportRow,
)

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_FIRST_COLUMN, _COLUMN = 20, 11
"""Widths in rem: of the first column, and of the least that the others need."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(report: MatrixReport) -> str:
    """Return a report as a whole HTML document."""
    say = translator(report.language)
    style = files("procmap.reports").joinpath("page.css").read_text("utf-8")
    body = [
        f"<h1>{_text(report.title)}</h1>",
        *_parties(report.parties, say),
        *_unsure(report.unsure, say),
        *_matrix(report, say),
        *_differences(report.sections, say),
        *_agreement(report, say),
    ]
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{say.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(report.title)}</title>",
        f"<style>\n{style}{_colours(len(report.parties))}</style>",
        "</head>",
        "<body>",
        _symbols(report.signs),
        "<main>",
        *body,
        "</main>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def _text(text: str) -> str:
    """Return text for HTML; characters that HTML has no place for become U+FFFD."""
    return escape(_NOT_IN_HTML.sub("\ufffd", text))


def _said(text: str) -> str:
    """Return text by others, kept apart from what is around it: writing from right to left must not turn that round."""
    return f"<bdi>{_text(text)}</bdi>"


def _colours(parties: int) -> str:
    used = range(min(parties, len(LIGHT)))
    light = "".join(f".own{place} {{ --own: {LIGHT[place]}; }}\n" for place in used)
    dark = "".join(f".own{place} {{ --own: {DARK[place]}; }}\n" for place in used)
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _symbols(signs: Iterable[Sign]) -> str:
    symbols = "".join(
        f'<symbol id="sign-{sign}" viewBox="0 0 16 16"><path d="{SIGN_PATHS[sign]}"/></symbol>' for sign in signs
    )
    return f'<svg width="0" height="0" aria-hidden="true" style="position:absolute">{symbols}</svg>'


def _sign(sign: Sign, say: Translator) -> str:
    word = _text(say.text(f"sign-{sign}"))
    return f'<svg class="sign" role="img" aria-label="{word}"><title>{word}</title><use href="#sign-{sign}"/></svg>'


def _letter(party: ReportParty) -> str:
    return f'<span class="letter own{party.place % len(LIGHT)}">{party.letter}</span>'


def _line(party: ReportParty) -> str:
    place = party.place % len(LIGHT)
    dashes = f' stroke-dasharray="{PATTERNS[place]}"' if PATTERNS[place] else ""
    return f'<svg class="line own{place}" viewBox="0 0 48 8" aria-hidden="true"><path d="M1 4h46"{dashes}/></svg>'


def _parties(parties: Iterable[ReportParty], say: Translator) -> Iterable[str]:
    yield '<ul class="parties">'
    for party in parties:
        name = f" {_said(party.name)}," if party.name else ""
        reference = f" ({_text(say.text('reference-party'))})" if party.is_reference else ""
        steps = _text(say.text("steps-count", count=party.steps))
        yield f"<li>{_letter(party)} {_line(party)} <b>{_said(party.id)}</b>{reference}:{name} {steps}</li>"
    yield "</ul>"


def _unsure(unsure: Iterable[str], say: Translator) -> Iterable[str]:
    yield f'<section class="unsure"><b>{_text(say.text("heading-unsure"))}</b>'
    yield from (f"<p>{_said(sentence)}</p>" for sentence in unsure)
    yield "</section>"


def _signs(signs: Iterable[Sign], say: Translator) -> Iterable[str]:
    yield f'<ul class="signs" aria-label="{_text(say.text("heading-signs"))}">'
    yield from (f"<li>{_sign(sign, say)} {_text(say.text(f'sign-{sign}'))}</li>" for sign in signs)
    yield "</ul>"


def _matrix(report: MatrixReport, say: Translator) -> Iterable[str]:
    heading = _text(say.text("heading-matrix"))
    yield f'<h2 id="matrix">{heading}</h2>'
    yield f"<p>{_text(say.text('about-matrix'))}</p>"
    yield from _signs(report.signs, say)
    width = f"min-width: {_FIRST_COLUMN + _COLUMN * len(report.parties)}rem"
    yield f'<table class="matrix" aria-labelledby="matrix" style="{width}">'
    yield f'<thead><tr><th scope="col">{_text(say.text("column-step"))}</th>'
    for party in report.parties:
        yield f'<th scope="col">{_letter(party)} {_said(party.id)}<br>{_line(party)}</th>'
    yield "</tr></thead>"
    yield "<tbody>"
    for row in report.rows:
        yield "<tr>" + _row_head(row, say)
        for party, cell in zip(report.parties, row.cells, strict=True):
            yield _cell(party, cell, say)
        yield "</tr>"
    yield "</tbody></table>"


def _row_head(row: ReportRow, say: Translator) -> str:
    signs = "".join(f" {_sign(sign, say)}" for sign in row.signs)
    if row.conflicts:
        signs += f" {_sign('order', say)} {_links('r', row.conflicts)}"
    notes = f" {_text(say.text('row-differences'))} {_links('d', row.differences)}" if row.differences else ""
    return (
        f'<th scope="row" id="r{row.number}"><span class="number">{row.number}</span>'
        f'<span class="title">{_said(row.title)}</span>{signs}'
        f'<span class="sure"><span class="state {row.state}"></span> {_text(row.sure)}{notes}</span></th>'
    )


def _links(kind: str, numbers: Iterable[int]) -> str:
    return ", ".join(f'<a href="#{kind}{number}">{number}</a>' for number in numbers)


def _cell(party: ReportParty, cell: ReportCell, say: Translator) -> str:
    signs = " ".join(_sign(sign, say) for sign in cell.signs)
    if not cell.is_there:
        return f'<td class="gap" tabindex="0">{signs or "&nbsp;"}</td>'
    parts = [_letter(party)]
    if cell.times > 1:
        parts.append(f'<span class="number">{cell.times} \u00d7</span>')
    if cell.roles:
        parts.append(_said(cell.roles))
    if signs:
        parts.append(f'<span class="marks">{signs}</span>')
    if cell.wording:
        parts.append(f'<span class="words">{_said(cell.wording)}</span>')
    return f'<td tabindex="0">{" ".join(parts)}</td>'


def _differences(sections: Iterable[DifferenceSection], say: Translator) -> Iterable[str]:
    yield f"<h2>{_text(say.text('heading-differences'))}</h2>"
    none = True
    for section in sections:
        none = False
        yield f"<h3>{_text(section.heading)} ({len(section.differences)})</h3>"
        yield from (_difference(difference, say) for difference in section.differences)
    if none:
        yield f"<p>{_text(say.text('no-differences'))}</p>"


def _difference(difference: ReportDifference, say: Translator) -> str:
    rows = _links("r", difference.rows)
    return (
        f'<p class="difference" id="d{difference.number}"><span class="number">{difference.number}.</span> '
        f"{_said(difference.sentence)} "
        f'<span class="soft">{_text(difference.severity)}, {_text(say.text("column-step"))} {rows}</span></p>'
    )


def _agreement(report: MatrixReport, say: Translator) -> Iterable[str]:
    if not report.agreement:
        return
    yield f'<h2 id="agreement">{_text(say.text("heading-agreement"))}</h2>'
    yield f"<p>{_text(say.text('about-agreement'))}</p>"
    yield '<div class="sideways" role="region" aria-labelledby="agreement" tabindex="0"><table class="agreement">'
    yield f'<thead><tr><th scope="col">{_text(say.text("column-pair"))}</th>'
    yield "".join(f'<th scope="col">{_text(aspect)}</th>' for aspect in report.aspects) + "</tr></thead><tbody>"
    for line in report.agreement:
        cells = "".join(
            f'<td class="number" title="{_text(why)}">{_text(figure)}</td>'
            for figure, why in zip(line.figures, line.whys, strict=True)
        )
        yield f'<tr><th scope="row">{_text(line.pair)}</th>{cells}</tr>'
    yield "</tbody></table></div>"
