"""The report of a harmonisation as an XLSX workbook: a sheet for each part, a line for each thing to filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from procmap.messages import Translator, translator
from procmap.model import unique
from procmap.reports.harmonisation.tables import common_text, section_about
from procmap.reports.harmonisation.values import (
    Cited,
    DecisionEntry,
    HarmonisationReport,
    PartyImpact,
    RoutineParagraph,
)
from procmap.reports.sheets import sheet_name
from procmap.reports.values import ReportCell
from procmap.reports.workbook import A3, A4, Content, Sheet, workbook
from procmap.version import VERSION

Lines = Iterable[tuple[Content, ...]]


def harmonisation_workbook(report: HarmonisationReport) -> bytes:
    """Return a report as an XLSX file: the same report gives the same bytes. A draft says so on every page in print."""
    say = translator(report.language)
    told = (
        _routine, _questions, _matrix, _differences, _agreement, _decisions, _impact, _trace, _attachments, _laws,
        _notes,
    )  # fmt: skip
    sheets = [sheet for make in told for sheet in [make(report, say)] if sheet.lines]
    heading = report.title.title + (f" ({report.title.status_text})" if report.is_draft else "")
    return workbook([_summary(report, sheets, say), *sheets], heading)


def _sheet(
    section: str,
    columns: str,
    lines: Lines,
    say: Translator,
    *,
    more: Iterable[str] = (),
    fixed: int = 1,
    wide: Iterable[str] = (),
    strong: str | None = None,
    paper: int = A3,
) -> Sheet:
    """Return a sheet; `columns` are codes of headings, `more` headings after them, `wide` and `strong` are codes."""
    codes = columns.split()
    return Sheet(
        name=say.text(f"report-sheet-{section}"),
        headings=(*(say.text(f"report-column-{code}") for code in codes), *more),
        lines=tuple(lines),
        fixed=fixed,
        wide=tuple(codes.index(code) for code in wide),
        strong=None if strong is None else codes.index(strong),
        paper=paper,
    )


def _summary(report: HarmonisationReport, sheets: Iterable[Sheet], say: Translator) -> Sheet:
    """Return the first sheet: what the report is about, its figures, what its sheets hold, what it was made from."""
    title = report.title
    lines: list[tuple[Content, ...]] = [
        (say.text("about-title"), title.title),
        (say.text("report-column-status"), title.status_text),
        *((say.text("report-why-draft"), sentence) for sentence in title.blocking),
        *((say.text("section-summary"), sentence) for sentence in report.summary.sentences),
        *((figure.label, figure.value) for figure in report.summary.figures),
    ]
    about = {say.text(f"report-sheet-{section}"): section_about(section, say) for section in _ABOUT}
    about[sheet_name("agreement", say)] = say.text("about-sheet-agreement")
    lines += [(say.text("report-column-sheet", sheet=sheet.name), about[sheet.name]) for sheet in sheets]
    sources = title.sources or ("",) * len(title.parties)
    lines += [
        (f"{party.letter} {party.id}", " ".join(filter(None, (source, say.text("steps-count", count=party.steps)))))
        for party, source in zip(title.parties, sources, strict=True)
    ]
    lines += [(say.text("report-column-when"), title.date)] if title.date else []
    lines += [(say.text("about-language"), say.text(f"language-{say.language}")), (say.text("about-version"), VERSION)]
    return _sheet("summary", "what detail", lines, say, wide=("detail",), strong="what", paper=A4)


_ABOUT = (
    "routine", "questions", "matrix", "differences", "decisions", "impact", "trace", "attachments", "laws", "notes",
)  # fmt: skip


_OWN_COLUMN = (
    "system", "documents_in", "documents_out", "legal_basis", "deadline", "work_time", "lead_time", "cost",
)  # fmt: skip
"""What is known of a step and has a column of its own; all else stands together in the last."""


def _routine(report: HarmonisationReport, say: Translator) -> Sheet:
    paragraphs = report.routine.paragraphs
    headings = {field.code: field.heading for paragraph in paragraphs for field in paragraph.fields}
    columns = {code: headings[code] for code in _OWN_COLUMN if code in headings}

    def line(one: RoutineParagraph) -> tuple[Content, ...]:
        told = (one.number, one.title, one.role, one.kind_text, " ".join(one.parties), one.state_text)
        texts = ("\n".join(one.description), "\n".join((*one.before, *one.onward)))
        values = {field.code: "\n".join(field.values) for field in one.fields}
        others = (
            f"{field.heading}: {text}" for field in one.fields if field.code not in columns for text in field.values
        )
        return (*told, *texts, *(values.get(code, "") for code in columns), "\n".join(others))

    sheet = _sheet(
        "routine", "paragraph source-step role kind-of-work from state description onward",
        map(line, paragraphs), say, more=(*columns.values(), say.text("report-column-more")), fixed=2,
        strong="source-step",
    )  # fmt: skip
    return replace(sheet, wide=(len(sheet.headings) - 1,))


def _questions(report: HarmonisationReport, say: Translator) -> Sheet:
    def lines() -> Iterator[tuple[Content, ...]]:
        for asked in report.questions:
            answers = {answer.party.id: answer.answer for answer in asked.answers}
            told = (asked.number, asked.kind_text, asked.sentence, asked.proposal)
            yield (*told, *(answers.get(party.id, "") for party in report.title.parties))

    return _sheet(
        "questions", "number about to-decide until-then", lines(), say,
        more=_parties(report), wide=("to-decide",), strong="to-decide",
    )  # fmt: skip


def _parties(report: HarmonisationReport) -> Iterable[str]:
    return (f"{party.letter} {party.id}" for party in report.title.parties)


def _matrix(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = (
        (
            entry.row.number,
            entry.row.title,
            common_text(entry.common, say),
            *(_cell(entry.row.title, cell, say) for cell in entry.row.cells),
        )
        for entry in report.matrix
    )
    return _sheet("matrix", "row source-step common", lines, say, more=_parties(report), fixed=2, strong="source-step")


def _cell(title: str, cell: ReportCell, say: Translator) -> Content:
    """Return the step of an organisation: its words, who does it, and signs as words, each on a line of its own."""
    signs = ", ".join(say.text(f"sign-{which}") for which in cell.signs)
    words = cell.words or (title if cell.is_there else "")
    return "\n".join(filter(None, (words, cell.roles, f"({signs})" if signs else ""))) or None


def _differences(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = (
        (one.number, section.heading, one.severity, one.sentence, ", ".join(map(str, one.rows)), one.code, *one.values)
        for section in report.comparison.sections
        for one in section.differences
    )
    return _sheet(
        "differences", "number class severity sentence rows code", lines, say, more=_parties(report),
        wide=("sentence",), strong="sentence",
    )  # fmt: skip


def _agreement(report: HarmonisationReport, say: Translator) -> Sheet:
    compared = report.comparison
    lines = (
        (*line.parties, aspect, None if share is None else round(100 * share), why)
        for line in compared.agreement
        for aspect, share, why in zip(compared.aspects, line.shares, line.whys, strict=True)
    )
    headings = tuple(say.text(f"column-{code}") for code in ("organisation", "other", "aspect", "share", "why"))
    return Sheet(sheet_name("agreement", say), headings, tuple(lines), fixed=2, wide=(4,), paper=A4)


def _decisions(report: HarmonisationReport, say: Translator) -> Sheet:
    def line(entry: DecisionEntry) -> tuple[Content, ...]:
        dissent = (f"{one.organisation}: {one.why}" if one.why else one.organisation for one in entry.dissent)
        return (
            entry.number, entry.id, entry.about_text, entry.subject, entry.resolution, _shown(*entry.to), entry.reason,
            entry.cause, ", ".join(entry.agreed), "\n".join(dissent), entry.state_text, entry.at, entry.by,
            " ".join(filter(None, (entry.standing_text, entry.why_not))),
        )  # fmt: skip

    return _sheet(
        "decisions", "number id kind about chosen to reason cause agreed dissent state when who standing",
        map(line, report.decisions), say, fixed=2, strong="about",
    )  # fmt: skip


def _impact(report: HarmonisationReport, say: Translator) -> Sheet:
    """Return what changes: for each organisation its figures before and after, then each change on a line."""

    def lines(impact: PartyImpact) -> Iterator[tuple[Content, ...]]:
        party = f"{impact.party.letter} {impact.party.id}"
        yield from ((party, one.label, _number(one.before), _number(one.after), "") for one in impact.figures)
        for part in impact.parts:
            if part.code != "typical":
                yield from ((party, part.heading, "", "", sentence) for sentence in part.sentences)

    told = [line for impact in report.impact for line in lines(impact)]
    assumed = [("", say.text("impact-assumed"), "", "", text) for text in report.assumptions if told]
    return _sheet(
        "impact", "organisation what before after change", [*told, *assumed], say, fixed=2, wide=("change",),
        strong="what",
    )  # fmt: skip


def _number(text: str) -> Content:
    """Return a figure that is a plain number as one, so that it can be counted with."""
    return int(text) if text.isascii() and text.isdigit() else text


def _trace(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = (
        (
            f"{line.party.letter} {line.party.id}", line.step, line.role, line.fate_text, *_place(line.to),
            line.decision, line.reason,
        )
        for line in report.trace
    )  # fmt: skip
    return _sheet(
        "trace", "organisation source-step role fate paragraph to decision reason", lines, say, fixed=2,
        strong="source-step",
    )  # fmt: skip


def _attachments(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = (
        (
            line.kind_text, f"{line.party.letter} {line.party.id}", line.name, line.detail, "\n".join(line.was_on),
            line.fate_text, *_place(line.to), line.decision, line.reason,
        )
        for line in report.attachments
    )  # fmt: skip
    return _sheet(
        "attachments", "kind organisation name detail was-on fate paragraph to decision reason", lines, say, fixed=3,
        strong="name",
    )  # fmt: skip


def _laws(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = ((law.text, law.holds_text, "\n".join(law.detail)) for law in report.laws)
    return _sheet("laws", "requirement holds detail", lines, say, wide=("detail",), strong="requirement", paper=A4)


def _notes(report: HarmonisationReport, say: Translator) -> Sheet:
    lines = ((note.severity_text, note.sentence) for note in report.notes)
    return _sheet("notes", "severity note", lines, say, wide=("note",), paper=A4)


def _place(cited: Cited | None) -> tuple[Content, Content]:
    return (cited.number, cited.title) if cited is not None else ("", "")


def _shown(*cited: Cited) -> str:
    return "\n".join(unique(each.shown for each in cited))
