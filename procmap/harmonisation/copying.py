"""Drawings of one organisation, where no form of blocks and graphs keeps what all agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from procmap.behaviour import Undecided
from procmap.harmonisation.fragments import fragment
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree, leaf, rows_of
from procmap.harmonisation.trials import Behaviour, Trials
from procmap.harmonisation.votes import Votes

MOST_STATES = 20_000
"""A tree with more states than this is left as it is."""
Facts = tuple[object, ...]


def as_all_draw_it(tree: Tree, scope: str | None, common: Rows, sources: Sequence[Source]) -> Tree:
    """Return the tree of a scope, or the drawing of one organisation where all do the same and the tree does not."""
    rows = rows_of(tree)
    drawing = [source for source in sources if common.steps(rows, source.id)]
    if not drawing or any(source.id not in common.rows[row].members for source in drawing for row in rows):
        return tree
    said = [_of_source(source, rows, common) for source in drawing]
    if any(facts != said[0] for facts in said):
        return tree
    trials = Trials(common, sources, scope, MOST_STATES)
    if _of_tree(tree, trials) == said[0]:
        return tree
    copied = fragment(rows, scope, common, drawing[0])
    if copied is not None and _of_tree(copied, trials) == said[0]:
        return copied
    return tree


def _of_source(source: Source, rows: Sequence[str], common: Rows) -> Facts | None:
    row_of = {step: row for row in rows for step in common.rows[row].members[source.id]}
    try:
        return _facts(Behaviour(source.readings_around(row_of), row_of), rows)
    except Undecided:
        return None


def _of_tree(tree: Tree, trials: Trials) -> Facts | None:
    made = trials.run(tree)
    try:
        return _facts(made, rows_of(tree)) if made is not None else None
    except Undecided:
        return None


def _facts(made: Behaviour, rows: Sequence[str]) -> Facts:
    relations = {(one, other): made.relation(one, other) for one, other in combinations(sorted(rows), 2)}
    return relations, made.implied, made.repeated


class Nearest:
    """Finds the organisation whose flow between some rows of a scope is nearest to all."""

    def __init__(self, scope: str | None, votes: Votes, common: Rows, sources: Sequence[Source]) -> None:
        self.scope, self.votes, self.common, self.sources = scope, votes, common, sources
        self.trials = Trials(common, sources, scope, MOST_STATES)

    def drawing(self, rows: Sequence[int]) -> Tree | None:
        """Return the flow of that organisation between rows (by number, as are those of the tree).

        None where no organisation draws all of them so that it can be carried over, sound and with what all agree on.
        """
        names = [self.votes.rows[row] for row in rows]
        having = [source for source in self.sources if all(source.id in self.common.rows[row].members for row in names)]
        ranked = sorted(
            (source for source in having if source.weight), key=lambda each: (self._lost(rows, each), each.id)
        )
        for source in ranked:
            copied = fragment(names, self.scope, self.common, source)
            made = self.trials.run(copied) if copied is not None else None
            if copied is not None and made is not None and self._keeps(rows, made):
                return replace(copied, parts=tuple(leaf(str(row)) for row in rows))
        return None

    def keeps(self, flow: Tree) -> bool:
        """Tell whether a flow, whose parts are rows by number, is sound and its parts stand as it says."""
        names = [self.votes.rows[int(part.row)] for part in flow.parts]
        made = self.trials.run(replace(flow, parts=tuple(map(leaf, names))))
        if made is None:
            return False
        return all(
            made.relation(names[one], names[other]) == flow.stands[one][other]
            for one, other in combinations(range(len(names)), 2)
        )

    def _lost(self, rows: Sequence[int], source: Source) -> int:
        lost = 0
        for one, other in combinations(rows, 2):
            steps = (self.common.rows[self.votes.rows[row]].members[source.id] for row in (one, other))
            counts = self.votes.of(one, other)
            lost += sum(counts.values()) - counts.get(source.relation_of(*steps) or "", 0)
        return lost

    def _keeps(self, rows: Sequence[int], made: Behaviour) -> bool:
        for one, other in combinations(rows, 2):
            agreed = self.votes.ruled.get((one, other)) or self.votes.unanimous(one, other)
            if agreed is not None and made.relation(self.votes.rows[one], self.votes.rows[other]) != agreed:
                return False
        return True
