"""A drawing while it is completed: shapes and edges that have their places, and room made by moving what lies beyond.

Room is made by a cut across the whole drawing: what lies beyond it moves by one amount, what it goes through grows.
Distances only grow by that, so that nothing comes to lie on anything else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from procmap.layout.homes import Homes
from procmap.model import Activity, Bounds, Edge, FlowNode, Point, Pool, Shape

_SLOPPY = 10.0
"""How far the borders of pools and lanes that are meant to meet lie apart where people drew them."""
_SMALL = 0.01
_PAST = 0.25
"""Past a border, so that what ends at it stays."""


def middle(bounds: Bounds) -> Point:
    """Return the middle of a rectangle."""
    return Point(x=bounds.x + bounds.width / 2, y=bounds.y + bounds.height / 2)


def moved(bounds: Bounds, x: float, y: float) -> Bounds:
    """Return a rectangle moved to the right by `x` and down by `y`."""
    return bounds.replace(x=bounds.x + x, y=bounds.y + y) if x or y else bounds


def moved_shape(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape moved with its label."""
    return shape.replace(bounds=moved(shape.bounds, x, y), label=shape.label and moved(shape.label, x, y))


def moved_edge(edge: Edge, x: float, y: float) -> Edge:
    """Return an edge moved with its label."""
    points = tuple(Point(x=point.x + x, y=point.y + y) for point in edge.waypoints)
    return edge.replace(waypoints=points, label=edge.label and moved(edge.label, x, y))


def is_inside(point: Point, bounds: Bounds, margin: float = 0) -> bool:
    """Tell whether a point lies in a rectangle that is larger by a margin on every side."""
    return (
        bounds.x - margin <= point.x <= bounds.x + bounds.width + margin
        and bounds.y - margin <= point.y <= bounds.y + bounds.height + margin
    )


