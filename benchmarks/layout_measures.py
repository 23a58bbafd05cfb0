"""Measures of a drawing that are the same for every layout: crossings, bends, length of edges, area."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from procmap.model import Diagram, Point

_NEAR = 0.5
"""Tools round their coordinates: what lies nearer is the same."""


@dataclass(frozen=True)
class Measures:
    """Measures of one drawing; `length` and the box in the unit of BPMN DI."""

    crossings: int
    bends: int
    length: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Return the area of the box around everything."""
        return self.width * self.height

    @property
    def aspect(self) -> float:
        """Return how much wider than high the drawing is."""
        return self.width / self.height


def measure(diagram: Diagram, shapes: Collection[str], edges: Collection[str]) -> Measures | None:
    """Return the measures of the given shapes and edges of a diagram; None when no shape of them is drawn."""
    boxes = [shape.bounds for shape in diagram.shapes if shape.element in shapes]
    ways = [_corners(edge.waypoints) for edge in diagram.edges if edge.element in edges and len(edge.waypoints) > 1]
    if not boxes:
        return None
    xs = [value for box in boxes for value in (box.x, box.x + box.width)] + [p.x for way in ways for p in way]
    ys = [value for box in boxes for value in (box.y, box.y + box.height)] + [p.y for way in ways for p in way]
    return Measures(
        crossings=_crossings(ways),
        bends=sum(len(way) - 2 for way in ways),
        length=sum(abs(a.x - b.x) + abs(a.y - b.y) for way in ways for a, b in pairwise(way)),
        width=max(xs) - min(xs),
        height=max(ys) - min(ys),
    )


def _corners(points: Sequence[Point]) -> list[Point]:
    """Return a way without points at which it does not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1].x - point.x) < _NEAR and abs(kept[-1].y - point.y) < _NEAR:
            continue
        if len(kept) > 1 and abs(_turn(kept[-2], kept[-1], point)) < _NEAR * (
            abs(kept[-2].x - point.x) + abs(kept[-2].y - point.y)
        ):
            kept.pop()
        kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _crossings(ways: Sequence[Sequence[Point]]) -> int:
    """Count the places where two edges cross; edges that meet, part or run along each other do not."""
    parts = [(number, a, b) for number, way in enumerate(ways) for a, b in pairwise(way)]
    parts.sort(key=lambda part: min(part[1].x, part[2].x))
    count = 0
    for place, (edge, a, b) in enumerate(parts):
        right = max(a.x, b.x)
        for other, c, d in parts[place + 1 :]:
            if min(c.x, d.x) > right:
                break
            count += edge != other and _cross(a, b, c, d)
    return count


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether two straight parts cross inside both."""
    sides = (_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b))
    return sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0


def _side(a: Point, b: Point, point: Point) -> int:
    """Tell on which side of a line a point lies: 1, -1, or 0 when it lies on it."""
    length = abs(a.x - b.x) + abs(a.y - b.y)
    turn = _turn(a, b, point)
    return 0 if abs(turn) <= _NEAR * length else 1 if turn > 0 else -1


def _turn(a: Point, b: Point, point: Point) -> float:
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
