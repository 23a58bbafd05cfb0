"""How alike two sets of things are, from a table of how alike each of the one is with each of the other."""

from __future__ import annotations

from collections.abc import Sequence


def both_ways(table: Sequence[Sequence[float]]) -> float:
    """Return the mean of the best of every row and of every column, each half; the table has one of each at least."""
    rows = [max(row) for row in table]
    columns = [max(column) for column in zip(*table, strict=True)]
    return float(sum(rows) / len(rows) + sum(columns) / len(columns)) / 2
