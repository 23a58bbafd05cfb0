"""How rows stand to each other by the blocks of a tree alone, for processes with more states than can be tried."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from procmap.behaviour import Relation
from procmap.harmonisation.graphs import part_relation
from procmap.harmonisation.tree import BEGIN, END, GRAPHS, Tree, fold, followers, reached

RowRelations = dict[tuple[str, str], Relation]
"""How rows stand, of each pair one way round."""


def block_relations(tree: Tree, ends: Collection[str], of: Collection[str] | None = None) -> RowRelations:
    """Return the relation of every two rows, the one that comes first in the tree first.

    `ends`: the rows that are drawn as ends; nothing comes after the branch that one closes. `of`: only pairs with one
    of these rows.
    """
    relations: RowRelations = {}

    def stand(before: _Part, part: _Part, sign: Relation) -> None:
        """Note how the rows of a part stand to those of one before it in the tree."""
        apart: Relation = "x" if sign == "<" else sign
        earlier = [(row, sign) for row in before.going] + [(row, apart) for row in before.ended]
        asked = earlier if of is None else [(row, stands) for row, stands in earlier if row in of]
        for row in (*part.going, *part.ended):
            pairs = earlier if of is None or row in of else asked
            relations.update({(one, row): stands for one, stands in pairs})

    def combine(current: Tree, inner: list[_Part]) -> _Part:
        if current.kind == "step":
            return _Part([current.row], [], current.row not in ends)
        if current.kind in GRAPHS:
            return _graph(current, inner, stand)
        whole = _Part([], [], current.kind != "xor" or not inner)
        sign: Relation = {"seq": "<", "loop": "<", "xor": "x"}.get(current.kind, "|")  # type: ignore[assignment]
        for part in inner:
            stand(whole, part, sign)
            whole.ended += part.ended
            if part.goes_on or current.kind != "xor":
                whole.going += part.going
            else:
                whole.ended += part.going
            if current.kind == "xor":
                whole.goes_on = whole.goes_on or part.goes_on
            else:
                whole.goes_on = whole.goes_on and (part.goes_on or current.kind == "loop")
        whole.goes_on = whole.goes_on or current.optional
        return whole

    fold(tree, combine)
    return relations


@dataclass
class _Part:
    """The rows that may go on after a part, those that never do, and whether the part ever goes on."""

    going: list[str]
    ended: list[str]
    goes_on: bool


def _graph(tree: Tree, inner: list[_Part], stand: Callable[[_Part, _Part, Relation], None]) -> _Part:
    """Note how the rows of a graph's parts stand, and return the graph as one part."""
    after = followers(tree)
    for one, before in enumerate(inner):
        for other, part in enumerate(inner[one + 1 :], start=one + 1):
            relation = part_relation(tree, after, one, other)
            if relation == ">":
                stand(part, before, "<")
            else:
                stand(before, part, relation)  # type: ignore[arg-type]
    closed = [number for number, part in enumerate(inner) if not part.goes_on]
    leaving = reached([link for link in tree.links if link[0] not in closed], END, backwards=True)
    whole = _Part([], [], tree.optional or BEGIN in leaving)
    for number, part in enumerate(inner):
        whole.ended += part.ended
        (whole.going if number in leaving or tree.kind == "order" else whole.ended).extend(part.going)
    return whole
