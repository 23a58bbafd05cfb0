"""How rows stand to each other by the blocks of a tree alone, for processes with more states than can be tried."""

from __future__ import annotations

from collections.abc import Collection

from procmap.behaviour import Relation
from procmap.harmonisation.tree import Tree, fold

RowRelations = dict[tuple[str, str], Relation]
"""How rows stand, of each pair one way round."""


def block_relations(tree: Tree, ends: Collection[str], of: Collection[str] | None = None) -> RowRelations:
    """Return the relation of every two rows, the one that comes first in the tree first.

    `ends`: the rows that are drawn as ends; nothing comes after the branch that one closes. `of`: only pairs with one
    of these rows.
    """
    relations: RowRelations = {}

    def combine(current: Tree, inner: list[tuple[list[str], list[str], bool]]) -> tuple[list[str], list[str], bool]:
        """Return the rows that may go on after a part, those that never do, and whether the part ever goes on."""
        if current.kind == "step":
            return [current.row], [], current.row not in ends
        going: list[str] = []
        ended: list[str] = []
        goes_on = current.kind != "xor" or not inner
        for on, off, goes in inner:
            sign: Relation = {"seq": "<", "loop": "<", "xor": "x"}.get(current.kind, "|")  # type: ignore[assignment]
            apart: Relation = "x" if sign == "<" else sign
            before = [(row, sign) for row in going] + [(row, apart) for row in ended]
            asked = before if of is None else [(row, stands) for row, stands in before if row in of]
            for row in (*on, *off):
                pairs = before if of is None or row in of else asked
                relations.update({(earlier, row): stands for earlier, stands in pairs})
            ended = [*ended, *off]
            if goes or current.kind != "xor":
                going = [*going, *on]
            else:
                ended = [*ended, *on]
            goes_on = (goes_on or goes) if current.kind == "xor" else (goes_on and (goes or current.kind == "loop"))
        return going, ended, goes_on or current.optional

    fold(tree, combine)
    return relations
