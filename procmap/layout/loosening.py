"""What of a drawing cannot stay as it is: frames that are divided anew, sub-processes that leave or are opened."""

from __future__ import annotations

from collections.abc import Collection

from procmap.layout.canvas import Canvas, union
from procmap.layout.frames import Item
from procmap.layout.new_lanes import fill_gaps
from procmap.layout.rooms import BESIDE
from procmap.layout.sizes import HEADER, SUBPROCESS_FOOT, SUBPROCESS_TITLE
from procmap.layout.space import overlaps
from procmap.layout.waypoints import holds
from procmap.model import Activity, Bounds, Edge, Pool, Shape


class Loosening:
    """Takes off a canvas what has to be placed anew.

    `were` are the places that it had, `carried` the content of open sub-processes, which goes with them.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._homes = canvas.homes
        self.were: dict[str, Shape] = {}
        self.carried: dict[str, tuple[dict[str, Shape], dict[str, Edge]]] = {}

    def is_satellite(self, key: str) -> bool:
        """Tell whether an element is a data item or artifact."""
        return key in self._homes.satellites

    def renew_frames(self) -> None:
        """Take out what is in frames that are to be laid out as a whole.

        They are those that get their first lanes, or lanes in a lane, while something is drawn in them; and
        sub-processes that were drawn closed, and now hold something.
        """
        shapes = self._canvas.shapes
        for frame in self._homes.contents.frames[1:]:
            item = frame.item
            if item is None:
                continue
            new = [strip.lane for strip in frame.strips if strip.lane not in shapes]
            first = [lane for lane in new if not any(other in shapes for other in self._homes.siblings(lane))]
            filled = [held.id for held in frame.items if held.id in shapes and not self.is_satellite(held.id)]
            if new and not filled:
                filled = [key for key in self._homes.inside(item) if key in shapes and not self.is_satellite(key)]
            divided = [
                lane for lane in first if self._homes.around.get(lane) in shapes or self._homes.around.get(lane) is None
            ]
            closed = (
                isinstance(item.element, Activity)
                and item.id in shapes
                and (shapes[item.id].expanded is False or self._is_small(item))
                and not filled
            )
            if closed or (divided and filled):
                self.discard(item)
        left = fill_gaps(self._canvas)
        for lane in left:
            for key in (*self._homes.strips, *self._homes.contents.items):
                if key in shapes and lane in self._homes.holders(key):
                    self.were[key] = shapes.pop(key)
        if left:
            self._drop_guests()
            self._drop_edges()

    def _drop_guests(self) -> None:
        """Let events on borders leave with their hosts."""
        for guest, host in self._homes.contents.guests.items():
            if guest in self._canvas.shapes and host.id not in self._canvas.shapes:
                self.were[guest] = self._canvas.shapes.pop(guest)

    def _is_small(self, item: Item) -> bool:
        """Tell whether a sub-process is drawn too small to hold anything."""
        box = self._canvas.shapes[item.id].bounds
        return self._canvas.shapes[item.id].expanded is not True and box.width < 150 and box.height < 120

    def discard(self, item: Item) -> None:
        """Take an item off the drawing with all that is drawn in it."""
        canvas = self._canvas
        for key in (item.id, *(guest.id for guest in item.guests), *self._homes.inside(item)):
            shape = canvas.shapes.pop(key, None)
            if shape is not None:
                self.were.setdefault(key, shape)
        self._drop_edges()

    def _drop_edges(self) -> None:
        """Take out the edges whose ends are gone."""
        canvas = self._canvas
        contents = self._homes.contents
        for key in list(canvas.edges):
            ends = canvas.ends[key]
            known = (contents.items, contents.guests, self._homes.strips)
            if any(end not in canvas.shapes and any(end in those for those in known) for end in ends):
                del canvas.edges[key]

    def lift(self) -> None:
        """Take open sub-processes that leave their place off the drawing, with all that is drawn in them.

        New ones are drawn around what lies in them, where that can be.
        """
        canvas = self._canvas
        frames = [
            frame.item
            for frame in self._homes.contents.frames[1:]
            if frame.item is not None and isinstance(frame.item.element, Activity)
        ]
        for item in reversed(frames):
            if item.id not in canvas.shapes and item.id not in self.were:
                drawn = [key for key in self._homes.inside(item) if key in canvas.shapes]
                if not all(map(self.is_satellite, drawn)):
                    self.frame_around(item, drawn)
        for item in frames:
            drawn = [key for key in self._homes.inside(item) if key in canvas.shapes]
            if item.id in canvas.shapes or not drawn:
                continue
            held = {key: canvas.shapes.pop(key) for key in drawn}
            if item.id not in self.were:
                self.were.update(held)
            else:
                inside = {
                    key: edge for key, edge in canvas.edges.items() if all(end in held for end in canvas.ends[key])
                }
                self.carried[item.id] = (held, inside)
        self._drop_edges()

    def frame_around(self, item: Item, drawn: Collection[str]) -> bool:
        """Draw a pool or sub-process around what lies in it, where nothing else does."""
        canvas = self._canvas
        content = union([canvas.shapes[key].bounds for key in drawn])
        pool = isinstance(item.element, Pool)
        lanes = any(strip.lane in canvas.shapes for strip in item.inner.strips) if item.inner is not None else False
        aside, above, below = (0.0 if lanes else BESIDE, 0.0 if lanes else BESIDE, 0.0 if lanes else BESIDE)
        head = HEADER if pool else 0.0
        if not pool:
            above, below = SUBPROCESS_TITLE, max(SUBPROCESS_FOOT, BESIDE)
        box = Bounds(
            x=content.x - aside - head,
            y=content.y - above,
            width=content.width + 2 * aside + head,
            height=content.height + above + below,
        )
        own = {item.id, *self._homes.inside(item), *self._homes.holders(item.id)}
        others = (shape.bounds for key, shape in canvas.shapes.items() if key not in own and not self._is_group(key))
        holders = self._homes.holders(item.id)
        if any(overlaps(box, other) for other in others):
            return False
        for key in holders:
            if key not in canvas.shapes:
                if not canvas.is_activity(key):
                    return False
            elif not holds(canvas.shapes[key].bounds, box):
                return False
        canvas.shapes[item.id] = Shape(
            element=item.id, bounds=box, horizontal=True if pool else None, expanded=None if pool else True
        )
        return True

    def _is_group(self, key: str) -> bool:
        return key not in self._homes.contents.items and key not in self._homes.strips
