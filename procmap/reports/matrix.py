"""What the report of a comparison says, whatever it is written as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from procmap.alignment import Party
from procmap.comparison import NOTHING, Agreement, Cell, Comparison, MatrixRow, Sign
from procmap.comparison.differences.registry import CODES
from procmap.language import normalise
from procmap.messages import ENGLISH, LanguageCode, Translator
from procmap.model.value import Value
from procmap.reports.marks import letter
from procmap.reports.telling import agreement_finding, difference_finding


class ReportParty(Value):
    """An organisation: its letter, its place among all (which gives colour and pattern), what is known of it."""

    letter: str
    place: int
    id: str
    name: str
    steps: int
    is_reference: bool


class ReportCell(Value):
    """A cell: who does the step, in which words where they are other than the row's, how many steps, and signs."""

    is_there: bool
    roles: str
    wording: str
    times: int
    signs: tuple[Sign, ...]


class ReportRow(Value):
    """A row of the matrix: `sure` says how sure it is, in words; `state` is confirmed or proposed.

    `conflicts` are the numbers of rows in another order, `differences` those of the differences about the row.
    """

    number: int
    title: str
    state: str
    sure: str
    signs: tuple[Sign, ...]
    conflicts: tuple[int, ...]
    differences: tuple[int, ...]
    cells: tuple[ReportCell, ...]


class ReportDifference(Value):
    """A difference as a sentence. `number` counts from 1 in the report; `rows` are numbers of rows."""

    number: int
    severity: str
    sentence: str
    rows: tuple[int, ...]


class DifferenceSection(Value):
    """The differences of one class."""

    heading: str
    differences: tuple[ReportDifference, ...]


class AgreementLine(Value):
    """How far two organisations agree: for each aspect a figure and why."""

    pair: str
    figures: tuple[str, ...]
    whys: tuple[str, ...]


class MatrixReport(Value):
    """The report, in one language.

    The parties are in the order of their letters; then what is not sure, the matrix, differences, agreement.
    """

    title: str
    language: LanguageCode
    parties: tuple[ReportParty, ...]
    unsure: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    signs: tuple[Sign, ...]
    sections: tuple[DifferenceSection, ...]
    aspects: tuple[str, ...]
    agreement: tuple[AgreementLine, ...]


def matrix_report(parties: Sequence[Party], comparison: Comparison, say: Translator = ENGLISH) -> MatrixReport:
    """Return what is to be told of a comparison, in the language of `say`.

    The order of `parties` has no say: letters follow the sorted ids.
    """
    parties = sorted(parties, key=lambda party: party.id)
    shown = tuple(
        ReportParty(
            letter=letter(place, len(parties)),
            place=place,
            id=party.id,
            name=party.process.name,
            steps=len(party.process.steps),
            is_reference=party.is_reference,
        )
        for place, party in enumerate(parties)
    )
    sections, of_row = _sections(comparison, say)
    rows = tuple(_row(row, tuple(of_row[row.id]), say) for row in comparison.matrix.rows)
    used = {sign for row in rows for sign in (*row.signs, *(sign for cell in row.cells for sign in cell.signs))}
    if any(row.conflicts for row in rows):
        used.add("order")
    aspects = tuple(dict.fromkeys(found.aspect for found in comparison.agreement))
    return MatrixReport(
        title=say.text("page-title", parties=[party.id for party in parties]),
        language=say.language,
        parties=shown,
        unsure=_unsure(comparison, say),
        rows=rows,
        signs=tuple(sign for sign in _SIGN_ORDER if sign in used),
        sections=sections,
        aspects=tuple(say.text(f"aspect-{aspect}") for aspect in aspects),
        agreement=_agreement(comparison.agreement, {party.id: party.letter for party in shown}, len(aspects), say),
    )


_SIGN_ORDER: tuple[Sign, ...] = (
    "only", "missing", "differs", "split", "order", "time", "level", "control", "record", "open",
)  # fmt: skip


def _unsure(comparison: Comparison, say: Translator) -> tuple[str, ...]:
    rows = comparison.alignment.rows
    alone = sum(len({member.process for member in row.steps}) == 1 and row.confidence < 1 for row in rows)
    doubts = tuple(say.sentence(doubt.finding) for doubt in comparison.doubts)
    return (say.text("equal-words-only", alone=alone, rows=len(rows)), *doubts) if alone else doubts


def _sections(comparison: Comparison, say: Translator) -> tuple[tuple[DifferenceSection, ...], dict[str, list[int]]]:
    """Return the differences by class, and the numbers of those about each row (by its id)."""
    number_of = {row.id: row.number for row in comparison.matrix.rows}
    # What some do not have comes last: it is the longest list, and the matrix shows it already.
    codes = [*(code for code in CODES if code != "step_missing"), "step_missing"]
    by_code: dict[str, list[ReportDifference]] = defaultdict(list)
    of_row: dict[str, list[int]] = defaultdict(list)
    ordered = sorted(comparison.differences, key=lambda difference: codes.index(difference.code))
    for number, difference in enumerate(ordered, start=1):
        if difference.code != "step_missing":  # its sign alone tells all of it
            for row in difference.rows:
                of_row[row].append(number)
        by_code[difference.code].append(
            ReportDifference(
                number=number,
                severity=say.text(f"severity-{difference.severity}"),
                sentence=say.sentence(difference_finding(difference, say)),
                rows=tuple(number_of[row] for row in difference.rows),
            )
        )
    sections = tuple(
        DifferenceSection(heading=say.text(f"aspect-{code}"), differences=tuple(by_code[code]))
        for code in codes
        if by_code[code]
    )
    return sections, of_row


def _row(row: MatrixRow, differences: tuple[int, ...], say: Translator) -> ReportRow:
    there = sum(bool(cell.steps) for cell in row.cells)
    if row.confidence == 1:
        sure = say.text("row-confirmed")
    elif there == 1:
        sure = say.text("row-alone")
    else:
        sure = say.text("row-sure", percent=round(100 * row.confidence))
    return ReportRow(
        number=row.number,
        title=row.label or ", ".join(say.word("element", kind) for kind in row.title.split(", ")),
        state="confirmed" if row.confidence == 1 else "proposed",
        sure=sure,
        signs=row.signs,
        conflicts=row.conflicts,
        differences=differences,
        cells=tuple(_cell(row, cell) for cell in row.cells),
    )


def _cell(row: MatrixRow, cell: Cell) -> ReportCell:
    return ReportCell(
        is_there=bool(cell.steps),
        roles=" / ".join(cell.roles),
        wording=" / ".join(label for label in cell.labels if normalise(label) != normalise(row.label)),
        times=len(cell.steps),
        signs=cell.signs,
    )


def _agreement(
    found: Sequence[Agreement], letters: dict[str, str], aspects: int, say: Translator
) -> tuple[AgreementLine, ...]:
    lines = []
    for start in range(0, len(found), aspects or 1):
        of_pair = found[start : start + aspects]
        pair = f"{letters[of_pair[0].a]} {NOTHING} {letters[of_pair[0].b]}"
        figures = tuple(_figure(one) for one in of_pair)
        whys = tuple(say.sentence(agreement_finding(one)) for one in of_pair)
        lines.append(AgreementLine(pair=pair, figures=figures, whys=whys))
    return tuple(lines)


def _figure(agreement: Agreement) -> str:
    if agreement.index is None:
        return NOTHING
    return f"{round(100 * agreement.index)} % ({agreement.compared}/{agreement.shared})"
