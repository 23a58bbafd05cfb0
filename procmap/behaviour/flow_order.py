"""The steps and all nodes of one process in the order of its flow, whatever their ids are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from procmap.model import Event, Process

Ways = Mapping[str, Sequence[str]]
"""What follows each node. "All inside X is done" is a node of its own (`_end_of`)."""


def flow_order(process: Process) -> tuple[str, ...]:
    """Return the ids of all steps in the order of the flow (see `node_order`)."""
    steps = {step.id for step in process.steps}
    return tuple(node for node in node_order(process) if node in steps)


def node_order(process: Process) -> tuple[str, ...]:
    """Return the ids of all nodes so that each comes before what its flows lead to, flows back left aside.

    What lies in a sub-process comes after it and before what follows it. Of branches the shorter comes first, so that a
    way round or out stands where it leaves the main way; of equals the one whose flow the source lists first. Ids have
    no say. (Reverse postorder of a depth-first search, once the flows back are known from another; without recursion.)
    """
    ways = _ways(process)
    roots = _roots(process, ways)
    onward = _without_ways_back(roots, ways)
    order = _searched(roots, _longest_first(roots, onward))[::-1]
    nodes = {node.id for node in process.nodes}
    return tuple(node for node in order if node in nodes)


def _ways(process: Process) -> Ways:
    nodes = {node.id for node in process.nodes}
    flows = [flow for flow in process.flows if flow.source in nodes and flow.target in nodes]
    left, entered = {flow.source for flow in flows}, {flow.target for flow in flows}
    parents = {node.parent for node in process.nodes if node.parent in nodes}
    ways: dict[str, list[str]] = defaultdict(list)
    for node in process.nodes:
        if isinstance(node, Event) and node.attached_to in nodes:
            ways[node.attached_to].append(node.id)
            entered.add(node.id)
    for node in process.nodes:
        if node.parent in parents:
            if node.id not in entered:
                ways[node.parent].append(node.id)
            if node.id not in left:
                ways[_end_of(node.id) if node.id in parents else node.id].append(_end_of(node.parent))
    for flow in flows:
        ways[flow.source].append(flow.target)
        if flow.source in parents:
            ways[_end_of(flow.source)].append(flow.target)
    return ways


def _end_of(node: str) -> str:
    return node + "\0"


def _roots(process: Process, ways: Ways) -> list[str]:
    """Return all nodes in the order to search them, the last to come first in the end.

    Nodes that something leads to are there for loops that nothing leads into; when their turn comes, all others are
    found already.
    """
    led_to = {near for following in ways.values() for near in following}
    free = [node for node in process.nodes if node.id not in led_to]
    free.sort(key=lambda node: not (isinstance(node, Event) and node.type == "startEvent"))
    return [*(node.id for node in reversed(free)), *(node.id for node in process.nodes if node.id in led_to)]


def _searched(roots: Sequence[str], ways: Ways) -> list[str]:
    """Return the nodes each after all that it leads to; what a node lists first is searched first."""
    finished: list[str] = []
    seen: set[str] = set()
    for root in roots:
        pending = [(root, False)]
        while pending:
            node, is_done = pending.pop()
            if is_done:
                finished.append(node)
            elif node not in seen:
                seen.add(node)
                pending.append((node, True))
                pending.extend((near, False) for near in reversed(ways.get(node, ())))
    return finished


def _without_ways_back(roots: Sequence[str], ways: Ways) -> Ways:
    """Return the ways without those that lead back to a node that is still being searched."""
    place = {node: number for number, node in enumerate(_searched(roots, ways))}
    # In such a search a way leads back where it leads to a node that is finished later. The end of a sub-process whose
    # nodes all lead on is never come to.
    return {
        node: [near for near in following if place[near] < place[node]]
        for node, following in ways.items()
        if node in place
    }


def _longest_first(roots: Sequence[str], ways: Ways) -> Ways:
    """Return acyclic ways so that the longest of each node comes first; of equals the last listed."""
    height: dict[str, int] = {}
    for node in _searched(roots, ways):
        height[node] = 1 + max((height[near] for near in ways.get(node, ())), default=0)
    return {node: sorted(following, key=height.__getitem__)[::-1] for node, following in ways.items()}
