"""Starts before what is done at the same time.

By votes alone a start can stand beside rows that its organisation does not order with it. What is drawn must begin with
its starts: a branch cannot wait in a join for others that began without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import GRAPHS, Tree, block, fold, front


def starts_first(tree: Tree, rows: Mapping[str, CommonRow]) -> Tree:
    """Return the tree with starts before the parallel blocks that they stand in, where other branches have none."""

    def begins(part: Tree) -> bool:
        first = front(part)
        return bool(first) and all(row is not None and rows[row].role == "start" for row in first)

    def combine(current: Tree, inner: list[Tree]) -> Tree:
        if not inner:
            return current
        if current.kind == "loop" or current.kind in GRAPHS:
            return replace(current, parts=tuple(inner))
        beginning = [begins(part) for part in inner]
        if current.kind == "and" and any(beginning) and not all(beginning):
            heads: list[Tree] = []
            rests: list[Tree] = []
            for part, first in zip(inner, beginning, strict=True):
                steps = part.parts if part.kind == "seq" else (part,)
                heads += steps[:1] if first else ()
                rests.append(block("seq", steps[1:] if first else steps))
            left = [rest for rest in rests if rest.kind != "silent"]
            return block("seq", (block("and", heads), block("and", left)))
        made = block(current.kind, inner)
        return replace(made, optional=True) if current.optional else made

    return fold(tree, combine)
