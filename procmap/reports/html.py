"""The report of a comparison as one page of HTML: no network, everything escaped, readable without its script too."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.messages import Translator, translator
from procmap.reports.html_cards import cards, dialog
from procmap.reports.html_document import document, resource, symbols
from procmap.reports.html_matrix import matrix
from procmap.reports.html_text import letter, line, party_styles, said, text
from procmap.reports.pictures.dark_page import dark_rules
from procmap.reports.pictures.in_page import Pictures, pictures_section
from procmap.reports.values import DifferenceSection, MatrixReport, ReportDifference, ReportParty

_FEW = 3
"""So many sentences on what is not sure stand open; more are folded away until somebody asks."""


def page(report: MatrixReport, pictures: Pictures | None = None) -> str:
    """Return a report as a whole HTML document (see `document`), with the pictures of the same comparison if given."""
    say = translator(report.language)
    body = [
        symbols({*report.signs, "differs"}),
        f'<a class="skip" href="#grid">{text(say.text("skip-to-matrix"))}</a>',
        "<main>",
        f"<h1>{text(report.title)}</h1>",
        *parties(report.parties, say),
        *_unsure(report.unsure, say),
        *matrix(report, say),
        *(pictures_section(pictures, say) if pictures else ()),
        f'<section class="differences"><h2>{text(say.text("heading-differences"))}</h2>',
        *differences(report.sections, say),
        "</section>",
        *cards(report, say),
        *_agreement(report, say),
        "</main>",
        dialog(say),
    ]
    styles = [resource("page.css"), party_styles(len(report.parties))]
    scripts = [resource("page.js")]
    if pictures:
        styles += [resource("pictures/page.css"), dark_rules()]
        scripts.append(resource("pictures/page.js"))
    return document(report.title, body, styles=styles, scripts=scripts, say=say)


def parties(shown: Iterable[ReportParty], say: Translator) -> Iterable[str]:
    """Yield the list of the organisations, as lines of HTML."""
    yield '<ul class="parties">'
    for party in shown:
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


def differences(sections: tuple[DifferenceSection, ...], say: Translator) -> Iterable[str]:
    """Yield the differences class by class, as lines of HTML."""
    if not sections:
        yield f"<p>{text(say.text('no-differences'))}</p>"
    for section in sections:
        yield f"<h3>{text(section.heading)} ({len(section.differences)})</h3>"
        yield from (_difference(difference, say) for difference in section.differences)


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
