"""Thinning an aligned union: only what at least so many organisations have, still in one piece.

What falls away is bridged: who goes from one step that stays to the next over steps that do not, goes there straight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from procmap.model import Event, Gateway, Node, Process, SequenceFlow

Owners = Mapping[str, frozenset[int]]
"""Whose elements are: the places of organisations, by element."""
_Way = tuple[str, str]


def thinned(
    union: Process, owners: Owners, counted: Set[int], at_least: int
) -> tuple[Process, dict[str, frozenset[int]]]:
    """Return the part of a union that at least `at_least` of the `counted` organisations have, and whose it is.

    Flows that fewer go stay where nothing else holds the picture together. Gateways that nothing parts at or meets in
    any more are left out. With `at_least` 1 everything stays.
    """
    if at_least <= 1:
        return union, dict(owners)
    kept = {node.id for node in union.nodes if len(owners[node.id] & counted) >= at_least}
    while True:
        ways = _ways(union, owners, kept)
        chosen = _chosen(ways, kept, counted, at_least)
        idle = _idle(union, chosen, kept)
        if not idle:
            break
        kept -= idle
    nodes = tuple(_placed(node, union, kept) for node in union.nodes if node.id in kept)
    flows = []
    whose = {node.id: owners[node.id] for node in nodes}
    for number, (way, parties) in enumerate(chosen.items(), start=1):
        flow = _drawn(union, way, f"way_{number}")
        flows.append(flow)
        whose[flow.id] = parties
    pools = {node.pool for node in nodes}
    shown = tuple(pool for pool in union.pools if pool.id in pools)
    whose.update((pool.id, owners[pool.id]) for pool in shown)
    return union.replace(nodes=nodes, flows=tuple(flows), pools=shown), whose


def _ways(union: Process, owners: Owners, kept: Set[str]) -> dict[_Way, frozenset[int]]:
    """Return the ways from what stays to what stays next, each with those who go it."""
    after: dict[str, list[SequenceFlow]] = defaultdict(list)
    for flow in union.flows:
        after[flow.source].append(flow)
    found: dict[_Way, set[int]] = defaultdict(set)
    for node in union.nodes:
        if node.id not in kept:
            continue
        for party in sorted(owners[node.id]):
            for end in _next(node.id, party, after, owners, kept):
                if end != node.id or any(flow.target == end for flow in after[node.id]):
                    found[node.id, end].add(party)
    return {way: frozenset(parties) for way, parties in found.items()}


def _next(
    start: str, party: int, after: Mapping[str, Sequence[SequenceFlow]], owners: Owners, kept: Set[str]
) -> Iterable[str]:
    """Return what stays that a party comes to next from a node, in the order of the drawing."""
    found: dict[str, None] = {}
    seen = {start}
    pending = [start]
    while pending:
        for flow in after.get(pending.pop(0), ()):
            if party not in owners[flow.id]:
                continue
            if flow.target in kept:
                found[flow.target] = None
            elif flow.target not in seen:
                seen.add(flow.target)
                pending.append(flow.target)
    return found


def _chosen(
    ways: Mapping[_Way, frozenset[int]], kept: Iterable[str], counted: Set[int], at_least: int
) -> dict[_Way, frozenset[int]]:
    """Return the ways that enough organisations go, and of the others those that hold the picture together.

    These are the way that most go to a node that nothing else leads to, the one that most go from a node that leads
    nowhere else, and those that join what would still fall apart.
    """
    ordered = sorted(ways, key=lambda way: -len(ways[way]))  # equal ones in the order of the drawing
    chosen = {way for way in ordered if len(ways[way] & counted) >= at_least}
    for side in (0, 1):
        served = {way[side] for way in chosen}
        for way in ordered:
            if way[side] not in served:
                served.add(way[side])
                chosen.add(way)
    root = {key: key for key in kept}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for start, end in sorted(ordered, key=lambda way: way not in chosen):
        if (start, end) in chosen or top(start) != top(end):
            chosen.add((start, end))
            root[top(start)] = top(end)
    return {way: parties for way, parties in ways.items() if way in chosen}


def _idle(union: Process, chosen: Iterable[_Way], kept: Set[str]) -> set[str]:
    """Return the gateways with one way in and one way out at most."""
    into: dict[str, int] = defaultdict(int)
    out: dict[str, int] = defaultdict(int)
    for start, end in chosen:
        out[start] += 1
        into[end] += 1
    return {
        node.id
        for node in union.nodes
        if node.id in kept and isinstance(node, Gateway) and into[node.id] <= 1 and out[node.id] <= 1
    }


def _placed(node: Node, union: Process, kept: Set[str]) -> Node:
    """Return a node that lies in and on nothing that fell away."""
    parents = {each.id: each.parent for each in union.nodes}
    parent, seen = node.parent, set[str]()
    while parent is not None and parent not in kept and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent)
    changes: dict[str, str | None] = {"parent": parent if parent in kept else None}
    if isinstance(node, Event) and node.attached_to is not None and node.attached_to not in kept:
        changes |= {"attached_to": None}
    return node.replace(**changes)


def _drawn(union: Process, way: _Way, made: str) -> SequenceFlow:
    """Return the flow of a way: one that is drawn, without its name where several lead the same way, else a new one."""
    same = [flow for flow in union.flows if (flow.source, flow.target) == way]
    if len(same) == 1:
        return same[0]
    pool = next((node.pool for node in union.nodes if node.id == way[0]), None)
    parent = next((node.parent for node in union.nodes if node.id == way[0]), None)
    return SequenceFlow(id=made, source=way[0], target=way[1], pool=pool, parent=parent)
