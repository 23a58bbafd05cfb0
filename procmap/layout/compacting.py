"""A drawing made lower and narrower: everything moves into free room, without a new crossing, bend or overlap.

Compaction along one axis at a time, by a graph of what lies above what (Hsueh and Pederson 1979; Lengauer 1990, chapter
10): two things that have something above and below each other in common keep their order and a least distance, or the
one they had if that was less. Upright parts of edges stretch or shrink. How far up each thing comes is the length of a
shortest path; then things move down again as far as that makes edges shorter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from procmap.layout.blocks import SAME, WIDER, Block, Blocks, Drawing, Margins, Order, Parts
from procmap.layout.frames import Contents, Item
from procmap.layout.links import Link
from procmap.layout.sizes import HEADER, POOL_WIDTH
from procmap.layout.waypoints import simplified
from procmap.model import Bounds, Group, Point, Pool, Shape

_UPRIGHT = Margins(node=12, line=5, label=3, border=8, pool=20, start=28, end=20, group=0)
_LEVEL = Margins(node=25, line=5, label=3, border=10, pool=15, start=10, end=10, group=0)
_LOWEST = 100.0
"""How low lanes and pools get: a step can still be put into an empty lane, and nothing has to move."""
_MOST = 20_000
"""Shapes and parts of edges of the largest drawings that are compacted."""
_SWEEPS = 3
_SMALL = 40.0
"""Steps in an edge up to this are taken out where things can move."""


def compacted(drawing: Drawing, contents: Contents, links: Mapping[str, Link], *, narrower: bool) -> Drawing:
    """Return a drawing made lower and (`narrower`) less wide; very large ones as they are.

    `links` are the edges by id. Edges must be orthogonal. Columns keep their nodes below each other.
    """
    if len(drawing.shapes) + sum(map(len, drawing.ways.values())) > _MOST:
        return drawing
    if narrower:
        blocks = Blocks(
            _turned(drawing), contents, links, _LEVEL, head=HEADER, least=POOL_WIDTH, together=_columns(contents)
        )
        drawing = _turned(_moved(_turned(drawing), blocks, _shifts(blocks)))
    blocks = Blocks(drawing, contents, links, _UPRIGHT, head=0, least=_LOWEST, together=(), above=True)
    return _moved(drawing, blocks, _shifts(blocks))


def _columns(contents: Contents) -> list[list[str]]:
    """Return the nodes that stand in one column."""
    columns: dict[tuple[str, int], list[str]] = defaultdict(list)
    for frame in contents.frames[1:]:
        for item in frame.items:
            if _is_narrow(item):
                columns[frame.key, item.column].append(item.id)
    return list(columns.values())


def _is_narrow(item: Item) -> bool:
    return item.inner is None and not isinstance(item.element, Pool | Group)


def _turned(drawing: Drawing) -> Drawing:
    """Return a drawing with its axes exchanged."""
    return Drawing(
        {
            key: shape.replace(bounds=_turn(shape.bounds), label=shape.label and _turn(shape.label))
            for key, shape in drawing.shapes.items()
        },
        {key: tuple(Point(x=point.y, y=point.x) for point in way) for key, way in drawing.ways.items()},
        {key: _turn(label) for key, label in drawing.labels.items()},
    )


def _turn(bounds: Bounds) -> Bounds:
    return Bounds(x=bounds.y, y=bounds.x, width=bounds.height, height=bounds.width)


def _shifts(blocks: Blocks) -> list[float]:
    """Return how far up each group moves."""
    parts = blocks.parts()
    if not parts.blocks:
        return []
    top = min(block.top for block in parts.blocks)
    left, right = min(block.left for block in parts.blocks), max(block.right for block in parts.blocks)
    root = blocks.count()
    # What has the largest margin may touch the ground; nothing else may lie beyond it.
    ground = Block(left, right, top, top, 0, -max(block.over for block in parts.blocks), root)
    orders = [*parts.orders, *_orders([ground, *parts.blocks])]
    found = _shortest(orders, root, root + 1)
    _settle(found, orders, parts, root)
    _straighten(found, orders, parts)
    return found


def _orders(blocks: Iterable[Block]) -> list[Order]:
    """Return what lies right above what: a sweep from top to bottom over the lower side of all that was passed."""
    skyline = _Skyline()
    found: dict[tuple[int, int], float] = {}
    for block in sorted(blocks, key=lambda block: (block.top, block.bottom, block.left)):
        for above in skyline.replace(block):
            if above.group != block.group:
                apart = 0.0 if _meet(above, block) else max(above.under + block.over, 0.0)
                slack = max(block.top - above.bottom - apart, 0.0)
                pair = (above.group, block.group)
                found[pair] = min(slack, found.get(pair, slack))
    return [Order(*pair, slack) for pair, slack in found.items()]


def _meet(first: Block, second: Block) -> bool:
    """Tell whether two level parts of an edge are joined by an upright one, and may come to lie on one line."""
    overlap = min(first.right, second.right) - max(first.left, second.left)
    return first.edge != "" and first.edge == second.edge and overlap <= 2 * WIDER + SAME


class _Skyline:
    """The lowest blocks so far, by intervals across the axis; several where they overlap."""

    def __init__(self) -> None:
        self._starts: list[float] = [float("-inf")]
        self._lowest: list[tuple[Block, ...]] = [()]

    def replace(self, block: Block) -> list[Block]:
        """Put a block below what is there, and return that."""
        first, last = self._split(block.left), self._split(block.right)
        passed: dict[Block, None] = {}
        for at in range(first, last):
            passed.update(dict.fromkeys(self._lowest[at]))
            self._lowest[at] = (*(above for above in self._lowest[at] if not _is_passed(above, block)), block)
        if first < last and all(self._lowest[at] == (block,) for at in range(first, last)):
            self._starts[first:last] = [block.left]
            self._lowest[first:last] = [(block,)]
        return list(passed)

    def _split(self, x: float) -> int:
        at = bisect_left(self._starts, x)
        if at == len(self._starts) or self._starts[at] != x:
            self._starts.insert(at, x)
            self._lowest.insert(at, self._lowest[at - 1])
        return at


def _is_passed(above: Block, block: Block) -> bool:
    """Tell whether what comes below a block cannot come nearer to one before it."""
    if above.group == block.group:
        return above.bottom <= block.bottom and above.under <= block.under
    return above.bottom < block.top


def _shortest(orders: Iterable[Order], root: int, count: int) -> list[float]:
    """Return the shortest way to every group, its slack as length (Dijkstra 1959); 0 where there is none."""
    after: dict[int, list[Order]] = defaultdict(list)
    for order in orders:
        after[order.above].append(order)
    far = [float("inf")] * count
    far[root] = 0.0
    waiting = [(0.0, root)]
    while waiting:
        length, group = heappop(waiting)
        if length > far[group]:
            continue
        for order in after[group]:
            if length + order.slack < far[order.below]:
                far[order.below] = length + order.slack
                heappush(waiting, (far[order.below], order.below))
    return [0.0 if length == float("inf") else length for length in far]


def _settle(shifts: list[float], orders: Sequence[Order], parts: Parts, root: int) -> None:
    """Move groups that hold no border down, or up again, as far as that makes more edges shorter than longer."""
    below: dict[int, list[Order]] = defaultdict(list)
    above: dict[int, list[Order]] = defaultdict(list)
    for order in orders:
        below[order.above].append(order)
        above[order.below].append(order)
    pull: dict[int, int] = defaultdict(int)
    for upper, lower in parts.upright:
        if upper != lower:
            pull[upper] += 1
            pull[lower] -= 1
    free = [group for group in pull if group not in parts.fixed and group != root]
    for _ in range(_SWEEPS):
        for group in sorted(free, key=lambda group: shifts[group]):
            if pull[group] > 0 and below[group]:
                shifts[group] = max(shifts[order.below] - order.slack for order in below[group])
            elif pull[group] < 0 and above[group]:
                shifts[group] = min(shifts[order.above] + order.slack for order in above[group])


def _straighten(shifts: list[float], orders: Sequence[Order], parts: Parts) -> None:
    """Move groups down where two level parts of an edge come to lie on one line by that, and no others part."""
    below: dict[int, list[Order]] = defaultdict(list)
    for order in orders:
        below[order.above].append(order)
    steps: dict[int, list[Order]] = defaultdict(list)
    for step in parts.steps:
        steps[step.above].append(step)
        steps[step.below].append(step)
    for upper, lower, height in parts.steps:
        down = height + shifts[upper] - shifts[lower]
        if not SAME < down <= _SMALL or upper == lower or upper in parts.fixed:
            continue
        if shifts[upper] - down < max(shifts[order.below] - order.slack for order in below[upper]) - SAME:
            continue
        if not any(abs(step.slack + shifts[step.above] - shifts[step.below]) <= SAME for step in steps[upper]):
            shifts[upper] -= down


def _moved(drawing: Drawing, blocks: Blocks, shifts: Sequence[float]) -> Drawing:
    """Return a drawing in which every group has moved up by its shift."""

    def up(group: int) -> float:
        return shifts[group]

    shapes: dict[str, Shape] = {}
    for key, shape in drawing.shapes.items():
        borders = blocks.borders(key)
        if borders is None:
            by = up(blocks.group(blocks.place_of(key)))
            bounds = shape.bounds.replace(y=shape.bounds.y - by)
        else:
            by = up(blocks.group(borders[0]))
            end = shape.bounds.y + shape.bounds.height - up(blocks.group(borders[1]))
            bounds = shape.bounds.replace(y=shape.bounds.y - by, height=end - shape.bounds.y + by)
        label = shape.label and shape.label.replace(y=shape.label.y - by)
        shapes[key] = shape.replace(bounds=bounds, label=label)
    ways: dict[str, tuple[Point, ...]] = {}
    labels: dict[str, Bounds] = {}
    for edge, way in drawing.ways.items():
        points: list[Point] = []
        for number, point in enumerate(way):
            y = point.y - up(blocks.group(blocks.point(edge, number)))
            if points and abs(points[-1].y - y) <= SAME:
                y = points[-1].y
            points.append(Point(x=point.x, y=y))
        ways[edge] = simplified(points)
        if edge in drawing.labels:
            label = drawing.labels[edge]
            labels[edge] = label.replace(y=label.y - up(blocks.label_groups[edge]))
    return Drawing(shapes, ways, labels)
