"""Parts of the common process that need not be done: one way of a choice does them, the other leads past them.

Where nobody asks anything there, a routine tells that better at the steps themselves than as a choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.model import Gateway, Index, SequenceFlow, Step
from procmap.reports.harmonisation.marks import state_of


@dataclass(frozen=True)
class Skip:
    """A part that a gateway leads past: the flow that leads into it, its nodes, and the condition, if any is told."""

    into: SequenceFlow
    nodes: frozenset[str]
    condition: str


def find_skips(index: Index, order: Sequence[str]) -> Mapping[str, Skip]:
    """Return the parts that can be left out by the gateways that lead past them; `order`: all nodes in flow order.

    A gateway is one of these when it asks nothing, has two ways of which one leads to a join that the other comes to as
    well, and the steps between stand together in the order. Only the way into the part may have a condition; who it is
    for is no condition, since the steps say that themselves.
    """
    place = {node: number for number, node in enumerate(order)}
    found = {}
    for node in order:
        gateway = index.nodes[node]
        ways = index.outgoing(node)
        if not isinstance(gateway, Gateway) or gateway.type != "exclusiveGateway" or gateway.name or len(ways) != 2:
            continue
        for into, past in (ways, ways[::-1]):
            inside = _inside(index, into.target, past.target)
            if inside is None or node in inside or not _together(index, order, place, inside, past.target):
                continue
            first = min((each for each in inside if isinstance(index.nodes[each], Step)), key=place.__getitem__)
            _, whose = state_of(index.nodes[first])
            told = [flow for flow in ways if flow.name or flow.condition]
            if told not in ([], [into]):
                continue
            condition = " ".join((into.name or into.condition).split())
            found[node] = Skip(into, inside, condition if condition != whose else "")
            break
    return found


def _inside(index: Index, start: str, join: str) -> frozenset[str] | None:
    """Return the nodes from `start` to a join; None where the join is none or cannot be reached, or no step lies there.

    What is inside sub-processes is not among them.
    """
    gateway = index.nodes.get(join)
    if not isinstance(gateway, Gateway) or len(index.incoming(join)) < 2 or start == join:
        return None
    seen: set[str] = set()
    comes_there = False
    pending = [start]
    for node in pending:  # grows while it is read
        if node == join:
            comes_there = True
        elif node not in seen and node in index.nodes:
            seen.add(node)
            pending += [flow.target for flow in index.outgoing(node)]
            pending += [event.id for event in index.boundary_events(node)]
    has_step = any(isinstance(index.nodes[node], Step) for node in seen)
    return frozenset(seen) if comes_there and has_step else None


def _together(index: Index, order: Sequence[str], place: Mapping[str, int], inside: frozenset[str], join: str) -> bool:
    """Tell whether all steps between the first and the last step of a part belong to it, and the join comes after."""
    steps = sorted(place[node] for node in inside if isinstance(index.nodes[node], Step))
    parent = index.nodes[join].parent
    if steps[-1] > place[join]:
        return False
    between = (order[at] for at in range(steps[0], steps[-1] + 1))
    return all(
        node in inside or index.nodes[node].parent != parent or not isinstance(index.nodes[node], Step)
        for node in between
    )
