"""Open rows that were put in one after another, put in again where less of what all agree on is lost.

Where a group stood best when it was put in is not always where it stands best once the others are there too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from procmap.harmonisation.blocks import RowRelations, block_relations
from procmap.harmonisation.graphs import keep_parts
from procmap.harmonisation.insertion import Inserted, insert
from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import GRAPHS, Tree, block, fold, rows_of, silent
from procmap.harmonisation.votes import INVERSE, Pair, Votes

ROUNDS = 4
"""How often all rows are looked at again; most trees come to rest after two."""
MOST_MOVES = 400
"""Places tried in all, so that very large processes are composed in time."""
Loss = tuple[int, int]
"""How many pairs that all agree on do not hold, and how many votes are lost."""


@dataclass(frozen=True)
class Mover:
    """Moves rows of one scope. `ends`: the rows (by number, as in a tree) that end the process."""

    votes: Votes
    rows: Mapping[str, CommonRow]
    ends: frozenset[str]

    def settle(self, tree: Tree, units: Sequence[Inserted]) -> Tree:
        """Return the tree with each of the units, which are in it, where the least of what is agreed on is lost."""
        relations = block_relations(tree, self.ends)
        looked_at: dict[Inserted, Tree] = {}
        tried = 0
        for _ in range(ROUNDS):
            moved = False
            for unit in units:
                if looked_at.get(unit) is tree:
                    continue
                looked_at[unit] = tree
                now = self._loss(tree, unit, relations)
                if now[0] == 0:
                    continue
                if tried == MOST_MOVES:
                    return tree
                tried += 1
                other = insert(without(tree, {str(row) for row in unit.rows}), unit, self.votes, self.rows)
                there = block_relations(other, self.ends, {str(row) for row in unit.rows})
                if self._loss(other, unit, there) < now:
                    tree, relations, moved = other, block_relations(other, self.ends), True
            if not moved:
                break
        return tree

    def lost(self, tree: Tree, kept: bool = False) -> Loss:
        """Return what a tree loses in all, or between the rows that are kept."""
        rows = [row for row in map(int, rows_of(tree)) if not (kept and self.rows[self.votes.rows[row]].inserted)]
        return self._of_pairs(combinations(rows, 2), block_relations(tree, self.ends))

    def _loss(self, tree: Tree, unit: Inserted, relations: RowRelations) -> Loss:
        """Return what the place of a unit loses."""
        others = [int(row) for row in rows_of(tree) if int(row) not in unit.rows]
        return self._of_pairs(product(unit.rows, others), relations)

    def _of_pairs(self, pairs: Iterable[Pair], relations: RowRelations) -> Loss:
        broken = lost = 0
        for row, other in pairs:
            counts = self.votes.of(row, other)
            if counts:
                found = relations.get((str(row), str(other))) or INVERSE[relations[str(other), str(row)]]
                missing = sum(counts.values()) - counts.get(found, 0)
                lost += missing
                broken += bool(missing) and self.votes.unanimous(row, other) is not None
        return broken, lost


def without(tree: Tree, rows: Collection[str]) -> Tree:
    """Return a tree without some rows; what is left of their blocks stays."""

    def combine(current: Tree, inner: list[Tree | None]) -> Tree | None:
        if current.kind == "step":
            return None if current.row in rows else current
        if all(made is part for made, part in zip(inner, current.parts, strict=True)):
            return current
        if current.kind == "loop":
            do, redo = (part or silent() for part in inner)
            return replace(current, parts=(do, redo)) if rows_of(do) or rows_of(redo) else None
        if current.kind in GRAPHS:
            return keep_parts(current, inner)
        left = [part for part in inner if part is not None]
        if not any(rows_of(part) for part in left):
            return None
        made = block(current.kind, left)
        return replace(made, optional=True) if current.optional else made

    return fold(tree, combine) or silent()
