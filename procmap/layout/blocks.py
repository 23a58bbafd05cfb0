"""What a drawing consists of when it is compacted along one axis: blocks that move together, and what keeps them apart.

Everything is told for the axis from top to bottom; across it, places stay. A block is a rectangle, or a line without
height: a node, a label, a level part of an edge, a border. Blocks of one group move by the same amount.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from procmap.layout.frames import Contents
from procmap.layout.links import Link
from procmap.model import Bounds, Point, Pool, Shape

SAME = 0.01
WIDER = 1.0
"""By how much level parts of edges are taken to be wider, so that they keep off what ends above or below their ends."""
_PAST = 2.0
"""How far a label ends before the part of an edge that it stands beside."""

Key = tuple[str, ...]


class Margins(NamedTuple):
    """What things keep free above and below: two of them are as far apart as both say, unless they were closer."""

    node: float
    line: float
    label: float
    border: float
    """Of a pool or lane, inside."""
    pool: float
    """Of a pool, outside."""
    start: float
    end: float
    """Of a sub-process, inside, below its upper and above its lower border."""
    group: float
    """Of a group, inside."""


class Block(NamedTuple):
    """A rectangle and the group it belongs to; `over` and `under` are its margins."""

    left: float
    right: float
    top: float
    bottom: float
    over: float
    under: float
    group: int
    edge: str = ""
    """Of which edge it is a level part, if it may come to lie on one line with the next."""


class Order(NamedTuple):
    """One group stays above another, which may come nearer by `slack` at most."""

    above: int
    below: int
    slack: float


@dataclass
class Parts:
    """All blocks of a drawing, what else holds between groups, and the upright parts of edges, upper end first."""

    blocks: list[Block] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    upright: list[tuple[int, int]] = field(default_factory=list)
    steps: list[Order] = field(default_factory=list)
    """Level parts of an edge that one upright part joins, and how far apart they are."""
    fixed: set[int] = field(default_factory=set)
    """The groups of borders."""


class Drawing(NamedTuple):
    """Shapes, the waypoints of edges and their labels, by element."""

    shapes: dict[str, Shape]
    ways: dict[str, tuple[Point, ...]]
    labels: dict[str, Bounds]


class Blocks:
    """The blocks of a drawing.

    `head`: what of pools and lanes their names take above what is in them. `together`: nodes that stay in one line.
    `least`: how low lanes and pools may get. With `above`, room that nodes keep free above them stays free.
    """

    def __init__(
        self,
        drawing: Drawing,
        contents: Contents,
        links: Mapping[str, Link],
        margins: Margins,
        *,
        head: float,
        least: float,
        together: Sequence[Sequence[str]],
        above: bool = False,
    ) -> None:
        self._drawing = drawing
        self._above = above
        self._contents = contents
        self._links = links
        self._margins = margins
        self._head = head
        self._least = least
        self._number: dict[Key, int] = {}
        self._leader: list[int] = []
        self.label_groups: dict[str, int] = {}
        """The groups of the labels of edges, once there are parts."""
        self._unite_nodes(together)
        self._unite_strips()
        self._unite_lines()

    # -- what moves together ---------------------------------------------------------------------------------------

    def group(self, key: Key) -> int:
        """Return the group of a key."""
        if key not in self._number:
            self._number[key] = len(self._leader)
            self._leader.append(len(self._leader))
        at = self._number[key]
        while self._leader[at] != at:
            self._leader[at] = self._leader[self._leader[at]]
            at = self._leader[at]
        return at

    def count(self) -> int:
        """Return how many groups there are, at most."""
        return len(self._leader)

    def _unite(self, first: Key, second: Key) -> None:
        self._leader[self.group(second)] = self.group(first)

    def borders(self, key: str) -> tuple[Key, Key] | None:
        """Return the keys of the upper and lower border of what holds something; None for a node."""
        shape = self._drawing.shapes[key].bounds
        item = self._contents.items.get(key)
        if item is None:
            if key in self._contents.guests:
                return None
        elif item.inner is None and not isinstance(item.element, Pool):
            return None
        if self._drawing.shapes[key].horizontal is None:
            return ("top", key), ("bottom", key)
        return ("border", f"{shape.y:.2f}"), ("border", f"{shape.y + shape.height:.2f}")

    def place_of(self, key: str) -> Key:
        """Return the key with which a node moves; an event on a border moves with that."""
        host = self._contents.guests.get(key)
        if host is None:
            return ("node", key)
        borders = self.borders(host.id)
        return ("node", host.id) if borders is None else borders[1]

    def point(self, edge: str, number: int) -> Key:
        """Return the key with which a waypoint moves."""
        way = self._drawing.ways[edge]
        for first in (number, number - 1):
            if 0 <= first < len(way) - 1 and _is_level(way[first], way[first + 1]):
                return ("line", edge, str(self._start(way, first)))
        link = self._links[edge]
        return self._dock(link.source if number == 0 else link.target, way[number])

    def _start(self, way: Sequence[Point], number: int) -> int:
        while number and _is_level(way[number - 1], way[number]):
            number -= 1
        return number

    def _dock(self, key: str, point: Point) -> Key:
        borders = self.borders(key)
        if borders is None:
            return self.place_of(key)
        bounds = self._drawing.shapes[key].bounds
        return borders[abs(point.y - bounds.y) > abs(point.y - bounds.y - bounds.height)]

    def _unite_nodes(self, together: Sequence[Sequence[str]]) -> None:
        for keys in together:
            for first, second in pairwise(keys):
                self._unite(self.place_of(first), self.place_of(second))

    def _unite_strips(self) -> None:
        """Let the far border of a sub-process move with those of the lanes in it that end there."""
        shapes = self._drawing.shapes
        lanes = [shape.bounds for key, shape in shapes.items() if shape.horizontal is not None]
        for key, item in self._contents.items.items():
            if item.inner is None or key not in shapes or shapes[key].horizontal is not None:
                continue
            box = shapes[key].bounds
            for lane in lanes:
                is_inside = box.x <= lane.x and lane.x + lane.width <= box.x + box.width and box.y <= lane.y
                if is_inside and abs(lane.y + lane.height - box.y - box.height) < SAME:
                    self._unite(("bottom", key), ("border", f"{lane.y + lane.height:.2f}"))

    def _unite_lines(self) -> None:
        """Let level parts of edges move with the nodes where they end, and with each other where they share a line."""
        lines: list[tuple[float, float, float, Key]] = []
        for edge, way in self._drawing.ways.items():
            for number, (first, second) in enumerate(pairwise(way)):
                if not _is_level(first, second):
                    continue
                key = self.point(edge, number)
                lines.append((round(first.y, 1), min(first.x, second.x), max(first.x, second.x), key))
                link = self._links[edge]
                for end, at in ((link.source, 0), (link.target, len(way) - 2)):
                    if number == at and self.borders(end) is None:
                        self._unite(self.place_of(end), key)
        lines.sort()
        reach: tuple[float, float, Key] | None = None
        for level, left, right, key in lines:
            if reach is not None and reach[0] == level and left < reach[1]:
                self._unite(reach[2], key)
                reach = (level, max(right, reach[1]), key)
            else:
                reach = (level, right, key)

    # -- blocks ----------------------------------------------------------------------------------------------------

    def parts(self) -> Parts:
        """Return the blocks, in no order, and what else holds between their groups."""
        parts = Parts()
        drawing, margins = self._drawing, self._margins
        for key, shape in drawing.shapes.items():
            borders = self.borders(key)
            if borders is None:
                group = self.group(self.place_of(key))
                item = self._contents.items.get(key)
                over = margins.node + (item.head if item is not None and self._above else 0.0)
                parts.blocks.append(_block(shape.bounds, over, margins.node, group))
                if shape.label is not None:
                    parts.blocks.append(_block(shape.label, margins.label, margins.label, group))
            else:
                self._hold(key, borders, parts)
        shared = _shared(drawing.ways)
        for edge, way in drawing.ways.items():
            for number, (first, second) in enumerate(pairwise(way)):
                groups = self.group(self.point(edge, number)), self.group(self.point(edge, number + 1))
                if _is_level(first, second):
                    left, right = min(first.x, second.x) - WIDER, max(first.x, second.x) + WIDER
                    free = "" if {(edge, number - 1), (edge, number + 1)} & shared else edge
                    parts.blocks.append(
                        Block(left, right, first.y, first.y, margins.line, margins.line, groups[0], free)
                    )  # fmt: skip
                else:
                    ordered = groups if first.y < second.y else groups[::-1]
                    parts.upright.append(ordered)
                    if 0 < number < len(way) - 2 and (edge, number) not in shared:
                        parts.steps.append(Order(*ordered, abs(first.y - second.y)))
            label = drawing.labels.get(edge)
            if label is not None:
                self._label(edge, way, label, parts)
        return parts

    def _hold(self, key: str, borders: tuple[Key, Key], parts: Parts) -> None:
        """Add the borders of what holds something."""
        box = self._drawing.shapes[key].bounds
        item = self._contents.items.get(key)
        margins, bottom = self._margins, box.y + box.height
        upper, lower = self.group(borders[0]), self.group(borders[1])
        over, start, end, least = margins.node, margins.start, margins.end, self._least
        if borders[0][0] == "border":
            start = end = margins.border
            over = margins.pool if item is not None else margins.border
        elif item is None:
            start = end = margins.group
        head = self._head if borders[0][0] == "border" else 0.0
        left, right = box.x, box.x + box.width
        parts.blocks.append(Block(left, right, box.y, box.y + head, over, start, upper))
        parts.blocks.append(Block(left, right, bottom, bottom, end, over, lower))
        parts.orders.append(Order(upper, lower, max(box.height - least, 0.0)))
        parts.fixed.update((upper, lower))

    def _label(self, edge: str, way: Sequence[Point], label: Bounds, parts: Parts) -> None:
        """Add the label of an edge: it stays with the level part that it stands at, else beside an upright one."""
        near = [(_away(label, first, second), number) for number, (first, second) in enumerate(pairwise(way))]
        number = min(near)[1]
        first, second = way[number], way[number + 1]
        ends = self.group(self.point(edge, number)), self.group(self.point(edge, number + 1))
        if _is_level(first, second):
            group = ends[0]
        else:
            group = self.group(("label", edge))
            top, bottom = min(first.y, second.y), max(first.y, second.y)
            upper, lower = ends if first.y < second.y else ends[::-1]
            parts.orders.append(Order(upper, group, max(label.y - top - _PAST, 0.0)))
            parts.orders.append(Order(group, lower, max(bottom - label.y - label.height - _PAST, 0.0)))
        self.label_groups[edge] = group
        parts.blocks.append(_block(label, self._margins.label, self._margins.label, group))


def _shared(ways: Mapping[str, Sequence[Point]]) -> set[tuple[str, int]]:
    """Return the upright parts of edges that run on other ones, each by its edge and number."""
    upright = sorted(
        (round(first.x, 1), min(first.y, second.y), max(first.y, second.y), edge, number)
        for edge, way in ways.items()
        for number, (first, second) in enumerate(pairwise(way))
        if not _is_level(first, second)
    )
    found: set[tuple[str, int]] = set()
    reach: tuple[float, float, str, int] | None = None
    for x, top, bottom, edge, number in upright:
        if reach is not None and reach[0] == x and top <= reach[1]:
            found.update((reach[2:], (edge, number)))
            reach = (x, max(bottom, reach[1]), edge, number)
        else:
            reach = (x, bottom, edge, number)
    return found


def _away(label: Bounds, first: Point, second: Point) -> float:
    """Return how far a label stands from a part of an edge."""
    beside = max(min(first.x, second.x) - label.x - label.width, label.x - max(first.x, second.x), 0.0)
    return beside + max(min(first.y, second.y) - label.y - label.height, label.y - max(first.y, second.y), 0.0)


def _is_level(first: Point, second: Point) -> bool:
    return abs(first.y - second.y) <= SAME


def _block(bounds: Bounds, over: float, under: float, group: int) -> Block:
    return Block(
        bounds.x, bounds.x + bounds.width, bounds.y, bounds.y + bounds.height, over, under, group
    )  # fmt: skip
