"""What of a given drawing stays: the shapes that lie where they belong, the edges that still join their ends."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.layout.canvas import is_inside, middle
from procmap.layout.homes import Homes
from procmap.layout.links import Link
from procmap.model import Bounds, Diagram, Edge, FlowNode, Point, Pool, Shape

_FARTHEST = 1e6
"""Coordinates beyond this are no place that anybody drew."""
_DOCKED = 30.0
"""How far from its shape an edge may end and still be drawn to it: tools differ in what they take for the border."""
_TOUCHES = 2.0
_LARGE = 150.0


@dataclass
class Kept:
    """Shapes and edges that stay. `loose` are those that don't, with the places that they had."""

    shapes: dict[str, Shape] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)
    loose: dict[str, Shape] = field(default_factory=dict)


def keep(homes: Homes, fixed: Diagram, groups: Collection[str], loose: Collection[str] | None) -> Kept:
    """Return the shapes of a diagram that stay, of elements that there are; an element has its first place.

    `loose`: nodes that are to leave their place; None: those that lie outside their lane, sub-process or pool, in
    another lane or sub-process, or beside the activity that they sit on.
    """
    there: dict[str, Shape] = {}
    known = {*homes.contents.items, *homes.contents.guests, *homes.strips, *groups}
    for shape in fixed.shapes:
        if shape.element in known and _is_place(shape.bounds):
            there.setdefault(shape.element, shape)
    left = displaced(homes, there) if loose is None else {key for key in there if key in loose}
    left.update(  # an event on a border goes where its host goes
        guest for guest, host in homes.contents.guests.items() if host.id in left or host.id not in there
    )
    kept = Kept()
    for key, shape in there.items():
        (kept.loose if key in left else kept.shapes)[key] = shape
    return kept


def kept_edges(
    fixed: Diagram, links: Sequence[Link], shapes: Mapping[str, Shape], homes: Homes, *, trusted: bool
) -> dict[str, Edge]:
    """Return the edges of a diagram that end where the shapes are that they join, or at what has no shape.

    `trusted`: wherever they end, as long as these shapes are there.
    """
    by_id = {link.id: link for link in links}
    contents = homes.contents
    nodes = [
        (key, shape.bounds)
        for key, shape in shapes.items()
        if key in contents.guests or (key in contents.items and isinstance(contents.items[key].element, FlowNode))
    ]
    kept: dict[str, Edge] = {}
    for edge in fixed.edges:
        link = by_id.get(edge.element)
        if link is None or edge.element in kept or len(edge.waypoints) < 2:
            continue
        if not all(abs(at) <= _FARTHEST for point in edge.waypoints for at in (point.x, point.y)):
            continue
        docks = ((link.source, edge.waypoints[0]), (link.target, edge.waypoints[-1]))
        if all(_is_docked(key, point, homes, shapes, nodes, trusted=trusted) for key, point in docks):
            kept[edge.element] = edge
    return kept


def _is_docked(
    key: str,
    point: Point,
    homes: Homes,
    shapes: Mapping[str, Shape],
    nodes: Sequence[tuple[str, Bounds]],
    *,
    trusted: bool,
) -> bool:
    if key not in homes.contents.items and key not in homes.contents.guests and key not in homes.strips:
        return True
    shape = shapes.get(key)
    if shape is None or trusted:
        return shape is not None
    if not is_inside(point, shape.bounds, _DOCKED):
        return False
    if _from_border(point, shape.bounds) <= _TOUCHES:
        return True
    if _holds_something(homes, key) or key in homes.strips:
        return False
    return not any(other != key and _from_border(point, bounds) <= 1 for other, bounds in nodes)


def _from_border(point: Point, bounds: Bounds) -> float:
    """Return how far a point lies from the border of a rectangle."""
    right, bottom = bounds.x + bounds.width, bounds.y + bounds.height
    if is_inside(point, bounds):
        return min(point.x - bounds.x, right - point.x, point.y - bounds.y, bottom - point.y)
    return max(bounds.x - point.x, point.x - right, bounds.y - point.y, point.y - bottom)


def _holds_something(homes: Homes, key: str) -> bool:
    item = homes.contents.items.get(key)
    return item is not None and item.inner is not None


def _is_place(bounds: Bounds) -> bool:
    numbers = (bounds.x, bounds.y, bounds.width, bounds.height)
    return all(math.isfinite(at) and abs(at) <= _FARTHEST for at in numbers) and bounds.width > 0 < bounds.height


def displaced(homes: Homes, shapes: Mapping[str, Shape]) -> set[str]:
    """Return the nodes that do not lie where they belong."""
    contents = homes.contents
    opened = {
        key: [item.id for item in item.inner.items]
        for key, item in contents.items.items()
        if isinstance(item.element, FlowNode) and item.inner is not None and key in shapes
    }
    frames_drawn = [key for key, inside in opened.items() if any(other in shapes for other in inside)]
    large = [
        key
        for key, item in contents.items.items()
        if key in shapes and isinstance(item.element, FlowNode) and _is_large(shapes[key].bounds)
    ]
    drawn_open = [*frames_drawn, *large]
    lanes = [key for key in homes.strips if key in shapes]
    left: set[str] = set()
    for key, item in contents.items.items():
        if key not in shapes or isinstance(item.element, Pool):
            continue
        point = middle(shapes[key].bounds)
        holders = homes.holders(key)
        # Only the nearest holder counts: files draw lanes beside their pools, and on one another. Documents and notes
        # may be drawn beside the lane, pool or sub-process that they belong to.
        home = next((holder for holder in holders if holder in shapes), None)
        outside = isinstance(item.element, FlowNode) and home is not None and not is_inside(point, shapes[home].bounds)
        frames = [
            other for other in drawn_open if other != key and other not in holders and not _is_within(homes, other, key)
        ]
        if isinstance(item.element, FlowNode) and home not in homes.strips:
            frames += [lane for lane in lanes if homes.strips[lane][0] is item.frame and lane not in holders]
        if outside or any(is_inside(point, shapes[frame].bounds, -1) for frame in frames):
            left.add(key)
    for guest, host in contents.guests.items():
        if guest in shapes and host.id in shapes:
            point, box = middle(shapes[guest].bounds), shapes[host.id].bounds
            if not is_inside(point, box, 20) or is_inside(point, box, -20):
                left.add(guest)
    return left


def _is_large(bounds: Bounds) -> bool:
    """Tell whether a node is so large that others may have been drawn in it."""
    return bounds.width > _LARGE or bounds.height > _LARGE


def _is_within(homes: Homes, key: str, holder: str) -> bool:
    return holder in homes.holders(key)
