"""What of a process is painted from a diagram, in which order, and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from procmap.drawing import edges
from procmap.drawing.marks import Mark
from procmap.drawing.svg import is_drawable
from procmap.layout.frames import visible_data
from procmap.model import (
    Activity,
    Association,
    DataAssociation,
    Diagram,
    Edge,
    Element,
    Event,
    Finding,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
    Shape,
)

_LINES = (SequenceFlow, MessageFlow, DataAssociation, Association)


class Scene:
    """The shapes and edges of a diagram that belong to a process and can be drawn, sorted into layers.

    `containers` are pools, lanes and sub-processes whose content is drawn, the outer ones first; `guests` the events
    on borders; `elements` all that have a shape, by id. Each element is drawn once, at its first place.
    """

    def __init__(self, process: Process, diagram: Diagram) -> None:
        self.process = process
        self.diagram = diagram
        self._elements: dict[str, Element] = {}
        for element in (*process.elements(), *visible_data(process)):
            self._elements[element.id] = element
        shapes: dict[str, Shape] = {}
        for shape in diagram.shapes:
            known = self._elements.get(shape.element)
            if known is not None and not isinstance(known, _LINES) and can_draw_shape(shape):
                shapes.setdefault(shape.element, shape)
        self.edges = self._drawn_edges()
        self._styles: dict[str, edges.Style] = {}
        self._set_styles()
        self.filled = self._filled(shapes)
        self._starts: dict[str, Event] = {}
        for event in process.nodes:
            if isinstance(event, Event) and event.type == "startEvent" and event.parent:
                self._starts.setdefault(event.parent, event)
        depths = _depths(process)
        self.elements: dict[str, Element] = {key: self._elements[key] for key in shapes}
        self.containers: list[Shape] = []
        self.leaves: list[Shape] = []
        self.guests: list[Shape] = []
        self.groups: list[Shape] = []
        for shape in shapes.values():
            element = self._elements[shape.element]
            if isinstance(element, Group):
                self.groups.append(shape)
            elif isinstance(element, Event) and element.attached_to:
                self.guests.append(shape)
            elif isinstance(element, Pool | Lane) or self._is_expanded(shape):
                self.containers.append(shape)
            else:
                self.leaves.append(shape)
        order = {Pool: 0, Lane: 1}
        self.containers.sort(
            key=lambda shape: (order.get(type(self._elements[shape.element]), 2), depths.get(shape.element, 0))
        )

    def element(self, element_id: str) -> Element:
        """Return the element of a shape that is drawn."""
        return self._elements[element_id]

    def start(self, activity_id: str) -> Event | None:
        """Return the first start event inside an activity."""
        return self._starts.get(activity_id)

    def style(self, edge_id: str) -> edges.Style:
        """Return how an edge is drawn."""
        return self._styles[edge_id]

    def edge_name(self, edge_id: str) -> str:
        """Return what is written at an edge."""
        element = self._elements[edge_id]
        if isinstance(element, MessageFlow):
            return element.name or element.message
        return element.name if isinstance(element, SequenceFlow) else ""

    def _drawn_edges(self) -> list[Edge]:
        drawn: dict[str, Edge] = {}
        for edge in self.diagram.edges:
            if isinstance(self._elements.get(edge.element), _LINES) and can_draw_edge(edge):
                drawn.setdefault(edge.element, edge)
        return list(drawn.values())

    def _set_styles(self) -> None:
        for edge in self.edges:
            self._styles[edge.element] = self._style(self._elements[edge.element])

    def _style(self, element: Element) -> edges.Style:
        if isinstance(element, SequenceFlow):
            if element.default:
                return edges.DEFAULT
            from_gateway = isinstance(self._elements.get(element.source), Gateway)
            return edges.CONDITIONAL if element.condition and not from_gateway else edges.SEQUENCE
        if isinstance(element, MessageFlow):
            return edges.MESSAGE
        if isinstance(element, DataAssociation):
            return edges.DATA
        direction = element.direction if isinstance(element, Association) else "none"
        return {
            "one": edges.ASSOCIATION_TO,
            "both": edges.ASSOCIATION_BOTH,
        }.get(direction, edges.ASSOCIATION)

    def _filled(self, shapes: dict[str, Shape]) -> set[str]:
        """Return the pools and sub-processes in whose shapes something of theirs is drawn."""
        filled: set[str] = set()
        for node in (*self.process.nodes, *self.process.lanes, *self.process.annotations, *self.process.data):
            shape = shapes.get(node.id)
            if shape is None:
                continue
            around = (node.scope if isinstance(node, Lane) else node.parent) or node.pool
            for holder in (around, node.pool):
                if holder in shapes and holder is not None and _touches(shapes[holder], shape):
                    filled.add(holder)
        return filled

    def _is_expanded(self, shape: Shape) -> bool:
        element = self._elements[shape.element]
        if not isinstance(element, Activity) or shape.expanded is False:
            return False
        return shape.element in self.filled or (shape.expanded is True and element.type != "callActivity")


def can_draw_shape(shape: Shape) -> bool:
    """Tell whether a shape has a place that can be drawn."""
    box = shape.bounds
    return is_drawable(box.x, box.y, box.width, box.height) and box.width > 0 and box.height > 0


def can_draw_edge(edge: Edge) -> bool:
    """Tell whether an edge has two different waypoints that can be drawn."""
    return len(edges.cleaned(edge.waypoints)) > 1


def undrawn(process: Process, diagrams: Sequence[Diagram], marks: Sequence[Mark] = ()) -> tuple[Finding, ...]:
    """Return what the drawings of a process leave out, as findings.

    `not-drawn`: elements that have no place in any of the diagrams; `mark-not-drawn`: elements with marks that are
    not seen. Data objects that a reference shows, and data associations without a second end, are not missed.
    """
    drawn: set[str] = set()
    for diagram in diagrams:
        scene = Scene(process, diagram)
        drawn.update(shape.element for shape in (*scene.containers, *scene.leaves, *scene.guests, *scene.groups))
        drawn.update(edge.element for edge in scene.edges)
    data = {item.id for item in visible_data(process)}
    hidden = {item.id for item in process.data if item.id not in data}
    seen = [
        element.id
        for element in process.elements()
        if element.id not in hidden and not isinstance(element, DataAssociation)
    ]
    missing = tuple(dict.fromkeys(key for key in seen if key not in drawn))
    unmarked = tuple(dict.fromkeys(mark.element for mark in marks if mark.element not in drawn))
    found = []
    if missing:
        found.append(Finding(code="not-drawn", elements=missing, params={"count": len(missing)}))
    if unmarked:
        found.append(Finding(code="mark-not-drawn", elements=unmarked, params={"count": len(unmarked)}))
    return tuple(found)


def diagrams_of(process: Process, diagrams: Sequence[Diagram]) -> tuple[Diagram, ...]:
    """Return those of a file's diagrams that draw something of a process, in their order."""
    return tuple(
        diagram
        for diagram in diagrams
        if any((scene := Scene(process, diagram)).leaves) or scene.containers or scene.edges or scene.groups
    )


def _touches(outer: Shape, inner: Shape) -> bool:
    """Tell whether the middle of a shape lies in another."""
    x = inner.bounds.x + inner.bounds.width / 2
    y = inner.bounds.y + inner.bounds.height / 2
    box = outer.bounds
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def _depths(process: Process) -> dict[str, int]:
    """Return how many lanes or sub-processes are around each lane and activity; cycles count to their first node."""
    parents = {lane.id: lane.parent for lane in process.lanes}
    parents.update((node.id, node.parent) for node in process.nodes)
    depths: Counter[str] = Counter()
    for start in parents:
        way: list[str] = []
        at: str | None = start
        seen: set[str] = set()
        while at in parents and at is not None and at not in depths and at not in seen:
            seen.add(at)
            way.append(at)
            at = parents[at]
        depth = depths[at] if at in depths and at is not None else -1
        for place, key in enumerate(reversed(way), start=1):
            depths[key] = depth + place
    return depths
