"""Waypoints: the corners of an edge, once its lines have coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from procmap.layout.ends import End, Route
from procmap.layout.sizes import EVENT
from procmap.model import Bounds, Point


def waypoints(route: Route) -> tuple[Point, ...]:
    """Return the waypoints of a route: from border to border, every part horizontal or vertical."""
    lines = route.lines
    points = [_dock(route.source, lines[0].vertical, lines[0].at)]
    for line, following in pairwise(lines):
        points.append(Point(x=line.at, y=following.at) if line.vertical else Point(x=following.at, y=line.at))
    points.append(_dock(route.target, lines[-1].vertical, lines[-1].at))
    return simplified(points)


def join(source: Bounds | Point, target: Bounds | Point) -> tuple[Point, ...]:
    """Return waypoints between two shapes, or points of edges, that no route joins: with at most two corners."""
    a, b = _bounds(source), _bounds(target)
    if holds(a, b):
        return join_inside(b, a)[::-1]
    if holds(b, a):
        return join_inside(a, b)
    ax, ay, bx, by = a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2, b.y + b.height / 2
    if a.x + a.width < b.x or b.x + b.width < a.x:
        start, end = (a.x + a.width, b.x) if a.x < b.x else (a.x, b.x + b.width)
        middle = (start + end) / 2
        corners = [(start, ay), (middle, ay), (middle, by), (end, by)]
    else:
        start, end = (a.y + a.height, b.y) if ay < by else (a.y, b.y + b.height)
        middle = (start + end) / 2
        corners = [(ax, start), (ax, middle), (bx, middle), (bx, end)]
    return simplified([Point(x=x, y=y) for x, y in corners])


def join_inside(inner: Bounds, outer: Bounds) -> tuple[Point, ...]:
    """Return the waypoints from a shape straight up to the border of one that it lies in."""
    x = inner.x + inner.width / 2
    return Point(x=x, y=inner.y), Point(x=x, y=outer.y)


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return points without repetitions and without those in the middle of a straight part; at least two."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (
            kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y
        ) and _between(kept[-2], kept[-1], point):  # fmt: skip
            kept.pop()
        kept.append(point)
    return tuple(kept) if len(kept) > 1 else (points[0], points[-1])


def _between(first: Point, middle: Point, last: Point) -> bool:
    return min(first.x, last.x) <= middle.x <= max(first.x, last.x) and min(first.y, last.y) <= middle.y <= max(
        first.y, last.y
    )


def _dock(end: End, vertical: bool, at: float) -> Point:
    """Return where a line meets the border of a shape."""
    item = end.item
    if not vertical:
        half = item.width / 2
        return Point(x=item.x + (half if end.side == "right" else -half), y=at)
    middle = item.y + item.height / 2 if end.guest else item.y
    half = EVENT / 2 if end.guest else item.height / 2
    return Point(x=at, y=middle + (half if end.side == "bottom" else -half))


def _bounds(place: Bounds | Point) -> Bounds:
    return Bounds(x=place.x, y=place.y, width=0, height=0) if isinstance(place, Point) else place


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Tell whether one rectangle lies in another."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )
