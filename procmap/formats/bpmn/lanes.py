"""Reading lanes, nested to any depth, and finding out who belongs to them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from procmap.formats.bpmn.names import NODES, bpmn
from procmap.formats.bpmn.tree import text_of
from procmap.model import Bounds, Diagram, Event, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from procmap.formats.bpmn.tree import Tree
    from procmap.model import FlowNode

_LANE = bpmn("lane")
_LANE_SET = bpmn("childLaneSet")
_REFERENCE = bpmn("flowNodeRef")


def read_lanes(
    tree: Tree,
    lane_set: etree._Element,
    scope: str | None,
    pool: str | None,
    common: Callable[[etree._Element], dict[str, Any]],
) -> list[Lane]:
    """Return the lanes of a lane set, each before the lanes inside it; `common` gives the fields every element has."""
    lanes: list[Lane] = []
    waiting: list[tuple[etree._Element, str | None]] = [(lane_set, None)]
    while waiting:
        element, around = waiting.pop()
        if element.tag == _LANE:
            lanes.append(_lane(tree, element, Lane(parent=around, pool=pool, scope=scope, **common(element))))
            around = lanes[-1].id
        inside = [(child, around) for child in element.iterchildren(_LANE, _LANE_SET)]
        waiting += reversed(inside)
    return lanes


def _lane(tree: Tree, element: etree._Element, lane: Lane) -> Lane:
    cited = [tree.resolve(text_of(part), element, NODES) for part in element.iterchildren(_REFERENCE)]
    nodes = dict.fromkeys(node for node in cited if _may_be_node(tree, node))
    holder = element.getparent()
    return lane.replace(nodes=tuple(nodes), lane_set="" if holder is None else holder.get("id", ""))


def _may_be_node(tree: Tree, node_id: str) -> bool:
    """Tell whether a lane may hold what it cites: a node, or something missing; not a data store."""
    element = tree.element(node_id)
    return element is None or element.tag in NODES


def place_in_lanes(lanes: list[Lane], nodes: Iterable[FlowNode], diagrams: Iterable[Diagram]) -> list[Lane]:
    """Return the lanes with the nodes drawn in them, where the lanes of a process or sub-process name no node at all.

    Some tools (OMNITRACKER) say only by place who does a step: a node belongs to the innermost lane of its scope whose
    shape holds its middle. Boundary events go with their host.
    """
    silent = {(lane.pool, lane.scope) for lane in lanes} - {(lane.pool, lane.scope) for lane in lanes if lane.nodes}
    if not silent:
        return lanes
    bounds: dict[str, Bounds] = {}
    for diagram in diagrams:
        for shape in diagram.shapes:
            bounds.setdefault(shape.element, shape.bounds)
    depth: Counter[str] = Counter()
    for lane in lanes:
        depth[lane.id] = depth[lane.parent] + 1 if lane.parent else 0
    candidates = [lane for lane in lanes if (lane.pool, lane.scope) in silent and lane.id in bounds]
    candidates.sort(key=lambda lane: -depth[lane.id])
    members: dict[str, list[str]] = {}
    for node in nodes:
        place = bounds.get(node.id)
        if place is None or (isinstance(node, Event) and node.attached_to):
            continue
        for lane in candidates:
            if lane.pool == node.pool and lane.scope == node.parent and _holds(bounds[lane.id], place):
                members.setdefault(lane.id, []).append(node.id)
                break
    return [lane.replace(nodes=tuple(members[lane.id])) if lane.id in members else lane for lane in lanes]


def _holds(around: Bounds, place: Bounds) -> bool:
    x, y = place.x + place.width / 2, place.y + place.height / 2
    return around.x <= x <= around.x + around.width and around.y <= y <= around.y + around.height
