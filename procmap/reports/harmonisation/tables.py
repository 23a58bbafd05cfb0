"""The parts of the report that are tables, and the order of all parts: the same whatever it is written as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procmap.comparison import NOTHING
from procmap.messages import Translator, translator
from procmap.reports.harmonisation.values import Cited, CommonCell, HarmonisationReport
from procmap.reports.values import ReportCell, ReportParty

SECTIONS = (
    "summary", "routine", "questions", "matrix", "differences", "decisions", "minutes", "impact", "trace",
    "attachments", "laws", "notes",
)  # fmt: skip
"""The parts after the title page, in the order in which they are read."""

Content = str | int | None
"""What a cell of a table holds; None for an empty one."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, and how wide it is beside the others. `strong`: what the line is about."""

    heading: str
    width: int
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """A table of the report: which part it belongs to, its columns, its lines (a cell for each column).

    `marked` are the places of lines to look at first: what is not simply carried over, does not hold or count.
    """

    section: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Content, ...], ...]
    marked: frozenset[int] = frozenset()


def section_heading(section: str, say: Translator) -> str:
    """Return what a part of the report is called."""
    return say.text(f"section-{section}")


def section_about(section: str, say: Translator) -> str:
    """Return what a part of the report holds, in a sentence."""
    return say.text(f"section-{section}-about")


def summary_table(report: HarmonisationReport) -> Table:
    """Return the numbers of the summary, those that are zero too."""
    columns = _columns(report, ("what", 6), ("count", 2))
    return Table("summary", columns, tuple((figure.label, figure.value) for figure in report.summary.figures))


def questions_table(report: HarmonisationReport) -> Table:
    """Return the open questions with what each organisation does now."""
    columns = _columns(report, ("number", 1), ("about", 3), ("to-decide", 10), ("answers", 6), ("until-then", 3))
    lines = tuple(
        (
            question.number,
            question.kind_text,
            question.sentence,
            "\n".join(f"{one.party.letter} {one.party.id}: {one.answer}" for one in question.answers),
            question.proposal,
        )
        for question in report.questions
    )
    return Table("questions", columns, lines)


def matrix_table(report: HarmonisationReport, parties: Sequence[ReportParty] | None = None) -> Table:
    """Return the rows by organisations (all, or only some), with what the common process has."""
    say = translator(report.language)
    shown = report.title.parties if parties is None else tuple(parties)
    columns = (
        *_columns(report, ("row", 1)),
        *(Column(_named(party), 4) for party in shown),
        *_columns(report, ("common", 5)),
    )
    lines: tuple[tuple[Content, ...], ...] = tuple(
        (
            entry.row.number,
            *(_cell(entry.row.cells[party.place], entry.row.title) for party in shown),
            common_text(entry.common, say),
        )
        for entry in report.matrix
    )
    return Table("matrix", columns, lines, _where(entry.common.state != "kept" for entry in report.matrix))


def common_text(cell: CommonCell, say: Translator) -> str:
    """Return what the common process has of a row, each thing on a line of its own."""
    told = [to.shown for to in cell.to]
    told += [cell.role] if cell.role else []
    told += [cell.state_text] if cell.state != "kept" else []
    told += [say.text("by-decisions", decisions=cell.decisions, count=len(cell.decisions))] if cell.decisions else []
    return "\n".join(told)


def differences_table(report: HarmonisationReport) -> Table:
    """Return the differences of all classes."""
    columns = _columns(report, ("number", 1), ("class", 3), ("severity", 2), ("sentence", 12), ("rows", 2))
    lines = tuple(
        (one.number, section.heading, one.severity, one.sentence, ", ".join(map(str, one.rows)))
        for section in report.comparison.sections
        for one in section.differences
    )
    return Table("differences", columns, lines)


