"""Where new elements are best placed: between their neighbours, in their row, else where they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from procmap.layout.canvas import Canvas, middle
from procmap.layout.frames import Frame, Item
from procmap.layout.links import Link
from procmap.layout.places import BETWEEN_COLUMNS
from procmap.layout.ranks import ranks
from procmap.layout.rooms import BESIDE, PADDING, Room
from procmap.layout.spots import Wish
from procmap.model import Annotation, Bounds, Pool, Shape


class Wishes:
    """Knows what leads where, and the places that elements had (`were`)."""

    def __init__(self, canvas: Canvas, links: Sequence[Link], were: Mapping[str, Shape]) -> None:
        self._canvas = canvas
        self._were = were
        self._before: dict[str, list[str]] = {}
        self._after: dict[str, list[str]] = {}
        for link in links:
            source, target = (self._anchor(end) for end in (link.source, link.target))
            if source != target:
                self._after.setdefault(source, []).append(target)
                self._before.setdefault(target, []).append(source)

    def _anchor(self, key: str) -> str:
        """Return the item of a node: itself, or the activity on whose border it sits."""
        host = self._canvas.homes.contents.guests.get(key)
        return key if host is None else host.id

    def columns(self, frame: Frame) -> dict[str, int]:
        """Return how far from the start each item of a frame is."""
        keys = [item.id for item in frame.items]
        known = set(keys)
        return ranks(keys, [(a, b) for a in keys for b in self._after.get(a, ()) if b in known]).columns

    def wish(self, item: Item, room: Room | None) -> Wish:
        """Return where an item is best placed: between its neighbours, else where it was, else at the end."""
        shapes = self._canvas.shapes
        before = [shapes[key].bounds for key in self._before.get(item.id, ()) if self._is_near(key)]
        after = [shapes[key].bounds for key in self._after.get(item.id, ()) if self._is_near(key)]
        half = item.width / 2
        last = max((box.x + box.width for box in before), default=None)
        first = min((box.x for box in after), default=None)
        was = self._were.get(item.id)
        row = [box for box in (*before, *after) if room is None or _holds_middle(room.bounds, box)]
        if item.id in self._canvas.homes.satellites and (before or after):
            near = (before or after)[0]
            above = isinstance(item.element, Annotation)
            away = near.height / 2 + item.height / 2 + BESIDE
            return _within(room, Wish(middle(near).x, middle(near).y + (-away if above else away)), half)
        if was is not None:
            x = middle(was.bounds).x
        elif last is not None and first is not None:
            x = (last + first) / 2 if first > last else last + BETWEEN_COLUMNS + half
        elif last is not None:
            x = last + BETWEEN_COLUMNS + half
        elif first is not None:
            x = first - BETWEEN_COLUMNS - half
        else:
            x = self._end(item, room) + BETWEEN_COLUMNS + half
        y = middle(row[0]).y if row else self._row(item, room, x, was)
        if first is not None and last is not None and first <= last:
            first = None
        after_x = last + PADDING if last is not None else float("-inf")
        before_x = first - PADDING if first is not None else float("inf")
        return _within(room, Wish(x, y, after=after_x, before=before_x), half)

    def _is_near(self, key: str) -> bool:
        item = self._canvas.homes.contents.items.get(key)
        return key in self._canvas.shapes and item is not None and not isinstance(item.element, Pool)

    def _beside(self, item: Item, room: Room | None) -> Iterable[Bounds]:
        """Yield the places of the nodes that stand in the same room."""
        for other in item.frame.items:
            shape = self._canvas.shapes.get(other.id)
            if shape is not None and other is not item and (room is None or _holds_middle(room.bounds, shape.bounds)):
                yield shape.bounds

    def _end(self, item: Item, room: Room | None) -> float:
        start = 0.0 if room is None else room.bounds.x - BETWEEN_COLUMNS
        return max((box.x + box.width for box in self._beside(item, room)), default=start)

    def _row(self, item: Item, room: Room | None, x: float, was: Shape | None) -> float:
        boxes = list(self._beside(item, room))
        if boxes:
            near = min(boxes, key=lambda box: (abs(middle(box).x - x), box.y))
            return middle(near).y
        if room is not None:
            return room.bounds.y + room.bounds.height / 2
        return middle(was.bounds).y if was is not None else 0.0


def _within(room: Room | None, wish: Wish, half: float) -> Wish:
    """Return a wish for a place in a room, at most one step beyond its right end."""
    if room is None:
        return wish
    box = room.bounds
    x = min(max(wish.x, box.x), box.x + box.width + BETWEEN_COLUMNS + half)
    return replace(wish, x=x, y=min(max(wish.y, box.y), box.y + box.height))


def _holds_middle(outer: Bounds, inner: Bounds) -> bool:
    point = middle(inner)
    return outer.x <= point.x <= outer.x + outer.width and outer.y <= point.y <= outer.y + outer.height
