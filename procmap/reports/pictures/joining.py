"""Steps of one row drawn as one, also where they are of different kinds: a task here, an event there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from procmap.harmonisation.naming import most_common
from procmap.model import Activity, Event, Index, Node, Origin, Process
from procmap.reports.pictures.gathering import joined_flows

_Whose = set[tuple[str, str]]


def joined(union: Process, rows: Mapping[str, int]) -> tuple[Process, frozenset[str]]:
    """Return an aligned union in which the steps of a row are one node, and the nodes that are of different kinds.

    `rows` has the row of each step. The union keeps steps of different kinds apart, so that each process can be derived
    from it; in a picture a row is one node, of the kind that most have. Steps stay apart where one node would be
    untrue: two steps of one organisation, steps in different sub-processes or pools, and events on the border of
    different activities.
    """
    into = _into(union, rows)
    told: dict[str, list[Node]] = defaultdict(list)
    for node in union.nodes:
        told[into.get(node.id, node.id)].append(node)
    holding = {node.parent for node in union.nodes}
    holding |= {node.attached_to for node in union.nodes if isinstance(node, Event)}
    nodes = tuple(_one(told[node.id], node.id, into, holding) for node in union.nodes if node.id not in into)
    mixed = frozenset(key for key, same in told.items() if len({_kind(node) for node in same}) > 1)
    return union.replace(nodes=nodes, flows=joined_flows(union, into)), mixed


def _into(union: Process, rows: Mapping[str, int]) -> dict[str, str]:
    """Return the steps that another one of their row stands for, with that one."""
    depth = _depths(union)
    steps = [node for node in union.nodes if isinstance(node, Activity | Event) and node.id in rows]
    groups: dict[tuple[object, ...], list[tuple[str, _Whose]]] = defaultdict(list)
    into: dict[str, str] = {}
    # What is around a step comes before it; of those in one place, what most have comes first.
    for node in sorted(steps, key=lambda node: (depth[node.id], -len(node.origins))):
        host = node.attached_to if isinstance(node, Event) else None
        where = (into.get(node.parent or "", node.parent), into.get(host or "", host))
        place = (rows[node.id], node.pool, *where)
        own = {(origin.organisation, origin.variant) for origin in node.origins}
        for key, whose in groups[place]:
            if not whose & own:
                into[node.id] = key
                whose.update(own)
                break
        else:
            groups[place].append((node.id, own))
    return into


def _depths(union: Process) -> Mapping[str, int]:
    """Return how many nodes each lies in or is attached to, one inside the other."""
    nodes = Index(union).nodes
    found: dict[str, int] = {}
    for node in union.nodes:
        way: list[str] = []
        key: str | None = node.id
        while key in nodes and key not in found and key not in way:
            way.append(key)
            around = nodes[key]
            host = around.attached_to if isinstance(around, Event) else None
            key = host or around.parent
        start = found.get(key or "", -1)
        found.update((each, start + at) for at, each in enumerate(reversed(way), start=1))
    return found


def _one(same: Sequence[Node], key: str, into: Mapping[str, str], holding: set[str | None]) -> Node:
    """Return the node that stands for steps of a row: of the kind that most have, but what holds others holds them."""
    counted: dict[object, int] = defaultdict(int)
    for node in same:
        counted[_kind(node)] += len(node.origins)
    drawn = max(same, key=lambda node: (node.id in holding, counted[_kind(node)]))
    changes: dict[str, object] = {"id": key, "parent": into.get(drawn.parent or "", drawn.parent)}
    if len(same) > 1:
        origins: tuple[Origin, ...] = tuple(origin for node in same for origin in node.origins)
        changes |= {"name": most_common((origin.organisation, origin.label) for origin in origins), "origins": origins}
    if isinstance(drawn, Event):
        changes["attached_to"] = into.get(drawn.attached_to or "", drawn.attached_to)
    return drawn.replace(**changes)


def _kind(node: Node) -> tuple[object, ...]:
    """Return what a step is to the eye; types of tasks are too alike to be told."""
    if isinstance(node, Event):
        return node.type, *(trigger.type for trigger in node.triggers)
    return (type(node).__name__,)
