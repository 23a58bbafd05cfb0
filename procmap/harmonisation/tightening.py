"""What always comes together in the organisations, kept where blocks allow it apart.

Blocks forget what was decided before: where a step is only done after another that can be passed by, both become
optional, each for itself. The smallest stretch that such a pair lies in is taken apart into a choice graph, which
remembers. It is kept only where less is allowed that no organisation does, and nothing else gets worse.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from procmap.behaviour import Undecided
from procmap.harmonisation.dissolving import Dissolved, dissolve, in_sequence
from procmap.harmonisation.following import Following
from procmap.harmonisation.graphs import graph, in_chains, reduction
from procmap.harmonisation.optionality import Optionality
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import BEGIN, END, Link, Tree, fold, reached, replaced, rows_of, walk
from procmap.harmonisation.trials import Behaviour, Implication, Trials
from procmap.harmonisation.votes import Votes

MOST_PARTS = 30
"""A choice graph of more parts would be no easier to read than what it stands for."""
MOST_TRIALS = 40
"""Trees tried for one scope."""
MOST_STATES = 40_000
"""States looked at for one scope, so that large processes are composed in time on any machine."""
DEPTH = 6
"""How often a stretch is taken apart further."""


@dataclass(frozen=True)
class _Tried:
    """A tree and what is wrong with it, by its states."""

    tree: Tree
    breaches: frozenset[Implication]
    broken: frozenset[tuple[str, str]]
    strange: frozenset[tuple[str, str]]
    repeated: frozenset[str]


@dataclass(frozen=True)
class _Stretch:
    """A block or graph (`node`), or parts `first` to `last` of a sequence."""

    node: Tree
    first: int
    last: int

    @property
    def parts(self) -> tuple[Tree, ...]:
        """What is taken apart."""
        return self.node.parts[self.first : self.last + 1] if self.node.kind == "seq" else (self.node,)


class Tightener:
    """Tightens the tree of one scope. `asking`: what can be passed by there, and what was decided of it."""

    def __init__(
        self,
        scope: str | None,
        votes: Votes,
        rows: Rows,
        sources: Sequence[Source],
        asking: Optionality,
    ) -> None:
        self.scope, self.votes, self.rows, self.sources, self.asking = scope, votes, rows, sources, asking
        self.following = Following(votes.rows, rows, sources)
        self.number = {row: place for place, row in enumerate(votes.rows)}
        self.trials = Trials(rows, sources, scope, MOST_STATES)
        self.left, self.tried = MOST_TRIALS, set[Hashable]()
        self.agreed, self.repeated = self._agreed()

    def tighten(self, tree: Tree) -> Tree:
        """Return the tree with fewer implications broken that no organisation contradicts, or the tree itself."""
        if not self.agreed:
            return tree
        now = self._try(tree)
        while now is not None and self.left:
            better = self._better(now)
            if better is None:
                break
            now = better
        return tree if now is None else now.tree

    def _agreed(self) -> tuple[frozenset[Implication], frozenset[str]]:
        """Return the implications between rows that no organisation and no decision contradicts, and what some repeat.

        Open rows imply nothing, and nothing implies them.

        What is always done inside a container is done whenever the container is. Where starts are open, nothing implies
        a start: the others are its alternatives.
        """
        here = self.rows.composed(self.scope)
        kept = {row.id for row in here if not row.open} - self.asking.decided_optional()
        if any(row.open and row.role == "start" for row in here):
            kept -= {row.id for row in here if row.role == "start"}
        whole = self.scope if self.scope in self.rows.rows else ""
        said: set[Implication] = set()
        contradicted: set[Implication] = set()
        repeated: set[str] = set()
        for source in self.sources:
            row_of = {step: row.id for row in here for step in row.members.get(source.id, ())}
            readings = source.readings_around(row_of)
            always = ""
            if whole and readings is source.readings:
                row_of |= dict.fromkeys(self.rows.rows[whole].members.get(source.id, ()), whole)
                always = whole
            own = Behaviour(readings, row_of)
            repeated |= own.repeated
            happening = {row for view in own.views for row in view.rows}
            if source.party.is_reference:
                continue
            for other in happening & kept:
                for row in (happening | {whole}) - {other}:
                    holds = (always if row == whole else row, other) in own.implied
                    (said if holds else contradicted).add(("" if row == whole else row, other))
        return frozenset(pair for pair in said - contradicted if pair[0] in kept | {""}), frozenset(repeated)

    def _try(self, tree: Tree, now: _Tried | None = None) -> _Tried | None:
        """Return a tree and what is wrong with it.

        None where it was tried before or cannot be, and where it breaks nothing (no `now`) or no less than that.
        """
        shape = fold(tree, _shape)
        if not self.left or shape in self.tried:
            return None
        self.tried.add(shape)
        self.left -= 1
        made = self.trials.run(tree)
        if made is None:
            return None
        breaches = self.agreed - made.implied
        if not breaches if now is None else len(breaches) >= len(now.breaches):
            return None
        try:
            broken, strange = self._unlike(tree, made)
        except Undecided:
            return None
        tried = _Tried(tree, breaches, broken, strange, made.repeated - self.repeated)
        return tried if now is None or _no_worse(tried, now) else None

    def _unlike(self, tree: Tree, made: Behaviour) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
        """Return the pairs that do not stand as all agree, and those that stand as they do nowhere."""
        broken, strange = set(), set()
        for one, other in combinations(sorted(rows_of(tree), key=self.number.__getitem__), 2):
            pair = self.number[one], self.number[other]
            found = made.relation(one, other)
            agreed = self.votes.unanimous(*pair, strictly=True)
            if agreed is not None and found != agreed:
                broken.add((one, other))
            counts = self.votes.of(*pair)
            if counts and found not in counts and found not in self.votes.drawn.get(pair, {}):
                strange.add((one, other))
        return frozenset(broken), frozenset(strange)

    def _better(self, now: _Tried) -> _Tried | None:
        """Return the first tree that breaks less and is otherwise no worse."""
        for stretch in self._stretches(now):
            for candidate in self._candidates(now.tree, stretch):
                tried = self._try(candidate, now)
                if tried is not None or not self.left:
                    return tried
        return None

    def _stretches(self, now: _Tried) -> list[_Stretch]:
        """Return what pairs lie in that can be done apart, the smallest first."""
        around = {part: current for current in walk(now.tree) for part in current.parts}
        leaves = {part.row: part for part in walk(now.tree) if part.kind == "step"}
        place = {part: number for number, part in enumerate(walk(now.tree))}
        found: dict[tuple[Tree, int, int], _Stretch] = {}
        for row, other in sorted(now.breaches):
            if other not in leaves or (row and row not in leaves):
                continue
            paths = [_path(leaves[each], around) for each in (row, other) if each]
            for stretch in _around(paths) if row else _above(paths[0]):
                found.setdefault((stretch.node, stretch.first, stretch.last), stretch)
        sizes = {stretch: sum(len(rows_of(part)) for part in stretch.parts) for stretch in found.values()}
        return sorted(sizes, key=lambda each: (sizes[each], place[each.node], each.first))

    def _candidates(self, tree: Tree, stretch: _Stretch) -> Iterator[Tree]:
        parts = stretch.parts
        for with_loops in (False, True):
            apart = in_sequence(parts)
            for _ in range(DEPTH):
                apart = dissolve(apart, with_loops)
                if len(apart.parts) > MOST_PARTS:
                    break
                made = self._linked(apart)
                if made is not None:
                    yield self._replaced(tree, stretch, made)

    def _linked(self, apart: Dissolved) -> Tree | None:
        """Return parts as the choice graph that the organisations vote for; None where that leads nowhere."""
        rows = [[self.number[row] for row in rows_of(part)] for part in apart.parts]
        links: set[Link] = set(self.following.links(rows, apart.after, apart.loops))
        fallback = reduction(apart.after)
        for number in range(len(apart.parts)):
            if not any(target == number and source < number for source, target in links):
                links.update(link for link in fallback if link[1] == number)
            if not any(source == number != target for source, target in links):
                links.update(link for link in fallback if link[0] == number)
        forth, back = reached(links, BEGIN), reached(links, END, backwards=True)
        if not all(number in forth and number in back for number in range(len(apart.parts))):
            return None
        return graph("choice", *in_chains(apart.parts, links))

    def _replaced(self, tree: Tree, stretch: _Stretch, made: Tree) -> Tree:
        node = stretch.node
        if node.kind != "seq":
            return replaced(tree, node, replace(made, optional=made.optional or node.optional))
        whole_is = stretch.parts == node.parts and node.optional
        if not whole_is and self.asking.skips(rows_of(made), rows_of(node)):
            made = replace(made, optional=True)
        parts = [*node.parts[: stretch.first], made, *node.parts[stretch.last + 1 :]]
        whole = parts[0] if len(parts) == 1 else replace(node, parts=tuple(parts))
        return replaced(tree, node, replace(whole, optional=whole.optional or node.optional))


def _no_worse(tried: _Tried, before: _Tried) -> bool:
    return tried.broken <= before.broken and tried.strange <= before.strange and tried.repeated <= before.repeated


def _shape(tree: Tree, inner: list[Hashable]) -> Hashable:
    return (tree.kind, tree.row, tree.optional, tree.links, tree.gateways, *inner)


def _path(leaf: Tree, around: dict[Tree, Tree]) -> list[Tree]:
    """Return what lies around a leaf, from the whole tree to the leaf."""
    path = [leaf]
    while path[-1] in around:
        path.append(around[path[-1]])
    return path[::-1]


def _around(paths: Sequence[Sequence[Tree]]) -> Iterator[_Stretch]:
    """Yield the stretches that two paths part in, the inner before the outer."""
    one, other = paths
    depth = max(number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a is b)
    if one[depth].kind == "seq":
        places = sorted(one[depth].parts.index(path[depth + 1]) for path in paths)
        yield _Stretch(one[depth], places[0], places[1])
    yield from _above(one[: depth + 1])


def _above(path: Sequence[Tree]) -> Iterator[_Stretch]:
    for node in reversed(path):
        if node.kind in ("seq", "xor", "choice", "loop"):
            yield _Stretch(node, 0, len(node.parts) - 1)
