"""The parts of the report on paper that are text: title page, summary, routine, minutes, what changes for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.messages import Translator
from procmap.reports.harmonisation.blocks import Block, Bullets, Gap, Heading, Labelled, Paragraph, Tabled
from procmap.reports.harmonisation.tables import Column, Table
from procmap.reports.harmonisation.values import HarmonisationReport, Meeting, PartyImpact, Routine, RoutineParagraph

_WIDE = (("letter", 2), ("organisation", 5), ("process", 5), ("steps", 2), ("source", 8))


def title_page(report: HarmonisationReport, say: Translator) -> Iterator[Block]:
    """Yield the title page: what it is about, whose processes, and what keeps it a draft."""
    page = report.title
    yield Paragraph(page.title, "title")
    yield Paragraph(say.joined([party.id for party in page.parties]), "subtitle")
    if page.date:
        yield Paragraph(page.date, "subtitle")
    yield Paragraph(page.status_text, "note" if report.is_draft else "lead", is_draft=report.is_draft)
    yield from (Paragraph(sentence, "note") for sentence in page.blocking)
    wide = _WIDE if page.sources else _WIDE[:-1]
    columns = [Column(say.text(f"report-column-{code}"), width) for code, width in wide]
    lines = []
    for place, party in enumerate(page.parties):
        named = f"{party.id} ({say.text('reference-party')})" if party.is_reference else party.id
        source = (page.sources[place],) if page.sources else ()
        lines.append((party.letter, named, party.name, party.steps, *source))
    name = say.text("report-organisations")
    yield Gap()
    yield Tabled(Table("", tuple(columns), tuple(lines)), name, name)


def summary(report: HarmonisationReport) -> Iterator[Block]:
    """Yield the report in a few sentences."""
    yield Bullets(report.summary.sentences)


def routine(told: Routine, say: Translator) -> Iterator[Block]:
    """Yield the common process as numbered text."""
    for fact in told.facts:
        yield Labelled(fact.heading, fact.values)
    for sentence in told.begins:
        yield Paragraph(sentence)
    for one in told.paragraphs:
        yield from _paragraph(one, say)


def _paragraph(one: RoutineParagraph, say: Translator) -> Iterator[Block]:
    yield Heading(one.cited.shown, 2 + one.depth)
    if one.state_text:
        yield Paragraph(one.state_text, "note")
    for sentence in one.before:
        yield Paragraph(sentence, "onward")
    for text in one.description:
        yield Paragraph(text)
    if one.role:
        yield Labelled(say.text("routine-field-role"), (one.role,), is_first=True)
    for field in one.fields:
        yield Labelled(field.heading, field.values)
    if one.parties:
        yield Labelled(say.text("routine-field-parties"), (say.joined(one.parties),))
    if one.lead:
        yield Paragraph(one.lead, "lead")
        yield Bullets(one.onward)
    else:
        yield from (Paragraph(sentence, "onward") for sentence in one.onward)


def minutes(meetings: Iterable[Meeting], say: Translator) -> Iterator[Block]:
    """Yield the minutes, meeting by meeting."""
    is_empty = True
    for meeting in meetings:
        is_empty = False
        yield Heading(meeting.heading, 2)
        if meeting.by:
            yield Paragraph(say.text("minutes-by", roles=meeting.by), "about")
        for item in meeting.items:
            yield Heading(f"{item.number}. {item.heading}", 3)
            yield from (Paragraph(sentence, "minutes") for sentence in item.sentences[:-1])
            yield Paragraph(item.sentences[-1], "minutes-end")
    if is_empty:
        yield Paragraph(say.text("none-decisions"))


def impact(parties: Iterable[PartyImpact], assumptions: Iterable[str]) -> Iterator[Block]:
    """Yield what changes for each organisation, after what the figures of a typical case rest on."""
    yield from (Paragraph(sentence, "about") for sentence in assumptions)
    for one in parties:
        yield Heading(f"{one.party.letter} {one.party.id}", 2)
        yield Paragraph(one.summary)
        for part in one.parts:
            yield Heading(part.heading, 3)
            yield Bullets(part.sentences)
