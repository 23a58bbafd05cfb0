"""The parts of the Word document that are text: title page, contents, routine, minutes, what changes for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from procmap.messages import Translator
from procmap.reports.harmonisation.tables import Column, Table, section_heading
from procmap.reports.harmonisation.values import HarmonisationReport, Meeting, PartyImpact, Routine, RoutineParagraph
from procmap.reports.harmonisation.word.markup import (
    PORTRAIT,
    bullets,
    heading,
    labelled,
    paragraph,
    run,
    styled,
    table,
    title,
)

_WIDE = (("letter", 2), ("organisation", 5), ("process", 5), ("steps", 2), ("source", 8))


def title_page(report: HarmonisationReport, say: Translator) -> str:
    """Return the title page: what it is about, whose processes, and what keeps it a draft."""
    page = report.title
    said = [paragraph(title(page.title), "Title")]
    said.append(paragraph(say.joined([party.id for party in page.parties]), "Subtitle"))
    if page.date:
        said.append(paragraph(page.date, "Subtitle"))
    said.append(
        styled(run(page.status_text, "DraftMark"), "Note") if report.is_draft else paragraph(page.status_text, "Lead")
    )
    said += [paragraph(sentence, "Note") for sentence in page.blocking]
    wide = _WIDE if page.sources else _WIDE[:-1]
    columns = [Column(say.text(f"report-column-{code}"), width) for code, width in wide]
    lines = []
    for place, party in enumerate(page.parties):
        named = f"{party.id} ({say.text('reference-party')})" if party.is_reference else party.id
        source = (page.sources[place],) if page.sources else ()
        lines.append((party.letter, named, party.name, party.steps, *source))
    name = say.text("report-organisations")
    said.append(styled("", "AfterTable"))
    said.append(table(Table("", tuple(columns), tuple(lines)), name=name, about=name, page=PORTRAIT))
    return "".join(said)


def contents(parts: Sequence[str], say: Translator) -> str:
    """Return the list of the parts, each leading there; Word can make it anew."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    links = [
        f'<w:hyperlink w:anchor="part_{part}">{run(section_heading(part, say), "Hyperlink")}</w:hyperlink>'
        for part in parts
    ]
    links[0], links[-1] = begin + links[0], links[-1] + end
    return paragraph(say.text("report-contents"), "TOCHeading") + "".join(styled(link, "TOC1") for link in links)


def routine(told: Routine, say: Translator) -> Iterator[str]:
    """Yield the common process as numbered text."""
    for fact in told.facts:
        yield labelled(fact.heading, fact.values)
    for sentence in told.begins:
        yield paragraph(sentence)
    for one in told.paragraphs:
        yield from _paragraph(one, say)


def _paragraph(one: RoutineParagraph, say: Translator) -> Iterator[str]:
    yield heading(one.cited.shown, 2 + one.depth)
    if one.state_text:
        yield paragraph(one.state_text, "Note")
    for sentence in one.before:
        yield paragraph(sentence, "Onward")
    for text in one.description:
        yield paragraph(text)
    if one.role:
        yield labelled(say.text("routine-field-role"), [one.role], "FieldFirst")
    for field in one.fields:
        yield labelled(field.heading, field.values)
    if one.parties:
        yield labelled(say.text("routine-field-parties"), [say.joined(one.parties)])
    if one.lead:
        yield paragraph(one.lead, "Lead")
        yield bullets(one.onward)
    else:
        yield from (paragraph(sentence, "Onward") for sentence in one.onward)


def minutes(meetings: Iterable[Meeting], say: Translator) -> Iterator[str]:
    """Yield the minutes, meeting by meeting."""
    is_empty = True
    for meeting in meetings:
        is_empty = False
        yield heading(meeting.heading, 2)
        if meeting.by:
            yield paragraph(say.text("minutes-by", roles=meeting.by), "About")
        for item in meeting.items:
            yield heading(f"{item.number}. {item.heading}", 3)
            yield from (paragraph(sentence, "Minutes") for sentence in item.sentences[:-1])
            yield paragraph(item.sentences[-1], "MinutesEnd")
    if is_empty:
        yield paragraph(say.text("none-decisions"))


def impact(parties: Iterable[PartyImpact], assumptions: Iterable[str]) -> Iterator[str]:
    """Yield what changes for each organisation, after what the figures of a typical case rest on."""
    yield from (paragraph(sentence, "About") for sentence in assumptions)
    for one in parties:
        yield heading(f"{one.party.letter} {one.party.id}", 2)
        yield paragraph(one.summary)
        for part in one.parts:
            yield heading(part.heading, 3)
            yield bullets(part.sentences)