class Canvas:
    """The shapes and edges that have their places so far, by element; `ends` are what each edge joins."""

    def __init__(self, homes: Homes, groups: Collection[str], ends: Mapping[str, tuple[str, str]]) -> None:
        self.homes = homes
        self.ends = ends
        self.shapes: dict[str, Shape] = {}
        self.edges: dict[str, Edge] = {}
        self._groups = groups
        self.version = 0
        """Rises whenever something that had its place moves."""

    def is_container(self, key: str) -> bool:
        """Tell whether something that has a place of its own may lie in a shape: a pool, lane, sub-process or group."""
        item = self.homes.contents.items.get(key)
        if item is None:
            return key in self.homes.strips or key in self._groups
        return item.inner is not None

    def nodes(self) -> int:
        """Return how many nodes have their places, events on borders among them."""
        return sum(map(self._is_node, self.shapes))

    def _is_node(self, key: str) -> bool:
        item = self.homes.contents.items.get(key)
        return key in self.homes.contents.guests if item is None else isinstance(item.element, FlowNode)

    def pushed(self, holder: str, *, vertical: bool) -> set[str]:
        """Return the nodes that would move if an element were made wider (`vertical`), else higher."""
        at, growing = self._border(holder, vertical=vertical)
        fates = self._fates(at, growing, vertical=vertical)
        return {key for key, fate in fates.items() if fate == "move" and self._is_node(key)}

    def make_room(self, holder: str, right: float, down: float) -> None:
        """Make an element and what it lies in wider and higher by the given amounts.

        Across lanes all of them grow; along the pile of lanes only those that hold the element, or are it.
        """
        for by, vertical in ((right, True), (down, False)):
            if by > 0:
                at, growing = self._border(holder, vertical=vertical)
                self.cut(at, by, growing, vertical=vertical)

    def _border(self, holder: str, *, vertical: bool) -> tuple[float, list[str]]:
        """Return where a cut makes an element wider (`vertical`), else higher, and what is to grow with it."""
        shape = self.shapes[holder]
        box = shape.bounds
        piled = (shape.horizontal is False) == vertical
        end = box.x + box.width if vertical else box.y + box.height
        return end + (_PAST if piled else -0.5), [holder, *self.homes.holders(holder)]

    def cut(self, at: float, by: float, growing: Collection[str] = (), *, vertical: bool) -> None:
        """Move all that lies beyond a vertical (else a horizontal) line; `growing`, and frames it meets, grow by that.

        Sub-processes that are not to grow move or stay with all that is in them.
        """
        fates = self._fates(at, growing, vertical=vertical)
        right, down = (by, 0.0) if vertical else (0.0, by)
        self.version += 1
        for key, edge in list(self.edges.items()):
            self._cut_edge(key, edge, fates, at, (right, down))
        for key, shape in self.shapes.items():
            fate = fates.get(key)
            if fate == "move":
                self.shapes[key] = moved_shape(shape, right, down)
            elif fate == "grow":
                box = shape.bounds
                self.shapes[key] = shape.replace(bounds=box.replace(width=box.width + right, height=box.height + down))

    def _fates(self, at: float, growing: Collection[str], *, vertical: bool) -> dict[str, str]:
        """Return what a cut does to each shape: move, grow or stay.

        A cut across lanes moves nothing in lanes and pools other than those that grow.
        """
        piled = next((self.shapes[key].horizontal is False for key in growing if key in self.homes.strips), False)
        across = vertical != piled
        band = next((self.shapes[key].bounds for key in growing if not self.is_activity(key)), None)
        fates: dict[str, str] = {}
        spans = {}
        for key, shape in self.shapes.items():
            low, size = (shape.bounds.x, shape.bounds.width) if vertical else (shape.bounds.y, shape.bounds.height)
            spans[key] = (low, low + size / 2, low + size)

        def as_frame(key: str) -> str:
            low, _, high = spans[key]
            return "grow" if key in growing else "move" if low >= at - _SLOPPY else "grow" if high > at else "stay"

        def by_middle(key: str) -> str:
            return "move" if spans[key][1] >= at else "stay"

        for key in self._groups:
            if key in spans:
                fates[key] = as_frame(key)
        waiting = [key for key in (*self.homes.strips, *self.homes.contents.items) if key in spans]
        waiting.sort(key=lambda key: len(self.homes.holders(key)))
        for key in waiting:
            item = self.homes.contents.items.get(key)
            around = next((fates[holder] for holder in self.homes.holders(key) if holder in fates), "grow")
            element = None if item is None else item.element
            free = element is not None and not isinstance(element, FlowNode | Pool)
            rigid = next((holder for holder in self.homes.holders(key) if self.is_activity(holder)), None)
            if key in growing:
                fates[key] = "grow"
            elif around != "grow" and (not free or fates.get(rigid or "", "grow") != "grow"):
                fates[key] = around
            elif element is None or isinstance(element, Pool):
                fates[key] = as_frame(key)
            elif across and not self._is_reached(key, growing, band, vertical=vertical, free=free):
                fates[key] = "stay"
            elif item is not None and item.inner is not None:
                fates[key] = "move" if spans[key][0] >= at - _SLOPPY else "stay"
            else:
                fates[key] = by_middle(key)
        for guest, host in self.homes.contents.guests.items():
            if guest in spans:
                fate = fates.get(host.id, "grow")
                fates[guest] = self._on_border(host.id, spans[guest][1], at, vertical) if fate == "grow" else fate
        return fates

    def _is_reached(
        self, key: str, growing: Collection[str], band: Bounds | None, *, vertical: bool, free: bool
    ) -> bool:
        """Tell whether a cut across lanes can move an item: when it stands in what grows, or in nothing."""
        home = self.homes.around.get(key)
        if home is None:
            return True
        if not free or band is None or self.is_activity(home):
            return home in growing
        point = middle(self.shapes[key].bounds)
        if vertical:
            return band.y <= point.y <= band.y + band.height
        return band.x <= point.x <= band.x + band.width

    def is_activity(self, key: str) -> bool:
        """Tell whether an element is a task or sub-process."""
        item = self.homes.contents.items.get(key)
        return item is not None and isinstance(item.element, Activity)

    def _on_border(self, key: str, along: float, at: float, vertical: bool) -> str:
        """Tell what happens to something on the border of a shape that grows."""
        box = self.shapes[key].bounds
        center = box.x + box.width / 2 if vertical else box.y + box.height / 2
        return "move" if along >= at - 1 and along > center else "stay"

    def _cut_edge(self, key: str, edge: Edge, fates: Mapping[str, str], at: float, by: tuple[float, float]) -> None:
        right, down = by
        ends = self.ends.get(key, ("", ""))
        if all(fates.get(end) == "stay" for end in ends):
            return
        points = list(edge.waypoints)
        for place, point in enumerate(points):
            end = ends[0] if place == 0 else ends[1] if place == len(points) - 1 else ""
            along = point.x if right else point.y
            fate = fates.get(end, "")
            if fate == "grow":
                fate = self._on_border(end, along, at, vertical=right > 0)
            if fate == "move" or (not fate and along >= at):
                points[place] = Point(x=point.x + right, y=point.y + down)
        label = edge.label
        if label is not None:
            center = middle(label)
            if (center.x if right else center.y) >= at:
                label = moved(label, right, down)
        if is_orthogonal(edge.waypoints) and not is_orthogonal(points):
            del self.edges[key]
        else:
            self.edges[key] = edge.replace(waypoints=tuple(points), label=label)


def is_orthogonal(points: Collection[Point]) -> bool:
    """Tell whether every part of a way is horizontal or vertical."""
    return all(abs(a.x - b.x) < _SMALL or abs(a.y - b.y) < _SMALL for a, b in pairwise(points))


def union(boxes: Collection[Bounds]) -> Bounds:
    """Return the least rectangle around some, at least one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Bounds(x=left, y=top, width=right - left, height=bottom - top)


def grown(bounds: Bounds, x: float, y: float) -> Bounds:
    """Return a rectangle made larger on every side."""
    return Bounds(x=bounds.x - x, y=bounds.y - y, width=bounds.width + 2 * x, height=bounds.height + 2 * y)
