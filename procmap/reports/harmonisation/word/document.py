"""The report of a harmonisation as a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from procmap.messages import Translator, translator
from procmap.reports.harmonisation import tables
from procmap.reports.harmonisation.tables import SECTIONS, Table, section_about, section_heading
from procmap.reports.harmonisation.values import HarmonisationReport
from procmap.reports.harmonisation.word import prose
from procmap.reports.harmonisation.word.markup import (
    LANDSCAPE,
    PORTRAIT,
    Page,
    bullets,
    field,
    heading,
    paragraph,
    run,
    section,
    section_end,
    styled,
    table,
    title,
)
from procmap.reports.harmonisation.word.package import FOOTER_ID, HEADER_ID, package

_ACROSS = ("matrix", "differences", "decisions", "attachments")
"""The parts whose tables need a page that lies across."""
_MOST_BESIDE = 5
"""Organisations that stand beside each other in a table; more are told in several tables."""


def word_report(report: HarmonisationReport) -> bytes:
    """Return a report as a Word document (DOCX). The same report gives the same bytes."""
    say = translator(report.language)
    return package(
        body="".join(_body(report, say)),
        header=_header(report),
        footer=_footer(say),
        title=title(report.title.title),
        language=report.language,
    )


def _body(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    shown = [section for section in SECTIONS if section not in ("impact", "notes") or getattr(report, section)]
    yield prose.title_page(report, say)
    yield prose.contents(shown, say)
    before = PORTRAIT
    for number, part in enumerate(shown):
        page = LANDSCAPE if part in _ACROSS else PORTRAIT
        if page is not before:
            yield section_end(before, HEADER_ID, FOOTER_ID)
        before = page
        yield heading(section_heading(part, say), 1, anchor=(number, f"part_{part}"), same_page=part == "notes")
        yield paragraph(section_about(part, say), "About")
        yield from _PARTS[part](report, say, page)
    yield section(before, HEADER_ID, FOOTER_ID)


def _header(report: HarmonisationReport) -> str:
    """Return what stands on top of every page: the title, after a mark where something blocks."""
    mark = f"{run(report.title.status_text, 'DraftMark')}{run('  ·  ')}" if report.is_draft else ""
    return styled(f"{mark}{run(title(report.title.title))}", "Header")


def _footer(say: Translator) -> str:
    """Return the number of the page, in the words of the language."""
    before, _, rest = say.text("report-page", page="\0", pages="\1").partition("\0")
    between, _, after = rest.partition("\1")
    return styled(f"{run(before)}{field('PAGE', '1')}{run(between)}{field('NUMPAGES', '1')}{run(after)}", "Footer")


def _shown(told: Table, name: str, say: Translator, page: Page) -> str:
    """Return a table, or what is said where it has no lines."""
    if not told.lines:
        return paragraph(say.text("no-differences" if told.section == "differences" else f"none-{told.section}"))
    return table(told, name=name, about=section_about(told.section, say), page=page)


def _summary(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    yield bullets(report.summary.sentences)
    yield styled("", "AfterTable")
    yield _shown(tables.summary_table(report), section_heading("summary", say), say, page)


def _questions(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    yield _shown(tables.questions_table(report), section_heading("questions", say), say, page)


def _matrix(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    parties = report.title.parties
    for start in range(0, len(parties), _MOST_BESIDE):
        told = tables.matrix_table(report, parties[start : start + _MOST_BESIDE])
        yield _shown(told, section_heading("matrix", say), say, page)


def _differences(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    told = tables.differences_table(report)
    yield (
        _shown(told, section_heading("differences", say), say, page)
        if told.lines
        else paragraph(say.text("no-differences"))
    )
    if report.comparison.agreement:
        yield heading(say.text("heading-agreement"), 2)
        yield paragraph(say.text("about-agreement"), "About")
        yield _shown(tables.agreement_table(report), say.text("heading-agreement"), say, page)


def _decisions(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    yield _shown(tables.decisions_table(report), section_heading("decisions", say), say, page)


def _trace(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    for party in report.title.parties:
        yield heading(f"{party.letter} {party.id}", 2)
        yield _shown(tables.trace_table(report, party), f"{section_heading('trace', say)}: {party.id}", say, page)


def _attachments(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    if not report.attachments:
        yield paragraph(say.text("none-attachments"))
    for kind, _ in groupby(report.attachments, key=lambda line: line.kind):
        name = say.text(f"report-kind-{kind}")
        yield heading(name, 2)
        yield _shown(tables.attachments_table(report, kind), name, say, page)


def _laws(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    yield _shown(tables.laws_table(report), section_heading("laws", say), say, page)


def _notes(report: HarmonisationReport, say: Translator, page: Page) -> Iterator[str]:
    yield _shown(tables.notes_table(report), section_heading("notes", say), say, page)


_PARTS: dict[str, Callable[[HarmonisationReport, Translator, Page], Iterator[str]]] = {
    "summary": _summary,
    "routine": lambda report, say, _: prose.routine(report.routine, say),
    "questions": _questions,
    "matrix": _matrix,
    "differences": _differences,
    "decisions": _decisions,
    "minutes": lambda report, say, _: prose.minutes(report.minutes, say),
    "impact": lambda report, _, __: prose.impact(report.impact, report.assumptions),
    "trace": _trace,
    "attachments": _attachments,
    "laws": _laws,
    "notes": _notes,
}
