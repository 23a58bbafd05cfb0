"""New edges in a drawing that is there: around its nodes, with their labels beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from procmap.layout.canvas import Canvas, grown, middle, union
from procmap.layout.links import Link
from procmap.layout.orthogonal import DOWN, LEFT, RIGHT, UP, Dock, Surroundings, find_way
from procmap.layout.sizes import LABEL_GAP, Size, label_size
from procmap.layout.space import Space
from procmap.layout.waypoints import join
from procmap.model import Activity, Bounds, Edge, Gateway, Point, Pool

_MARGINS = (12.0, 5.0, 1.0)
_WINDOWS = (150.0, 700.0)
"""How far a way may lead around its ends; after these, as far as the drawing goes."""
_LARGE = 150.0
"""Shapes larger than this have docks where the other end is, beside those in the middle of their sides."""
_CORNER = 10.0
_TAKEN = 20.0
"""What it costs to end where another edge ends."""
_SIDES = {
    "sequence": ((0.0, 15.0, 60.0, 15.0), (50.0, 20.0, 0.0, 20.0)),
    "message": ((40.0, 0.0, 40.0, 0.0), (40.0, 0.0, 40.0, 0.0)),
    "data": ((15.0, 0.0, 15.0, 5.0), (15.0, 0.0, 15.0, 5.0)),
    "association": ((5.0, 0.0, 5.0, 0.0), (5.0, 0.0, 5.0, 0.0)),
}
"""What it costs to leave, and to enter, a shape at its right, bottom, left and top."""
_ORDER = {"sequence": 0, "data": 1, "association": 2, "message": 3}


def draw_links(canvas: Canvas, links: Sequence[Link]) -> None:
    """Give every link that has no edge yet one, where both its ends are drawn.

    An edge runs through no node and no foreign sub-process; where no such way is found in a bounded search, straight
    across by right angles.
    """
    missing = [link for link in links if link.id not in canvas.edges]
    for link in sorted(missing, key=lambda link: _ORDER[link.kind]):
        ends = [_place(canvas, key) for key in (link.source, link.target)]
        if ends[0] is None or ends[1] is None:
            continue
        way = _way(canvas, link, ends[0], ends[1]) or join(ends[0], ends[1])
        canvas.edges[link.id] = Edge(element=link.id, waypoints=way)
    _label(canvas, missing)


def _place(canvas: Canvas, key: str) -> Bounds | None:
    """Return where an end of an edge is; of an edge, the middle of its longest part."""
    if key in canvas.shapes:
        return canvas.shapes[key].bounds
    edge = canvas.edges.get(key)
    if edge is None:
        return None
    first, second = max(
        pairwise(edge.waypoints), key=lambda pair: abs(pair[0].x - pair[1].x) + abs(pair[0].y - pair[1].y)
    )
    return Bounds(x=(first.x + second.x) / 2, y=(first.y + second.y) / 2, width=0, height=0)


def _way(canvas: Canvas, link: Link, source: Bounds, target: Bounds) -> tuple[Point, ...] | None:
    homes = canvas.homes
    inside_source, inside_target = homes.holders(link.source), homes.holders(link.target)
    costs = _SIDES[link.kind]
    into_target, into_source = link.target in inside_source, link.source in inside_target
    sources = _docks(canvas, link.source, source, target, costs[0], inward=into_source)
    targets = _docks(canvas, link.target, target, source, costs[1], inward=into_target)
    holders = {*inside_source, *inside_target}
    if into_target:
        holders.add(link.target)
    if into_source:
        holders.add(link.source)
    others = [edge for edge in canvas.edges.values() if edge.element != link.id]
    parts = [pair for edge in others for pair in pairwise(edge.waypoints)]
    labels = [shape.label for shape in canvas.shapes.values() if shape.label is not None]
    labels += [edge.label for edge in others if edge.label is not None]
    pool = _common_pool(canvas, inside_source, inside_target) if link.kind == "sequence" else None
    hard = _walls(canvas, holders, pools=True), _walls(canvas, holders, pools=False)
    both = union([source, target])
    everything = grown(union([shape.bounds for shape in canvas.shapes.values()]), 60, 60)
    for walls in hard[:1] if len(hard[0]) == len(hard[1]) else hard:
        for room in (*_WINDOWS, None):
            window = everything if room is None else grown(both, room, room)
            if pool is not None and room == _WINDOWS[0]:
                window = _shared(window, grown(pool, -4, -4)) or window
            around = Surroundings(walls, parts, labels)
            for margin in _MARGINS:
                way = find_way(sources, targets, around, window, margin)
                if way is not None:
                    return way
    return None


def _walls(canvas: Canvas, holders: set[str], *, pools: bool) -> list[Bounds]:
    """Return what an edge must not run through: all that does not hold one of its ends."""
    homes = canvas.homes
    walls: list[Bounds] = []
    for key, shape in canvas.shapes.items():
        item = homes.contents.items.get(key)
        if key in holders or (item is None and key not in homes.contents.guests):
            continue
        if item is not None and isinstance(item.element, Pool) and not pools:
            continue
        walls.append(shape.bounds)
    return walls


def _common_pool(canvas: Canvas, first: Sequence[str], second: Sequence[str]) -> Bounds | None:
    if not first or not second or first[-1] != second[-1]:
        return None
    return canvas.shapes[first[-1]].bounds if first[-1] in canvas.shapes else None


def _shared(first: Bounds, second: Bounds) -> Bounds | None:
    left, top = max(first.x, second.x), max(first.y, second.y)
    right = min(first.x + first.width, second.x + second.width)
    bottom = min(first.y + first.height, second.y + second.height)
    return Bounds(x=left, y=top, width=right - left, height=bottom - top) if right > left and bottom > top else None


def _docks(canvas: Canvas, key: str, own: Bounds, other: Bounds, costs: Sequence[float], *, inward: bool) -> list[Dock]:
    """Return where an edge may end at a shape: in the middle of its sides, of a large one also near the other end.

    `inward`: the edge comes from inside.
    """
    x, y = own.x + own.width / 2, own.y + own.height / 2
    right, bottom = own.x + own.width, own.y + own.height
    if own.width == own.height == 0:
        return [Dock(x, y, away) for away in (RIGHT, DOWN, LEFT, UP)]
    docks = [
        Dock(right, y, RIGHT, costs[RIGHT]),
        Dock(x, bottom, DOWN, costs[DOWN]),
        Dock(own.x, y, LEFT, costs[LEFT]),
        Dock(x, own.y, UP, costs[UP]),
    ]
    item = canvas.homes.contents.items.get(key)
    element = item.element if item is not None else None
    if isinstance(element, Gateway):
        docks = [Dock(dock.x, dock.y, dock.away, dock.cost / 3) for dock in docks]
    if isinstance(element, Activity | Pool) or item is None:
        at = middle(other)
        if own.width > _LARGE:
            near = min(max(at.x, own.x + _CORNER), right - _CORNER)
            docks += [Dock(near, bottom, DOWN, costs[DOWN]), Dock(near, own.y, UP, costs[UP])]
        if own.height > _LARGE:
            near = min(max(at.y, own.y + _CORNER), bottom - _CORNER)
            docks += [Dock(right, near, RIGHT, costs[RIGHT]), Dock(own.x, near, LEFT, costs[LEFT])]
    if inward:
        docks = [Dock(dock.x, dock.y, (dock.away + 2) % 4, dock.cost) for dock in docks]
    taken = _taken(canvas, key)
    return [
        Dock(dock.x, dock.y, dock.away, dock.cost + _TAKEN * taken.count((round(dock.x), round(dock.y))))
        for dock in docks
    ]


def _taken(canvas: Canvas, key: str) -> list[tuple[int, int]]:
    """Return where edges end at a shape already."""
    found = []
    for edge_id, edge in canvas.edges.items():
        ends = canvas.ends.get(edge_id, ("", ""))
        for end, point in zip(ends, (edge.waypoints[0], edge.waypoints[-1]), strict=True):
            if end == key:
                found.append((round(point.x), round(point.y)))
    return found


# -- labels ------------------------------------------------------------------------------------------------------------


def _label(canvas: Canvas, links: Sequence[Link]) -> None:
    """Put the names of new edges beside them, on nothing else where that can be."""
    named = [(link, size) for link in links if link.id in canvas.edges and (size := label_size(link.name)) is not None]
    if not named:
        return
    homes = canvas.homes
    space = Space(())
    for key, shape in canvas.shapes.items():
        item = homes.contents.items.get(key)
        if key in homes.contents.guests or (item is not None and item.inner is None):
            space.take(shape.bounds)
        if shape.label is not None:
            space.take(shape.label)
    for edge in canvas.edges.values():
        if edge.label is not None:
            space.take(edge.label)
    for link, size in named:
        edge = canvas.edges[link.id]
        candidates = list(_beside(edge.waypoints, size))
        place = next(filter(space.is_free, candidates), candidates[0])
        space.take(place)
        canvas.edges[link.id] = edge.replace(label=place)


def _beside(way: Sequence[Point], size: Size) -> Iterator[Bounds]:
    """Yield places beside the parts of a way: above and below what is level, right of what is upright."""
    for first, second in pairwise(way):
        if first.y == second.y:
            left = min(first.x, second.x)
            start = first.x + LABEL_GAP if first.x <= second.x else first.x - LABEL_GAP - size.width
            for x in (start, left + (abs(first.x - second.x) - size.width) / 2):
                yield Bounds(x=x, y=first.y - size.height - 2, width=size.width, height=size.height)
                yield Bounds(x=x, y=first.y + 3, width=size.width, height=size.height)
        else:
            start = first.y + LABEL_GAP if first.y <= second.y else first.y - LABEL_GAP - size.height
            for y in (start, (first.y + second.y - size.height) / 2):
                yield Bounds(x=first.x + LABEL_GAP, y=y, width=size.width, height=size.height)


def ends_of(links: Sequence[Link]) -> Mapping[str, tuple[str, str]]:
    """Return what each edge joins."""
    return {link.id: (link.source, link.target) for link in links}
