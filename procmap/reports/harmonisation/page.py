"""The report of a harmonisation as one page of HTML: no network, everything escaped, readable without its script."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from procmap.messages import Translator, translator
from procmap.reports.harmonisation.page_impact import impact
from procmap.reports.harmonisation.page_parts import minutes, questions, routine, summary
from procmap.reports.harmonisation.page_tables import attachments, link, plain_table, trace
from procmap.reports.harmonisation.tables import (
    SECTIONS,
    agreement_table,
    decisions_table,
    laws_table,
    notes_table,
    section_about,
    section_heading,
)
from procmap.reports.harmonisation.values import CommonRow, HarmonisationReport
from procmap.reports.html import differences, parties
from procmap.reports.html_cards import cards, dialog
from procmap.reports.html_document import document, resource, symbols
from procmap.reports.html_matrix import LastColumn, matrix
from procmap.reports.html_text import party_styles, said, sign, text
from procmap.reports.pictures.dark_page import dark_rules
from procmap.reports.pictures.in_page import frame

Part = Callable[[HarmonisationReport, Translator], Iterable[str]]
DIAMOND = '<svg class="diamond" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1l7 7l-7 7l-7-7z"/></svg>'
"""The mark of the common process."""


_ORDER = tuple(name for section in SECTIONS for name in ((section, "picture") if section == "routine" else (section,)))
"""The parts of the page: it alone has the picture, behind the routine."""


def harmonisation_page(report: HarmonisationReport) -> str:
    """Return a report as a whole HTML document (see `document`)."""
    say = translator(report.language)
    # The matrix has a heading, a filter and cards of its own.
    shown = [section for section in _ORDER if section == "matrix" or _has_content(section, report)]
    body = [
        symbols({*report.comparison.signs, "differs", "open"}),
        f'<a class="skip" href="#contents">{text(say.text("report-contents"))}</a>',
        "<main>",
        *_title(report, say),
        *_contents(shown, say),
        *(line for section in shown for line in _section(section, report, say)),
        *cards(report.comparison, say),
        "</main>",
        dialog(say),
    ]
    count = len(report.title.parties)
    sheets = [resource(name) for name in ("harmonisation/page.css", "pictures/page.css")]
    sheets.append(dark_rules())
    styles = (resource("page.css"), party_styles(count), *sheets, _own_style(report, count))
    scripts = [resource(name) for name in ("page.js", "harmonisation/page.js", "pictures/page.js")]
    return document(report.title.title, body, styles=styles, scripts=scripts, say=say)


def _own_style(report: HarmonisationReport, parties: int) -> str:
    """Return the rules for one more column than organisations, and for drafts, which say so on every page in print."""
    columns = f":root {{ --parties: {parties + 1}; }}\n"
    if not report.is_draft:
        return columns
    status = "".join(f"\\{ord(letter):x} " for letter in report.title.status_text)
    return f'{columns}@page {{ @top-center {{ content: "{status}"; font: bold 10pt sans-serif; }} }}\n'


def _has_content(section: str, report: HarmonisationReport) -> bool:
    return section not in ("picture", "impact", "notes") or bool(getattr(report, section))


def _title(report: HarmonisationReport, say: Translator) -> Iterable[str]:
    title = report.title
    yield f"<h1>{DIAMOND} {said(title.title)}</h1>"
    date = f" {said(title.date)}" if title.date else ""
    yield f'<p class="status {title.status}"><b>{text(title.status_text)}</b>{date}</p>'
    if title.blocking:
        yield f'<div class="blocking"><b>{text(say.text("report-why-draft"))}</b><ul>'
        yield from (f"<li>{said(sentence)}</li>" for sentence in title.blocking)
        yield "</ul></div>"
    yield from parties(title.parties, say)


def _contents(sections: Iterable[str], say: Translator) -> Iterable[str]:
    yield f'<nav id="contents" class="contents" aria-label="{text(say.text("report-contents"))}"><ol>'
    yield from (f'<li><a href="#{name}">{text(section_heading(name, say))}</a></li>' for name in sections)
    yield "</ol></nav>"


def _section(name: str, report: HarmonisationReport, say: Translator) -> Iterable[str]:
    yield f'<section class="part part-{name}">'
    yield f'<h2 id="{name}">{text(section_heading(name, say))}</h2>'
    yield f'<p class="soft">{text(section_about(name, say))}</p>'
    lines = list(_PARTS[name](report, say))
    nothing = "none-decisions" if name == "minutes" else f"none-{name}"
    yield from lines or [f"<p>{text(say.text(nothing))}</p>"]
    yield "</section>"


def _matrix(report: HarmonisationReport, say: Translator) -> Iterable[str]:
    head = f'<th scope="col" class="common">{DIAMOND} {text(say.text("report-column-common"))}</th>'
    cells = tuple(_common(row, say) for row in report.matrix)
    yield from matrix(report.comparison, say, LastColumn(head, cells), titled=False)


def _common(row: CommonRow, say: Translator) -> str:
    """Return the cell of the common process."""
    cell = row.common
    parts = [f'<span class="to">{link(to)}</span>' for to in cell.to]
    parts += [said(cell.role)] if cell.role else []
    if cell.state != "kept":
        mark = f"{sign('open', say)} " if cell.state == "open" else ""
        parts.append(f'<span class="state-{cell.state}">{mark}{text(cell.state_text)}</span>')
    if cell.decisions:
        decided = say.text("by-decisions", decisions=cell.decisions, count=len(cell.decisions))
        parts.append(f'<span class="soft">{text(decided)}</span>')
    return f'<td class="common{"" if cell.to else " gap"}">{" ".join(parts)}</td>'


def _picture(report: HarmonisationReport, say: Translator) -> Iterable[str]:
    yield from frame("common", section_heading("picture", say), [report.picture], say)


def _differences(report: HarmonisationReport, say: Translator) -> Iterable[str]:
    yield from differences(report.comparison.sections, say)
    if report.comparison.agreement:
        yield f'<h3 id="agreement">{text(say.text("heading-agreement"))}</h3>'
        yield f"<p>{text(say.text('about-agreement'))}</p>"
        yield from plain_table(agreement_table(report), "agreement")


_PARTS: dict[str, Part] = {
    "summary": summary,
    "routine": routine,
    "picture": _picture,
    "questions": questions,
    "matrix": _matrix,
    "differences": _differences,
    "decisions": lambda report, _: plain_table(decisions_table(report), "decisions") if report.decisions else (),
    "minutes": minutes,
    "impact": impact,
    "trace": trace,
    "attachments": attachments,
    "laws": lambda report, _: plain_table(laws_table(report), "laws"),
    "notes": lambda report, _: plain_table(notes_table(report), "notes"),
}
