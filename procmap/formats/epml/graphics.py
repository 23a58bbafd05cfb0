"""Coordinates: `graphics` of elements and arcs become the shapes and edges of a diagram."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.formats.epml.markup import Reading, attribute, children, kind_of
from procmap.model import Bounds, Diagram, Edge, Point, Shape

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 1e7
_SIZES = {"and": (50.0, 50.0), "or": (50.0, 50.0), "xor": (50.0, 50.0), "event": (36.0, 36.0)}
_SIZE = (100.0, 80.0)


@dataclass(frozen=True)
class Axes:
    """Where the coordinates of a file grow: EPML lets x run from the right, and y from the bottom."""

    from_right: bool = False
    from_bottom: bool = False


def read_axes(element: etree._Element | None) -> Axes:
    """Return what `coordinates` says; left to right and top to bottom without it."""
    if element is None:
        return Axes()
    return Axes(attribute(element, "xOrigin") == "rightToLeft", attribute(element, "yOrigin") == "bottomToTop")


def draw(
    plane: str,
    nodes: Sequence[tuple[str, etree._Element]],
    links: Sequence[tuple[str, etree._Element]],
    axes: Axes,
    reading: Reading,
) -> Diagram | None:
    """Return the drawing of a process `plane`: the places of `nodes` and `links`, given with their ids.

    None when the file has no coordinates for them. The unit is the file's own: EPML fixes none.
    """
    shapes = [shape for name, element in nodes for shape in _shapes(name, element, reading)]
    edges = [edge for name, element in links for edge in _edges(name, element, reading)]
    if not shapes and not edges:
        return None
    return _turned(Diagram(plane=plane, shapes=tuple(shapes), edges=tuple(edges)), axes)


def _positions(element: etree._Element, reading: Reading) -> list[tuple[etree._Element, Point]]:
    found = []
    for graphics in children(element, "graphics"):
        for part in children(graphics):
            x, y = _number(part, "x"), _number(part, "y")
            if kind_of(part) != "position":
                reading.unread(f"graphics/{kind_of(part)}")
            elif x is None or y is None:
                reading.unread("graphics/position")
            else:
                found.append((part, Point(x=x, y=y)))
    return found


def _number(element: etree._Element, name: str) -> float | None:
    try:
        value = float(attribute(element, name))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= _LARGEST else None


def _shapes(name: str, element: etree._Element, reading: Reading) -> list[Shape]:
    positions = _positions(element, reading)
    for _ in positions[1:]:
        reading.unread("graphics/position")
    shapes = []
    for part, corner in positions[:1]:
        # The schema lets a size be left out; a shape needs one to be drawn: what BPMN tools draw.
        usual = _SIZES.get(kind_of(element), _SIZE)
        width, height = _number(part, "width") or 0.0, _number(part, "height") or 0.0
        width, height = (width, height) if width > 0 and height > 0 else usual
        shapes.append(Shape(element=name, bounds=Bounds(x=corner.x, y=corner.y, width=width, height=height)))
    return shapes


def _edges(name: str, element: etree._Element, reading: Reading) -> list[Edge]:
    points = tuple(point for _, point in _positions(element, reading))
    if len(points) == 1:
        reading.unread("graphics/position")
    return [Edge(element=name, waypoints=points)] if len(points) > 1 else []


def _turned(diagram: Diagram, axes: Axes) -> Diagram:
    """Return the diagram with x growing to the right and y downwards."""
    if not (axes.from_right or axes.from_bottom):
        return diagram
    points = [point for edge in diagram.edges for point in edge.waypoints]
    boxes = [shape.bounds for shape in diagram.shapes]
    right = max([box.x + box.width for box in boxes] + [point.x for point in points])
    bottom = max([box.y + box.height for box in boxes] + [point.y for point in points])

    def turn(x: float, y: float, width: float = 0, height: float = 0) -> tuple[float, float]:
        return right - x - width if axes.from_right else x, bottom - y - height if axes.from_bottom else y

    shapes = []
    for shape in diagram.shapes:
        x, y = turn(shape.bounds.x, shape.bounds.y, shape.bounds.width, shape.bounds.height)
        shapes.append(shape.replace(bounds=shape.bounds.replace(x=x, y=y)))
    edges = []
    for edge in diagram.edges:
        turned = [turn(point.x, point.y) for point in edge.waypoints]
        edges.append(edge.replace(waypoints=tuple(Point(x=x, y=y) for x, y in turned)))
    return diagram.replace(shapes=tuple(shapes), edges=tuple(edges))
