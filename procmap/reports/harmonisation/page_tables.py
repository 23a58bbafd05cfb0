"""The tables of the page: plain ones, and those that can be filtered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from procmap.messages import Translator
from procmap.reports.harmonisation.tables import Content, Table, section_heading
from procmap.reports.harmonisation.values import AttachedLine, Cited, HarmonisationReport, TraceLine
from procmap.reports.html_text import letter, said, text
from procmap.reports.values import ReportParty

Options = Mapping[str, str]
"""The values that a column can be filtered by, and what they are called."""


def anchor(number: str) -> str:
    """Return the id that a paragraph of the routine has in the page."""
    return f"p{number.replace('.', '-')}"


def link(cited: Cited | None) -> str:
    """Return a step of the common process with a way to its paragraph; empty where there is none."""
    if cited is None:
        return ""
    if not cited.number:
        return said(cited.title)
    return f'<a href="#{anchor(cited.number)}">{text(cited.number)}</a> {said(cited.title)}'


def plain_table(table: Table, named: str) -> Iterator[str]:
    """Yield a table of the report; `named` is the id of its heading."""
    yield f'<div class="sideways" role="region" aria-labelledby="{named}" tabindex="0"><table class="listed {named}">'
    yield f"<thead><tr>{_heads(column.heading for column in table.columns)}</tr></thead><tbody>"
    strong = next((place for place, column in enumerate(table.columns) if column.strong), 0)
    for number, cells in enumerate(table.lines):
        shown = (
            f'<th scope="row">{_shown(content)}</th>' if place == strong else f"<td>{_shown(content)}</td>"
            for place, content in enumerate(cells)
        )
        yield f"<tr{_marked(number in table.marked)}>{''.join(shown)}</tr>"
    yield "</tbody></table></div>"


def trace(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield what became of every step."""
    lines = report.trace
    options: dict[str, Options] = {
        "party": _parties(report.title.parties),
        "fate": {line.fate: line.fate_text for line in lines},
    }
    columns = ("organisation", "source-step", "role", "fate", "to", "decision", "reason")
    yield from _filtered("trace", columns, [_trace_line(line) for line in lines], options, say)


def attachments(report: HarmonisationReport, say: Translator) -> Iterator[str]:
    """Yield what became of everything that was attached."""
    lines = report.attachments
    if not lines:
        return
    options: dict[str, Options] = {
        "party": _parties(report.title.parties),
        "kind": {line.kind: line.kind_text for line in lines},
        "fate": {line.fate: line.fate_text for line in lines},
    }
    columns = ("organisation", "kind", "name", "detail", "was-on", "fate", "to", "decision", "reason")
    yield from _filtered("attachments", columns, [_attached_line(line) for line in lines], options, say)


def _parties(parties: Iterable[ReportParty]) -> dict[str, str]:
    return {party.letter: f"{party.letter} {party.id}" for party in parties}


def _trace_line(line: TraceLine) -> str:
    return (
        f'<tr data-party="{line.party.letter}" data-fate="{line.fate}"{_marked(line.fate != "carried")}>'
        f"<td>{_whose(line.party)}</td>"
        f'<th scope="row">{said(line.step)}</th><td>{said(line.role)}</td><td class="fate-{line.fate}">'
        f"{text(line.fate_text)}</td><td>{link(line.to)}</td><td>{said(line.decision)}</td>"
        f"<td class=long>{said(line.reason)}</td></tr>"
    )


def _attached_line(line: AttachedLine) -> str:
    was_on = "".join(f"<div>{said(label)}</div>" for label in line.was_on)
    return (
        f'<tr data-party="{line.party.letter}" data-kind="{line.kind}" data-fate="{line.fate}"'
        f"{_marked(line.fate != 'carried')}>"
        f"<td>{_whose(line.party)}</td><td>{text(line.kind_text)}</td>"
        f'<th scope="row">{said(line.name)}</th><td class=long>{said(line.detail)}</td><td>{was_on}</td>'
        f'<td class="fate-{line.fate}">{text(line.fate_text)}</td><td>{link(line.to)}</td>'
        f"<td>{said(line.decision)}</td><td class=long>{said(line.reason)}</td></tr>"
    )


def _marked(is_marked: bool) -> str:
    """Return the attribute (HTML) of a line to look at first."""
    return " class=first" if is_marked else ""


def _whose(party: ReportParty) -> str:
    return f"{letter(party)} {said(party.id)}"


def _filtered(
    named: str, columns: Iterable[str], lines: Sequence[str], options: Mapping[str, Options], say: Translator
) -> Iterator[str]:
    """Yield a table and the filter of its lines, which only a script can use: without one it is not shown."""
    of = text(f"{say.text('filter-heading')}: {section_heading(named, say)}")
    yield f'<form class="filter script" data-table="{named}-table" aria-label="{of}">'
    label = text(say.text("filter-search"))
    search = f'<input type="search" id="{named}-q" name="q" autocomplete="off">'
    yield f'<div class="field"><label for="{named}-q">{label}</label>{search}</div>'
    for name, values in options.items():
        if len(values) > 1:
            yield _select(named, name, values, say)
    shown = text(say.text("filter-shown", shown="{shown}", all="{all}"))
    yield f'<p class="shown" role="status" data-text="{shown}"></p>'
    yield f'<button type="reset">{text(say.text("filter-clear"))}</button></form>'
    heads = _heads(say.text(f"report-column-{code}") for code in columns)
    yield f'<div class="sideways" role="region" aria-labelledby="{named}" tabindex="0">'
    yield f'<table class="listed {named}" id="{named}-table"><thead><tr>{heads}</tr></thead><tbody>'
    yield from lines
    yield "</tbody></table></div>"


def _select(named: str, name: str, values: Options, say: Translator) -> str:
    any_value = f'<option value="">{text(say.text("filter-any"))}</option>'
    entries = "".join(f'<option value="{text(value)}">{text(shown)}</option>' for value, shown in values.items())
    label = text(say.text(f"report-column-{'organisation' if name == 'party' else name}"))
    chosen = f'<select id="{named}-{name}" name="{name}">{any_value}{entries}</select>'
    return f'<div class="field"><label for="{named}-{name}">{label}</label>{chosen}</div>'


def _heads(headings: Iterable[str]) -> str:
    return "".join(f'<th scope="col">{text(heading)}</th>' for heading in headings)


def _shown(content: Content) -> str:
    lines = "" if content is None else str(content)
    return "<br>".join(said(line) for line in lines.split("\n")) if lines else ""
