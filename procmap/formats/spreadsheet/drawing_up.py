"""Nodes and ways of one process made whole: gateways that were not named, start and end events, flows and lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from procmap.formats.free_ids import FreeIds
from procmap.formats.label_ids import id_of_label
from procmap.formats.spreadsheet.gateways import Arc, Inferred, Join, Vertex, infer
from procmap.formats.spreadsheet.ways import END, Ways
from procmap.model import Event, Gateway, Lane, SequenceFlow
from procmap.model.elements import Node

Roles = Mapping[str, tuple[str, ...]]
"""The roles of each node, by its id."""


@dataclass
class Graph:
    """Nodes in the order of the rows, flows in the order of their sources, and the roles of the nodes."""

    nodes: list[Node] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)


def vertices_of(nodes: Sequence[Node]) -> list[Vertex]:
    """Return nodes as `infer` takes them."""
    return [
        Vertex(
            node.id,
            node.type if isinstance(node, Gateway) else "",
            (node.attached_to or "") if isinstance(node, Event) else "",
        )
        for node in nodes
    ]


def drawn_up(nodes: Sequence[Node], ways: Ways, roles: Roles, free: FreeIds) -> Graph:
    """Return rows as a whole graph; `free` hands out ids for what is added.

    A scope that is in no sub-process and has no start event gets one before its first node. Rows that lead nowhere get
    an end event. The splits and joins that the ways ask for are added; what is added has the role of its neighbour.
    """
    nodes, arcs, roles = _with_ends(list(nodes), ways, _with_neighbours(nodes, ways.arcs, roles), free)
    nodes, arcs, roles = with_starts(nodes, arcs, roles, free)
    inferred = infer(vertices_of(nodes), arcs)
    return _with_gateways(nodes, arcs, roles, inferred, free)


def _with_neighbours(nodes: Sequence[Node], arcs: Sequence[Arc], roles: Roles) -> dict[str, tuple[str, ...]]:
    """Return the roles with those of gateways that have neither name nor role: as if they were inferred."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for arc in arcs:
        before[arc.target].append(arc.source)
        after[arc.source].append(arc.target)
    found = {node: own for node, own in roles.items() if own}
    silent = [each.id for each in nodes if isinstance(each, Gateway) and not each.name and each.id not in found]
    for gateway in silent:
        if len(before[gateway]) == 1 and len(after[gateway]) > 1:
            found[gateway] = found.get(before[gateway][0], ())
    for gateway in reversed(silent):
        if len(after[gateway]) == 1 and len(before[gateway]) > 1:
            found[gateway] = found.get(after[gateway][0], ())
    return found


_Parts = tuple[list[Node], list[Arc], dict[str, tuple[str, ...]]]


def _with_ends(nodes: list[Node], ways: Ways, roles: dict[str, tuple[str, ...]], free: FreeIds) -> _Parts:
    """Add an end event behind the last row that leads to one, in each scope, for all rows of it that do."""
    place = {node.id: at for at, node in enumerate(nodes)}
    top = {node.id for node in nodes if node.parent is None}
    ending = [*(arc.source for arc in ways.arcs if arc.target == END), *(node for node in ways.open if node in top)]
    last: dict[tuple[str | None, str | None], str] = {}
    for node in sorted(ending, key=place.__getitem__):
        last[nodes[place[node]].parent, nodes[place[node]].pool] = node
    ends: dict[tuple[str | None, str | None], Event] = {}
    behind: dict[str, Event] = {}
    for (parent, pool), node in last.items():
        end = Event(id=free.new("end"), type="endEvent", parent=parent, pool=pool)
        ends[parent, pool] = behind[node] = end
        roles[end.id] = roles.get(node, ())

    def end_of(source: str) -> str:
        node = nodes[place[source]]
        return ends[node.parent, node.pool].id

    arcs = [replace(arc, target=end_of(arc.source)) if arc.target == END else arc for arc in ways.arcs]
    arcs += [Arc(node, end_of(node)) for node in ways.open if node in top]
    whole: list[Node] = []
    for node_ in nodes:
        whole += (node_, behind[node_.id]) if node_.id in behind else (node_,)
    return whole, arcs, roles


