"""Decisions of a process: the nodes where one of several ways is taken, and where these ways lead.

Decisions of different parties are the same where they follow the same row, or choose between the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from procmap.alignment import Party
from procmap.behaviour import FlowGraph, flow_order
from procmap.comparison.grid import Grid
from procmap.model import Gateway, Index, SequenceFlow, unique

_DECIDING = ("exclusiveGateway", "inclusiveGateway", "complexGateway")
MOST_AHEAD = 200
"""Steps looked at ahead on one way: what is further off is no part of a branch that people see as one."""

MOST_WAYS = 20
"""Ways of one decision, and rows of one way, that are held against those of others."""


@dataclass(frozen=True)
class Way:
    """A way out of a decision: its flow, what is written on it, and the rows that it leads to next.

    `back`: it leads to what comes before the decision.
    """

    flow: str
    text: str
    default: bool
    rows: tuple[str, ...]
    steps: tuple[str, ...]
    back: bool


@dataclass(frozen=True)
class Decision:
    """A node of a party where one way is taken, or some; `before`: the rows that it follows."""

    party: str
    node: str
    question: str
    before: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def onward(self) -> tuple[str, ...]:
        """The rows that ways lead to next, ways back left aside."""
        return tuple(unique(row for way in self.ways if not way.back for row in way.rows))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The rows that ways lead to next, ways back among them."""
        return tuple(unique(row for way in self.ways for row in way.rows))

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written at the decision and on its ways."""
        return tuple(text for text in (self.question, *(way.text for way in self.ways)) if text)


class Drawing:
    """The drawing of one party, asked in rows."""

    def __init__(self, grid: Grid, party: Party) -> None:
        self.party = party
        self._grid = grid
        self._index = Index(party.process)
        self._graph = FlowGraph(party.process)
        self._rank = {step: place for place, step in enumerate(flow_order(party.process))}

    def row(self, step: str) -> str:
        """Return the id of the row of a step."""
        return self._grid.row_of[self.party.id, step].id

    def after(self, step: str) -> tuple[str, ...]:
        """Return the steps next after a step."""
        return self._graph.successors(step)

    def before(self, step: str) -> tuple[str, ...]:
        """Return the rows next before a step."""
        return tuple(unique(self.row(one) for one in self._graph.predecessors(step)))

    def decisions(self) -> list[Decision]:
        """Return the decisions, in the order of the source; those between ways to one and the same row are none."""
        found = []
        for node in self.party.process.nodes:
            leaving = self._index.outgoing(node.id)
            if len(leaving) < 2 or not self._decides(node.id, leaving):
                continue
            steps = self._before(node.id)
            ways = tuple(self._way(flow, steps) for flow in leaving)
            if len({way.rows for way in ways}) > 1:
                rows = tuple(unique(self.row(step) for step in steps))
                question = node.name if isinstance(node, Gateway) else ""
                found.append(Decision(self.party.id, node.id, question, rows, ways))
        return found

    def _decides(self, node_id: str, leaving: Sequence[SequenceFlow]) -> bool:
        node = self._index.nodes[node_id]
        if isinstance(node, Gateway):
            return node.type in _DECIDING
        return any(flow.condition for flow in leaving)

    def _before(self, node_id: str) -> tuple[str, ...]:
        node = self._index.nodes[node_id]
        return self._graph.predecessors(node_id) if isinstance(node, Gateway) else (node_id,)

    def _next(self, node_id: str) -> tuple[str, ...]:
        return self._graph.successors(node_id) if isinstance(self._index.nodes[node_id], Gateway) else (node_id,)

    def _way(self, flow: SequenceFlow, before: Sequence[str]) -> Way:
        steps = self._next(flow.target)
        last = max((self._rank.get(step, 0) for step in before), default=-1)
        return Way(
            flow=flow.id,
            text=" ".join((flow.name or flow.condition).split()),
            default=flow.default,
            rows=tuple(unique(self.row(step) for step in steps)),
            steps=steps,
            back=bool(steps) and all(self._rank.get(step, 0) <= last for step in steps),
        )

    def ahead(self, way: Way) -> tuple[frozenset[str], bool]:
        """Return the rows on a way onward, and whether it turns back to what comes before it."""
        seen = list(way.steps)
        known = set(seen)
        first = min((self._rank.get(step, 0) for step in seen), default=0)
        turns = False
        for step in seen:  # grows while it is read
            if len(seen) >= MOST_AHEAD:
                break
            for near in self._graph.successors(step):
                turns = turns or self._rank.get(near, 0) < first
                if near not in known and self._rank.get(near, 0) > self._rank.get(step, 0):
                    known.add(near)
                    seen.append(near)
        return frozenset(self.row(step) for step in seen), turns

    def always(self, row: str) -> frozenset[str]:
        """Return the rows that follow a row without any choice between them."""
        seen = [step.id for step in self._grid.steps(self._grid.row[row], self.party)]
        known, rows = set(seen), set()
        for node in seen:  # grows while it is read
            leaving = self._index.outgoing(node)
            choice = isinstance(self._index.nodes[node], Gateway) and (
                self._index.nodes[node].type != "parallelGateway"  # type: ignore[attr-defined]
            )
            if len(seen) >= MOST_AHEAD or (len(leaving) > 1 and (choice or any(flow.condition for flow in leaving))):
                continue
            for flow in leaving:
                if flow.target in self._index.nodes and flow.target not in known:
                    known.add(flow.target)
                    seen.append(flow.target)
        rows = {self.row(node) for node in seen if not isinstance(self._index.nodes[node], Gateway)}
        return frozenset(rows - {row})


def groups_of(decisions: Sequence[Decision]) -> list[list[Decision]]:
    """Return the decisions that are the same, as groups in the order of their first; one that is alone is a group."""
    first: dict[tuple[str, ...], int] = {}
    group_of = list(range(len(decisions)))

    def head(number: int) -> int:
        while group_of[number] != number:
            group_of[number] = number = group_of[group_of[number]]
        return number

    for number, decision in enumerate(decisions):
        for key in (*((row,) for row in decision.before), *_choices(decision)):
            one, other = head(number), head(first.setdefault(key, number))
            group_of[max(one, other)] = min(one, other)
    groups: dict[int, list[Decision]] = defaultdict(list)
    for number, decision in enumerate(decisions):
        groups[head(number)].append(decision)
    return list(groups.values())


def _choices(decision: Decision) -> list[tuple[str, ...]]:
    """Return the pairs of rows between which a decision chooses."""
    ways = [way.rows[:MOST_WAYS] for way in decision.ways[:MOST_WAYS] if not way.back]
    return unique((min(a, b), max(a, b)) for one, other in combinations(ways, 2) for a in one for b in other if a != b)


def drawings_of(grid: Grid) -> Mapping[str, Drawing]:
    """Return the drawing of each party, by its id."""
    return {party.id: Drawing(grid, party) for party in grid.parties}
