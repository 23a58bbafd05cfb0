"""The parts of the page that are read as text: figures, routine, what is to be decided, minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.messages import Translator
from procmap.reports.harmonisation.page_tables import anchor
from procmap.reports.harmonisation.values import HarmonisationReport, MinutesItem, OpenQuestion, RoutineParagraph
from procmap.reports.html_text import letter, said, sign, text

_SHORT = 40
"""How many characters a value has at most that stands beside others on a line."""


def summary(report: HarmonisationReport, _say: Translator) -> Iterator[str]:
    """Yield the report in sentences and figures."""
    yield from (f"<p>{text(sentence)}</p>" for sentence in report.summary.sentences)
    yield '<dl class="figures">'
    for figure in report.summary.figures:
        yield f'<div><dt>{text(figure.label)}</dt><dd class="number">{figure.value}</dd></div>'
    yield "</dl>"


def routine(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield the common process as numbered text."""
    told = report.routine
    if told.facts:
        yield '<dl class="facts">'
        yield from (_field(field.heading, field.values) for field in told.facts)
        yield "</dl>"
    yield from (f"<p>{said(sentence)}</p>" for sentence in told.begins)
    yield '<div class="paragraphs">'
    yield from (line for paragraph in told.paragraphs for line in _paragraph(paragraph, report, say))
    yield "</div>"


def _paragraph(one: RoutineParagraph, report: HarmonisationReport, say: Translator) -> Iterator[str]:
    parties = {party.letter: party for party in report.title.parties}
    whose = " ".join(letter(parties[each]) for each in one.parties)
    role = f' <span class="role">{said(one.role)}</span>' if one.role else ""
    depth = f" depth{min(one.depth, 3)}"
    yield f'<article class="paragraph{depth} is-{one.state}" id="{anchor(one.number)}">'
    yield f'<h3><span class="number">{text(one.number)}</span> {said(one.title)}</h3>'
    yield f'<p class="who">{role} <span class="soft">{text(one.kind_text)}</span> {whose}</p>'
    if one.state_text:
        yield f'<p class="undecided">{sign("open", say)} {said(one.state_text)}</p>'
    yield from (f"<p>{said(sentence)}</p>" for sentence in (*one.before, *one.description))
    if one.fields:
        yield '<dl class="facts">'
        yield from (_field(field.heading, field.values) for field in one.fields)
        yield "</dl>"
    if one.lead:
        yield f'<p class="lead">{said(one.lead)}</p>'
    if one.onward:
        yield '<ul class="onward">'
        yield from (f"<li>{said(sentence)}</li>" for sentence in one.onward)
        yield "</ul>"
    yield "</article>"


def _field(heading: str, values: Sequence[str]) -> str:
    """Return what is told in one respect; short values stand beside each other."""
    told = "".join(f"<li>{said(value)}</li>" for value in values)
    is_short = all(len(value) <= _SHORT for value in values)
    listed = f"<ul{' class=short' if is_short else ''}>{told}</ul>" if len(values) > 1 else said(values[0])
    return f"<div><dt>{text(heading)}</dt><dd>{listed}</dd></div>"


def questions(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield what is open, with what each organisation does today."""
    if report.questions:
        yield '<div class="questions">'
        yield from (line for asked in report.questions for line in _question(asked, say))
        yield "</div>"


def _question(asked: OpenQuestion, say: Translator) -> Iterator[str]:
    yield f'<article class="question" id="q{asked.number}">'
    kind = f'<span class="soft">{text(asked.kind_text)}</span>'
    yield f'<h3><span class="number">{asked.number}</span> {sign("open", say)} {kind}</h3>'
    yield f"<p>{said(asked.sentence)}</p>"
    if asked.answers:
        yield '<dl class="answers">'
        for answer in asked.answers:
            who = f"{letter(answer.party)} {said(answer.party.id)}"
            yield f"<div><dt>{who}</dt><dd>{said(answer.answer)}</dd></div>"
        yield "</dl>"
    if asked.proposal:
        heading = text(say.text("report-column-until-then"))
        yield f'<p class="soft">{heading}: {said(asked.proposal)}</p>'
    yield "</article>"


def minutes(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield the decisions meeting by meeting."""
    for meeting in report.minutes:
        yield f'<section class="meeting"><h3>{text(meeting.heading)}</h3>'
        if meeting.by:
            yield f"<p>{text(say.text('minutes-by', roles=meeting.by))}</p>"
        yield from (_item(item) for item in meeting.items)
        yield "</section>"


def _item(item: MinutesItem) -> str:
    sentences = "".join(f"<p>{said(sentence)}</p>" for sentence in item.sentences)
    number = f'<span class="number">{item.number}.</span>'
    return f'<article class="item" id="m{item.number}"><h4>{number} {said(item.heading)}</h4>{sentences}</article>'
