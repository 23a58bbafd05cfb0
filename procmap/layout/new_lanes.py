"""New lanes among those that are drawn."""

from __future__ import annotations

from procmap.layout.canvas import Canvas, is_inside, middle, union
from procmap.layout.sizes import HEADER
from procmap.model import Bounds, Shape

_HEIGHT = 120.0
"""Of a new lane; it grows as what is in it needs."""
_PADDING = 20.0


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


def fill_gaps(canvas: Canvas) -> list[str]:
    """Draw the lanes that are missing where their nodes are drawn beside other lanes, and nobody else's.

    Return those whose nodes can't stay where they are.
    """
    homes = canvas.homes
    left: list[str] = []
    for lane in homes.strips:
        if lane in canvas.shapes:
            continue
        siblings = homes.siblings(lane)
        held = [key for key in (*homes.strips, *homes.contents.items) if lane in homes.holders(key)]
        content = [canvas.shapes[key].bounds for key in held if key in canvas.shapes and key not in homes.satellites]
        drawn = [key for key in siblings if key in canvas.shapes]
        if not content:
            continue
        gap = _gap(canvas, lane, siblings, union(content)) if drawn else None
        frame = homes.strips[lane][0]
        others = [item.id for item in frame.items if item.id not in held and item.id not in homes.satellites]
        if gap is None or any(
            key in canvas.shapes and is_inside(middle(canvas.shapes[key].bounds), gap) for key in others
        ):
            left.append(lane)
        else:
            canvas.shapes[lane] = Shape(element=lane, bounds=gap, horizontal=canvas.shapes[drawn[0]].horizontal)
    return left


def _gap(canvas: Canvas, lane: str, siblings: list[str], content: Bounds) -> Bounds | None:
    """Return what is free between the neighbours of a lane, where that holds its content."""
    place = siblings.index(lane)
    drawn = [key for key in siblings if key in canvas.shapes]
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    if any(key is not None and key not in canvas.shapes for key in (before, after)):
        return None
    beside = canvas.shapes[drawn[0]]
    around = canvas.shapes.get(canvas.homes.around.get(lane, ""))
    if beside.horizontal is False:
        return None
    box = beside.bounds
    top, bottom = content.y - _PADDING, content.y + content.height + _PADDING
    if before is not None:
        top = canvas.shapes[before].bounds.y + canvas.shapes[before].bounds.height
    elif around is not None:
        top = around.bounds.y
    if after is not None:
        bottom = canvas.shapes[after].bounds.y
    elif around is not None:
        bottom = around.bounds.y + around.bounds.height
    if not (top <= content.y and content.y + content.height <= bottom):
        return None
    if not (box.x <= content.x and content.x + content.width <= box.x + box.width):
        return None
    return Bounds(x=box.x, y=top, width=box.width, height=bottom - top)


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
