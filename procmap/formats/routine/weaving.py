"""From an outline to a graph: where each step leads, with the gateways that the words ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Literal

from procmap.formats.routine.lines import Line, told
from procmap.formats.routine.outline import Jump, Part, Split, Task
from procmap.formats.routine.targets import Targets
from procmap.model import Finding

Kind = Literal["task", "startEvent", "endEvent", "exclusiveGateway", "parallelGateway"]


@dataclass(eq=False)
class Node:
    """A node of the graph; `task` is the step that it stands for, if any."""

    kind: Kind
    task: Task | None = None
    joins: bool = False


@dataclass(frozen=True)
class Arc:
    """Order between two nodes. `otherwise`: taken when no other is; `place`: the how-manieth way out of its source."""

    source: Node
    target: Node
    condition: str = ""
    otherwise: bool = False
    place: int = 0


@dataclass(frozen=True)
class _Tail:
    """A way that leaves a node and leads nowhere yet."""

    source: Node
    condition: str = ""
    otherwise: bool = False
    place: int = 0


@dataclass
class Woven:
    """Nodes in the order of the routine, arcs in the order of their sources and of the ways out of each."""

    nodes: list[Node] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def weave(outline: list[Part]) -> Woven:
    """Return an outline as a graph that begins with start events and ends with end events."""
    weaver = _Weaver(Targets(outline))
    woven = weaver.weave(outline)
    return Woven(*_with_joins(woven), woven.findings)


class _Weaver:
    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._graph = Woven(findings=list(targets.findings))
        self._places: dict[int, Node] = {}
        self._jumps: list[tuple[_Tail, Jump]] = []

    def weave(self, outline: list[Part]) -> Woven:
        starts = outline and isinstance(outline[0], Task) and outline[0].type == "startEvent"
        tails = [] if starts else [_Tail(self._node("startEvent"))]
        tails = self._sequence(outline, tails)
        if tails:
            self._connect(tails, self._node("endEvent"))
        for tail, jump in self._jumps:
            target = self._targets.of(jump)
            if target is not None:
                self._connect([tail], self._places[id(target)])
        return self._graph

    def _sequence(self, parts: list[Part], tails: list[_Tail]) -> list[_Tail]:
        """Add parts that follow each other after `tails`; return what leads on. Depth is that of items."""
        for place, part in enumerate(parts):
            if isinstance(part, Jump):
                if self._targets.of(part) is not None:
                    self._jumps += ((tail, part) for tail in tails)
                    tails = []
            elif isinstance(part, Task):
                tails = self._task(part, tails)
            elif part.kind == "parallel":
                tails = self._parallel(part, tails)
            else:
                tails = self._choice(part, tails, parts[place + 1] if place + 1 < len(parts) else None)
        return tails

    def _task(self, task: Task, tails: list[_Tail]) -> list[_Tail]:
        node = self._node(task.type, task)
        if task.type == "startEvent":
            return [*tails, _Tail(node)]
        self._connect(tails, node)
        return [] if task.type == "endEvent" else [_Tail(node)]

    def _parallel(self, split: Split, tails: list[_Tail]) -> list[_Tail]:
        gateway = self._split(split, "parallelGateway", tails)
        ends: list[_Tail] = []
        for place, way in enumerate(split.ways):
            leaving = self._sequence(way.parts, [_Tail(gateway, place=place)])
            if len(leaving) > 1:
                merge = self._node("exclusiveGateway", joins=True)
                self._connect(leaving, merge)
                leaving = [_Tail(merge)]
            ends += leaving
        if len(ends) < 2:
            return ends
        join = self._node("parallelGateway", joins=True)
        self._connect(ends, join)
        return [_Tail(join)]

    def _choice(self, split: Split, tails: list[_Tail], following: Part | None) -> list[_Tail]:
        gateway = self._split(split, "exclusiveGateway", tails)
        ends: list[_Tail] = []
        for place, way in enumerate(split.ways):
            ends += self._sequence(way.parts, [_Tail(gateway, way.condition, way.otherwise, place)])
        if any(way.otherwise for way in split.ways):
            return ends
        # One condition: else the work goes on. Several that all leave: what follows is for the case that none holds,
        # unless one of them leads there.
        leaves_all = not ends and following is not None and not self._targets.is_cited(following)
        if len(split.ways) == 1 or leaves_all:
            return [*ends, _Tail(gateway, otherwise=True, place=len(split.ways))]
        self._graph.findings.append(told("routine-no-else", _line(split), "note", conditions=len(split.ways)))
        return ends

    def _split(self, split: Split, kind: Kind, tails: list[_Tail]) -> Node:
        gateway = self._node(kind)
        self._places[id(split)] = gateway
        self._connect(tails, gateway)
        return gateway

    def _node(self, kind: Kind, task: Task | None = None, *, joins: bool = False) -> Node:
        node = Node(kind, task, joins)
        self._graph.nodes.append(node)
        if task is not None:
            self._places[id(task)] = node
        return node

    def _connect(self, tails: list[_Tail], target: Node) -> None:
        self._graph.arcs += (Arc(tail.source, target, tail.condition, tail.otherwise, tail.place) for tail in tails)


def _line(split: Split) -> Line:
    return split.ways[0].line


def _with_joins(woven: Woven) -> tuple[list[Node], list[Arc]]:
    """Return nodes and arcs with an exclusive join before each node that several ways lead to."""
    entering: dict[Node, list[Arc]] = defaultdict(list)
    for arc in woven.arcs:
        entering[arc.target].append(arc)
    joins = {
        node: Node("exclusiveGateway", joins=True) for node in woven.nodes if not node.joins and len(entering[node]) > 1
    }
    nodes = [each for node in woven.nodes for each in ((joins[node], node) if node in joins else (node,))]
    arcs = [replace(arc, target=joins.get(arc.target, arc.target)) for arc in woven.arcs]
    arcs += (Arc(join, node) for node, join in joins.items())
    order = {node: place for place, node in enumerate(nodes)}
    return nodes, sorted(arcs, key=lambda arc: (order[arc.source], arc.place))