def decisions_table(report: HarmonisationReport) -> Table:
    """Return the log of the decisions."""
    say = translator(report.language)
    columns = _columns(
        report, ("number", 1), ("id", 3), ("about", 6), ("chosen", 6), ("reason", 6), ("cause", 4), ("agreement", 5),
        ("state", 5),
    )  # fmt: skip
    lines: list[tuple[Content, ...]] = []
    for entry in report.decisions:
        agreement = [say.text("minutes-in-favour", parties=entry.agreed)] if entry.agreed else []
        for one in entry.dissent:
            code = "minutes-dissent" if one.why else "minutes-dissent-plain"
            agreement.append(say.text(code, party=one.organisation, why=one.why))
        standing = entry.why_not or (entry.standing_text if entry.standing == "replaced" else "")
        lines.append(
            (
                entry.number,
                entry.id,
                f"{entry.about_text}: {entry.subject}",
                "\n".join(filter(None, (entry.resolution, standing, *(to.shown for to in entry.to)))),
                entry.reason,
                entry.cause,
                "\n".join(agreement),
                "\n".join(filter(None, (entry.state_text, entry.at, entry.by))),
            )
        )
    marked = _where(entry.standing != "counts" for entry in report.decisions)
    return Table("decisions", columns, tuple(lines), marked)


def trace_table(report: HarmonisationReport, party: ReportParty | None = None) -> Table:
    """Return what became of the steps of one party, or of all with a column that tells whose each is."""
    whose = (("organisation", 4),) if party is None else ()
    columns = _columns(report, *whose, ("source-step", 6), ("role", 5), ("fate", 3), ("to", 6), ("why-decided", 6))
    shown = [line for line in report.trace if party is None or line.party == party]
    lines = tuple(
        (
            *((_named(line.party),) if party is None else ()),
            line.step,
            line.role,
            line.fate_text,
            _shown(line.to),
            _decided(line.decision, line.reason),
        )
        for line in shown
    )
    return Table("trace", columns, lines, _where(line.fate != "carried" for line in shown))


def attachments_table(report: HarmonisationReport, kind: str = "") -> Table:
    """Return what became of what was attached: of one kind, or of all kinds with a column that tells which it is."""
    which = () if kind else (("kind", 3),)
    columns = _columns(
        report, *which, ("organisation", 3), ("name", 5), ("detail", 9), ("was-on", 5), ("fate", 3), ("to", 5),
        ("why-decided", 5),
    )  # fmt: skip
    shown = [line for line in report.attachments if kind in ("", line.kind)]
    lines = tuple(
        (
            *(() if kind else (line.kind_text,)),
            _named(line.party),
            line.name,
            line.detail,
            "\n".join(line.was_on),
            line.fate_text,
            _shown(line.to),
            _decided(line.decision, line.reason),
        )
        for line in shown
    )
    return Table("attachments", columns, lines, _where(line.fate != "carried" for line in shown))


def laws_table(report: HarmonisationReport) -> Table:
    """Return what must hold of the result, whether it does, and what breaks it."""
    columns = _columns(report, ("requirement", 5), ("holds", 2), ("detail", 9))
    lines = tuple((law.text, law.holds_text, "\n".join(law.detail)) for law in report.laws)
    return Table("laws", columns, lines, _where(not law.holds for law in report.laws))


def agreement_table(report: HarmonisationReport) -> Table:
    """Return how far any two organisations agree, aspect by aspect."""
    columns = (*_columns(report, ("pair", 3)), *(Column(aspect, 3) for aspect in report.comparison.aspects))
    return Table("differences", columns, tuple((line.pair, *line.figures) for line in report.comparison.agreement))


def notes_table(report: HarmonisationReport) -> Table:
    """Return what should be known of how the result came about."""
    columns = _columns(report, ("severity", 2), ("note", 12))
    return Table("notes", columns, tuple((note.severity_text, note.sentence) for note in report.notes))


def _columns(report: HarmonisationReport, *codes: tuple[str, int]) -> tuple[Column, ...]:
    """Return columns by their codes and widths."""
    say = translator(report.language)
    return tuple(Column(say.text(f"report-column-{code}"), width, code in _STRONG) for code, width in codes)


_STRONG = frozenset(("source-step", "name", "about", "requirement"))
"""The columns that say what a line is about."""


def _where(marked: Iterable[bool]) -> frozenset[int]:
    return frozenset(place for place, is_marked in enumerate(marked) if is_marked)


def _cell(cell: ReportCell, title: str) -> str:
    """Return the step of an organisation: its words, then who does it."""
    if not cell.is_there:
        return NOTHING
    return "\n".join(filter(None, (cell.words or title, cell.roles)))


def _named(party: ReportParty) -> str:
    return f"{party.letter} {party.id}"


def _shown(cited: Cited | None) -> str:
    return cited.shown if cited is not None else ""


def _decided(decision: str, reason: str) -> str:
    return ": ".join(filter(None, (decision, reason)))
