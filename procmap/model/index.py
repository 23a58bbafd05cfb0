"""Looking things up in a process: by id, by neighbour, by container."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from procmap.model.attached import Attached
from procmap.model.elements import Element, Event, FlowNode, Lane, SequenceFlow
from procmap.model.process import Process

K = TypeVar("K")
T = TypeVar("T")


class Index:
    """Look-ups of one process, made once. Everything keeps the order of the source; what is not there is empty."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.elements: dict[str, Element] = {element.id: element for element in process.elements()}
        self.nodes: dict[str, FlowNode] = {node.id: node for node in process.nodes}
        self._outgoing = _grouped((flow.source, flow) for flow in process.flows)
        self._incoming = _grouped((flow.target, flow) for flow in process.flows)
        self._children = _grouped((node.parent, node) for node in process.nodes)
        events = (node for node in process.nodes if isinstance(node, Event))
        self._boundary = _grouped((event.attached_to, event) for event in events if event.attached_to)
        self._lanes = _grouped((node_id, lane) for lane in process.lanes for node_id in lane.nodes)
        self._attached = _grouped((element_id, value) for value in process.attached for element_id in value.on)
        self._pools = {pool.id: pool for pool in process.pools}

    def outgoing(self, node_id: str) -> tuple[SequenceFlow, ...]:
        """Return the sequence flows that leave a node."""
        return self._outgoing.get(node_id, ())

    def incoming(self, node_id: str) -> tuple[SequenceFlow, ...]:
        """Return the sequence flows that enter a node."""
        return self._incoming.get(node_id, ())

    def children(self, parent: str | None) -> tuple[FlowNode, ...]:
        """Return the nodes directly inside a sub-process; those of the process itself for None."""
        return self._children.get(parent, ())

    def boundary_events(self, activity_id: str) -> tuple[Event, ...]:
        """Return the boundary events attached to an activity."""
        return self._boundary.get(activity_id, ())

    def attached_to(self, element_id: str) -> tuple[Attached, ...]:
        """Return the values attached to an element."""
        return self._attached.get(element_id, ())

    def role(self, node_id: str) -> str:
        """Return who does a node: its innermost named lane, else that of what it lies in or on, else its pool.

        Empty where the drawing does not tell. Where several lanes hold the node, their names are joined with " / ".
        """
        node = self.nodes.get(node_id)
        seen: set[str] = set()
        while node is not None and node.id not in seen:
            seen.add(node.id)
            lanes = self._innermost(self._lanes.get(node.id, ()))
            names = unique(lane.name for lane in lanes if lane.name)
            if names:
                return " / ".join(names)
            around = (node.attached_to if isinstance(node, Event) else None) or node.parent
            if around is None:
                pool = self._pools.get(node.pool or "")
                return pool.name if pool else ""
            node = self.nodes.get(around)
        return ""

    @staticmethod
    def _innermost(lanes: Iterable[Lane]) -> list[Lane]:
        lanes = list(lanes)
        around = {lane.parent for lane in lanes}
        return [lane for lane in lanes if lane.id not in around]


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Return the second parts of pairs by their first, in order."""
    groups: dict[K, list[T]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}


def unique(items: Iterable[T]) -> list[T]:
    """Return the items without repetitions, each at its first place."""
    return list(dict.fromkeys(items))
