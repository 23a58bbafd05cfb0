"""Where the work ends: everything, or only one of several ways that are gone at the same time."""

from __future__ import annotations

from procmap.model import Activity, Event, Gateway, Index


def ends_all(index: Index, end: str) -> bool:
    """Tell whether nothing else can be going on when the work comes to a node that no way leads on from.

    That is so where every way that was begun together with another comes to the node as well: they were joined before.
    """
    before = _before(index, end)
    for node_id in before:
        ways = _begun_together(index, node_id)
        if len(ways) > 1 and not before.issuperset(ways):
            return False
    return True


def _before(index: Index, end: str) -> set[str]:
    """Return a node and all nodes that lead to it."""
    found: set[str] = set()
    pending = [end]
    while pending:
        node_id = pending.pop()
        if node_id in found or node_id not in index.nodes:
            continue
        found.add(node_id)
        node = index.nodes[node_id]
        pending += [flow.source for flow in index.incoming(node_id)]
        if isinstance(node, Event) and node.attached_to is not None:
            pending.append(node.attached_to)
    return found


def _begun_together(index: Index, node_id: str) -> list[str]:
    """Return the nodes at which ways begin that can be gone at the same time after a node."""
    node = index.nodes[node_id]
    ways = [flow.target for flow in index.outgoing(node_id)]
    if isinstance(node, Gateway):
        return ways if node.type in ("parallelGateway", "inclusiveGateway", "complexGateway") else []
    beside = [event.id for event in index.boundary_events(node_id) if not event.interrupting]
    return [*ways, *beside] if isinstance(node, Activity) else ways
