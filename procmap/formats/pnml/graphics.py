"""Coordinates: the drawing of a net, stretched so that boxes of steps have room where transitions were.

Petri net tools draw transitions as small squares with their names beside them; steps of a process hold theirs. The
whole picture is stretched by what a step is larger than the smallest transition, so that what was apart stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from procmap.formats.pnml.gateways import Drawn
from procmap.layout.waypoints import join, simplified
from procmap.model import Activity, Bounds, Diagram, Edge, Event, Point, Shape
from procmap.model.elements import Node

_USUAL = 40.0
"""The size of nodes in most editors, for files that give none."""
_MOST = 8.0
_TASK, _GATEWAY, _EVENT = (100.0, 80.0), (50.0, 50.0), (36.0, 36.0)
_GAP = 25.0


@dataclass(frozen=True)
class _Stretch:
    x: float
    y: float

    def point(self, point: Point) -> Point:
        return Point(x=point.x * self.x, y=point.y * self.y)

    def middle(self, bounds: Bounds) -> Point:
        return self.point(Point(x=bounds.x + bounds.width / 2, y=bounds.y + bounds.height / 2))


def draw(plane: str, drawn: Drawn) -> Diagram | None:
    """Return the drawing of a net; None when the file has no coordinates.

    Gateways and events that the net does not have are put between their neighbours, or beside the only one.
    """
    if not drawn.bounds:
        return None
    stretch = _stretch(drawn)
    middles = {node.id: stretch.middle(drawn.bounds[node.id]) for node in drawn.nodes if node.id in drawn.bounds}
    _place_others(drawn, middles)
    shapes = {node.id: _shape(node, middles[node.id]) for node in drawn.nodes if node.id in middles}
    edges = []
    for flow in drawn.flows:
        if flow.source in shapes and flow.target in shapes:
            ends = (shapes[flow.source].bounds, shapes[flow.target].bounds)
            between = [stretch.point(point) for point in drawn.ways[flow.id]]
            edges.append(Edge(element=flow.id, waypoints=_waypoints(*ends, between)))
    return Diagram(plane=plane, shapes=tuple(shapes.values()), edges=tuple(edges))


def _stretch(drawn: Drawn) -> _Stretch:
    """Return by how much the picture is stretched, so that no shape outgrows the place of what it stands for."""
    factors = []
    for side, sizes in (("width", (_TASK[0], _GATEWAY[0])), ("height", (_TASK[1], _GATEWAY[1]))):
        needed = [1.0]
        for node in drawn.nodes:
            if node.id in drawn.bounds:
                given = getattr(drawn.bounds[node.id], side) or _USUAL
                needed.append((sizes[0] if isinstance(node, Activity) else sizes[1]) / given)
        factors.append(min(max(needed), _MOST))
    return _Stretch(*factors)


def _place_others(drawn: Drawn, middles: dict[str, Point]) -> None:
    """Find middles for the nodes that the file has no place for: beside the only one before or behind, or between."""
    before: dict[str, list[str]] = {node.id: [] for node in drawn.nodes}
    behind: dict[str, list[str]] = {node.id: [] for node in drawn.nodes}
    for flow in drawn.flows:
        before[flow.target].append(flow.source)
        behind[flow.source].append(flow.target)
    sizes = {node.id: _size(node) for node in drawn.nodes}
    for node in drawn.nodes:
        if node.id in middles:
            continue
        left, right = _mean(before[node.id], middles), _mean(behind[node.id], middles)
        if left is not None and len(before[node.id]) == 1:
            towards = right or Point(x=left.x + 1, y=left.y)
            middles[node.id] = _beside(left, towards, sizes[before[node.id][0]], sizes[node.id])
        elif right is not None and len(behind[node.id]) == 1:
            towards = left or Point(x=right.x - 1, y=right.y)
            middles[node.id] = _beside(right, towards, sizes[behind[node.id][0]], sizes[node.id])
        elif left is not None or right is not None:
            ends = [point for point in (left, right) if point is not None]
            middles[node.id] = Point(x=sum(p.x for p in ends) / len(ends), y=sum(p.y for p in ends) / len(ends))


def _mean(neighbours: Iterable[str], middles: Mapping[str, Point]) -> Point | None:
    points = [middles[each] for each in neighbours if each in middles]
    if not points:
        return None
    return Point(x=sum(point.x for point in points) / len(points), y=sum(point.y for point in points) / len(points))


def _beside(anchor: Point, towards: Point, held: tuple[float, float], size: tuple[float, float]) -> Point:
    """Return the middle of a shape beside one of the size `held`, on the side that looks towards a point."""
    across, down = towards.x - anchor.x, towards.y - anchor.y
    if abs(across) >= abs(down):
        room = (held[0] + size[0]) / 2 + _GAP
        return Point(x=anchor.x + (room if across >= 0 else -room), y=anchor.y)
    room = (held[1] + size[1]) / 2 + _GAP
    return Point(x=anchor.x, y=anchor.y + (room if down > 0 else -room))


def _size(node: Node) -> tuple[float, float]:
    return _TASK if isinstance(node, Activity) else _EVENT if isinstance(node, Event) else _GATEWAY


def _shape(node: Node, middle: Point) -> Shape:
    width, height = _size(node)
    bounds = Bounds(x=middle.x - width / 2, y=middle.y - height / 2, width=width, height=height)
    expanded = False if isinstance(node, Activity) and node.type == "subProcess" else None
    return Shape(element=node.id, bounds=bounds, expanded=expanded)


def _waypoints(source: Bounds, target: Bounds, between: Sequence[Point]) -> tuple[Point, ...]:
    """Return the way of a flow, from the middle of a side to the middle of a side."""
    between = [point for point in between if not (_holds(source, point) or _holds(target, point))]
    if not between:
        return join(source, target)
    return simplified([_dock(source, between[0]), *between, _dock(target, between[-1])])


def _holds(bounds: Bounds, point: Point) -> bool:
    return 0 <= point.x - bounds.x <= bounds.width and 0 <= point.y - bounds.y <= bounds.height


def _dock(bounds: Bounds, towards: Point) -> Point:
    x, y = bounds.x + bounds.width / 2, bounds.y + bounds.height / 2
    across, up = towards.x - x, towards.y - y
    if abs(across) * bounds.height >= abs(up) * bounds.width:
        return Point(x=bounds.x + (bounds.width if across > 0 else 0), y=y)
    return Point(x=x, y=bounds.y + (bounds.height if up > 0 else 0))
