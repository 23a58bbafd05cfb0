"""The sheets of a workbook that tells a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.formats.people import CITED, CONFIRMATIONS, DECISIONS
from procmap.messages import Translator, translator
from procmap.reports.values import MatrixReport, ReportCell, ReportRow
from procmap.reports.workbook import Content, Sheet, workbook
from procmap.version import VERSION

_NAMES = {"findings": "heading-differences", "agreement": "heading-agreement", "rows": "column-rows"}
"""Sheets that are called like something else that is told."""
_READ_BACK = {sheet.key: sheet.titles for sheet in (CONFIRMATIONS, DECISIONS, CITED)}


def sheet_name(key: str, say: Translator) -> str:
    """Return what a sheet is called in a language, at most 31 characters (as Excel asks for)."""
    if key in _READ_BACK:
        return _READ_BACK[key][say.language]
    return say.text(_NAMES.get(key, f"sheet-{key}"))


def comparison_workbook(report: MatrixReport, sources: Sequence[str]) -> bytes:
    """Return a report as an XLSX file; `sources` are the names of the sources in the order of the organisations."""
    say = translator(report.language)
    sheets = [_matrix(report, say), _findings(report, say), _values(report, say)]
    if report.agreement:
        sheets.append(_agreement(report, say))
    if report.unsure:
        sheets.append(unsure_sheet(report.unsure, say))
    keys = ["matrix", "findings", "values", *(["agreement"] if report.agreement else [])]
    facts: list[tuple[str, Content]] = [
        (say.text("column-rows"), len(report.rows)),
        (say.text("heading-differences"), sum(len(section.differences) for section in report.sections)),
    ]
    parties = [party.id for party in report.parties]
    keys += ["unsure"] if report.unsure else []
    return workbook([*sheets, about_sheet(report.title, keys, parties=parties, sources=sources, facts=facts, say=say)])


def unsure_sheet(sentences: Iterable[str], say: Translator) -> Sheet:
    """Return the sheet of what could not be decided."""
    headings = (say.text("column-number"), say.text("column-question"))
    return Sheet(sheet_name("unsure", say), headings, tuple(enumerate(sentences, start=1)), wide=(1,))


def about_sheet(
    title: str,
    keys: Iterable[str],
    *,
    parties: Sequence[str],
    sources: Sequence[str],
    facts: Iterable[tuple[str, Content]],
    say: Translator,
) -> Sheet:
    """Return the sheet on the workbook itself: what its sheets (by their keys) hold, and what it was made from."""
    lines: list[tuple[Content, ...]] = [
        (say.text("about-title"), title),
        *((say.text("about-sheet", sheet=sheet_name(key, say)), say.text(f"about-sheet-{key}")) for key in keys),
        *facts,
    ]
    for party, source in zip(parties, sources, strict=True):
        lines.append((say.text("about-source", party=party), source))
    lines.append((say.text("about-language"), say.text(f"language-{say.language}")))
    lines.append((say.text("about-version"), VERSION))
    headings = (say.text("column-what"), say.text("column-content"))
    return Sheet(sheet_name("about", say), headings, tuple(lines), wide=(1,), strong=0)


def _matrix(report: MatrixReport, say: Translator) -> Sheet:
    headings = (say.text("column-row"), say.text("column-step"), say.text("column-sure"), *_headings(report))
    comments = []
    for at, row in enumerate(report.rows):
        # What people confirmed needs no reasons beside it.
        if row.card.evidence and row.state == "proposed":
            comments.append((at, 2, "\n".join(f"{one.pairs}: {one.why}" for one in row.card.evidence)))
    lines = tuple(
        (row.number, row.title, row.sure, *(_cell(row, cell, say) for cell in row.cells)) for row in report.rows
    )
    return Sheet(sheet_name("matrix", say), headings, lines, fixed=2, strong=1, comments=tuple(comments))


def _headings(report: MatrixReport) -> Iterable[str]:
    return (f"{party.letter} {party.id}" for party in report.parties)


def _cell(row: ReportRow, cell: ReportCell, say: Translator) -> Content:
    """Return what a cell of the matrix shows: words, role, and signs as words, each on a line of its own."""
    words = cell.words or (row.title if cell.is_there else "")
    signs = _signs(cell, say)
    return "\n".join(filter(None, (words, cell.roles, f"({signs})" if signs else ""))) or None


def _signs(cell: ReportCell, say: Translator) -> str:
    return ", ".join(say.text(f"sign-{which}") for which in cell.signs)


def _findings(report: MatrixReport, say: Translator) -> Sheet:
    codes = ("number", "class", "severity", "sentence", "row", "rows", "steps", "code")
    headings = [say.text(f"column-{code}") for code in codes]
    titles = {row.number: row.title for row in report.rows}
    lines = []
    for section in report.sections:
        for one in section.differences:
            steps = "; ".join(titles[number] for number in one.rows)
            rows = ", ".join(map(str, one.rows))
            first = one.rows[0] if one.rows else None  # what is of the whole process stands at no row
            told = (one.number, section.heading, one.severity, one.sentence, first, rows, steps, one.code)
            lines.append((*told, *one.values))
    return Sheet(
        sheet_name("findings", say), (*headings, *_headings(report)), tuple(lines), wide=(codes.index("sentence"),)
    )


def _values(report: MatrixReport, say: Translator) -> Sheet:
    """Return a line for each row and organisation, so that people can filter, count and turn it as they need."""
    codes = ("row", "step", "organisation")
    fields = [field.heading for field in report.rows[0].card.fields] if report.rows else []
    headings = (*(say.text(f"column-{code}") for code in codes), *fields, say.text("column-signs"))
    lines = tuple(
        (
            row.number,
            row.title,
            party.id,
            *(field.values[party.place] for field in row.card.fields),
            _signs(cell, say) if cell.is_there else say.text("sign-of-none"),
        )
        for row in report.rows
        for party, cell in zip(report.parties, row.cells, strict=True)
    )
    return Sheet(sheet_name("values", say), headings, lines, fixed=3)


def _agreement(report: MatrixReport, say: Translator) -> Sheet:
    codes = ("organisation", "other", "aspect", "share", "why")
    lines = tuple(
        (*line.parties, aspect, None if share is None else round(100 * share), why)
        for line in report.agreement
        for aspect, share, why in zip(report.aspects, line.shares, line.whys, strict=True)
    )
    return Sheet(
        sheet_name("agreement", say),
        tuple(say.text(f"column-{code}") for code in codes),
        lines,
        fixed=2,
        wide=(codes.index("why"),),
    )
