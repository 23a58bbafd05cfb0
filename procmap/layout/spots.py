"""Free places in a drawing: near where something is wanted, in what it lies in, away from all else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from procmap.layout.canvas import Canvas, grown, is_inside, middle, union
from procmap.layout.giving import MANY, making_way
from procmap.layout.rooms import ABOVE, BESIDE, PADDING, Reach, Room
from procmap.layout.space import Space, overlaps
from procmap.model import Bounds, FlowNode, Point, Pool, Shape

_FROM_EDGES = 5.0
_MOST = 24
"""Columns and rows that are tried, the nearest to the place that is wanted."""
_MOST_WIDE = 240
"""How many columns are tried where room near the place that is wanted would move many."""
_WIDER = 60.0
_MOVED = 30.0
"""What it costs to make room, and to move one node by it, in units of length."""
_BACKWARDS = 200.0
_EMPTY = 8
"""Steps that are tried at both sides of the place that is wanted where nothing stands in a room."""
_DEAR = 100.0
"""What a unit of room costs where any room moves many."""
_STEP = 20.0
_MOST_STEPS = 100
"""How long the pieces are that stand for slanted parts of edges, and how many there are at most for one part."""
_FAR = 1e7
_LEAST = 0.01
"""Less than this too large still fits: sums of decimals are not exact."""

Spot = tuple[Point, float, float]


@dataclass(frozen=True)
class Wish:
    """Where something is best placed; `after` and `before` are what it should stand right and left of, as x."""

    x: float
    y: float
    after: float = float("-inf")
    before: float = float("inf")


class Spots:
    """Finds free places on a canvas, and takes them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._version = -1
        self._spaces: dict[tuple[str, ...], Space] = {}
        self._edges = Space(())
        self._across = Space(())
        self._down = Space(())
        self._pushed: dict[tuple[str, bool], set[str]] = {}
        self._nodes = 0

    def find(self, key: str, reach: Reach, wish: Wish, room: Room | None) -> Spot:
        """Return the best free place for the middle of an element, and how much wider and higher its room must be.

        Where room near the wish would move a tenth of the nodes or more, a place further away that moves fewer comes
        first, if there is one.
        """
        self._refresh()
        near = self._best(key, reach, wish, room, _MOST)
        if room is None:
            return self._lowest(reach, wish) if near is None else near[0]
        spot, many = near or self._beneath(reach, wish, room)
        if many:
            few = self._best(key, reach, wish, room, _MOST_WIDE, moving_few=True)
            if few is not None:
                return few[0]
            least = self._best(key, reach, wish, room, _MOST_WIDE, growth=_DEAR)
            return spot if least is None else min(spot, least[0], key=lambda spot: self._moving(room, spot))
        return spot

    def _moving(self, room: Room, spot: Spot) -> int:
        """Return how many nodes move when room is made for what is placed."""
        _, wider, higher = spot
        moved = self._pushed_by(room.holder, True) if wider > 0 else set()
        return len(moved | making_way(self._canvas, room.holder, higher) if higher > 0 else moved)

    def _lowest(self, reach: Reach, wish: Wish) -> Spot:
        """Return the place below all that is drawn."""
        low = max((shape.bounds.y + shape.bounds.height for shape in self._canvas.shapes.values()), default=0.0)
        return Point(x=wish.x, y=low + 2 * BESIDE + reach.above), 0, 0

    def _beneath(self, reach: Reach, wish: Wish, room: Room) -> tuple[Spot, bool]:
        """Return the place below all that is in a room, and whether room for it moves many."""
        x = max(wish.x, room.bounds.x + reach.left)
        y = room.bounds.y + room.bounds.height + room.padding + reach.above
        wider, higher = _growth(reach.around(x, y), room)
        return (Point(x=x, y=y), wider, higher), self._price(room, wider > 0, higher > 0)[1]

    def _best(
        self,
        key: str,
        reach: Reach,
        wish: Wish,
        room: Room | None,
        most: int,
        *,
        moving_few: bool = False,
        growth: float = 1,
    ) -> tuple[Spot, bool] | None:
        """Return the best of the places around a wish, and whether room for it moves many."""
        space, walls = self._space(key), self._walls(key)
        nearby = self._nearby(wish, room, 2 * most)
        xs = sorted(self._xs(nearby, reach, wish, room), key=lambda x: (abs(x - wish.x), x))[:most]
        ys = sorted(self._ys(nearby, reach, wish, room), key=lambda y: (abs(y - wish.y), y))[:_MOST]
        if moving_few and room is not None:
            end = self._end(room)
            xs.append(end.x + BESIDE + reach.left)
            ys.append(end.y + ABOVE + reach.above)
        tried: list[tuple[float, float, float, float, float, bool]] = []
        prices: dict[tuple[bool, bool], tuple[float, bool]] = {}
        for x in xs:
            for y in ys:
                wider, higher = _growth(reach.around(x, y), room)
                kind = (wider > 0, higher > 0)
                if kind not in prices:
                    prices[kind] = self._price(room, *kind)
                price, many = prices[kind]
                if moving_few and many:
                    continue
                cost = abs(x - wish.x) + 1.5 * abs(y - wish.y) + price + growth * (wider + higher)
                cost += _BACKWARDS * ((x - reach.left < wish.after) + (x + reach.right > wish.before))
                tried.append((cost, x, y, wider, higher, many))
        for _, x, y, wider, higher, many in sorted(tried):
            if self._is_free(reach.around(x, y), space, walls, room, (wider, higher)):
                return (Point(x=x, y=y), wider, higher), many
        return None

    def take(self, key: str) -> None:
        """Know the shape of an element that has its place now."""
        shape = self._canvas.shapes[key]
        for inside, space in self._spaces.items():
            if self._blocks(key, inside):
                _take(space, shape)

    # -- what is taken ---------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        if self._version != self._canvas.version:
            self._version = self._canvas.version
            self._spaces = {}
            self._pushed = {}
            self._nodes = self._canvas.nodes()
            parts = [
                box
                for edge in self._canvas.edges.values()
                for first, second in pairwise(edge.waypoints)
                for box in _boxes(first, second)
            ]
            self._edges, self._across, self._down = (
                Space(grown(box, _FROM_EDGES, _FROM_EDGES) for box in some)
                for some in (parts, [box for box in parts if box.width], [box for box in parts if box.height])
            )

    def _space(self, key: str) -> Space:
        """Return what an element must not lie on: nodes, their labels, and sub-processes that do not hold it."""
        canvas = self._canvas
        inside = tuple(holder for holder in canvas.homes.holders(key) if holder in canvas.homes.contents.items)
        if inside not in self._spaces:
            space = Space(())
            for other, shape in canvas.shapes.items():
                if self._blocks(other, inside):
                    _take(space, shape)
            self._spaces[inside] = space
        return self._spaces[inside]

    def _blocks(self, key: str, inside: Collection[str]) -> bool:
        """Tell whether nothing that lies in `inside` may lie on an element."""
        item = self._canvas.homes.contents.items.get(key)
        if item is None:
            return key in self._canvas.homes.contents.guests
        return key not in inside and (item.inner is None or isinstance(item.element, FlowNode))

    def _walls(self, key: str) -> list[Bounds]:
        """Return the pools and lanes of its own pool that an element does not belong to."""
        canvas = self._canvas
        holders = canvas.homes.holders(key)
        item = canvas.homes.contents.items.get(key)
        if item is not None and not isinstance(item.element, FlowNode | Pool):
            return []
        frame = item.frame if item is not None else None
        lane = next(
            (canvas.shapes[key].bounds for key in holders if key in canvas.homes.strips and key in canvas.shapes), None
        )
        keys = [lane for lane, (other, _) in canvas.homes.strips.items() if other is frame]
        keys += [pool.id for pool in canvas.homes.contents.root.items]
        walls = [
            canvas.shapes[other].bounds for other in keys if other in canvas.shapes and other not in (*holders, key)
        ]
        # Where lanes are drawn on one another, there is no place in the one that is not in the other too.
        return [wall for wall in walls if lane is None or not overlaps(grown(wall, -PADDING, -PADDING), lane)]

    def _is_free(
        self, box: Bounds, space: Space, walls: Sequence[Bounds], room: Room | None, growth: tuple[float, float]
    ) -> bool:
        """Tell whether a place is free; where room is made, only what lies inside the room now can be in the way."""
        wide = grown(box, BESIDE - 1, ABOVE - 1)
        if room is None:
            return space.is_free(wide) and self._edges.is_free(box) and not any(overlaps(wide, wall) for wall in walls)
        around = room.bounds
        if box.x < around.x or box.y < around.y:
            return False
        right, bottom = around.x + around.width + room.padding, around.y + around.height + room.padding
        wider, higher = growth
        seen = _clipped(wide, right, bottom)
        if seen is not None and not space.is_free(seen):
            return False
        close = _clipped(box, right, bottom)
        if close is not None and not self._edges.is_free(close):
            return False
        if any(overlaps(box, _with_growth(wall, room, right, bottom)) for wall in _staying(walls, room, growth)):
            return False
        # What runs along the border of the room moves with it; what runs across it would run through what is placed.
        if higher > 0 and not self._down.is_free(Bounds(x=box.x, y=bottom - 1, width=box.width, height=2)):
            return False
        return wider <= 0 or self._across.is_free(Bounds(x=right - 1, y=box.y, width=2, height=box.height))

    def _price(self, room: Room | None, wider: bool, higher: bool) -> tuple[float, bool]:
        """Return what it costs to make room, and whether that moves a tenth of all nodes or more."""
        if room is None:
            return 0, False
        moved: set[str] = set()
        for vertical, grows in ((True, wider), (False, higher)):
            if grows:
                moved |= self._pushed_by(room.holder, vertical)
        return _WIDER * (wider + higher) + _MOVED * len(moved), bool(moved) and len(moved) >= MANY * self._nodes

    def _pushed_by(self, holder: str, vertical: bool) -> set[str]:
        if (holder, vertical) not in self._pushed:
            self._pushed[holder, vertical] = self._canvas.pushed(holder, vertical=vertical)
        return self._pushed[holder, vertical]

    # -- what is tried ---------------------------------------------------------------------------------------------

    def _nearby(self, wish: Wish, room: Room | None, most: int) -> list[Bounds]:
        """Return the places of what stands nearest to a place in a room."""
        canvas = self._canvas
        held = (
            shape.bounds
            for key, shape in canvas.shapes.items()
            if not canvas.is_container(key) or canvas.is_activity(key) or room is None
        )
        inside = [
            box
            for box in held
            if room is None or is_inside(middle(box), grown(room.bounds, room.padding, room.padding))
        ]
        return sorted(
            inside, key=lambda box: (abs(middle(box).x - wish.x) + abs(middle(box).y - wish.y), box.x, box.y)
        )[:most]

    def _end(self, room: Room) -> Point:
        """Return how far right and down a room reaches, with what lies in it."""
        space = grown(room.bounds, room.padding, room.padding)
        inside = [room.bounds]
        for shape in self._canvas.shapes.values():
            if not self._canvas.is_container(shape.element) and is_inside(middle(shape.bounds), space):
                inside += [shape.bounds, *([] if shape.label is None else [shape.label])]
        box = union(inside)
        return Point(x=box.x + box.width, y=box.y + box.height)

    def _xs(self, nearby: Sequence[Bounds], reach: Reach, wish: Wish, room: Room | None) -> set[float]:
        xs = {wish.x}
        for box in nearby:
            xs.update((box.x + box.width + BESIDE + reach.left, box.x - BESIDE - reach.right, middle(box).x))
        if room is not None:
            left, right = room.bounds.x, room.bounds.x + room.bounds.width
            xs.update((left + reach.left, right - reach.right, right + room.padding + reach.left))
            if not nearby:  # in an empty room only edges are in the way, and it is not far past them
                step = (reach.left + reach.right) / 2
                xs.update(wish.x + number * step for number in range(-_EMPTY, _EMPTY + 1))
            xs = {max(x, left + reach.left) for x in xs}
        return xs

    def _ys(self, nearby: Sequence[Bounds], reach: Reach, wish: Wish, room: Room | None) -> set[float]:
        ys = {wish.y}
        for box in nearby:
            ys.update((box.y + box.height + ABOVE + reach.above, box.y - ABOVE - reach.below, middle(box).y))
        if room is not None:
            top, bottom = room.bounds.y, room.bounds.y + room.bounds.height
            ys.update(
                (top + reach.above, bottom - reach.below, bottom + room.padding + reach.above, (top + bottom) / 2)
            )
            ys = {max(y, top + reach.above) for y in ys}
        return ys


