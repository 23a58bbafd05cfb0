"""Free spots in a drawing: where something can stand without lying on a shape or a line."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import pairwise

from procmap.model import Bounds, Diagram
from procmap.reports.pictures.picture import labels_of

_AROUND = 4.0


def free_spot(diagram: Diagram, band: str, room: Bounds, height: float) -> Bounds:
    """Return the part of a column of `room` that is `height` high, free, and next to the middle.

    `band` is the id of what holds everything and hides nothing. Where nothing that high is free, the widest free
    stretch is taken.
    """
    taken = sorted(_taken(diagram, band, room))
    top, bottom = room.y, room.y + room.height
    free: list[tuple[float, float]] = []
    at = top
    for start, end in [*taken, (bottom, bottom)]:
        if start > at:
            free.append((at, min(start, bottom)))
        at = max(at, end)
    if not free:
        return Bounds(x=room.x, y=(top + bottom - height) / 2, width=room.width, height=height)
    middle = (top + bottom) / 2
    fitting = [span for span in free if span[1] - span[0] >= height]
    if fitting:
        places = [min(max(middle, start + height / 2), end - height / 2) for start, end in fitting]
        y = min(places, key=lambda place: (abs(place - middle), place))
    else:
        start, end = max(free, key=lambda span: (span[1] - span[0], -span[0]))
        y = (start + end) / 2
    return Bounds(x=room.x, y=y - height / 2, width=room.width, height=height)


def free_below(diagram: Diagram, ignored: Set[str], room: Bounds, most: float) -> Bounds:
    """Return the highest place for `room` from where it is down to `most` further, free of shapes, names, level lines.

    `ignored` are shapes that hold others. Where nothing is free it stays; upright lines may be crossed.
    """
    boxes = [shape.bounds for shape in diagram.shapes if shape.element not in ignored] + labels_of(diagram)
    for edge in diagram.edges:
        for one, other in pairwise(edge.waypoints):
            if one.y == other.y:
                boxes.append(Bounds(x=min(one.x, other.x), y=one.y - 1, width=abs(one.x - other.x), height=2))
    y = room.y
    for box in sorted(boxes, key=lambda box: box.y):
        is_beside = box.x >= room.x + room.width or box.x + box.width <= room.x
        if not is_beside and box.y < y + room.height and box.y + box.height > y:
            y = box.y + box.height + 1
    return room.replace(y=y) if y <= room.y + most else room


def _taken(diagram: Diagram, band: str, room: Bounds) -> Iterable[tuple[float, float]]:
    """Yield the stretches (top, bottom) that shapes, labels and lines take of a column."""
    left, right, top, bottom = room.x, room.x + room.width, room.y, room.y + room.height
    boxes = [shape.bounds for shape in diagram.shapes if shape.element != band]
    boxes += labels_of(diagram)
    for edge in diagram.edges:
        for one, other in pairwise(edge.waypoints):
            x, y = min(one.x, other.x), min(one.y, other.y)
            boxes.append(Bounds(x=x, y=y, width=abs(one.x - other.x), height=abs(one.y - other.y)))
    for box in boxes:
        if box.x < right and box.x + box.width > left and box.y < bottom and box.y + box.height > top:
            yield box.y - _AROUND, box.y + box.height + _AROUND
