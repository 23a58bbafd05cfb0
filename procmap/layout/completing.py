"""Partial layout: a drawing keeps what it shows, and what it lacks is placed.

Each new node stands near its neighbours in its lane, where nothing is; the lane and what is around it grow where they
must, and then all that lies beyond moves by one amount. A whole new pool or sub-process is laid out by itself and
placed as one piece.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import pairwise

from procmap.layout.canvas import Canvas, grown, is_orthogonal, middle, moved_edge, moved_shape, union
from procmap.layout.frames import Item
from procmap.layout.giving import make_way, stretch
from procmap.layout.guests import place_guest
from procmap.layout.homes import Homes, homes_of, restricted
from procmap.layout.keeping import keep, kept_edges
from procmap.layout.linking import draw_links, ends_of
from procmap.layout.links import Link, links_of
from procmap.layout.loosening import Loosening
from procmap.layout.new_lanes import place_lanes
from procmap.layout.places import BETWEEN_POOLS, has_room_for_guests
from procmap.layout.rooms import CRAMPED, PADDING, Reach, Room, reach_of, room_in
from procmap.layout.shapes import group_shape, item_shape
from procmap.layout.spots import Spots
from procmap.layout.waypoints import holds
from procmap.layout.wishes import Wishes
from procmap.model import Bounds, Diagram, Edge, FlowNode, Point, Pool, Process, Shape

_MOST_WORK = 20_000_000
"""New elements and frames times all elements: with more, the whole is laid out anew."""

Anew = Callable[[Process], Diagram]


def complete(process: Process, fixed: Diagram, anew: Anew, loose: Collection[str] | None = None) -> Diagram:
    """Return a drawing of a process that keeps the coordinates of a given one.

    `anew` lays out a process by itself. `loose`: see `procmap.layout.keeping.keep`. A diagram that shows nothing of
    the process counts as none, and so does one that would take too long to complete (of many thousands of elements a
    large part missing).
    """
    homes = homes_of(process)
    plain, other = links_of(process, homes.contents)
    groups = {group.id for group in process.groups if group.id not in homes.contents.items}
    canvas = Canvas(homes, groups, ends_of([*plain, *other]))
    kept = keep(homes, fixed, groups, loose)
    canvas.shapes.update(kept.shapes)
    wanted = len(homes.contents.items) + len(homes.strips) + len(homes.contents.guests)
    work = (wanted - len(kept.shapes) + len(homes.contents.frames)) * wanted
    if not kept.shapes or work > _MOST_WORK:
        return anew(process)
    canvas.edges.update(kept_edges(fixed, [*plain, *other], kept.shapes, homes, trusted=loose is not None))
    return _Completion(process, canvas, fixed, anew, [*plain, *other]).run(kept.loose)


class _Completion:
    """One drawing while it is completed."""

    def __init__(self, process: Process, canvas: Canvas, fixed: Diagram, anew: Anew, links: list[Link]) -> None:
        self._process = process
        self._canvas = canvas
        self._homes: Homes = canvas.homes
        self._fixed = fixed
        self._anew = anew
        self._links = links
        self._spots = Spots(canvas)
        self._loosening = Loosening(canvas)
        self._wishes = Wishes(canvas, links, self._loosening.were)

    def run(self, loose: Mapping[str, Shape]) -> Diagram:
        canvas = self._canvas
        self._loosening.were.update(loose)
        self._loosening.renew_frames()
        self._loosening.lift()
        if not canvas.shapes:
            return self._anew(self._process)
        self._place_pools()
        place_lanes(canvas)
        self._place_items()
        for guest, host in self._homes.contents.guests.items():
            if guest not in canvas.shapes and host.id in canvas.shapes:
                place_guest(canvas, host, guest)
        self._draw_groups()
        self._reroute()
        draw_links(canvas, self._links)
        return self._diagram()

    # -- pools and pieces ------------------------------------------------------------------------------------------

    def _place_pools(self) -> None:
        canvas = self._canvas
        pools = self._homes.contents.root.items
        # What was drawn goes back to its place before anything new looks for one.
        for item in sorted(pools, key=lambda item: item.id not in self._loosening.were):
            drawn = [key for key in self._homes.inside(item) if key in canvas.shapes and not self._is_satellite(key)]
            inside = [key for key in self._homes.inside(item) if key not in canvas.shapes]
            if item.element is None and not drawn and not all(map(self._is_satellite, inside)):
                self._loosening.discard(item)
                self._place_free(item)
            if not isinstance(item.element, Pool) or item.id in canvas.shapes:
                continue
            if drawn and self._loosening.frame_around(item, drawn):
                continue
            self._loosening.discard(item)
            self._place_pool(item)

    def _is_satellite(self, key: str) -> bool:
        return key in self._homes.satellites

    def _place_pool(self, item: Item) -> None:
        """Lay a pool out and put it where it was, else below all others."""
        canvas = self._canvas
        shapes, edges = self._piece(item)
        box = shapes[item.id].bounds
        was = self._loosening.were.get(item.id)
        pools = [
            canvas.shapes[other.id].bounds for other in self._homes.contents.root.items if other.id in canvas.shapes
        ]
        drawn = [shape.bounds for shape in canvas.shapes.values()]
        if was is not None:
            for vertical in (False, True):
                old = was.bounds
                end, more = (
                    (old.x + old.width, box.width - old.width)
                    if vertical
                    else (old.y + old.height, box.height - old.height)
                )
                if more > 0:
                    canvas.cut(end - 0.5, more, vertical=vertical)
            x, y = was.bounds.x, was.bounds.y
        elif drawn:
            around = union(pools or drawn)
            low = union(drawn)
            x, y = around.x, max(low.y + low.height, self._lowest_edge()) + BETWEEN_POOLS
        else:
            x, y = 0.0, 0.0
        wide = max([box.width, *(pool.width for pool in pools if abs(pool.x - x) < 1)])
        self._put_piece(shapes, edges, x - box.x, y - box.y)
        for key in (item.id, *(key for key, (frame, _) in self._homes.strips.items() if frame is item.inner)):
            shape = canvas.shapes[key]
            canvas.shapes[key] = shape.replace(bounds=shape.bounds.replace(width=shape.bounds.width + wide - box.width))

    def _place_free(self, item: Item) -> None:
        """Lay out what lies in no pool, of which nothing is drawn, and put it below all else."""
        shapes, edges = self._piece(item)
        drawn = [shape.bounds for shape in self._canvas.shapes.values()]
        if not shapes or not drawn:
            self._put_piece(shapes, edges, 0, 0)
            return
        around, known = union([shape.bounds for shape in shapes.values()]), union(drawn)
        low = max(known.y + known.height, self._lowest_edge())
        self._put_piece(shapes, edges, known.x - around.x, low + 2 * BETWEEN_POOLS - around.y)

    def _lowest_edge(self) -> float:
        return max((point.y for edge in self._canvas.edges.values() for point in edge.waypoints), default=0.0)

    def _piece(self, item: Item) -> tuple[dict[str, Shape], dict[str, Edge]]:
        """Lay out an item with all that lies in it, by itself."""
        keys = {item.id, *(guest.id for guest in item.guests), *self._homes.inside(item)}
        diagram = self._anew(restricted(self._process, keys))
        shapes = {shape.element: shape for shape in diagram.shapes if shape.element in keys}
        edges = {edge.element: edge for edge in diagram.edges if edge.element in self._canvas.ends}
        ends = self._canvas.ends
        return shapes, {key: edge for key, edge in edges.items() if all(end in keys for end in ends[key])}

    def _put_piece(self, shapes: dict[str, Shape], edges: dict[str, Edge], x: float, y: float) -> None:
        canvas = self._canvas
        for key, shape in shapes.items():
            canvas.shapes[key] = moved_shape(shape, x, y)
        for key, edge in edges.items():
            canvas.edges[key] = moved_edge(edge, x, y)
        canvas.version += 1

    # -- items -----------------------------------------------------------------------------------------------------

    def _place_items(self) -> None:
        for frame in self._homes.contents.frames[1:]:
            missing = [item for item in frame.items if item.id not in self._canvas.shapes]
            if not missing:
                continue
            columns = self._wishes.columns(frame)
            nodes = [item for item in missing if not self._is_satellite(item.id)]
            for item in sorted(nodes, key=lambda item: columns.get(item.id, 0)):
                self._place_item(item)
        for key, item in self._homes.contents.items.items():
            if self._is_satellite(key) and key not in self._canvas.shapes:
                self._place_item(item)

    def _place_item(self, item: Item) -> None:
        canvas = self._canvas
        was = self._loosening.were.get(item.id)
        piece: tuple[dict[str, Shape], dict[str, Edge]] | None = None
        reach = reach_of(item)
        center = Point(x=0, y=0)
        if item.id in self._loosening.carried and was is not None:
            held, inside = self._loosening.carried.pop(item.id)
            piece = ({item.id: was, **held}, inside)
        elif item.inner is not None:
            piece = self._piece(item)
        elif was is not None and isinstance(item.element, FlowNode) and has_room_for_guests(item, was.bounds.width):
            item.width, item.height = was.bounds.width, was.bounds.height
            reach = reach_of(item)
        if piece is not None:
            box = piece[0][item.id].bounds
            center = middle(box)
            item.width, item.height = box.width, box.height
            reach = reach_of(item)
        holder = next((key for key in self._homes.holders(item.id) if key in canvas.shapes), None)
        room = None if holder is None else room_in(canvas, holder)
        if holder is not None and room is not None and not room.is_as_high(reach):
            room, reach = self._cramped(holder, item, reach)
        spot, wider, higher = self._spots.find(item.id, reach, self._wishes.wish(item, room), room)
        if piece is not None:
            self._put_piece(*piece, spot.x - center.x, spot.y - center.y)
        else:
            item.x, item.y = spot.x, spot.y
            shape = item_shape(item)
            if was is not None and shape.expanded is None:
                shape = shape.replace(expanded=was.expanded)
            canvas.shapes[item.id] = shape
            self._spots.take(item.id)
        if holder is not None and (wider > 0 or higher > 0):
            self._grow(holder, {item.id, *(piece[0] if piece else ())}, wider, higher)

    def _cramped(self, holder: str, item: Item, reach: Reach) -> tuple[Room, Reach]:
        """Return the room in something too low for an item, made the best of, and how far the item is to reach there.

        The label of an event goes beside its host; then borders move into what is free; then less is kept free at them.
        """
        least = reach_of(item, beside=True)
        room = room_in(self._canvas, holder)
        if not room.is_as_high(least):
            stretch(self._canvas, holder, reach.above + reach.below + 2 * PADDING)
            room = room_in(self._canvas, holder)
            if room.is_as_high(reach):
                return room, reach
            if not room.is_as_high(least):
                room = room_in(self._canvas, holder, CRAMPED)
        return room, least

    def _grow(self, holder: str, new: Collection[str], wider: float, higher: float) -> None:
        """Make room around what was just placed, which itself does not move."""
        canvas = self._canvas
        held = {key: canvas.shapes.pop(key) for key in new}
        edges = {
            key: canvas.edges.pop(key)
            for key in list(canvas.edges)
            if any(end in held for end in canvas.ends.get(key, ()))
        }
        canvas.make_room(holder, wider, 0)
        if higher > 0:
            make_way(canvas, holder, higher)
        canvas.shapes.update(held)
        canvas.edges.update(edges)

    # -- what follows from places ----------------------------------------------------------------------------------

    def _draw_groups(self) -> None:
        """Draw the groups that are missing, and anew those that do not hold all their members any more."""
        shapes = self._canvas.shapes
        for group in self._process.groups:
            if group.id in self._homes.contents.items:
                continue
            members = [shapes[key].bounds for key in group.members if key in shapes]
            drawn = shapes.get(group.id)
            if members and (drawn is None or not all(holds(drawn.bounds, box) for box in members)):
                shapes[group.id] = group_shape(group, members)

    def _reroute(self) -> None:
        """Take out the edges that run through a node now and did not before, to be led around it."""
        canvas = self._canvas
        were_shapes = {shape.element: shape.bounds for shape in reversed(self._fixed.shapes)}
        were_edges = {edge.element: edge.waypoints for edge in reversed(self._fixed.edges)}
        nodes = {
            key: grown(shape.bounds, -1, -1)
            for key, shape in canvas.shapes.items()
            if key in self._homes.contents.guests or self._is_node(key)
        }
        changed = [key for key in nodes if were_shapes.get(key) != canvas.shapes[key].bounds]
        for key, edge in list(canvas.edges.items()):
            others = changed if were_edges.get(key) == edge.waypoints else list(nodes)
            if not others or not is_orthogonal(edge.waypoints):
                continue
            held = {holder for end in canvas.ends[key] for holder in self._homes.holders(end)}
            parts = [union([_point(first), _point(second)]) for first, second in pairwise(edge.waypoints)]
            whole = union(parts)
            if any(
                _meets(whole, nodes[other]) and other not in held and any(_meets(part, nodes[other]) for part in parts)
                for other in others
            ):
                del canvas.edges[key]

    def _is_node(self, key: str) -> bool:
        item = self._homes.contents.items.get(key)
        return item is not None and isinstance(item.element, FlowNode)

    def _diagram(self) -> Diagram:
        canvas = self._canvas
        known = {element.id for element in self._process.elements()} | {self._process.id}
        known.update(pool.process for pool in self._process.pools if pool.process)
        drawn = dict.fromkeys(shape.element for shape in self._fixed.shapes if shape.element in canvas.shapes)
        new = [key for key in canvas.shapes if key not in drawn]
        frames = [key for key in new if key in self._homes.strips or self._is_pool(key)]
        frames.sort(key=lambda key: len(self._homes.holders(key)))
        order = [*frames, *drawn, *(key for key in new if key not in frames)]
        edges = dict.fromkeys(edge.element for edge in self._fixed.edges if edge.element in canvas.edges)
        last = [element.id for element in self._process.elements() if element.id in canvas.edges]
        return self._fixed.replace(
            plane=self._fixed.plane if self._fixed.plane in known else self._process.id,
            shapes=tuple(canvas.shapes[key] for key in order),
            edges=tuple(canvas.edges[key] for key in dict.fromkeys((*edges, *last))),
        )

    def _is_pool(self, key: str) -> bool:
        item = self._homes.contents.items.get(key)
        return item is not None and isinstance(item.element, Pool)


def _point(point: Point) -> Bounds:
    return Bounds(x=point.x, y=point.y, width=0, height=0)


def _meets(part: Bounds, box: Bounds) -> bool:
    """Tell whether a part of an edge, a rectangle without width or height, runs through another."""
    return (
        part.x <= box.x + box.width
        and box.x <= part.x + part.width
        and part.y <= box.y + box.height
        and box.y <= part.y + part.height
    )