def with_starts(nodes: list[Node], arcs: list[Arc], roles: dict[str, tuple[str, ...]], free: FreeIds) -> _Parts:
    """Add a start event before the first node of each pool that has none, and of the process outside of pools."""
    scopes: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.parent is None:
            scopes[node.pool].append(node)
    before: dict[str, Event] = {}
    for pool, inside in scopes.items():
        if any(isinstance(node, Event) and node.type == "startEvent" for node in inside):
            continue
        first = next((node for node in inside if not _stands_alone(node)), None)
        if first is not None:
            start = Event(id=free.new("start"), type="startEvent", pool=pool)
            before[first.id] = start
            roles[start.id] = roles.get(first.id, ())
    whole: list[Node] = []
    for node in nodes:
        whole += (before[node.id], node) if node.id in before else (node,)
    return whole, [*(Arc(start.id, node) for node, start in before.items()), *arcs], roles


def _stands_alone(node: Node) -> bool:
    return getattr(node, "attached_to", None) is not None or getattr(node, "triggered_by_event", False)


def _with_gateways(
    nodes: list[Node], arcs: list[Arc], roles: dict[str, tuple[str, ...]], inferred: Inferred, free: FreeIds
) -> Graph:
    leaving: dict[str, list[int]] = defaultdict(list)
    for at, arc in enumerate(arcs):
        leaving[arc.source].append(at)
    graph = Graph(roles=roles)
    lands: dict[int, str] = {}
    joins: dict[str, list[tuple[Gateway, str]]] = {}
    splits: dict[str, Gateway] = {}
    for node in nodes:
        before: list[tuple[Gateway, str]] = []
        if node.id in inferred.joins:
            before = list(_joins(node, inferred.joins[node.id], lands, free))
            joins[node.id] = before
        for gateway, _ in before:
            roles[gateway.id] = roles.get(node.id, ())
            graph.nodes.append(gateway)
        graph.nodes.append(node)
        if node.id in inferred.splits:
            kind = inferred.splits[node.id]
            splits[node.id] = split = _gateway(node, kind, free.new(f"{node.id}_split"))
            roles[split.id] = roles.get(node.id, ())
            graph.nodes.append(split)
    for node in nodes:
        for gateway, target in joins.get(node.id, ()):
            _flow(graph, node, gateway.id, target, free)
        source = node.id
        if node.id in splits:
            source = splits[node.id].id
            _flow(graph, node, node.id, source, free)
        for at in leaving[node.id]:
            target = lands.get(at, arcs[at].target)
            _flow(graph, node, source, target, free, arc=arcs[at])
    return graph


def _flow(graph: Graph, node: Node, source: str, target: str, free: FreeIds, *, arc: Arc | None = None) -> None:
    graph.flows.append(
        SequenceFlow(
            id=free.new(f"{source}_to_{target}"),
            name=arc.name if arc else "",
            source=source,
            target=target,
            default=arc.default if arc else False,
            parent=node.parent,
            pool=node.pool,
        )
    )


def _joins(node: Node, join: Join, lands: dict[int, str], free: FreeIds) -> Iterator[tuple[Gateway, str]]:
    """Yield the gateways of a join, those in front first, each with what it leads to; note where arcs land."""
    made: list[tuple[Gateway, str]] = []
    waiting = [(join, node.id)]
    while waiting:
        each, target = waiting.pop()
        gateway = _gateway(node, each.type, free.new(f"{node.id}_join"))
        made.append((gateway, target))
        for part in each.parts:
            if isinstance(part, Join):
                waiting.append((part, gateway.id))
            else:
                lands[part] = gateway.id
    yield from reversed(made)


def _gateway(node: Node, kind: str, gateway_id: str) -> Gateway:
    return Gateway.model_validate({"id": gateway_id, "type": kind, "parent": node.parent, "pool": node.pool})


def lanes_of(nodes: Sequence[Node], roles: Roles, free: FreeIds) -> tuple[Lane, ...]:
    """Return a lane for each role of a scope, in the order of the nodes; a node of several roles lies in each.

    In a sub-process only roles other than that of the sub-process make lanes.
    """
    by_role: dict[tuple[str | None, str | None, str], list[str]] = defaultdict(list)
    for node in nodes:
        for role in roles.get(node.id, ()):
            by_role[node.pool, node.parent, role].append(node.id)
    inside: dict[str | None, set[str]] = defaultdict(set)
    for _, scope, role in by_role:
        inside[scope].add(role)
    return tuple(
        Lane(id=free.new(f"lane_{id_of_label(role)}"), name=role, nodes=tuple(members), pool=pool, scope=scope)
        for (pool, scope, role), members in by_role.items()
        if scope is None or inside[scope] != set(roles.get(scope, ()))
    )
