"""What the report of a comparison says, whatever it is written as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from procmap.alignment import Party
from procmap.comparison import NOTHING, Agreement, Comparison, Sign
from procmap.comparison.differences.registry import CODES
from procmap.comparison.grid import Grid
from procmap.messages import ENGLISH, Translator
from procmap.reports.letters import letters_of
from procmap.reports.rows import Rows
from procmap.reports.telling import agreement_finding, difference_finding, in_words, told_by
from procmap.reports.values import AgreementLine, DifferenceSection, MatrixReport, ReportDifference, ReportParty


def matrix_report(
    parties: Sequence[Party], comparison: Comparison, say: Translator = ENGLISH, service: str = ""
) -> MatrixReport:
    """Return what is to be told of a comparison, in the language of `say`; `service` is what all perform, if known.

    The order of `parties` has no say: letters are those that people gave, else they follow the sorted ids.
    """
    parties = sorted(parties, key=lambda party: party.id)
    shown = tuple(
        ReportParty(
            letter=letter,
            place=place,
            id=party.id,
            name=party.process.name,
            steps=len(party.process.steps),
            is_reference=party.is_reference,
        )
        for place, (party, letter) in enumerate(zip(parties, letters_of(parties), strict=True))
    )
    sections = _sections(comparison, say)
    making = Rows(Grid(parties, comparison.alignment), comparison, shown, sections)
    rows = tuple(making.row(row, say) for row in comparison.matrix.rows)
    used = {sign for row in rows for sign in (*row.signs, *(sign for cell in row.cells for sign in cell.signs))}
    if any(row.conflicts for row in rows):
        used.add("order")
    aspects = tuple(dict.fromkeys(found.aspect for found in comparison.agreement))
    return MatrixReport(
        title=say.text(
            "page-title-service" if service.strip() else "page-title",
            service=" ".join(service.split()),
            parties=[party.id for party in parties],
        ),
        language=say.language,
        parties=shown,
        unsure=_unsure(comparison, say),
        rows=rows,
        roles=making.roles,
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
    return (say.text("rows-proposed", alone=alone, rows=len(rows)), *doubts) if alone else doubts


def _sections(comparison: Comparison, say: Translator) -> tuple[DifferenceSection, ...]:
    """Return the differences by class."""
    number_of = {row.id: row.number for row in comparison.matrix.rows}
    # What some do not have comes last: it is the longest list, and the matrix shows it already.
    codes = [*(code for code in CODES if code != "step_missing"), "step_missing"]
    by_code: dict[str, list[ReportDifference]] = defaultdict(list)
    ordered = sorted(comparison.differences, key=lambda difference: codes.index(difference.code))
    for number, difference in enumerate(ordered, start=1):
        told = told_by(difference)
        by_code[difference.code].append(
            ReportDifference(
                number=number,
                code=difference.code,
                severity=say.text(f"severity-{difference.severity}"),
                sentence=say.sentence(difference_finding(difference, say)),
                rows=tuple(number_of[row] for row in difference.rows),
                values=tuple(_value(difference.code, told.get(party), say) for party in difference.values),
            )
        )
    return tuple(
        DifferenceSection(code=code, heading=say.text(f"aspect-{code}"), differences=tuple(by_code[code]))
        for code in codes
        if by_code[code]
    )


def _value(code: str, shown: str | None, say: Translator) -> str | None:
    if shown is None:
        return None
    return say.word("answer", shown) if code in ("order", "earlier_later") else in_words(code, shown, say)


def _agreement(
    found: Sequence[Agreement], letters: dict[str, str], aspects: int, say: Translator
) -> tuple[AgreementLine, ...]:
    lines = []
    for start in range(0, len(found), aspects or 1):
        of_pair = found[start : start + aspects]
        pair = f"{letters[of_pair[0].a]} {NOTHING} {letters[of_pair[0].b]}"
        figures = tuple(_figure(one) for one in of_pair)
        whys = tuple(say.sentence(agreement_finding(one)) for one in of_pair)
        lines.append(
            AgreementLine(
                pair=pair,
                parties=(of_pair[0].a, of_pair[0].b),
                figures=figures,
                shares=tuple(one.index for one in of_pair),
                whys=whys,
            )
        )
    return tuple(lines)


def _figure(agreement: Agreement) -> str:
    if agreement.index is None:
        return NOTHING
    return f"{round(100 * agreement.index)} % ({agreement.compared}/{agreement.shared})"
