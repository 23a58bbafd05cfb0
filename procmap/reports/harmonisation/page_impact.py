"""The part of the page that tells what changes for each organisation."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.messages import Translator
from procmap.reports.harmonisation.values import HarmonisationReport, ImpactPart, PartyImpact
from procmap.reports.html_text import letter, line, said, text


def impact(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield what changes: the organisations beside each other where there is room, then what the figures rest on."""
    yield '<div class="impacts">'
    for one in report.impact:
        yield from _party(one, say)
    yield f'</div><div class="assumed"><b>{text(say.text("impact-assumed"))}</b><ul>'
    yield from (f"<li>{text(sentence)}</li>" for sentence in report.assumptions)
    yield "</ul></div>"


def _party(one: PartyImpact, say: Translator) -> Iterator[str]:
    name = f"impact-{one.party.place}"
    yield '<section class="impact">'
    yield f'<h3 id="{name}">{letter(one.party)} {said(one.party.id)} {line(one.party)}</h3>'
    yield f"<p>{text(one.summary)}</p>"
    yield f'<div class="sideways" role="region" aria-labelledby="{name}" tabindex="0">'
    yield from _figures(one, say)
    yield "</div>"
    for part in one.parts:
        if part.code != "typical":
            yield from _part(part)
    yield "</section>"


def _figures(one: PartyImpact, say: Translator) -> Iterator[str]:
    codes = ("what", "before", "after")
    head = "".join(f'<th scope="col">{text(say.text(f"report-column-{code}"))}</th>' for code in codes)
    yield f'<table class="before-after"><thead><tr>{head}</tr></thead><tbody>'
    for figure in one.figures:
        cells = f'<td class="number">{text(figure.before)}</td><td class="number">{text(figure.after)}</td>'
        yield f'<tr><th scope="row">{text(figure.label)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _part(part: ImpactPart) -> Iterator[str]:
    yield f"<h4>{text(part.heading)} ({len(part.sentences)})</h4><ul>"
    yield from (f"<li>{said(sentence)}</li>" for sentence in part.sentences)
    yield "</ul>"
