"""The matrix of steps by organisations: the first thing people see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from procmap.alignment import Doubt, Party, Row
from procmap.comparison.grid import Grid
from procmap.comparison.values import Cell, Difference, DifferenceCode, Matrix, MatrixRow, Sign

SIGNS: dict[DifferenceCode, Sign] = {
    "wording": "differs", "type": "differs", "role": "differs", "system": "differs", "document": "differs",
    "legal_basis": "differs", "risk": "differs", "split_merged": "split", "order": "order", "earlier_later": "order",
    "parallel_sequential": "order", "either_or_both": "order", "optional": "differs", "repeated": "differs",
    "partly_corresponding": "split", "condition": "differs", "trigger": "differs", "participant_message": "differs",
    "deadline": "time", "rosa_level": "level", "control": "control", "record_rule": "record",
    "annotation": "differs",
    "structure": "differs",
}  # fmt: skip
"""The sign of each difference class; `step_missing` has two: `only` where the step is, `missing` where it is not."""
_ORDER: tuple[Sign, ...] = (
    "missing", "only", "differs", "split", "order", "time", "level", "control", "record", "open",
)  # fmt: skip
UNSURE = 0.75
"""Rows that are less sure than this have the sign `open`."""


def matrix(
    grid: Grid,
    order: Sequence[str],
    differences: Iterable[Difference],
    doubts: Iterable[Doubt],
    in_conflict: Iterable[tuple[str, str]],
) -> Matrix:
    """Return the matrix with the signs of differences and doubts; `in_conflict`: pairs of rows in different orders."""
    signs = _signs(grid, differences, doubts)
    rows = {row.id: row for row in grid.rows}
    number = {row_id: place for place, row_id in enumerate(order, start=1)}
    conflicts: dict[str, set[int]] = defaultdict(set)
    for one, other in in_conflict:
        conflicts[one].add(number[other])
        conflicts[other].add(number[one])
    return Matrix(
        parties=tuple(party.id for party in grid.parties),
        rows=tuple(
            MatrixRow(
                id=row_id,
                number=number[row_id],
                label=rows[row_id].label,
                title=grid.title(rows[row_id]),
                confidence=rows[row_id].confidence,
                signs=("open",) if rows[row_id].confidence < UNSURE else (),
                conflicts=tuple(sorted(conflicts[row_id])),
                cells=tuple(_cell(grid, rows[row_id], party, signs[row_id, party.id]) for party in grid.parties),
            )
            for row_id in order
        ),
    )


def _signs(
    grid: Grid, differences: Iterable[Difference], doubts: Iterable[Doubt]
) -> defaultdict[tuple[str, str], set[Sign]]:
    signs: defaultdict[tuple[str, str], set[Sign]] = defaultdict(set)
    for difference in differences:
        for party in difference.marks:
            for row_id in difference.rows:
                if difference.code == "step_missing":
                    signs[row_id, party].add("only" if difference.values[party] is not None else "missing")
                else:
                    signs[row_id, party].add(SIGNS[difference.code])
    for doubt in doubts:
        if doubt.finding.code != "no-common-order":
            for member in doubt.steps:
                signs[grid.row_of[member.process, member.step].id, member.process].add("open")
    return signs


def _cell(grid: Grid, row: Row, party: Party, signs: set[Sign]) -> Cell:
    steps = grid.steps(row, party)
    facts = grid.facts[party.id]
    shown = set(signs) if steps else signs & {"missing", "open"}
    return Cell(
        process=party.id,
        steps=tuple(step.id for step in steps),
        labels=tuple(dict.fromkeys(" ".join(step.name.split()) for step in steps if step.name.strip())),
        types=tuple(dict.fromkeys(step.type for step in steps)),
        roles=tuple(dict.fromkeys(role for step in steps for role in facts.roles(step))),
        signs=tuple(sign for sign in _ORDER if sign in shown),
    )
