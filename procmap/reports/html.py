"""The report of a comparison as one page of HTML: no network, everything escaped, readable without its script too."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable
from importlib.resources import files

from procmap.comparison import Sign
from procmap.messages import Translator, translator
from procmap.reports.html_cards import cards, dialog
from procmap.reports.html_matrix import matrix
from procmap.reports.html_text import letter, line, party_styles, said, text
from procmap.reports.marks import SIGN_PATHS
from procmap.reports.values import DifferenceSection, MatrixReport, ReportDifference, ReportParty

_FEW = 3
"""So many sentences on what is not sure stand open; more are folded away until somebody asks."""


def page(report: MatrixReport) -> str:
    """Return a report as a whole HTML document.

    Its only script and its only style sheet are named by their hashes: nothing else runs, and nothing is fetched.
    """
    say = translator(report.language)
    style = f"\n{_file('page.css')}{party_styles(len(report.parties))}"
    script = f"\n{_file('page.js')}"
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{say.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(report.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        _symbols({*report.signs, "differs"}),
        f'<a class="skip" href="#grid">{text(say.text("skip-to-matrix"))}</a>',
        "<main>",
        f"<h1>{text(report.title)}</h1>",
        *_parties(report.parties, say),
        *_unsure(report.unsure, say),
        *matrix(report, say),
        *_differences(report.sections, say),
        *cards(report, say),
        *_agreement(report, say),
        "</main>",
        dialog(say),
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def _file(name: str) -> str:
    return files("procmap.reports").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return how a content security policy cites an inline script or style (CSP 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _symbols(signs: Collection[Sign]) -> str:
    symbols = "".join(
        f'<symbol id="sign-{which}" viewBox="0 0 16 16"><path d="{SIGN_PATHS[which]}"/></symbol>'
        for which in SIGN_PATHS
        if which in signs
    )
    return f'<svg width="0" height="0" class="symbols" aria-hidden="true">{symbols}</svg>'


def _parties(parties: Iterable[ReportParty], say: Translator) -> Iterable[str]:
    yield '<ul class="parties">'
    for party in parties:
        name = f" {said(party.name)}," if party.name else ""
        reference = f" ({text(say.text('reference-party'))})" if party.is_reference else ""
        steps = text(say.text("steps-count", count=party.steps))
        yield f"<li>{letter(party)} {line(party)} <b>{said(party.id)}</b>{reference}:{name} {steps}</li>"
    yield "</ul>"


def _unsure(unsure: tuple[str, ...], say: Translator) -> Iterable[str]:
    if not unsure:
        return
    is_open = " open" if len(unsure) <= _FEW else ""
    yield f'<details class="unsure"{is_open}><summary>{text(say.text("heading-unsure"))} ({len(unsure)})</summary><ul>'
    yield from (f"<li>{said(sentence)}</li>" for sentence in unsure)
    yield "</ul></details>"


def _differences(sections: tuple[DifferenceSection, ...], say: Translator) -> Iterable[str]:
    yield f'<section class="differences"><h2>{text(say.text("heading-differences"))}</h2>'
    if not sections:
        yield f"<p>{text(say.text('no-differences'))}</p>"
    for section in sections:
        yield f"<h3>{text(section.heading)} ({len(section.differences)})</h3>"
        yield from (_difference(difference, say) for difference in section.differences)
    yield "</section>"


def _difference(difference: ReportDifference, say: Translator) -> str:
    links = ", ".join(f'<a href="#card{number}">{number}</a>' for number in difference.rows)
    rows = f", {text(say.text('column-row'))} {links}" if links else ""
    return (
        f'<p class="difference" id="d{difference.number}"><span class="number">{difference.number}.</span> '
        f"{said(difference.sentence)} "
        f'<span class="soft">{text(difference.severity)}{rows}</span></p>'
    )


def _agreement(report: MatrixReport, say: Translator) -> Iterable[str]:
    if not report.agreement:
        return
    yield f'<section><h2 id="agreement">{text(say.text("heading-agreement"))}</h2>'
    yield f"<p>{text(say.text('about-agreement'))}</p>"
    yield '<div class="sideways" role="region" aria-labelledby="agreement" tabindex="0"><table class="agreement">'
    yield f'<thead><tr><th scope="col">{text(say.text("column-pair"))}</th>'
    yield "".join(f'<th scope="col">{text(aspect)}</th>' for aspect in report.aspects) + "</tr></thead><tbody>"
    for of_pair in report.agreement:
        cells = "".join(
            f'<td class="number" title="{text(why)}">{text(figure)}</td>'
            for figure, why in zip(of_pair.figures, of_pair.whys, strict=True)
        )
        yield f'<tr><th scope="row">{text(of_pair.pair)}</th>{cells}</tr>'
    yield "</tbody></table></div></section>"
