"""BPMN DI in and out: where the elements are drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from procmap.formats.bpmn.metadata import xml_text
from procmap.formats.bpmn.names import DC, DD, DI, bpmn
from procmap.formats.bpmn.tree import Tree, name_of
from procmap.model import Bounds, Diagram, Edge, Element, Gateway, Point, Process, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from procmap.formats.bpmn.ids import FileIds, Names

_BOUNDS = f"{{{DC}}}Bounds"
_LABEL = f"{{{DI}}}BPMNLabel"
_WAYPOINT = f"{{{DD}}}waypoint"
_SHAPE = f"{{{DI}}}BPMNShape"
_EDGE = f"{{{DI}}}BPMNEdge"
_EXCLUSIVE = bpmn("exclusiveGateway")
_MESSAGES: Mapping[str, Literal["initiating", "non_initiating"]] = {
    "initiating": "initiating",
    "non_initiating": "non_initiating",
}


def read_diagrams(tree: Tree) -> tuple[Diagram, ...]:
    """Return the diagrams of a file, one for each plane.

    Shapes whose place is no place (no number, not finite, negative size) are reported and left out.
    """
    found: list[Diagram] = []
    for element in tree.root.iterchildren(f"{{{DI}}}BPMNDiagram"):
        planes = element.findall(f"{{{DI}}}BPMNPlane")
        found += [_diagram(tree, element, plane) for plane in planes]
        if not planes:
            found.append(_diagram(tree, element, None))
    return tuple(found)


def _diagram(tree: Tree, element: etree._Element, plane: etree._Element | None) -> Diagram:
    shapes: list[Shape] = []
    edges: list[Edge] = []
    broken: list[str] = []
    for part in plane if plane is not None else ():
        cited = tree.resolve(part.get("bpmnElement"), part)
        if part.tag == _SHAPE:
            bounds = _bounds(part.find(_BOUNDS))
            if bounds is None:
                broken.append(cited)
            else:
                shapes.append(
                    Shape(
                        element=cited,
                        bounds=bounds,
                        horizontal=_flag(part, "isHorizontal"),
                        expanded=_flag(part, "isExpanded"),
                        marker_visible=_marker(part, tree.element(cited)),
                        label=_label(part),
                    )
                )
        elif part.tag == _EDGE:
            waypoints = tuple(point for point in map(_point, part.iterfind(_WAYPOINT)) if point is not None)
            edges.append(
                Edge(
                    element=cited,
                    waypoints=waypoints,
                    label=_label(part),
                    message_visible=_MESSAGES.get(part.get("messageVisibleKind", "")),
                )
            )
    if broken:
        tree.report("shape-without-place", broken, count=len(broken))
    return Diagram(
        id=element.get("id", ""),
        name=name_of(element),
        plane="" if plane is None else tree.resolve(plane.get("bpmnElement"), plane),
        shapes=tuple(shapes),
        edges=tuple(edges),
    )


def _marker(part: etree._Element, element: etree._Element | None) -> bool | None:
    """Return whether an exclusive gateway shows its X: only where its shape says so, as tools read it."""
    if element is None or element.tag != _EXCLUSIVE:
        return None
    return _flag(part, "isMarkerVisible") or False


def _label(element: etree._Element) -> Bounds | None:
    label = element.find(_LABEL)
    return None if label is None else _bounds(label.find(_BOUNDS))


def _bounds(element: etree._Element | None) -> Bounds | None:
    if element is None:
        return None
    try:
        x, y, width, height = (float(element.get(name, "")) for name in ("x", "y", "width", "height"))
    except ValueError:
        return None
    if not all(map(math.isfinite, (x, y, width, height))) or width < 0 or height < 0:
        return None
    return Bounds(x=x, y=y, width=width, height=height)


def _point(element: etree._Element) -> Point | None:
    try:
        x, y = float(element.get("x", "")), float(element.get("y", ""))
    except ValueError:
        return None
    return Point(x=x, y=y) if math.isfinite(x) and math.isfinite(y) else None


def _flag(element: etree._Element, name: str) -> bool | None:
    value = element.get(name)
    return None if value is None else value.strip() in ("true", "1")


def write_diagram(diagram: Diagram, ids: Sequence[FileIds], names: Names) -> etree._Element:
    """Return a diagram as BPMN DI. `ids` are those of the processes that it shows; what they lack is left out."""
    from lxml import etree

    def shown(element_id: str) -> str | None:
        return next(filter(None, (own.shown(element_id) for own in ids)), None)

    root = etree.Element(f"{{{DI}}}BPMNDiagram", id=names.new("diagram_1"))
    if diagram.name:
        root.set("name", xml_text(diagram.name))
    plane = etree.SubElement(root, f"{{{DI}}}BPMNPlane", id=names.new("plane_1"))
    plane.set("bpmnElement", next(filter(None, (own.plane(diagram.plane) for own in ids)), ""))
    for shape in diagram.shapes:
        cited = shown(shape.element)
        if cited is not None:
            plane.append(write_shape(shape.replace(element=cited), names.new(f"{cited}_shape")))
    for edge in diagram.edges:
        cited = shown(edge.element)
        if cited is not None:
            plane.append(write_edge(edge.replace(element=cited), names.new(f"{cited}_edge")))
    return root


def with_markers(diagram: Diagram, processes: Sequence[Process]) -> Diagram:
    """Return a diagram in which exclusive gateways of which nothing is said show their X: tools would leave it out."""
    exclusive = {node.id for process in processes for node in process.nodes if shows_marker(node)}
    shapes = (
        shape.replace(marker_visible=True) if shape.marker_visible is None and shape.element in exclusive else shape
        for shape in diagram.shapes
    )
    return diagram.replace(shapes=tuple(shapes))


def shows_marker(element: Element) -> bool | None:
    """Return that an element shows its X where nothing else is said; None for what is no exclusive gateway."""
    return True if isinstance(element, Gateway) and element.type == "exclusiveGateway" else None


def write_shape(shape: Shape, shape_id: str) -> etree._Element:
    """Return a shape as BPMN DI under an id of its own."""
    from lxml import etree

    element = etree.Element(_SHAPE, id=shape_id, bpmnElement=shape.element)
    flags = (
        ("isHorizontal", shape.horizontal), ("isExpanded", shape.expanded), ("isMarkerVisible", shape.marker_visible)
    )  # fmt: skip
    for name, flag in flags:
        if flag is not None:
            element.set(name, "true" if flag else "false")
    _write_bounds(element, shape.bounds)
    _write_label(element, shape.label)
    return element


def write_edge(edge: Edge, edge_id: str) -> etree._Element:
    """Return an edge as BPMN DI under an id of its own."""
    from lxml import etree

    element = etree.Element(_EDGE, id=edge_id, bpmnElement=edge.element)
    if edge.message_visible:
        element.set("messageVisibleKind", edge.message_visible)
    for point in edge.waypoints:
        etree.SubElement(element, _WAYPOINT, x=number(point.x), y=number(point.y))
    _write_label(element, edge.label)
    return element


def _write_label(element: etree._Element, label: Bounds | None) -> None:
    from lxml import etree

    if label is not None:
        _write_bounds(etree.SubElement(element, _LABEL), label)


def _write_bounds(element: etree._Element, bounds: Bounds) -> None:
    from lxml import etree

    made = etree.SubElement(element, _BOUNDS)
    for name in ("x", "y", "width", "height"):
        made.set(name, number(getattr(bounds, name)))


def number(value: float) -> str:
    """Return a coordinate as it is written."""
    return repr(value).removesuffix(".0")
