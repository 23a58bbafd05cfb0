"""Questions to the drawing of a process: what comes before and after, what can be reached, what lies in a loop.

They follow the arrows only; what can really happen is a matter of tokens (see `exploration`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from procmap.behaviour.components import strong_components
from procmap.behaviour.played import is_link_target, link_name
from procmap.model import Event, FlowNode, Gateway, Process


class FlowGraph:
    """The nodes of a process and the ways between them. Every answer keeps the order of the source or of the flow.

    A way leads along a sequence flow, from an activity to its boundary events, and from a link to its other end.
    """

    def __init__(self, process: Process) -> None:
        self.nodes: dict[str, FlowNode] = {node.id: node for node in process.nodes}
        self._out: dict[str, list[str]] = defaultdict(list)
        self._in: dict[str, list[str]] = defaultdict(list)
        for flow in process.flows:
            if flow.source in self.nodes and flow.target in self.nodes:
                self._way(flow.source, flow.target)
        targets: dict[tuple[str | None, str | None, str], str] = {}
        events = [node for node in process.nodes if isinstance(node, Event)]
        for event in events:
            if is_link_target(event):
                targets.setdefault((event.pool, event.parent, link_name(event)), event.id)
        for event in events:
            if event.attached_to in self.nodes:
                self._way(event.attached_to, event.id)
            elif event.type == "intermediateThrowEvent":
                target = targets.get((event.pool, event.parent, link_name(event)))
                if target:
                    self._way(event.id, target)

    def _way(self, source: str, target: str) -> None:
        if target not in self._out[source]:
            self._out[source].append(target)
            self._in[target].append(source)

    def successors(self, node: str, passing: Collection[str] = ()) -> tuple[str, ...]:
        """Return the steps next after a node: gateways, and the nodes of `passing`, are passed over.

        Nearer ones come first. Raises KeyError when there is no such node.
        """
        return self._next(node, self._out, passing)

    def predecessors(self, node: str, passing: Collection[str] = ()) -> tuple[str, ...]:
        """Return the steps next before a node: gateways, and the nodes of `passing`, are passed over.

        Nearer ones come first. Raises KeyError when there is no such node.
        """
        return self._next(node, self._in, passing)

    def _next(self, node: str, ways: dict[str, list[str]], passing: Collection[str]) -> tuple[str, ...]:
        if node not in self.nodes:
            raise KeyError(node)
        found: list[str] = []
        seen: set[str] = set()
        pending = [node]
        for current in pending:  # grows while it is read
            for near in ways.get(current, ()):
                if near in seen:
                    continue
                seen.add(near)
                if isinstance(self.nodes[near], Gateway) or near in passing:
                    pending.append(near)
                else:
                    found.append(near)
        return tuple(found)

    def distances(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return how many arrows each node is from the nearest beginning, and from the nearest end.

        Where nothing begins (or ends), the first (or last) node of the source does. A node that no way leads to is in
        neither.
        """
        nodes = list(self.nodes)
        begins = [node for node in nodes if not self._in.get(node)] or nodes[:1]
        ends = [node for node in nodes if not self._out.get(node)] or nodes[-1:]
        return _distances(begins, self._out), _distances(ends, self._in)

    def reachable(self, node: str) -> frozenset[str]:
        """Return the ids of the nodes that can come after a node, also inside sub-processes and after them.

        Raises KeyError when there is no such node.
        """
        ids = list(self.nodes)
        seen: set[int] = set()
        pending = [self._numbers[node]]
        while pending:
            for near in self._onward[pending.pop()]:
                if near not in seen:
                    seen.add(near)
                    pending.append(near)
        return frozenset(ids[number] for number in seen if number < len(ids))

    def in_loop(self, node: str) -> bool:
        """Tell whether a node can come again after itself by the arrows. Raises KeyError when there is no such node."""
        return self._numbers[node] in self._looping

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {node: number for number, node in enumerate(self.nodes)}

    @cached_property
    def _onward(self) -> list[list[int]]:
        """All ways, with those into a sub-process and out of it, by number of node.

        Number `n + size` stands for "all inside node n is done": what is last inside leads there.
        """
        numbers, size = self._numbers, len(self.nodes)
        onward: list[list[int]] = [[numbers[near] for near in self._out.get(node, ())] for node in self.nodes]
        onward.extend([] for _ in range(size))
        for number, (node_id, node) in enumerate(self.nodes.items()):
            onward[number + size].extend(numbers[near] for near in self._out.get(node_id, ()))
            around = numbers.get(node.parent or "")
            if around is None:
                continue
            if not self._in.get(node_id):
                onward[around].append(number)
            if not self._out.get(node_id):
                onward[number].append(around + size)
                onward[number + size].append(around + size)
        return onward

    @cached_property
    def _looping(self) -> frozenset[int]:
        looping: set[int] = set()
        for component in strong_components(self._onward):
            if len(component) > 1 or component[0] in self._onward[component[0]]:
                looping.update(component)
        return frozenset(looping)


def _distances(sources: list[str], ways: dict[str, list[str]]) -> dict[str, int]:
    found = dict.fromkeys(sources, 0)
    pending = list(sources)
    for current in pending:  # grows while it is read
        for near in ways.get(current, ()):
            if near not in found:
                found[near] = found[current] + 1
                pending.append(near)
    return found
