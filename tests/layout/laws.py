"""The laws of a drawing: each function returns what breaks one, as texts; nothing when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from procmap.model import Activity, Bounds, Diagram, Event, Index, Lane, Point, Process

SMALL = 1e-6


def overlap(a: Bounds, b: Bounds) -> bool:
    return (
        a.x < b.x + b.width - SMALL
        and b.x < a.x + a.width - SMALL
        and a.y < b.y + b.height - SMALL
        and b.y < a.y + a.height - SMALL
    )


def holds(outer: Bounds, inner: Bounds) -> bool:
    return (
        outer.x <= inner.x + SMALL
        and outer.y <= inner.y + SMALL
        and inner.x + inner.width <= outer.x + outer.width + SMALL
        and inner.y + inner.height <= outer.y + outer.height + SMALL
    )


def on_border(point: Point, bounds: Bounds) -> bool:
    inside = holds(bounds, Bounds(x=point.x, y=point.y, width=0, height=0))
    sides = (
        abs(point.x - bounds.x),
        abs(point.x - bounds.x - bounds.width),
        abs(point.y - bounds.y),
        abs(point.y - bounds.y - bounds.height),
    )
    return inside and min(sides) < SMALL


def crosses(first: Point, second: Point, bounds: Bounds) -> bool:
    """Tell whether a part of an edge runs through the inside of a rectangle."""
    left, right = sorted((first.x, second.x))
    top, bottom = sorted((first.y, second.y))
    return (
        left < bounds.x + bounds.width - SMALL
        and bounds.x + SMALL < right
        and top < bounds.y + bounds.height - SMALL
        and bounds.y + SMALL < bottom
    )


class Drawing:
    """A process with its drawing, and what lies in what."""

    def __init__(self, process: Process, diagram: Diagram) -> None:
        self.process = process
        self.diagram = diagram
        self.index = Index(process)
        self.shapes = {shape.element: shape for shape in diagram.shapes}
        self.edges = {edge.element: edge for edge in diagram.edges}
        frames = (*process.pools, *process.lanes, *process.groups)
        hidden = {frame.id for frame in frames}
        self.leaves = [shape.element for shape in diagram.shapes if shape.element not in hidden]

    def bounds(self, element_id: str) -> Bounds:
        return self.shapes[element_id].bounds

    def host(self, element_id: str) -> str | None:
        """Return the activity that a boundary event sits on."""
        node = self.index.nodes.get(element_id)
        host = node.attached_to if isinstance(node, Event) else None
        return host if isinstance(self.index.nodes.get(host or ""), Activity) else None

    def holders(self, element_id: str) -> set[str]:
        """Return the sub-processes around an element, by the model; a boundary event lies where its host does."""
        found: set[str] = set()
        at = self.host(element_id) or element_id
        while True:
            outer = getattr(self.index.elements.get(at), "parent", None)
            if outer in found or outer == element_id or not isinstance(self.index.nodes.get(outer or ""), Activity):
                return found
            found.add(outer)
            at = outer


def complete(drawing: Drawing) -> list[str]:
    """Everything that is seen has a shape or an edge, and nothing has two."""
    process = drawing.process
    wanted = [
        element.id
        for part in ("pools", "lanes", "nodes", "annotations", "groups")
        for element in getattr(process, part)
    ]
    shown = {item.refers_to for item in process.data}
    wanted += [
        item.id
        for item in process.data
        if item.type.endswith("Reference")
        or (item.type in ("dataObject", "dataStore") and item.id not in shown)
        or (item.type in ("dataInput", "dataOutput") and item.owner is None)
    ]
    missing = [f"no shape: {key}" for key in wanted if key not in drawing.shapes]
    ends = {*drawing.shapes, *(flow.id for flow in (*process.flows, *process.message_flows))}
    for line in (*process.flows, *process.message_flows, *process.associations):
        if line.source in ends and line.target in ends and line.id not in drawing.edges:
            missing.append(f"no edge: {line.id}")
    for flow in process.data_associations:
        others = flow.sources if flow.type == "input" else (flow.target,)
        joined = flow.node in drawing.shapes and any(other in drawing.shapes for other in others)
        if joined and flow.id not in drawing.edges:
            missing.append(f"no edge: {flow.id}")
    if len(drawing.shapes) != len(drawing.diagram.shapes) or len(drawing.edges) != len(drawing.diagram.edges):
        missing.append("drawn twice")
    return missing


def lanes_hold_their_nodes(drawing: Drawing) -> list[str]:
    """Lanes lie in their pool or lane, in their order; a node lies in its lane and in no other."""
    wrong = []
    lanes = drawing.process.lanes
    depth: dict[str, int] = {}
    for lane in lanes:
        depth[lane.id] = depth[lane.parent] + 1 if lane.parent in depth else 0
        around = lane.parent if lane.parent in depth else lane.scope or lane.pool
        if around in drawing.shapes and not holds(drawing.bounds(around), drawing.bounds(lane.id)):
            wrong.append(f"{lane.id} outside {around}")
    innermost: dict[str, str] = {}
    for lane in lanes:
        for node in lane.nodes:
            if node not in innermost or depth[innermost[node]] < depth[lane.id]:
                innermost[node] = lane.id
    scope = {lane.id: (None if lane.scope else lane.pool, lane.scope) for lane in lanes}
    for node_id, lane_id in innermost.items():
        node = drawing.index.nodes.get(node_id)
        if node is None or drawing.host(node_id) or (None if node.parent else node.pool, node.parent) != scope[lane_id]:
            continue
        around = _with_outer(lane_id, lanes)
        for lane in lanes:
            if lane.id in around and not holds(drawing.bounds(lane.id), drawing.bounds(node_id)):
                wrong.append(f"{node_id} outside its lane {lane.id}")
            apart = lane_id not in _with_outer(lane.id, lanes) and lane.id not in around
            if apart and scope[lane.id] == scope[lane_id] and overlap(drawing.bounds(lane.id), drawing.bounds(node_id)):
                wrong.append(f"{node_id} in {lane.id}")
    siblings: dict[object, list[Lane]] = {}
    for lane in lanes:
        siblings.setdefault((scope[lane.id], lane.parent if lane.parent in depth else None), []).append(lane)
    for group in siblings.values():
        for first, second in pairwise(group):
            upper = drawing.bounds(first.id)
            if upper.y + upper.height > drawing.bounds(second.id).y + SMALL:
                wrong.append(f"{second.id} not below {first.id}")
    return wrong


def _with_outer(lane_id: str, lanes: Sequence[Lane]) -> set[str]:
    """Return a lane and those around it."""
    parents = {lane.id: lane.parent for lane in lanes}
    found: set[str] = set()
    at: str | None = lane_id
    while at in parents and at is not None and at not in found:
        found.add(at)
        at = parents[at]
    return found


def pools_hold_their_nodes(drawing: Drawing) -> list[str]:
    return [
        f"{node.id} outside {node.pool}"
        for node in drawing.process.nodes
        if node.pool in drawing.shapes
        and not drawing.host(node.id)
        and not drawing.holders(node.id)
        and not holds(drawing.bounds(node.pool), drawing.bounds(node.id))
    ]


def subprocesses_hold_their_nodes(drawing: Drawing) -> list[str]:
    wrong = []
    for node in drawing.process.nodes:
        host, own = drawing.host(node.id), drawing.bounds(node.id)
        if host is not None:
            middle = Point(x=own.x + own.width / 2, y=own.y + own.height / 2)
            if not on_border(middle, drawing.bounds(host)):
                wrong.append(f"{node.id} not on the border of {host}")
            continue
        wrong += [
            f"{node.id} outside {holder}"
            for holder in drawing.holders(node.id)
            if not holds(drawing.bounds(holder), own)
        ]
    return wrong


def nothing_overlaps(drawing: Drawing) -> list[str]:
    """Of two shapes that overlap, one holds the other or is the host of the other."""
    wrong = []
    leaves = sorted(drawing.leaves, key=lambda key: drawing.bounds(key).x)
    around = {key: drawing.holders(key) | ({drawing.host(key)} - {None}) for key in leaves}
    active: list[str] = []
    for key in leaves:
        own = drawing.bounds(key)
        active = [other for other in active if drawing.bounds(other).x + drawing.bounds(other).width > own.x + SMALL]
        wrong += [
            f"{key} over {other}"
            for other in active
            if other not in around[key] and key not in around[other] and overlap(own, drawing.bounds(other))
        ]
        active.append(key)
    for place, first in enumerate(drawing.process.pools):
        wrong += [
            f"{first.id} over {second.id}"
            for second in drawing.process.pools[place + 1 :]
            if overlap(drawing.bounds(first.id), drawing.bounds(second.id))
        ]
    return wrong


def edges_are_orthogonal(drawing: Drawing) -> list[str]:
    return [
        f"{edge.element} runs askew"
        for edge in drawing.diagram.edges
        for first, second in pairwise(edge.waypoints)
        if abs(first.x - second.x) > SMALL and abs(first.y - second.y) > SMALL
    ]


def edges_dock(drawing: Drawing) -> list[str]:
    """The first and last waypoints lie on the borders of the shapes that an edge joins."""
    wrong = []
    process = drawing.process
    ends = [(f.id, f.source, f.target) for f in (*process.flows, *process.message_flows, *process.associations)]
    for flow in process.data_associations:
        if flow.type == "input":
            source = next((end for end in flow.sources if end in drawing.shapes), "")
            ends.append((flow.id, source, flow.node))
        else:
            ends.append((flow.id, flow.node, flow.target))
    for key, source, target in ends:
        edge = drawing.edges.get(key)
        if edge is None:
            continue
        for end, point in ((source, edge.waypoints[0]), (target, edge.waypoints[-1])):
            if end in drawing.shapes and not on_border(point, drawing.bounds(end)):
                wrong.append(f"{key} does not dock at {end}")
    return wrong


def flows_avoid_nodes(drawing: Drawing) -> list[str]:
    """No sequence flow runs through a node, not even its own ends; only out of and into what holds these."""
    wrong = []
    nodes = [(key, drawing.bounds(key)) for key in drawing.leaves if key in drawing.index.nodes]
    for flow in drawing.process.flows:
        edge = drawing.edges.get(flow.id)
        if edge is None:
            continue
        left_and_entered = drawing.holders(flow.source) | drawing.holders(flow.target)
        wrong += [
            f"{flow.id} through {key}"
            for first, second in pairwise(edge.waypoints)
            for key, bounds in nodes
            if crosses(first, second, bounds) and key not in left_and_entered
        ]
    return wrong


def groups_hold_their_members(drawing: Drawing) -> list[str]:
    return [
        f"{member} outside {group.id}"
        for group in drawing.process.groups
        for member in group.members
        if member in drawing.shapes and not holds(drawing.bounds(group.id), drawing.bounds(member))
    ]


LAWS = (
    lanes_hold_their_nodes,
    pools_hold_their_nodes,
    subprocesses_hold_their_nodes,
    nothing_overlaps,
    edges_are_orthogonal,
    edges_dock,
    flows_avoid_nodes,
    groups_hold_their_members,
)


def broken_laws(process: Process, diagram: Diagram) -> list[str]:
    """Return everything that is wrong with a drawing."""
    drawing = Drawing(process, diagram)
    return complete(drawing) or [text for law in LAWS for text in law(drawing)]
