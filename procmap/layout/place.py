"""`place`: coordinates for a whole process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from procmap.layout.align import align_pools
from procmap.layout.bands import set_bands
from procmap.layout.blocks import Drawing
from procmap.layout.columns import as_placed, grid_columns, share_columns, widen_grids
from procmap.layout.compacting import compacted
from procmap.layout.completing import complete
from procmap.layout.ends import used_sides
from procmap.layout.frames import Contents, Frame, fill_frames, lanes_by_frame
from procmap.layout.improve import lead_anew
from procmap.layout.labels import place_labels
from procmap.layout.links import Link, links_of
from procmap.layout.own_labels import settled
from procmap.layout.places import measure_frames, place_frames, reserve_labels, size_items
from procmap.layout.pools import order_pools
from procmap.layout.ranks import ranks
from procmap.layout.routes import Router
from procmap.layout.rows import Flow, Leading, set_rows
from procmap.layout.satellites import Satellites
from procmap.layout.shapes import group_shape, guest_shapes, item_shape, lane_shapes
from procmap.layout.space import Space
from procmap.layout.waypoints import join, waypoints
from procmap.model import (
    Activity,
    Association,
    Bounds,
    Diagram,
    Edge,
    Group,
    Pool,
    Process,
    SequenceFlow,
    Shape,
)


def place(
    process: Process,
    *,
    fixed: Diagram | None = None,
    columns: Mapping[str, int] | None = None,
    weights: Mapping[str, float] | None = None,
    above: Mapping[str, float] | None = None,
) -> Diagram:
    """Return a drawing of a process: a shape for everything that has one, an edge for every flow and association.

    Pools lie one below the other, lanes in their order, flows run from left to right. Coordinates begin at 0, 0; the
    same process gives the same drawing. The time is close to linear in the size of the process. Edges with an end that
    does not exist are left out.

    `columns`: numbers of nodes. Those with the same number stand one below the other, whatever pool they lie in, and
    greater numbers further right; nodes without a number stand where the flow wants them. Inside a sub-process
    numbers order what is in it; the sub-process itself stands in a column of the whole drawing.

    `weights`: of sequence flows, by id, 1 where none is told: of the ways on from a node, the heaviest runs straight.

    `above`: how much room is kept free above nodes, by id, for what will be drawn there.

    `fixed`: a drawing whose shapes and edges keep their coordinates; only what it lacks is placed, in as good as linear
    time for a few new elements. What the process has no more is left out; a node that lies outside its lane, pool or
    sub-process there is placed anew, and what is there moves only where room has to be made. `columns`, `weights`
    and `above` then count for nothing.
    """
    if fixed is not None and fixed.shapes:
        return complete(process, fixed, place)
    contents = fill_frames(process)
    numbers = {node.id: columns[node.id] for node in process.nodes if node.id in columns} if columns else {}
    _fill_grids(process, contents, numbers, weights or {})
    size_items(contents)
    for key in above or {}:
        if key in contents.items:
            contents.items[key].head = (above or {})[key]
    plain, other = links_of(process, contents)
    router = Router(contents, plain)
    routes = router.routes()
    labels = reserve_labels(routes)
    docked = used_sides(routes)
    measure_frames(contents, labels, docked)
    if numbers:
        share_columns(contents, labels)
    else:
        align_pools(contents, [(flow.source, flow.target) for flow in process.message_flows], labels.starts)
    place_frames(contents, router.ports, labels, docked)
    shapes = _shapes(process, contents)
    channels = {route.link.id: waypoints(route) for route in routes}
    ways = lead_anew(process, contents, shapes, routes, channels)
    led = {key for key, way in ways.items() if way != channels[key]}
    solid = _solid(shapes, contents)
    shapes = settled(shapes, solid, ways)
    space = Space([shapes[key].bounds for key in solid])
    for shape in shapes.values():
        if shape.label is not None:
            space.take(shape.label)
    places = place_labels(routes, ways, led, space, labels)
    links = {route.link.id: route.link for route in routes}
    # What flows of weight carry stands on them: letters of those who go that way, which need the room there is.
    drawing = compacted(Drawing(shapes, ways, places), contents, links, narrower=not numbers and not weights)
    shapes = drawing.shapes
    edges = {key: Edge(element=key, waypoints=way, label=drawing.labels.get(key)) for key, way in drawing.ways.items()}
    edges.update(_unrouted([*router.unrouted, *other], shapes, edges))
    order = [element.id for element in process.elements() if element.id in edges]
    return Diagram(
        name=process.name,
        plane=process.id,
        shapes=tuple(shapes.values()),
        edges=tuple(edges[key] for key in dict.fromkeys(order)),
    )


def _fill_grids(process: Process, contents: Contents, numbers: Mapping[str, int], weights: Mapping[str, float]) -> None:
    """Give every item its column and row."""
    satellites = Satellites(process, contents)
    lanes = lanes_by_frame(process, contents)
    flows = _flows(process, contents, weights)
    order_pools(process, contents)
    arrows = {frame: [(flow.source, flow.target) for flow in inside] for frame, inside in flows.items()}
    columns = grid_columns(contents, arrows, numbers) if numbers else {}
    root = contents.root
    for row, item in enumerate(root.items):
        item.row = row
    root.rows = max(len(root.items), 1)
    leading = _leading(process, contents)
    for frame in contents.frames[1:]:
        everything = frame.items
        frame.items = [item for item in everything if not satellites.is_one(item)]
        bands = set_bands(frame, lanes.get(frame.key, ()))
        inside = flows.get(frame, [])
        ranked = ranks([item.id for item in frame.items], arrows.get(frame, ()))
        for item in frame.items:
            item.column = columns.get(item.id, ranked.columns[item.id])
        # What has a column of its own stands in the grid, whether anything leads to it or not.
        linked = [*inside, *(Flow(key, key) for key in as_placed(frame.items, columns))]
        rows = set_rows(frame, bands, linked, ranked.onward, leading.get(frame, ()))
        frame.items = everything
        satellites.put(frame, rows)
        rows.number()
    if numbers:
        widen_grids(contents)


def _flows(process: Process, contents: Contents, weights: Mapping[str, float]) -> dict[Frame, list[Flow]]:
    """Return the sequence flows inside each frame; those of a boundary event leave its host.

    What joins a boundary event with the activity that compensates counts as one.
    """
    compensating = {node.id for node in process.nodes if isinstance(node, Activity) and node.for_compensation}
    lines: list[SequenceFlow | Association] = list(process.flows)
    lines += [
        line for line in process.associations if line.source in contents.guests and line.target in compensating
    ]  # fmt: skip
    flows: dict[Frame, list[Flow]] = defaultdict(list)
    for line in lines:
        source, target = contents.spot(line.source), contents.spot(line.target)
        if source is not None and target is not None and source[0].frame is target[0].frame:
            is_default = isinstance(line, SequenceFlow) and line.default
            flow = Flow(source[0].id, target[0].id, source[1] is not None, weights.get(line.id, 1.0), is_default)
            flows[source[0].frame].append(flow)
    return flows


def _leading(process: Process, contents: Contents) -> dict[Frame, list[Leading]]:
    """Return where messages lead out of each frame, up or down."""
    leading: dict[Frame, list[Leading]] = defaultdict(list)
    for message in process.message_flows:
        spots = [contents.spot(end) for end in (message.source, message.target)]
        for spot, other in (spots, spots[::-1]):
            if spot is None or other is None:
                continue
            own, there = spot[0].frame.top or spot[0], other[0].frame.top or other[0]
            if own is not there and spot[0] is not own:
                leading[spot[0].frame].append(Leading(spot[0].id, there.row < own.row))
    return leading


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


def _solid(shapes: dict[str, Shape], contents: Contents) -> list[str]:
    """Return the shapes that labels must not cover: those that hold nothing."""
    return [
        key
        for key in shapes
        if key in contents.guests
        or ((item := contents.items.get(key)) and item.inner is None and not isinstance(item.element, Group))
    ]  # fmt: skip


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
