"""Keeping the drawing of an edited file in step: what is gone is taken out, what is new gets a place.

Everything else stays where it was drawn. A new node stands below the drawing, where nothing is; a new flow goes
straight from node to node, by right angles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.di import read_diagrams, shows_marker, write_edge, write_shape
from procmap.formats.bpmn.names import DI
from procmap.model import (
    Activity,
    Annotation,
    Association,
    Bounds,
    DataAssociation,
    Edge,
    Element,
    Event,
    Gateway,
    Group,
    Index,
    Lane,
    MessageFlow,
    Point,
    Pool,
    SequenceFlow,
    Shape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from procmap.formats.bpmn.changes import Changes
    from procmap.formats.bpmn.ids import FileIds, Names
    from procmap.formats.bpmn.tree import Tree
    from procmap.formats.xml_edit import XmlEditor
    from procmap.model import Process

_GAP = 40.0
_DIAGRAM = f"{{{DI}}}BPMNDiagram"
_PLANE = f"{{{DI}}}BPMNPlane"


class Redrawing:
    """The edits to the drawings of one file."""

    def __init__(self, tree: Tree, editor: XmlEditor, names: Names, changes: Changes) -> None:
        self._changes = changes
        self._tree = tree
        self._editor = editor
        self._names = names
        self._bounds: dict[str, Bounds] = {}
        self._home: dict[str, etree._Element] = {}
        diagrams: Iterable[list[etree._Element | None]]
        diagrams = ([*element.findall(_PLANE)] or [None] for element in tree.root.iterchildren(_DIAGRAM))
        planes = [plane for found in diagrams for plane in found]
        self._planes = [plane for plane in planes if plane is not None]
        for diagram, plane in zip(read_diagrams(tree), planes, strict=True):
            if plane is None:
                continue
            for shape in diagram.shapes:
                self._bounds.setdefault(shape.element, shape.bounds)
                self._home.setdefault(shape.element, plane)

    def update(self, old: Process, new: Process, ids: FileIds) -> None:
        """Draw what is new and take out what is gone; a flow that leads elsewhere now is drawn anew."""
        was, now = Index(old).elements, Index(new).elements
        added = [element_id for element_id in now if element_id not in was]
        moved = [key for key, element in now.items() if key in was and _ends(element) != _ends(was[key])]
        gone = {*moved, *(element_id for element_id in was if element_id not in now)}
        homes: dict[str, etree._Element] = {}
        for plane in self._planes:
            shown = self._tree.resolve(plane.get("bpmnElement"), plane)
            diagram = plane.getparent()
            if shown in was and shown not in now and diagram is not None and len(self._planes) > 1:
                self._editor.remove(diagram)
            for part in plane:
                cited = self._tree.resolve(part.get("bpmnElement"), part) if isinstance(part.tag, str) else ""
                if cited in gone:
                    homes.setdefault(cited, plane)
                    self._editor.remove(part)
        if not self._planes:
            return
        left, bottom = self._corner()
        for element_id in added:
            size = _size(now[element_id])
            if size is not None:
                self._bounds[element_id] = Bounds(x=left, y=bottom, width=size[0], height=size[1])
                self._home[element_id] = self._plane_for(now[element_id], new)
                left += size[0] + _GAP
                self._draw_shape(now[element_id], ids)
        for element_id in (*added, *moved):
            ends = _ends(now[element_id])
            if ends is not None and (element_id in added or element_id in homes):
                self._draw_edge(element_id, ends, homes.get(element_id), ids)

    def _plane_for(self, element: Element, process: Process) -> etree._Element:
        """Return the plane that shows what an element lies in or beside, else the first."""
        around = [getattr(element, name, None) for name in ("attached_to", "parent", "scope", "pool")]
        beside = [node.id for node in process.nodes if (node.parent, node.pool) == tuple(around[1::2])]
        shown = [*beside, *filter(None, around)] if around[1] else [*filter(None, around), *beside]
        return next((self._home[key] for key in shown if key in self._home), self._planes[0])

    def _corner(self) -> tuple[float, float]:
        """Return the place below everything that is drawn, at its left."""
        bounds = self._bounds.values()
        left = min((place.x for place in bounds), default=0.0)
        return left, max((place.y + place.height for place in bounds), default=0.0) + _GAP

    def _draw_shape(self, element: Element, ids: FileIds) -> None:
        bounds, cited = self._bounds[element.id], ids.element(element.id)
        shape = Shape(element=cited, bounds=bounds, marker_visible=shows_marker(element))
        self._append(self._home[element.id], write_shape(shape, self._names.new(f"{shape.element}_shape")))

    def _draw_edge(self, element_id: str, ends: tuple[str, str], plane: etree._Element | None, ids: FileIds) -> None:
        source, target = (self._bounds.get(end) for end in ends)
        if source is not None and target is not None:
            edge = Edge(element=ids.element(element_id), waypoints=_way(source, target))
            home = self._home.get(ends[0], self._planes[0]) if plane is None else plane
            self._append(home, write_edge(edge, self._names.new(f"{edge.element}_edge")))

    def _append(self, plane: etree._Element, element: etree._Element) -> None:
        self._editor.append(plane, self._changes.markup(element, plane))


def _ends(element: Element) -> tuple[str, str] | None:
    """Return what a line joins; of a data association with several sources the first."""
    if isinstance(element, DataAssociation):
        other = next(iter(element.sources), "") if element.type == "input" else element.target
        return (other, element.node) if element.type == "input" else (element.node, other)
    if isinstance(element, SequenceFlow | MessageFlow | Association):
        return element.source, element.target
    return None


def _size(element: Element) -> tuple[float, float] | None:
    """Return the usual size of what is drawn as a shape; None for lines and for what has no shape of its own."""
    for kind, size in _SIZES.items():
        if isinstance(element, kind):
            return size
    return _DATA_SIZES.get(getattr(element, "type", ""))


_SIZES: dict[type[Element], tuple[float, float]] = {
    Activity: (100, 80),
    Event: (36, 36),
    Gateway: (50, 50),
    Annotation: (120, 60),
    Group: (160, 120),
    Pool: (600, 120),
    Lane: (570, 120),
}
_DATA_SIZES = {"dataObjectReference": (36.0, 50.0), "dataStoreReference": (50.0, 50.0)}


def _way(source: Bounds, target: Bounds) -> tuple[Point, ...]:
    """Return a way by right angles from the border of one shape to the border of another."""
    from_x, from_y = source.x + source.width / 2, source.y + source.height / 2
    to_x, to_y = target.x + target.width / 2, target.y + target.height / 2
    if source.x + source.width < target.x:
        middle = (source.x + source.width + target.x) / 2
        points = [(source.x + source.width, from_y), (middle, from_y), (middle, to_y), (target.x, to_y)]
    elif target.x + target.width < source.x:
        middle = (target.x + target.width + source.x) / 2
        points = [(source.x, from_y), (middle, from_y), (middle, to_y), (target.x + target.width, to_y)]
    else:
        down = from_y <= to_y
        start = source.y + source.height if down else source.y
        end = target.y if down else target.y + target.height
        points = [(from_x, start), (from_x, (start + end) / 2), (to_x, (start + end) / 2), (to_x, end)]
    kept = [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]
    return tuple(Point(x=x, y=y) for x, y in kept)
