"""Which cells of a grid are taken, by items or by edges that pass them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procmap.layout.frames import Item

REACH = 60
"""Cells in a line that an edge may pass; longer ones take a channel, which keeps the search linear."""


class Passage(NamedTuple):
    """A cell that an edge passes, up or down or sideways."""

    row: int
    column: int
    vertical: bool


def upright(rows: range, column: int) -> list[Passage]:
    """Return the passages of a vertical line; one too many when it is too long to be had."""
    return [Passage(row, column, True) for row in rows[: REACH + 1]]


def level(row: int, columns: range) -> list[Passage]:
    """Return the passages of a horizontal line; one too many when it is too long to be had."""
    return [Passage(row, column, False) for column in columns[: REACH + 1]]


class Occupancy:
    """The taken cells of one frame. An edge may pass a cell across another edge, or along one that shares an end."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {(item.row, item.column) for item in items}
        self._edges: dict[Passage, tuple[object, object]] = {}

    def take(self, passages: Sequence[Passage], ends: tuple[object, object]) -> bool:
        """Take cells for an edge with the given ends; False, and nothing taken, when one is not free or too many."""
        if len(passages) > REACH or not all(self._is_free(passage, ends) for passage in passages):
            return False
        for passage in passages:
            self._edges.setdefault(passage, ends)
        return True

    def _is_free(self, passage: Passage, ends: tuple[object, object]) -> bool:
        if (passage.row, passage.column) in self._items:
            return False
        known = self._edges.get(passage)
        return known is None or known[0] == ends[0] or known[1] == ends[1]
