"""`place`: coordinates for a whole process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from procmap.layout.bands import set_bands
from procmap.layout.columns import as_linked, grid_columns, share_columns, widen_grids
from procmap.layout.completing import complete
from procmap.layout.ends import used_sides
from procmap.layout.frames import Contents, Frame, fill_frames, lanes_by_frame
from procmap.layout.labels import Space, place_labels
from procmap.layout.links import Link, links_of
from procmap.layout.places import (
    measure_frames,
    place_frames,
    reserve_labels,
    size_items,
)
from procmap.layout.ranks import ranks
from procmap.layout.routes import Router
from procmap.layout.rows import set_rows
from procmap.layout.satellites import Satellites
from procmap.layout.shapes import group_shape, guest_shapes, item_shape, lane_shapes
from procmap.layout.waypoints import join, waypoints
from procmap.model import (
    Activity,
    Bounds,
    Diagram,
    Edge,
    Pool,
    Process,
    Shape,
)


def place(process: Process, *, fixed: Diagram | None = None, columns: Mapping[str, int] | None = None) -> Diagram:
    """Return a drawing of a process: a shape for everything that has one, an edge for every flow and association.

    Pools lie one below the other, lanes in their order, flows run from left to right. Coordinates begin at 0, 0; the
    same process gives the same drawing. The time is close to linear in the size of the process. Edges with an end that
    does not exist are left out.

    `columns`: numbers of nodes. Those with the same number stand one below the other, whatever pool they lie in, and
    greater numbers further right; nodes without a number stand where the flow wants them. Inside a sub-process
    numbers order what is in it; the sub-process itself stands in a column of the whole drawing.

    `fixed`: a drawing whose shapes and edges keep their coordinates; only what it lacks is placed, in as good as linear
    time for a few new elements. What the process has no more is left out; a node that lies outside its lane, pool or
    sub-process there is placed anew, and what is there moves only where room has to be made. `columns` then count for
    nothing.
    """
    if fixed is not None and fixed.shapes:
        return complete(process, fixed, place)
    contents = fill_frames(process)
    numbers = {node.id: columns[node.id] for node in process.nodes if node.id in columns} if columns else {}
    _fill_grids(process, contents, numbers)
    size_items(contents)
    plain, other = links_of(process, contents)
    router = Router(contents, plain)
    routes = router.routes()
    labels = reserve_labels(routes)
    docked = used_sides(routes)
    measure_frames(contents, labels, docked)
    if numbers:
        share_columns(contents, labels)
    place_frames(contents, router.ports, labels, docked)
    shapes = _shapes(process, contents)
    ways = {route.link.id: waypoints(route) for route in routes}
    space = Space(_obstacles(shapes, process, contents))
    places = place_labels(routes, ways, space, labels)
    edges = {key: Edge(element=key, waypoints=way, label=places.get(key)) for key, way in ways.items()}
    edges.update(_unrouted([*router.unrouted, *other], shapes, edges))
    order = [element.id for element in process.elements() if element.id in edges]
    return Diagram(
        name=process.name,
        plane=process.id,
        shapes=tuple(shapes.values()),
        edges=tuple(edges[key] for key in dict.fromkeys(order)),
    )


def _fill_grids(process: Process, contents: Contents, numbers: Mapping[str, int]) -> None:
    """Give every item its column and row."""
    satellites = Satellites(process, contents)
    lanes = lanes_by_frame(process, contents)
    arrows = _arrows(process, contents)
    columns = grid_columns(contents, arrows, numbers) if numbers else {}
    root = contents.root
    for row, item in enumerate(root.items):
        item.row = row
    root.rows = max(len(root.items), 1)
    for frame in contents.frames[1:]:
        everything = frame.items
        frame.items = [item for item in everything if not satellites.is_one(item)]
        bands = set_bands(frame, lanes.get(frame.key, ()))
        ranked = ranks([item.id for item in frame.items], arrows.get(frame, ()))
        for item in frame.items:
            item.column = columns.get(item.id, ranked.columns[item.id])
        linked = [*arrows.get(frame, ()), *as_linked(frame.items, columns)]
        rows = set_rows(frame, bands, linked, ranked.onward)
        frame.items = everything
        satellites.put(frame, rows)
        rows.number()
    if numbers:
        widen_grids(contents)


def _arrows(process: Process, contents: Contents) -> dict[Frame, list[tuple[str, str]]]:
    """Return the sequence flows inside each frame, as pairs of items; those of a boundary event leave its host."""
    arrows: dict[Frame, list[tuple[str, str]]] = defaultdict(list)
    for flow in process.flows:
        source, target = contents.spot(flow.source), contents.spot(flow.target)
        if source is not None and target is not None and source[0].frame is target[0].frame:
            arrows[source[0].frame].append((source[0].id, target[0].id))
    return arrows


def _shapes(process: Process, contents: Contents) -> dict[str, Shape]:
    """Return the shapes: what is outside before what lies in it."""
    shapes: dict[str, Shape] = {}
    for frame in contents.frames:
        for item in frame.items:
            if item.element is not None:
                shapes[item.id] = item_shape(item)
            if isinstance(item.element, Pool) or item.element is None:
                shapes.update((shape.element, shape) for shape in lane_shapes(item.inner))
        for item in frame.items:
            if isinstance(item.element, Activity):
                shapes.update((shape.element, shape) for shape in lane_shapes(item.inner))
            shapes.update((shape.element, shape) for shape in guest_shapes(item))
    for group in process.groups:
        if group.id not in shapes:
            shapes[group.id] = group_shape(group, [shapes[key].bounds for key in group.members if key in shapes])
    return shapes


def _obstacles(shapes: dict[str, Shape], process: Process, contents: Contents) -> Iterator[Bounds]:
    """Yield what labels must not cover: shapes that hold nothing, and the labels of shapes."""
    lanes = {lane.id for lane in process.lanes}
    groups = {group.id for group in process.groups}
    for key, shape in shapes.items():
        item = contents.items.get(key)
        if key not in lanes and key not in groups and (item is None or item.inner is None):
            yield shape.bounds
        if shape.label is not None:
            yield shape.label


def _unrouted(links: Sequence[Link], shapes: dict[str, Shape], edges: dict[str, Edge]) -> dict[str, Edge]:
    """Return edges with an end at a flow, a lane or a group, or too deep for a route: straight across."""
    made: dict[str, Edge] = {}
    for link in links:
        ends = [
            shapes[key].bounds if key in shapes else _middle(edges[key]) if key in edges else None
            for key in (link.source, link.target)
        ]
        if ends[0] is not None and ends[1] is not None:
            made[link.id] = Edge(element=link.id, waypoints=join(ends[0], ends[1]))
    return made


def _middle(edge: Edge) -> Bounds:
    """Return the middle of the longest part of an edge, as a rectangle without size."""
    pairs = list(pairwise(edge.waypoints))
    first, second = max(pairs, key=lambda pair: abs(pair[0].x - pair[1].x) + abs(pair[0].y - pair[1].y))
    return Bounds(x=(first.x + second.x) / 2, y=(first.y + second.y) / 2, width=0, height=0)
