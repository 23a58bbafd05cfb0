"""What lies in a sub-process, or in the process, by itself: without what interrupts it from outside or aside."""

from __future__ import annotations

from collections import defaultdict

from procmap.behaviour.played import is_triggered
from procmap.model import Event, Process


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
