"""New events on the borders of activities that are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.layout.canvas import Canvas, grown, middle
from procmap.layout.frames import Item
from procmap.layout.places import ASIDE, GUEST_INSET, guest_label
from procmap.layout.sizes import EVENT, LABEL_GAP
from procmap.layout.space import overlaps
from procmap.model import Bounds, Event, Point, Shape

_STEP = 12.0


def place_guest(canvas: Canvas, host: Item, guest: str) -> None:
    """Put a boundary event on the border of its host: the lower one, from the right, where nothing else is in the way.

    Edges that end where it stands are led anew.
    """
    own = canvas.shapes[host.id].bounds
    around = grown(own, EVENT, EVENT)
    free = {host.id, *canvas.homes.holders(host.id)}
    near = [
        shape.bounds
        for key, shape in canvas.shapes.items()
        if key not in free and not _is_frame(canvas, key) and overlaps(around, shape.bounds)
    ]
    places = list(_border(own))
    point = next((at for at in places if not any(overlaps(_box(at), grown(box, 4, 4)) for box in near)), None)
    if point is None:
        point = next((at for at in places if not any(overlaps(_box(at), box) for box in near)), places[0])
    event = next(event for event in host.guests if event.id == guest)
    canvas.shapes[guest] = Shape(element=guest, bounds=_box(point), label=_label(canvas, host, event, point))


def _label(canvas: Canvas, host: Item, event: Event, point: Point) -> Bounds | None:
    """Return where the label of an event on a border stands: below it, or right of its host where that is too low."""
    size = guest_label(event)
    if size is None:
        return None
    below = Bounds(x=point.x + ASIDE, y=point.y + EVENT / 2 + LABEL_GAP, width=size.width, height=size.height)
    around = next((canvas.shapes[key].bounds for key in canvas.homes.holders(host.id) if key in canvas.shapes), None)
    if around is None or below.y + below.height <= around.y + around.height:
        return below
    own = canvas.shapes[host.id].bounds
    bottom = own.y + own.height + EVENT / 2
    beside = below.replace(x=own.x + own.width + LABEL_GAP, y=bottom - size.height)
    shapes = (shape for key, shape in canvas.shapes.items() if not _is_frame(canvas, key))
    taken = (box for shape in shapes for box in (shape.bounds, shape.label) if box is not None)
    return below if any(overlaps(beside, box) for box in taken) else beside


def _is_frame(canvas: Canvas, key: str) -> bool:
    return canvas.is_container(key) and not canvas.is_activity(key)


def _border(own: Bounds) -> Iterator[Point]:
    """Yield places on a border, the best first: below, above, right, left."""
    inset = min(GUEST_INSET, own.width / 2)
    right, bottom = own.x + own.width, own.y + own.height
    steps = int(max(own.width - 2 * inset, 0) / _STEP)
    for y in (bottom, own.y):
        for step in range(min(steps, 200) + 1):
            yield Point(x=right - inset - step * _STEP, y=y)
        yield Point(x=own.x + inset, y=y)
    center = middle(own)
    yield Point(x=right, y=center.y)
    yield Point(x=own.x, y=center.y)


def _box(point: Point) -> Bounds:
    return Bounds(x=point.x - EVENT / 2, y=point.y - EVENT / 2, width=EVENT, height=EVENT)
