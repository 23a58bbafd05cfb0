"""Coordinates: where elements are drawn. Lengths in the unit of BPMN DI (1/96 inch on most screens), y downwards."""

from __future__ import annotations

from typing import Literal

from procmap.model.value import Value


class Point(Value):
    """A point of a drawing."""

    x: float
    y: float


class Bounds(Value):
    """A rectangle: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


class Shape(Value):
    """The place of a node, lane, pool, data item or artifact; `label` is the place of its name where it has its own.

    `marker_visible`: whether an exclusive gateway shows its X.
    """

    element: str
    bounds: Bounds
    horizontal: bool | None = None
    expanded: bool | None = None
    marker_visible: bool | None = None
    label: Bounds | None = None


class Edge(Value):
    """The way of a flow or association; `message_visible`: whether a message flow shows a letter, and whose."""

    element: str
    waypoints: tuple[Point, ...]
    label: Bounds | None = None
    message_visible: Literal["initiating", "non_initiating"] | None = None


class Diagram(Value):
    """One drawing of (a part of) a process; `plane` is the id of the element that it shows."""

    id: str = ""
    name: str = ""
    plane: str = ""
    shapes: tuple[Shape, ...] = ()
    edges: tuple[Edge, ...] = ()
