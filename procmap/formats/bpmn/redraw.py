"""Keeping the drawing of an edited file in step: what is gone is taken out, what is new gets a place.

Everything else stays where it was drawn, but for what has to make room (see `procmap.layout.completing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.di import number as written
from procmap.formats.bpmn.di import read_diagrams, write_edge, write_shape
from procmap.formats.bpmn.names import DC, DD, DI
from procmap.layout import place
from procmap.layout.homes import restricted
from procmap.layout.planes import complete_planes
from procmap.layout.stable import loosened
from procmap.model import (
    Association,
    Bounds,
    DataAssociation,
    DataItem,
    Diagram,
    Edge,
    Element,
    Index,
    MessageFlow,
    SequenceFlow,
    Shape,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from procmap.formats.bpmn.changes import Changes
    from procmap.formats.bpmn.ids import FileIds, Names
    from procmap.formats.bpmn.tree import Tree
    from procmap.formats.xml_edit import XmlEditor
    from procmap.model import Process

_DIAGRAM = f"{{{DI}}}BPMNDiagram"
_PLANE = f"{{{DI}}}BPMNPlane"
_LABEL = f"{{{DI}}}BPMNLabel"
_BOUNDS = f"{{{DC}}}Bounds"
_WAYPOINT = f"{{{DD}}}waypoint"


class Redrawing:
    """The edits to the drawings of one file."""

    def __init__(self, tree: Tree, editor: XmlEditor, names: Names, changes: Changes) -> None:
        self._changes = changes
        self._tree = tree
        self._editor = editor
        self._names = names
        self._planes: list[etree._Element] = []
        self._diagrams: list[Diagram] = []
        found = (
            plane
            for element in tree.root.iterchildren(_DIAGRAM)
            for plane in (*element.findall(_PLANE), *([] if element.findall(_PLANE) else [None]))
        )
        for diagram, plane in zip(read_diagrams(tree), found, strict=True):
            if plane is not None:
                self._planes.append(plane)
                self._diagrams.append(diagram)

    def update(self, old: Process, new: Process, ids: FileIds) -> None:
        """Draw what is new and take out what is gone; what leads or lies elsewhere now is drawn anew."""
        was, now = Index(old).elements, Index(new).elements
        added = {element_id for element_id in now if element_id not in was}
        led = {key for key, element in now.items() if key in was and _ends(element) != _ends(was[key])}
        gone = {element_id for element_id in was if element_id not in now}
        self._take_out(gone, was, now)
        if not self._planes:
            return
        loose = set().union(*(loosened(old, new, diagram) for diagram in self._diagrams))
        if not (added or led or loose):
            return
        drawn = {key for diagram in self._diagrams for key in _elements(diagram)}
        known = {key for key in now if key in drawn or key in added} - _unseen(new)
        given = [
            diagram.replace(
                shapes=tuple(shape for shape in diagram.shapes if shape.element in known),
                edges=tuple(edge for edge in diagram.edges if edge.element in known - led),
            )
            for diagram in self._diagrams
        ]
        made = complete_planes(restricted(new, known), given, place, loose)
        for number, diagram in enumerate(made):
            self._apply(number, diagram, led, ids)

    def _take_out(self, gone: Collection[str], was: Collection[str], now: Collection[str]) -> None:
        for plane in self._planes:
            shown = self._tree.resolve(plane.get("bpmnElement"), plane)
            diagram = plane.getparent()
            if shown in was and shown not in now and diagram is not None and len(self._planes) > 1:
                self._editor.remove(diagram)
            for part in plane:
                cited = self._tree.resolve(part.get("bpmnElement"), part) if isinstance(part.tag, str) else ""
                if cited in gone:
                    self._editor.remove(part)

    def _apply(self, number: int, made: Diagram, led: Collection[str], ids: FileIds) -> None:
        """Do to the file what is different in a diagram now."""
        plane, given = self._planes[number], self._diagrams[number]
        parts: dict[str, etree._Element] = {}
        for part in plane:
            if isinstance(part.tag, str):
                parts.setdefault(self._tree.resolve(part.get("bpmnElement"), part), part)
        shapes = {shape.element: shape for shape in reversed(given.shapes)}
        edges = {edge.element: edge for edge in reversed(given.edges)}
        for shape in made.shapes:
            was, there = shapes.get(shape.element), parts.get(shape.element)
            if was is None or there is None:
                self._draw_shape(plane, shape, ids)
            elif shape != was:
                self._change_bounds(there, was.bounds, shape.bounds)
                self._change_label(there, was.label, shape.label)
        for edge in made.edges:
            before, there = edges.get(edge.element), parts.get(edge.element)
            if before is None or there is None:
                self._draw_edge(plane, edge, ids)
            elif edge != before:
                self._change_way(there, edge)
                self._change_label(there, before.label, edge.label)
        for key in sorted(led):
            if key in parts and key not in {edge.element for edge in made.edges}:
                self._editor.remove(parts[key])
        self._diagrams[number] = given.replace(
            shapes=(*made.shapes, *(shape for key, shape in shapes.items() if key not in _elements(made))),
            edges=(*made.edges, *(edge for key, edge in edges.items() if key not in _elements(made))),
        )

    def _change_way(self, part: etree._Element, edge: Edge) -> None:
        points = part.findall(_WAYPOINT)
        for element, point in zip(points, edge.waypoints, strict=False):
            self._set(element, "x", point.x)
            self._set(element, "y", point.y)
        for element in points[len(edge.waypoints) :]:
            self._editor.remove(element)
        more = write_edge(edge, "way").findall(_WAYPOINT)[len(points) :]
        for element in more:
            if points:
                self._editor.insert_after(points[-1], self._changes.markup(element, part))
            else:
                self._editor.append(part, self._changes.markup(element, part))

    def _change_bounds(self, part: etree._Element, was: Bounds, now: Bounds) -> None:
        element = part.find(_BOUNDS)
        if element is not None:
            for name in ("x", "y", "width", "height"):
                if getattr(was, name) != getattr(now, name):
                    self._set(element, name, getattr(now, name))

    def _change_label(self, part: etree._Element, was: Bounds | None, now: Bounds | None) -> None:
        label = part.find(_LABEL)
        if label is not None and was is not None and now is not None:
            self._change_bounds(label, was, now)

    def _set(self, element: etree._Element, name: str, value: float) -> None:
        if element.get(name) != written(value):
            self._editor.set_attribute(element, name, written(value))

    def _draw_shape(self, plane: etree._Element, shape: Shape, ids: FileIds) -> None:
        cited = ids.element(shape.element)
        self._append(plane, write_shape(shape.replace(element=cited), self._names.new(f"{cited}_shape")))

    def _draw_edge(self, plane: etree._Element, edge: Edge, ids: FileIds) -> None:
        cited = ids.element(edge.element)
        self._append(plane, write_edge(edge.replace(element=cited), self._names.new(f"{cited}_edge")))

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


def _unseen(process: Process) -> set[str]:
    """Return the data items that BPMN draws only through their references."""
    return {item.id for item in process.data if isinstance(item, DataItem) and not item.type.endswith("Reference")}


def _elements(diagram: Diagram) -> set[str]:
    return {shape.element for shape in diagram.shapes} | {edge.element for edge in diagram.edges}