def _take(space: Space, shape: Shape) -> None:
    space.take(shape.bounds)
    if shape.label is not None:
        space.take(shape.label)


def _growth(box: Bounds, room: Room | None) -> tuple[float, float]:
    """Return how much wider and higher a room must be for something to lie in it."""
    if room is None:
        return 0, 0
    around = room.bounds
    wider = box.x + box.width - around.x - around.width
    higher = box.y + box.height - around.y - around.height
    return wider if wider > _LEAST else 0, higher if higher > _LEAST else 0


def _boxes(first: Point, second: Point) -> Iterator[Bounds]:
    """Yield rectangles around a part of an edge; several small ones along a slanted part, which leave more free."""
    x, y = second.x - first.x, second.y - first.y
    slanted = min(abs(x), abs(y)) > 1
    steps = min(int(max(abs(x), abs(y)) / _STEP) + 1, _MOST_STEPS) if slanted else 1
    for step in range(steps):
        at, to = step / steps, (step + 1) / steps
        left, top = min(first.x + at * x, first.x + to * x), min(first.y + at * y, first.y + to * y)
        yield Bounds(x=left, y=top, width=abs(x) / steps, height=abs(y) / steps)


def _staying(walls: Sequence[Bounds], room: Room, growth: tuple[float, float]) -> Iterator[Bounds]:
    """Yield the lanes and pools that do not make way where a room grows along the pile of lanes."""
    right, bottom = room.bounds.x + room.bounds.width, room.bounds.y + room.bounds.height
    wider, higher = growth
    for wall in walls:
        if not (wall.x >= right if room.vertical and wider > 0 else wall.y >= bottom if higher > 0 else False):
            yield wall


def _with_growth(wall: Bounds, room: Room, right: float, bottom: float) -> Bounds:
    """Return a lane as it is when the room around it has grown across it."""
    if room.vertical:
        return wall.replace(height=wall.height + _FAR) if wall.y + wall.height >= bottom - 1 else wall
    return wall.replace(width=wall.width + _FAR) if wall.x + wall.width >= right - 1 else wall


def _clipped(box: Bounds, right: float, bottom: float) -> Bounds | None:
    width, height = min(box.width, right - box.x), min(box.height, bottom - box.y)
    return box.replace(width=width, height=height) if width > 0 and height > 0 else None
