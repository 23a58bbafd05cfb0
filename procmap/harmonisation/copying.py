"""Where all organisations draw the same: what comes out does the same, if need be as one of them draws it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from procmap.behaviour import Undecided
from procmap.harmonisation.fragments import fragment
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree, rows_of
from procmap.harmonisation.trials import Behaviour, Trials

MOST_STATES = 20_000
"""A tree with more states than this is left as it is."""
Facts = tuple[object, ...]


def as_all_draw_it(tree: Tree, scope: str | None, common: Rows, sources: Sequence[Source]) -> Tree:
    """Return the tree of a scope, or the drawing of one organisation where all do the same and the tree does not."""
    rows = rows_of(tree)
    drawing = [source for source in sources if common.steps(rows, source.id)]
    if not drawing or any(source.id not in common.rows[row].members for source in drawing for row in rows):
        return tree
    said = [_of_source(source, rows, scope, common) for source in drawing]
    if any(facts != said[0] for facts in said):
        return tree
    trials = Trials(common, sources, scope, MOST_STATES)
    if _of_tree(tree, trials, scope) == said[0]:
        return tree
    copied = fragment(rows, scope, common, drawing[0])
    if copied is not None and _of_tree(copied, trials, scope) == said[0]:
        return copied
    return tree


def _of_source(source: Source, rows: Sequence[str], scope: str | None, common: Rows) -> Facts | None:
    row_of = {step: row for row in rows for step in common.rows[row].members[source.id]}
    return _facts(Behaviour(source.readings, row_of), rows, scope)


def _of_tree(tree: Tree, trials: Trials, scope: str | None) -> Facts | None:
    made = trials.run(tree)
    try:
        return _facts(made, rows_of(tree), scope) if made is not None else None
    except Undecided:
        return None


def _facts(made: Behaviour, rows: Sequence[str], scope: str | None) -> Facts:
    relations = {(one, other): made.relation(one, other) for one, other in combinations(sorted(rows), 2)}
    implied = {pair for pair in made.implied if pair[0] or scope is None}
    return relations, implied, made.repeated
