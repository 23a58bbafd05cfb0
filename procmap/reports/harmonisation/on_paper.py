"""The report of a harmonisation as it is read on paper: its parts in order, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from procmap.messages import Translator
from procmap.reports.harmonisation import tables
from procmap.reports.harmonisation.blocks import Block, Contents, Drawn, Gap, Heading, Paragraph, Tabled, Turn
from procmap.reports.harmonisation.prose import impact, minutes, routine, summary, title_page
from procmap.reports.harmonisation.tables import SECTIONS, Table, section_about, section_heading
from procmap.reports.harmonisation.values import HarmonisationReport

ACROSS = ("matrix", "differences", "decisions", "attachments")
"""The parts whose tables need a page that lies across."""
_MOST_BESIDE = 5
"""Organisations that stand beside each other in a table; more are told in several tables."""


def report_blocks(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    """Yield the whole report: title page, contents, parts. Pages are upright until a Turn."""
    shown = [part for part in SECTIONS if part not in ("impact", "notes") or getattr(report, part)]
    yield from title_page(report, say)
    yield Contents(say.text("report-contents"), tuple(_listed(report, shown, say)))
    is_across = False
    for part in shown:
        if (part in ACROSS) is not is_across:
            is_across = not is_across
            yield Turn(is_across)
        yield Heading(section_heading(part, say), 1, part, same_page=part == "notes")
        yield Paragraph(section_about(part, say), "about")
        yield from _PARTS[part](report, say)
        if part == "routine" and report.drawing is not None:
            yield Drawn(report.drawing)


def minutes_blocks(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    """Yield the minutes as a document of their own: what they are of, then meeting by meeting."""
    yield Paragraph(report.title.title, "title")
    yield Paragraph(say.joined([party.id for party in report.title.parties]), "subtitle")
    if report.title.date:
        yield Paragraph(report.title.date, "subtitle")
    yield Heading(section_heading("minutes", say), 1, "minutes")
    yield from minutes(report.minutes, say)


def _listed(report: HarmonisationReport, parts: list[str], say: Translator) -> Iterator[tuple[str, str]]:
    """Yield the parts with their headings, the drawing after the routine."""
    for part in parts:
        yield part, section_heading(part, say)
        if part == "routine" and report.drawing is not None:
            yield "drawing", report.drawing.sheet.title


def _shown(told: Table, name: str, say: Translator) -> Block:
    """Return a table, or what is said where it has no lines."""
    if not told.lines:
        return Paragraph(say.text("no-differences" if told.section == "differences" else f"none-{told.section}"))
    return Tabled(told, name, section_about(told.section, say))


def _summary(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield from summary(report)
    yield Gap()
    yield _shown(tables.summary_table(report), section_heading("summary", say), say)


def _questions(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield _shown(tables.questions_table(report), section_heading("questions", say), say)


def _matrix(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    parties = report.title.parties
    for start in range(0, len(parties), _MOST_BESIDE):
        told = tables.matrix_table(report, parties[start : start + _MOST_BESIDE])
        yield _shown(told, section_heading("matrix", say), say)


def _differences(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield _shown(tables.differences_table(report), section_heading("differences", say), say)
    if report.comparison.agreement:
        yield Heading(say.text("heading-agreement"), 2)
        yield Paragraph(say.text("about-agreement"), "about")
        yield _shown(tables.agreement_table(report), say.text("heading-agreement"), say)


def _decisions(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield _shown(tables.decisions_table(report), section_heading("decisions", say), say)


def _trace(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    for party in report.title.parties:
        yield Heading(f"{party.letter} {party.id}", 2)
        yield _shown(tables.trace_table(report, party), f"{section_heading('trace', say)}: {party.id}", say)


def _attachments(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    if not report.attachments:
        yield Paragraph(say.text("none-attachments"))
    for kind, _ in groupby(report.attachments, key=lambda line: line.kind):
        name = say.text(f"report-kind-{kind}")
        yield Heading(name, 2)
        yield _shown(tables.attachments_table(report, kind), name, say)


def _laws(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield _shown(tables.laws_table(report), section_heading("laws", say), say)


def _notes(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    yield _shown(tables.notes_table(report), section_heading("notes", say), say)


_PARTS: dict[str, Callable[[HarmonisationReport, Translator], Iterator[Block]]] = {
    "summary": _summary,
    "routine": lambda report, say: routine(report.routine, say),
    "questions": _questions,
    "matrix": _matrix,
    "differences": _differences,
    "decisions": _decisions,
    "minutes": lambda report, say: minutes(report.minutes, say),
    "impact": lambda report, _: impact(report.impact, report.assumptions),
    "trace": _trace,
    "attachments": _attachments,
    "laws": _laws,
    "notes": _notes,
}
