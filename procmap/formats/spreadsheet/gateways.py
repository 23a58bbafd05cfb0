"""The gateways that a list of steps asks for without naming them.

Several ways out of a step are a split: either-or where any has a condition, else parallel. Several ways into a step are
a join: of the kind of the split that it closes, else either-or. Which split that is, dominators tell: the nearest node
that every way into the join has passed (on the graph without the ways that lead back). Where the ways into a step close
several splits that lie in each other, there is a join for each.

Dominators: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

JoinType = str
_WAITING = ("parallelGateway", "inclusiveGateway")
_EITHER_OR = "exclusiveGateway"
_ROOT = 0
_MOST_LOOKED_AT = 2_000_000
"""Nodes that are looked at to tell whether ways mix; beyond, they count as mixed."""
_DEEPEST = 40
"""Joins in front of each other, at most; what lies deeper is one either-or."""


@dataclass(frozen=True)
class Arc:
    """A way from one row to another, with its condition; `default`: taken when no other is."""

    source: str
    target: str
    name: str = ""
    default: bool = False


@dataclass(frozen=True)
class Vertex:
    """A row as a node of the graph: its type if it is a gateway, the `host` if it is a boundary event."""

    id: str
    gateway: str = ""
    host: str = ""


@dataclass(frozen=True)
class Join:
    """Ways that meet: places in the list of arcs, and joins in front of this one."""

    type: JoinType
    parts: tuple[int | Join, ...]


@dataclass(frozen=True)
class Inferred:
    """The split behind each step that needs one (its type), and the join before each."""

    splits: dict[str, str]
    joins: dict[str, Join]


def infer(vertices: Sequence[Vertex], arcs: Sequence[Arc]) -> Inferred:
    """Return the gateways that arcs between rows ask for. The ends of all arcs must be among the vertices."""
    leaving: dict[str, list[int]] = defaultdict(list)
    entering: dict[str, list[int]] = defaultdict(list)
    for place, arc in enumerate(arcs):
        leaving[arc.source].append(place)
        entering[arc.target].append(place)
    splits = {
        vertex.id: _EITHER_OR if any(arcs[at].name or arcs[at].default for at in leaving[vertex.id]) else _WAITING[0]
        for vertex in vertices
        if not vertex.gateway and len(leaving[vertex.id]) > 1
    }
    asked = [vertex.id for vertex in vertices if not vertex.gateway and len(entering[vertex.id]) > 1]
    if not asked:
        return Inferred(splits, {})
    kinds = {vertex.id: vertex.gateway or splits.get(vertex.id, "") for vertex in vertices}
    graph = _Graph(vertices, arcs, leaving, kinds)
    return Inferred(splits, {target: graph.join(entering[target]) for target in asked})


class _Graph:
    """Rows and arcs as the nodes of one graph (0 is before all), its dominators, and the arcs that lead back."""

    def __init__(
        self, vertices: Sequence[Vertex], arcs: Sequence[Arc], leaving: dict[str, list[int]], kinds: dict[str, str]
    ) -> None:
        number = {vertex.id: place for place, vertex in enumerate(vertices, start=1)}
        self._first_arc = len(vertices) + 1
        self._kinds = ["", *(kinds[vertex.id] for vertex in vertices)]
        self._after: list[list[int]] = [[] for _ in range(self._first_arc + len(arcs))]
        for vertex in vertices:
            self._after[number[vertex.id]] = [self._first_arc + at for at in leaving[vertex.id]]
        for place, arc in enumerate(arcs):
            self._after[self._first_arc + place] = [number[arc.target]]
        entered = {arc.target for arc in arcs}
        for vertex in vertices:
            if vertex.host in number:
                self._after[number[vertex.host]].append(number[vertex.id])
            elif vertex.id not in entered:
                self._after[_ROOT].append(number[vertex.id])
        self._back: set[tuple[int, int]] = set()
        self._left = _MOST_LOOKED_AT
        order = self._walk()
        self._dominators(order)

    def _walk(self) -> list[int]:
        """Return all nodes, each after those that lead to it; note the steps that lead back."""
        state = [0] * len(self._after)
        ended: list[int] = []
        for start in (_ROOT, *range(1, self._first_arc)):
            if state[start]:
                continue
            if start:
                self._after[_ROOT].append(start)  # a ring that nothing leads to
            state[start] = 1
            stack = [(start, iter(self._after[start]))]
            while stack:
                node, rest = stack[-1]
                for following in rest:
                    if state[following] == 0:
                        state[following] = 1
                        stack.append((following, iter(self._after[following])))
                        break
                    if state[following] == 1:
                        self._back.add((node, following))
                else:
                    state[node] = 2
                    ended.append(node)
                    stack.pop()
        ended.remove(_ROOT)
        return [_ROOT, *reversed(ended)]

    def _dominators(self, order: list[int]) -> None:
        """Find the immediate dominator and the depth of each node. Without back arcs one pass in order is enough."""
        before: dict[int, list[int]] = defaultdict(list)
        for node in order:
            for following in self._after[node]:
                if (node, following) not in self._back:
                    before[following].append(node)
        self._idom = [-1] * len(self._after)
        self._depth = [0] * len(self._after)
        self._idom[_ROOT] = _ROOT
        for node in order[1:]:
            known = [each for each in before[node] if self._idom[each] >= 0] or [_ROOT]
            common = self._common_of(known)
            self._idom[node] = common
            self._depth[node] = self._depth[common] + 1
        self._number(order)

    def _number(self, order: list[int]) -> None:
        """Give numbers to the tree of dominators from above: what lies below a node follows it."""
        self._children: list[list[int]] = [[] for _ in self._after]
        for node in order[1:]:
            self._children[self._idom[node]].append(node)
        self._entered = [0] * len(self._after)
        waiting, number = [_ROOT], 0
        while waiting:
            node = waiting.pop()
            self._entered[node] = number
            number += 1
            waiting += reversed(self._children[node])

    def _common_of(self, nodes: list[int]) -> int:
        """Return the nearest node that dominates all; from below, so that no way up is walked twice."""
        ordered = sorted(nodes, key=lambda node: -self._depth[node])
        common = ordered[0]
        for node in ordered[1:]:
            common = self._common(common, node)
        return common

    def _common(self, a: int, b: int) -> int:
        while a != b:
            if self._depth[a] >= self._depth[b]:
                a = self._idom[a]
            else:
                b = self._idom[b]
        return a

    def join(self, entering: list[int]) -> Join:
        """Return the join of arcs into one step."""
        forward = [at for at in entering if not self._leads_back(at)]
        back: list[int | Join] = [at for at in entering if self._leads_back(at)]
        if not forward:
            return Join(_EITHER_OR, tuple(back))
        made = self._joined(forward)
        if not back:
            return made if isinstance(made, Join) else Join(_EITHER_OR, (made,))
        return _flat(_EITHER_OR, [made, *back])

    def _leads_back(self, at: int) -> bool:
        node = self._first_arc + at
        return (node, self._after[node][0]) in self._back

    def _joined(self, places: list[int]) -> int | Join:
        """Return the join of arcs, made of the joins of groups of them. Depth is that of splits in each other."""
        waiting = [(places, 1)]
        split_up: list[tuple[list[int], str, list[list[int]]]] = []
        while waiting:  # top down: how each group parts
            group, depth = waiting.pop()
            if len(group) == 1:
                continue
            node = self._common_of([self._first_arc + at for at in group])
            parts = self._parts(group, node)
            if len(parts) == 1 or depth > _DEEPEST:
                split_up.append((group, _EITHER_OR, [[at] for at in group]))
                continue
            kind = self._kinds[node] if node < self._first_arc else ""
            split_up.append((group, kind if kind in _WAITING else _EITHER_OR, parts))
            waiting += ((part, depth + 1) for part in parts)
        made: dict[tuple[int, ...], int | Join] = {}
        for group, kind, parts in reversed(split_up):  # bottom up: the joins
            made[tuple(group)] = _flat(kind, [made.get(tuple(part), part[0]) for part in parts])
        return made.get(tuple(places), places[0])

    def _parts(self, group: list[int], split: int) -> list[list[int]]:
        """Return arcs grouped by the ways out of `split` that lead to them; ways that mix are one group."""
        below: dict[int, list[int]] = defaultdict(list)
        children = self._children[split]
        starts = [self._entered[node] for node in children]
        for at in group:
            place = bisect_right(starts, self._entered[self._first_arc + at]) - 1
            below[children[place]].append(at)
        ways = set(self._after[split])
        if len(below) == 1 or all(node in ways for node in below) or self._kinds_of(split) not in _WAITING:
            return list(below.values())
        return self._unmixed(below, split)

    def _kinds_of(self, node: int) -> str:
        return self._kinds[node] if node < self._first_arc else ""

    def _unmixed(self, below: dict[int, list[int]], split: int) -> list[list[int]]:
        """Return groups of arcs so that no way out of the split leads to two of them."""
        leader = {node: node for node in below}

        def lead(node: int) -> int:
            while leader[node] != node:
                node = leader[node]
            return node

        for way in self._after[split]:
            reached: list[int] = []
            seen, waiting = {way}, [way]
            while waiting:
                node = waiting.pop()
                self._left -= 1
                if self._left < 0:
                    return [sorted(at for places in below.values() for at in places)]
                if node in below:
                    reached.append(node)
                    continue
                for following in self._after[node]:
                    inside = (node, following) not in self._back and self._depth[following] > self._depth[split]
                    if inside and following not in seen:
                        seen.add(following)
                        waiting.append(following)
            for node in reached[1:]:
                leader[lead(node)] = lead(reached[0])
        groups: dict[int, list[int]] = defaultdict(list)
        for node, places in below.items():
            groups[lead(node)] += places
        return [sorted(places) for places in groups.values()]


def _flat(kind: str, parts: Sequence[int | Join]) -> Join:
    """Return a join in which no part is a join of the same kind."""
    flat: list[int | Join] = []
    for part in parts:
        flat += part.parts if isinstance(part, Join) and part.type == kind else (part,)
    return Join(kind, tuple(flat))
