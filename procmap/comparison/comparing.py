"""`compare`: common order, differences, agreement and the matrix from parties and their alignment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from procmap.alignment import Alignment, Doubt, Party
from procmap.comparison.agreement import MOST_PARTIES, agreement
from procmap.comparison.differences import (
    aspect,
    condition,
    control,
    either_or_both,
    optional,
    order,
    parallel_sequential,
    participant_message,
    partly_corresponding,
    repeated,
    sent,
    split_merged,
    step_missing,
    trigger,
)
from procmap.comparison.differences.registry import ASPECTS, CODES
from procmap.comparison.differences.structure import with_structure
from procmap.comparison.grid import Grid
from procmap.comparison.matrix import matrix
from procmap.comparison.relations import compared, relations
from procmap.comparison.row_order import row_order
from procmap.comparison.runs import read_runs
from procmap.comparison.severity import Severities, default_severities, graded
from procmap.comparison.values import Comparison, Difference
from procmap.comparison.ways import drawings_of
from procmap.comparison.within import with_parts
from procmap.model import Finding

MOST_ROWS = 3_000
"""Rows beyond which not each two are compared in their order: 3,000 rows are four and a half million pairs."""


def compare(parties: Sequence[Party], alignment: Alignment, severities: Severities | None = None) -> Comparison:
    """Return how the parties differ and agree. The alignment must be one of these parties.

    Neither the order of the parties nor element ids have a say (but for the ids that are cited, and between variants of
    one organisation). `severities`: how grave each class of differences is (default: the shipped table).
    """
    grid = Grid(parties, alignment)
    runs, unsure = read_runs(grid)
    related = relations(grid, runs, MOST_ROWS)
    counted = frozenset(party.id for party in grid.parties if not party.is_reference)
    ordered, knots = row_order(grid.rows, related, grid.places, counted)
    position = {row_id: place for place, row_id in enumerate(ordered)}
    in_order = sorted(grid.rows, key=lambda row: position[row.id])
    placed = with_parts(grid, related, runs)
    conflicts = order.conflicts(placed, runs, grid.parts.within)
    orders = list(order.differences(grid, placed, conflicts, position))
    turned = {frozenset(one.rows) for one in orders if one.code == "order" and "parallel" in one.values.values()}
    parallels = list(parallel_sequential.differences(grid, placed, runs, position, turned))
    drawings = drawings_of(grid)
    missed = step_missing.missing_rows(grid, drawings)
    one_of_two = list(either_or_both.one_of_two(grid, runs, missed, position))
    left_out = list(optional.differences(grid, runs, position))
    differences = [
        *step_missing.differences(grid, in_order, drawings, {row for one in one_of_two for row in one.rows}),
        *split_merged.differences(grid, missed),
        *(one for one in orders if not _told_with(one, turned, parallels)),
        *parallels,
        *one_of_two,
        *either_or_both.differences(grid, related, runs, position),
        *left_out,
        *repeated.differences(grid, runs, position, trigger.gone_on_with(grid, drawings)),
        *condition.differences(grid, drawings, left_out, position),
        *trigger.differences(grid, drawings),
        *participant_message.differences(grid, drawings, position),
        *partly_corresponding.differences(grid, position),
        *(difference for each in ASPECTS for difference in aspect.differences(each, grid, in_order)),
    ]
    differences = sent.not_told(grid, differences)
    differences += control.of_process(grid, differences)
    differences = with_structure(grid, differences, position)
    kept, off = graded(differences, severities or default_severities())
    told = tuple(sorted(kept, key=lambda difference: _rank(difference, position)))
    doubts = (*alignment.doubts, *knots, *unsure, *_not_compared(grid, told), *_no_order(grid), *_no_pairs(grid), *off)
    return Comparison(
        alignment=alignment,
        order=ordered,
        differences=told,
        agreement=agreement(grid, related, ASPECTS),
        matrix=matrix(grid, ordered, told, doubts, conflicts),
        doubts=doubts,
    )


def _told_with(one: Difference, turned: Collection[frozenset[str]], parallels: Iterable[Difference]) -> bool:
    """Tell whether rows in contrary orders, done at the same time in a third place, are told in that difference."""
    rows = frozenset(one.rows)
    return rows in turned and any(rows <= set(other.rows) for other in parallels)


def _rank(difference: Difference, position: Mapping[str, int]) -> tuple[list[int], int, list[str]]:
    said = [str(difference.params.get(name, "")) for name in ("part", "kind", "label", "trait", "values", "having")]
    return [position[row] for row in difference.rows], CODES.index(difference.code), said


def _not_compared(grid: Grid, told: Sequence[Difference]) -> list[Doubt]:
    """Return a doubt on the steps without a label that no other party has a counterpart of: nothing is said of them."""
    known = {row for difference in told if difference.code == "structure" for row in difference.rows}
    lone = [row for row in grid.rows if not row.label and len(grid.having(row)) < len(grid.parties)]
    rows = [row for row in lone if row.id not in known]
    if not rows:
        return []
    steps = tuple(member for row in rows for member in row.steps)
    finding = Finding(code="unnamed-not-compared", severity="note", params={"count": len(steps)})
    return [Doubt(finding=finding, steps=steps)]


def _no_order(grid: Grid) -> list[Doubt]:
    shared = sum(len(grid.having(row)) > 1 for row in grid.rows)
    if compared(grid, MOST_ROWS) or not shared:
        return []
    params: dict[str, str | int] = {"count": shared, "most": MOST_ROWS}
    return [Doubt(finding=Finding(code="too-many-for-order", severity="note", params=params))]


def _no_pairs(grid: Grid) -> list[Doubt]:
    if len(grid.parties) <= MOST_PARTIES:
        return []
    params: dict[str, str | int] = {"parties": len(grid.parties), "most": MOST_PARTIES}
    return [Doubt(finding=Finding(code="too-many-for-pairs", severity="info", params=params))]
