"""Rows of the matrix in pictures: what they are called, and how their heads stand above each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from procmap.comparison import Comparison, MatrixRow
from procmap.drawing.figures import Figure, Figures
from procmap.messages import Translator
from procmap.model import Bounds, Process, Shape
from procmap.reports.pictures.parties import Side

_NUMBER_TYPE = 10.0
_NUMBER = (24.0, 13.0)


class Tier(NamedTuple):
    """A stretch from left to right that is to have a head of its own."""

    left: float
    right: float


def rows_of(drawn: Process, shown: Sequence[Side], comparison: Comparison) -> Mapping[str, int]:
    """Return the place in the matrix of the row that each node stands for, by the origins of nodes."""
    row_of = {
        (cell.process, step): at
        for at, row in enumerate(comparison.matrix.rows)
        for cell in row.cells
        for step in cell.steps
    }
    id_of = {(side.party.organisation, side.party.variant): side.party.id for side in shown}
    found: dict[str, int] = {}
    for node in drawn.nodes:
        for origin in node.origins:
            at = row_of.get((id_of[origin.organisation, origin.variant], origin.element))
            if at is not None:
                found.setdefault(node.id, at)
    return found


def row_title(row: MatrixRow, say: Translator) -> str:
    """Return the label of a row, else the words for the BPMN elements that it is made of."""
    return row.label or ", ".join(say.word("element", kind) for kind in row.title.split(", "))


def row_number(number: int, shape: Shape, made: Figures) -> Figure:
    """Return the number of a row outside the upper right corner of a shape, where badges do not reach."""
    box = shape.bounds
    room = Bounds(x=box.x + box.width + 3, y=box.y - 6, width=_NUMBER[0], height=_NUMBER[1])
    return made.caption(str(number), room, _NUMBER_TYPE, anchor="start", tone="group")


def tiers(stretches: Sequence[Tier]) -> list[int]:
    """Return for each stretch the lowest tier (from 0) in which it overlaps no earlier one.

    Stretches are taken from left to right, wide ones last, so that heads of many columns stand above those of one.
    """
    ends: list[list[Tier]] = []
    found = [0] * len(stretches)
    order = sorted(range(len(stretches)), key=lambda at: (stretches[at].right - stretches[at].left, stretches[at], at))
    for at in order:
        one = stretches[at]
        tier = 0
        while tier < len(ends) and any(one.left < other.right and other.left < one.right for other in ends[tier]):
            tier += 1
        if tier == len(ends):
            ends.append([])
        ends[tier].append(one)
        found[at] = tier
    return found
