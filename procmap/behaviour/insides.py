"""What is left of a process: a sub-process by itself, or all but some nodes and what only they lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from procmap.behaviour.played import is_triggered
from procmap.model import Event, Process


def without_nodes(process: Process, nodes: Iterable[str]) -> Process:
    """Return a process without some nodes, what only they lead to, and what lies in or on what is not there."""
    coming = Counter(flow.target for flow in process.flows)
    onward: dict[str, list[str]] = defaultdict(list)
    for flow in process.flows:
        onward[flow.source].append(flow.target)
    with_it: dict[str, list[str]] = defaultdict(list)
    for node in process.nodes:
        for around in (node.parent, node.attached_to if isinstance(node, Event) else None):
            if around is not None:
                with_it[around].append(node.id)
    gone = set(nodes)
    pending = sorted(gone)
    while pending:
        node_id = pending.pop()
        coming.subtract(onward[node_id])
        for near in (*with_it[node_id], *(target for target in onward[node_id] if not coming[target])):
            if near not in gone:
                gone.add(near)
                pending.append(near)
    flows = (flow for flow in process.flows if flow.source not in gone and flow.target not in gone)
    return process.replace(nodes=tuple(node for node in process.nodes if node.id not in gone), flows=tuple(flows))


def inside(process: Process, activity: str | None, *, triggered: bool = False) -> Process:
    """Return the nodes inside an activity, at any depth, and the flows between them, as a process.

    Without an activity: those of the process. Boundary events and loop markers of the activity do not count. Event
    sub-processes are left out, unless `triggered`.
    """
    children: dict[str | None, list[str]] = defaultdict(list)
    for node in process.nodes:
        on_it = isinstance(node, Event) and activity is not None and node.attached_to == activity
        if not on_it and (triggered or not is_triggered(node)):
            children[node.parent].append(node.id)
    within: set[str] = set()
    pending: list[str | None] = [activity]
    while pending:
        for child in children.get(pending.pop(), ()):
            if child not in within:
                within.add(child)
                pending.append(child)
    nodes = (
        node.replace(parent=None) if node.parent == activity else node for node in process.nodes if node.id in within
    )
    flows = (flow for flow in process.flows if flow.source in within and flow.target in within)
    return Process(id=activity or process.id, nodes=tuple(nodes), flows=tuple(flows))
