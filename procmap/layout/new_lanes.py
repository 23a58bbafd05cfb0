"""New lanes among those that are drawn."""

from __future__ import annotations

from procmap.layout.canvas import Canvas
from procmap.layout.sizes import HEADER
from procmap.model import Bounds, Shape

_HEIGHT = 120.0
"""Of a new lane; it grows as what is in it needs."""


def place_lanes(canvas: Canvas) -> None:
    """Draw every lane that is missing: after the one before it, else before the next; inside a new lane, its share.

    What lies beyond moves by the height of the lane, and what is around it grows by that.
    """
    homes = canvas.homes
    for lane in homes.strips:
        if lane in canvas.shapes:
            continue
        siblings = homes.siblings(lane)
        place = siblings.index(lane)
        before = next((key for key in reversed(siblings[:place]) if key in canvas.shapes), None)
        after = next((key for key in siblings[place:] if key in canvas.shapes), None)
        if before is not None or after is not None:
            _insert(canvas, lane, before, after)
        else:
            _divide(canvas, lane, siblings)


def _insert(canvas: Canvas, lane: str, before: str | None, after: str | None) -> None:
    beside = canvas.shapes[before or after or ""]
    vertical = beside.horizontal is False
    box = beside.bounds
    at = (box.x if vertical else box.y) + ((box.width if vertical else box.height) if before is not None else 0)
    # What ends at the very border stays with what is before it.
    growing = canvas.homes.holders(lane)
    canvas.cut(at + 0.25, _HEIGHT, growing, vertical=vertical)
    if before is not None:
        canvas.shapes[before] = beside
    bounds = (
        Bounds(x=at, y=box.y, width=_HEIGHT, height=box.height)
        if vertical
        else Bounds(x=box.x, y=at, width=box.width, height=_HEIGHT)
    )
    canvas.shapes[lane] = Shape(element=lane, bounds=bounds, horizontal=beside.horizontal)


def _divide(canvas: Canvas, lane: str, siblings: list[str]) -> None:
    """Give the lanes of a lane or pool that has none yet, and in which nothing stands, equal parts of it."""
    around = canvas.homes.around.get(lane)
    if around is None or around not in canvas.shapes:
        return
    outer = canvas.shapes[around]
    vertical = outer.horizontal is False
    size = (outer.bounds.width if vertical else outer.bounds.height) / len(siblings)
    if size < _HEIGHT:
        more = (_HEIGHT - size) * len(siblings)
        canvas.make_room(around, more if vertical else 0, 0 if vertical else more)
        outer, size = canvas.shapes[around], _HEIGHT
    box = outer.bounds
    for number, key in enumerate(siblings):
        if vertical:
            bounds = Bounds(x=box.x + number * size, y=box.y + HEADER, width=size, height=box.height - HEADER)
        else:
            bounds = Bounds(x=box.x + HEADER, y=box.y + number * size, width=box.width - HEADER, height=size)
        canvas.shapes[key] = Shape(element=key, bounds=bounds, horizontal=not vertical)
