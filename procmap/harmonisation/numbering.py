"""Trees whose leaves are rows by number, in the order of the votes, and the names of these rows."""

from __future__ import annotations

from dataclasses import replace

from procmap.harmonisation.tree import Tree, fold, leaf
from procmap.harmonisation.votes import Votes


def leaf_of(row: int) -> Tree:
    """Return the leaf of a row by number; `with_names` gives it its name."""
    return leaf(str(row))


def with_names(tree: Tree, votes: Votes) -> Tree:
    """Return a tree of row numbers with the ids of the rows."""

    def combine(current: Tree, inner: list[Tree]) -> Tree:
        if current.kind == "step":
            return leaf(votes.rows[int(current.row)])
        return replace(current, parts=tuple(inner)) if inner else current

    return fold(tree, combine)
