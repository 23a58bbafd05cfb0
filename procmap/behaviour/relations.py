"""The order relations of one process, exactly: what comes before what, either-or, at the same time, again.

They hold between *rows*: names under which any number of nodes stand. They are read off the reachable states, and only
runs that complete count. Sets of rows are numbers with a bit for every row. After the behavioural profiles of Weidlich
et al. (2011), with concurrency told apart from what a loop does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from procmap.behaviour.components import strong_components
from procmap.behaviour.exploration import StateSpace
from procmap.behaviour.loops import Loop

Relation = Literal["<", ">", "x", "|", "~"]
"""Before, after, either-or, at the same time; `~`: several nodes of one row lie around the other, so none of these."""


@dataclass(frozen=True)
class View:
    """The states of a net as its rows see them.

    `rows`: the rows that can happen in a run that completes, in the order of the source. `edges[s]`: for each firing in
    state s from which a run can complete, the number of the row that happens (-1: none), the actor, and the next state.
    """

    space: StateSpace
    rows: tuple[str, ...]
    edges: tuple[tuple[tuple[int, int, int], ...], ...]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of every row."""
        return {row: number for number, row in enumerate(self.rows)}

    def mask(self, rows: Iterable[str]) -> int:
        """Return the set of those of `rows` that can happen."""
        mask = 0
        for row in rows:
            if row in self.number:
                mask |= 1 << self.number[row]
        return mask

    def names(self, mask: int) -> tuple[str, ...]:
        """Return the rows of a set, in their order."""
        return tuple(row for number, row in enumerate(self.rows) if mask >> number & 1)


def view(space: StateSpace, row_of: Mapping[str, str] | None = None) -> View:
    """Return a state space as seen by rows: `row_of` tells the row of a node; nodes without one are not seen.

    Without `row_of` every node is a row of its own.
    """
    actors = space.net.actors
    row_by_actor = [
        (actor.node if row_of is None else row_of.get(actor.node)) if actor.occurs and actor.node else None
        for actor in actors
    ]
    ok = space.ok
    acting = {actor for s, edges in enumerate(space.edges) if ok[s] for actor, target in edges if ok[target]}
    rows = tuple(dict.fromkeys(row for a, row in enumerate(row_by_actor) if row is not None and a in acting))
    number = {row: place for place, row in enumerate(rows)}
    seen = [number.get(row, -1) if row is not None else -1 for row in row_by_actor]
    edges = tuple(
        tuple((seen[actor], actor, target) for actor, target in edges if ok[target]) if ok[state] else ()
        for state, edges in enumerate(space.edges)
    )
    return View(space, rows, edges)


def futures(seen: View) -> tuple[int, ...]:
    """Return for every state the set of rows that can still happen."""
    future = [0] * len(seen.edges)
    for component in strong_components([[target for _, _, target in edges] for edges in seen.edges]):
        mask = 0
        for state in component:
            for row, _, target in seen.edges[state]:
                mask |= future[target] | (1 << row if row >= 0 else 0)
        for state in component:
            future[state] = mask
    return tuple(future)


def weak_order(seen: View) -> tuple[int, ...]:
    """Return for every row the set of rows that can happen some time after it."""
    future = futures(seen)
    after = [0] * len(seen.rows)
    for edges in seen.edges:
        for row, _, target in edges:
            if row >= 0:
                after[row] |= future[target]
    return tuple(after)


def concurrency(seen: View) -> tuple[int, ...]:
    """Return for every row the set of rows that can happen at the same time.

    Two nodes do when in some state either can happen and leaves the other possible.
    """
    enabled = [0] * len(seen.edges)
    for state, edges in enumerate(seen.edges):
        for row, actor, _ in edges:
            if row >= 0:
                enabled[state] |= 1 << actor
    together = [0] * len(seen.rows)
    for edges in seen.edges:
        visible = [edge for edge in edges if edge[0] >= 0]
        for place, (row, actor, target) in enumerate(visible):
            for other_row, other, other_target in visible[place + 1 :]:
                if together[row] >> other_row & 1 or actor == other:
                    continue
                if enabled[target] >> other & 1 and enabled[other_target] >> actor & 1:
                    together[row] |= 1 << other_row
                    together[other_row] |= 1 << row
    return tuple(together)


@dataclass(frozen=True)
class Order:
    """The relations between the rows of one net, and which rows can happen again in one run.

    `after`: the weak order; `parallel`: what can happen at the same time. `passes[d]`: the weak order in one pass
    through the loops that lie at most d deep; `looped[d]`: for every row, the rows with which it shares a loop that
    deep.
    `repeated`: rows that a loop marker repeats.
    """

    rows: tuple[str, ...]
    after: tuple[int, ...]
    parallel: tuple[int, ...]
    passes: tuple[tuple[int, ...], ...] = ()
    looped: tuple[tuple[int, ...], ...] = ()
    repeated: int = 0

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of every row."""
        return {row: number for number, row in enumerate(self.rows)}

    def relation(self, one: str, other: str) -> Relation:
        """Return how two different rows stand. Raises KeyError for a row that cannot happen.

        Where each can come after the other and they are not parallel, one pass through the innermost loop that holds
        both decides; without such a loop they have no relation.
        """
        a, b = self.number[one], self.number[other]
        told = _told(self.after, a, b)
        if told != "~":
            return told
        if self.parallel[a] >> b & 1:
            return "|"
        for depth in range(len(self.passes) - 1, -1, -1):
            if self.looped[depth][a] >> b & 1:
                return _told(self.passes[depth], a, b)
        return "~"

    def repeats(self, row: str) -> bool:
        """Tell whether a row can happen more than once in a run. Raises KeyError for a row that cannot happen."""
        number = self.number[row]
        return bool((self.after[number] | self.repeated) >> number & 1)


def _told(after: tuple[int, ...], a: int, b: int) -> Relation:
    forth, back = after[a] >> b & 1, after[b] >> a & 1
    if forth and back:
        return "~"
    return "<" if forth else ">" if back else "x"


def order(
    seen: View, passes: Sequence[View] = (), loops: Sequence[Loop] = (), row_of: Mapping[str, str] | None = None
) -> Order:
    """Return the relations between the rows of a net.

    `loops` are the drawn and the marked ones; `passes` are views of the same net with the ways back cut of the loops
    that are at most 0, 1, … deep.
    """
    weak = []
    for once in passes:
        after = [0] * len(seen.rows)
        for number, mask in enumerate(weak_order(once)):
            if once.rows[number] in seen.number:
                after[seen.number[once.rows[number]]] = seen.mask(once.names(mask))
        weak.append(tuple(after))
    looped = [[0] * len(seen.rows) for _ in passes]
    repeated = 0
    depths: list[int] = []
    for loop in loops:
        depths.append(0 if loop.around is None else depths[loop.around] + 1)
        inside = seen.mask(_row_names(loop.nodes, row_of))
        if loop.marker:
            repeated |= inside
            continue
        for number in range(len(seen.rows)):
            if inside >> number & 1:
                looped[depths[-1]][number] |= inside
    return Order(
        seen.rows, weak_order(seen), concurrency(seen), tuple(weak), tuple(map(tuple, looped)), repeated
    )  # fmt: skip


def _row_names(nodes: Iterable[str], row_of: Mapping[str, str] | None) -> list[str]:
    return [node if row_of is None else row_of[node] for node in nodes if row_of is None or node in row_of]
