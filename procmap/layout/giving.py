"""Room for a lane that its neighbours give: borders move into what is free, and only what is in the way moves.

A cut across the drawing (`procmap.layout.canvas`) keeps everything below in line, but moves all of it. Here the border
below a lane moves down, what would then lie on it is pushed down, that pushes what stands right below it, and so on:
a sweep from top to bottom, in which free space takes up what it can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from procmap.layout.canvas import Canvas, is_orthogonal, middle, moved_edge, moved_shape, union
from procmap.layout.frames import Item
from procmap.model import Bounds, Edge, FlowNode, Group, Point, Pool

MANY = 0.1
"""What moves this share of all nodes, or more, moves many."""
_FROM_BORDER = 5.0
_BETWEEN = 12.0
"""Kept free between a border and what stands in the lane, and between two things, unless they stand closer already."""
_SLOPPY = 10.0
"""How far the borders of lanes that are meant to meet lie apart where people drew them."""
_LOWEST = 60.0
"""How low a lane may get that gives room."""
_LEAST = 0.01


@dataclass(frozen=True)
class _Given:
    """How far down each item moves, each border of the pile of lanes, and the end of the pile after them."""

    items: dict[str, float]
    borders: list[float]
    beyond: float


def make_way(canvas: Canvas, lane: str, down: float) -> None:
    """Make a lane, pool or sub-process higher by moving down what is below it.

    That is all of it, by one amount, unless this moves a tenth of the nodes or more: then, where that moves fewer, or
    where nothing has to move, only what is in the way.
    """
    pile, given, _ = _best_way(canvas, lane, down)
    if given is None:
        canvas.make_room(lane, 0, down)
        return
    if given.beyond:
        canvas.make_room(pile[-1], 0, given.beyond)
    _apply(canvas, pile, given)


def making_way(canvas: Canvas, lane: str, down: float) -> set[str]:
    """Return the nodes that move when a lane, pool or sub-process is made higher."""
    return _best_way(canvas, lane, down)[2]


def _best_way(canvas: Canvas, lane: str, down: float) -> tuple[list[str], _Given | None, set[str]]:
    """Return the pile of lanes, what moves in it (None: all that is below), and the nodes that move."""
    pile = _pile(canvas, lane)
    cut = canvas.pushed(lane, vertical=False)
    if not pile:
        return pile, None, cut
    given = _given(canvas, pile, pile.index(lane), down)
    moved = _nodes_of(canvas, given)
    if given.beyond:
        moved |= canvas.pushed(pile[-1], vertical=False)
    if not moved or (len(cut) >= MANY * canvas.nodes() and len(moved) < len(cut)):
        return pile, given, moved
    return pile, None, cut


def stretch(canvas: Canvas, lane: str, height: float) -> None:
    """Make a lane as high as given, as far as there is free room above and below it that nothing stands in."""
    pile = _pile(canvas, lane)
    missing = height - canvas.shapes[lane].bounds.height
    if not pile or missing <= 0:
        return
    place = pile.index(lane)
    down = min(missing, _free_below(canvas, pile, place))
    up = min(missing - down, _free_above(canvas, pile, place))
    borders = [0.0] * (len(pile) + 1)
    borders[place], borders[place + 1] = -up, down
    if up > 0 or down > 0:
        _apply(canvas, pile, _Given({}, borders, 0))


def _pile(canvas: Canvas, lane: str) -> list[str]:
    """Return the innermost lanes beside an innermost lane, from top to bottom; none where they make no pile."""
    homes = canvas.homes
    if lane not in homes.strips or lane not in canvas.shapes:
        return []
    frame = homes.strips[lane][0]
    outer = {homes.around[key] for key in homes.strips if key in homes.around}
    keys = [key for key, (other, _) in homes.strips.items() if other is frame and key not in outer]
    if lane not in keys or any(key not in canvas.shapes or canvas.shapes[key].horizontal is False for key in keys):
        return []
    keys.sort(key=lambda key: canvas.shapes[key].bounds.y)
    boxes = [canvas.shapes[key].bounds for key in keys]
    if any(abs(first.y + first.height - second.y) > _SLOPPY for first, second in pairwise(boxes)):
        return []
    return keys


def _items(canvas: Canvas, lane: str) -> list[tuple[Bounds, Item]]:
    """Return what stands in a lane of a pile, by its middle, from top to bottom, each with all that goes with it."""
    homes = canvas.homes
    box = canvas.shapes[lane].bounds
    frame = homes.strips[lane][0]
    found: list[tuple[Bounds, Item]] = []
    for item in frame.items:
        if item.id not in canvas.shapes or isinstance(item.element, Group):
            continue
        center = middle(canvas.shapes[item.id].bounds)
        if box.y <= center.y < box.y + box.height and box.x <= center.x <= box.x + box.width:
            found.append((_extent(canvas, item), item))
    return sorted(found, key=lambda placed: (placed[0].y, placed[0].x))


def _extent(canvas: Canvas, item: Item) -> Bounds:
    shapes = [canvas.shapes[key] for key in (item.id, *(guest.id for guest in item.guests)) if key in canvas.shapes]
    return union([box for shape in shapes for box in (shape.bounds, shape.label) if box is not None])


def _given(canvas: Canvas, pile: Sequence[str], place: int, down: float) -> _Given:
    """Return what moves when the lower border of a lane does, by `down`."""
    items: dict[str, float] = {}
    borders = [0.0] * (len(pile) + 1)
    for number in range(place + 1, len(pile)):
        borders[number] = down
        box = canvas.shapes[pile[number]].bounds
        pushed: list[tuple[Bounds, float]] = []
        lowest = max(down - max(box.height - _LOWEST, 0.0), 0.0)
        for extent, item in _items(canvas, pile[number]):
            by = down - max(extent.y - box.y - _FROM_BORDER, 0.0)
            for above, its in pushed:
                gap = extent.y - above.y - above.height
                if above.x < extent.x + extent.width and extent.x < above.x + above.width:
                    by = max(by, its - max(gap - _BETWEEN, 0.0))
            if by > _LEAST:
                items[item.id] = by
                pushed.append((extent, by))
                lowest = max(lowest, by - max(box.y + box.height - extent.y - extent.height - _FROM_BORDER, 0.0))
        down = lowest
        if down <= _LEAST:
            return _Given(items, borders, 0)
    return _Given(items, borders, down)


def _nodes_of(canvas: Canvas, given: _Given) -> set[str]:
    """Return the nodes that move, with those on their borders and inside them."""
    contents = canvas.homes.contents
    keys = {key for moved in given.items for key in _whole(canvas, contents.items[moved])}
    return {
        key
        for key in keys
        if key in contents.guests or (key in contents.items and isinstance(contents.items[key].element, FlowNode))
    }


def _whole(canvas: Canvas, item: Item) -> list[str]:
    """Return an item with all that moves with it, as far as it is drawn."""
    keys = (item.id, *(guest.id for guest in item.guests), *canvas.homes.inside(item))
    return [key for key in dict.fromkeys(keys) if key in canvas.shapes]


def _apply(canvas: Canvas, pile: Sequence[str], given: _Given) -> None:
    homes = canvas.homes
    shifts = {key: by for moved, by in given.items.items() for key in _whole(canvas, homes.contents.items[moved])}
    for key, by in shifts.items():
        canvas.shapes[key] = moved_shape(canvas.shapes[key], 0, by)
    held: dict[str, list[int]] = defaultdict(list)
    for number, lane in enumerate(pile):
        for key in (lane, *homes.holders(lane)):
            held[key].append(number)
    for key, numbers in held.items():
        if key in canvas.shapes:
            shape = canvas.shapes[key]
            top, bottom = given.borders[numbers[0]], given.borders[numbers[-1] + 1]
            box = shape.bounds.replace(y=shape.bounds.y + top, height=shape.bounds.height + bottom - top)
            canvas.shapes[key] = shape.replace(bounds=box)
    canvas.version += 1
    for key, edge in list(canvas.edges.items()):
        ends = canvas.ends.get(key, ("", ""))
        first, last = shifts.get(ends[0], 0.0), shifts.get(ends[1], 0.0)
        if first == last:
            canvas.edges[key] = moved_edge(edge, 0, first) if first else edge
            continue
        led = _led(edge, first, last)
        if led is None:
            del canvas.edges[key]
        else:
            canvas.edges[key] = led


def _led(edge: Edge, first: float, last: float) -> Edge | None:
    """Return an edge whose ends moved, with the level parts that end there; None where it has to be led anew."""
    points = list(edge.waypoints)
    if edge.label is not None or not is_orthogonal(points):
        return None
    for order, by in ((range(len(points)), first), (range(len(points) - 1, -1, -1), last)):
        level = points[order[0]].y
        for place in order:
            if abs(points[place].y - level) > _LEAST:
                break
            points[place] = Point(x=points[place].x, y=points[place].y + by)
        else:
            return None
    return edge.replace(waypoints=tuple(points)) if is_orthogonal(points) else None


def _free_below(canvas: Canvas, pile: Sequence[str], place: int) -> float:
    """Return how far the border below a lane can move down before it meets anything; none is free below a pile."""
    if place + 1 == len(pile):
        return 0.0
    box = canvas.shapes[pile[place + 1]].bounds
    ends = [extent.y - _FROM_BORDER - box.y for extent, _ in _items(canvas, pile[place + 1])]
    return max(min([*ends, box.height - _LOWEST]), 0.0)


def _free_above(canvas: Canvas, pile: Sequence[str], place: int) -> float:
    """Return how far the border above a lane, or above its pool, can move up before it meets anything."""
    if place:
        box = canvas.shapes[pile[place - 1]].bounds
        inside = _items(canvas, pile[place - 1])
        ends = [box.y + box.height - extent.y - extent.height - _FROM_BORDER for extent, _ in inside]
        return max(min([*ends, box.height - _LOWEST]), 0.0)
    holders = [key for key in canvas.homes.holders(pile[0]) if key in canvas.shapes]
    outermost = canvas.shapes[holders[-1] if holders else pile[0]].bounds
    if holders and not isinstance(getattr(canvas.homes.contents.items.get(holders[-1]), "element", None), Pool):
        return 0.0
    return _above_pool(canvas, outermost)


def _above_pool(canvas: Canvas, pool: Bounds) -> float:
    """Return how much is free above a pool, of shapes, of edges that run along it, and of labels."""
    in_the_way = [shape.bounds for shape in canvas.shapes.values()]
    in_the_way += [shape.label for shape in canvas.shapes.values() if shape.label is not None]
    for edge in canvas.edges.values():
        in_the_way += [] if edge.label is None else [edge.label]
        in_the_way += [
            Bounds(x=min(first.x, second.x), y=first.y, width=abs(first.x - second.x), height=0)
            for first, second in pairwise(edge.waypoints)
            if abs(first.y - second.y) <= _LEAST
        ]
    above = [
        box.y + box.height
        for box in in_the_way
        if box.x < pool.x + pool.width and pool.x < box.x + box.width and box.y + box.height <= pool.y
    ]
    return max(pool.y - max(above) - _BETWEEN, 0.0) if above else 0.0
