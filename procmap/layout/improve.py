"""The edges of a drawing led anew, in the order in which they matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from procmap.layout.ends import Route
from procmap.layout.field import Field, Solid, Terms
from procmap.layout.frames import Contents, Item
from procmap.layout.links import Link
from procmap.layout.pieces import Piece, Spot
from procmap.layout.reroute import Joined, Rerouter
from procmap.layout.reroute import Shape as Place
from procmap.layout.sizes import HEADER, SUBPROCESS_TITLE, TASK_TYPE
from procmap.layout.text import text_width
from procmap.layout.waypoints import simplified
from procmap.model import Activity, Bounds, Group, Point, Pool, Process, Shape

_OVER_LABEL = 80.0
_OVER_POOL = 150.0
_OVER_HEAD = 400.0
"""What it costs to run over a label, a pool without content, the head of a pool or lane; in units of length."""
_ROUNDS = 2
_MOST = 600
_AREA = 5e9
"""Edges of the largest drawings whose edges are led anew, and the area that all their shapes have, nested ones too."""
_ORDER = {"sequence": 0, "data": 1, "association": 2, "message": 3}


def lead_anew(
    process: Process,
    contents: Contents,
    shapes: Mapping[str, Shape],
    routes: Sequence[Route],
    ways: Mapping[str, tuple[Point, ...]],
) -> dict[str, tuple[Point, ...]]:
    """Return the waypoints of all routed edges, better ones where there are; those given in very large drawings."""
    if len(routes) > _MOST or sum(shape.bounds.width * shape.bounds.height for shape in shapes.values()) > _AREA:
        return dict(ways)
    links = [route.link for route in routes]
    spots = {key: tuple(Spot(point.x, point.y) for point in way) for key, way in ways.items()}
    field = Field(_solids(process, contents, shapes), _borders(process, contents, shapes))
    rerouter = Rerouter(field, links, spots)
    whole = _whole(shapes.values(), spots.values())
    terms = {link.id: _terms(contents, shapes, link, whole) for link in links}
    places = {end: _place(contents, shapes, end) for link in links for end in (link.source, link.target)}
    waiting = sorted(links, key=lambda link: _ORDER[link.kind])
    joined = {link.id: Joined(link, places[link.source], places[link.target], terms[link.id]) for link in waiting}
    for _ in range(_ROUNDS):
        changed = [rerouter.improve(joined[link.id]) for link in waiting]
        if not any(changed):
            break
    for _ in range(_ROUNDS):
        if not _untangle(rerouter, [joined[link.id] for link in waiting]):
            break
    return {
        link.id: ways[link.id]
        if rerouter.ways[link.id] == spots[link.id]
        else simplified([Point(x=x, y=y) for x, y in rerouter.ways[link.id]])
        for link in links
    }


def _untangle(rerouter: Rerouter, edges: Sequence[Joined]) -> bool:
    """Lead each two edges that cross anew together; tell whether any got better."""
    order = {edge.link.id: number for number, edge in enumerate(edges)}
    changed = False
    for number, edge in enumerate(edges):
        for other in sorted(order[key] for key in rerouter.crossed(edge.link)):
            if other > number:
                changed |= rerouter.untangle(edge, edges[other])
    return changed


def _place(contents: Contents, shapes: Mapping[str, Shape], end: str) -> Place:
    item, guest = contents.items.get(end), None
    if item is None:
        host = contents.guests[end]
        guest = next(event for event in host.guests if event.id == end)
    return Place(guest or (item.element if item else None), shapes[end].bounds)


def _terms(contents: Contents, shapes: Mapping[str, Shape], link: Link, whole: Bounds) -> Terms:
    """Return what an edge may run through: the sub-processes around its ends; and where it stays."""
    ways = [list(_around(contents, end)) for end in (link.source, link.target)]
    passable = {item.id for way in ways for item in way if isinstance(item.element, Activity)}
    common = next((item for item in ways[0] if item in ways[1]), None)
    inside = shapes[common.id].bounds if common is not None and common.element is not None else whole
    return Terms(link.source, link.target, frozenset(passable), inside)


def _around(contents: Contents, end: str) -> Iterator[Item]:
    """Yield the items around an element, the innermost first."""
    spot = contents.spot(end)
    item = spot[0].frame.item if spot is not None else None
    while item is not None:
        yield item
        item = item.frame.item


def _whole(shapes: Iterable[Shape], ways: Iterable[Sequence[Spot]]) -> Bounds:
    boxes = [shape.bounds for shape in shapes]
    spots = [spot for way in ways for spot in way]
    right = max([box.x + box.width for box in boxes] + [spot.x for spot in spots], default=0.0)
    bottom = max([box.y + box.height for box in boxes] + [spot.y for spot in spots], default=0.0)
    return Bounds(x=0, y=0, width=right + HEADER, height=bottom + HEADER)


def _solids(process: Process, contents: Contents, shapes: Mapping[str, Shape]) -> Iterator[Solid]:
    """Yield the shapes that edges get past: nodes, data and annotations; labels, heads and pools at a price."""
    frames = {frame.id for frame in (*process.pools, *process.lanes)}
    for key, shape in shapes.items():
        item = contents.items.get(key)
        element = item.element if item else None
        box = shape.bounds
        if shape.label is not None and not isinstance(element, Group):
            yield _solid(f"label {key}", shape.label, _OVER_LABEL)
        if key in frames:
            head = Bounds(x=box.x, y=box.y, width=HEADER, height=box.height)
            if isinstance(element, Pool) and item is not None and item.inner is None:
                yield _solid(key, box, _OVER_POOL)
                width = text_width(element.name, TASK_TYPE) * 1.1
                head = Bounds(x=box.x + (box.width - width) / 2, y=box.y, width=width, height=box.height)
            yield _solid(f"head {key}", head, _OVER_HEAD)
        elif not isinstance(element, Group) and (item is not None or key in contents.guests):
            yield _solid(key, box, 0)
            if item is not None and item.inner is not None and isinstance(element, Activity):
                width = min(text_width(element.name, TASK_TYPE) * 1.1, box.width)
                x = box.x + (box.width - width) / 2
                yield _solid(f"head {key}", Bounds(x=x, y=box.y, width=width, height=SUBPROCESS_TITLE), _OVER_LABEL)


def _solid(key: str, box: Bounds, cost: float) -> Solid:
    return Solid(key, box.x, box.y, box.x + box.width, box.y + box.height, cost)


def _borders(process: Process, contents: Contents, shapes: Mapping[str, Shape]) -> Iterator[Piece]:
    """Yield the borders that edges may cross and not run along: of pools, lanes and expanded sub-processes."""
    frames = [frame.id for frame in (*process.pools, *process.lanes)]
    frames += [frame.key for frame in contents.frames if frame.item and isinstance(frame.item.element, Activity)]
    for key in frames:
        if key in shapes:
            box = shapes[key].bounds
            right, bottom = box.x + box.width, box.y + box.height
            yield Piece(True, box.y, box.x, right)
            yield Piece(True, bottom, box.x, right)
            yield Piece(False, box.x, box.y, bottom)
            yield Piece(False, right, box.y, bottom)
