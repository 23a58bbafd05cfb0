"""How much room something takes that is to be placed, and how much there is in what it is to lie in."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.layout.canvas import Canvas
from procmap.layout.frames import Item
from procmap.layout.places import guest_label, own_label
from procmap.layout.sizes import EVENT, HEADER, LABEL_GAP, SUBPROCESS_FOOT, SUBPROCESS_TITLE
from procmap.model import Bounds, Gateway, Pool

BESIDE = 20.0
ABOVE = 12.0
"""Kept free beside and above what is placed."""
PADDING = 10.0
CRAMPED = 5.0
"""Kept free along the border of what it lies in; the least, where a lane is too low."""


@dataclass(frozen=True)
class Reach:
    """How far an item with its labels reaches from its middle."""

    left: float
    right: float
    above: float
    below: float

    def around(self, x: float, y: float) -> Bounds:
        """Return the rectangle that the item takes when its middle is at a place."""
        return Bounds(x=x - self.left, y=y - self.above, width=self.left + self.right, height=self.above + self.below)


@dataclass(frozen=True)
class Room:
    """What an item is to lie in: the rectangle that is free to use; `holder` grows where that is not enough.

    `vertical`: its lanes, if it has any, stand side by side. `padding`: how far the rectangle ends before the holder.
    """

    holder: str
    bounds: Bounds
    vertical: bool = False
    padding: float = PADDING

    def is_as_high(self, reach: Reach) -> bool:
        """Tell whether something is no higher than what is free to use."""
        return reach.above + reach.below <= self.bounds.height


def reach_of(item: Item, *, beside: bool = False) -> Reach:
    """Return how far an item with its size reaches, with its label and the events on its border.

    `beside`: the label of an event that is alone there stands right of the item rather than below it.
    """
    left = right = item.width / 2
    above = below = item.height / 2
    label = own_label(item)
    if label is not None:
        left = right = max(left, label.width / 2)
        if isinstance(item.element, Gateway):
            above += LABEL_GAP + label.height
        else:
            below += LABEL_GAP + label.height
    if item.guests:
        labels = [size for size in map(guest_label, item.guests) if size is not None]
        below += EVENT / 2
        if labels and beside and len(item.guests) == 1:
            right += LABEL_GAP + labels[0].width
        elif labels:
            below += LABEL_GAP + max(size.height for size in labels)
    return Reach(left, right, above, below)


def room_in(canvas: Canvas, holder: str, padding: float = PADDING) -> Room:
    """Return the room in a lane, pool or sub-process, without what its name takes, `padding` away from its border."""
    shape = canvas.shapes[holder]
    box = shape.bounds
    item = canvas.homes.contents.items.get(holder)
    if item is not None and not isinstance(item.element, Pool):
        inside = Bounds(
            x=box.x + PADDING,
            y=box.y + SUBPROCESS_TITLE,
            width=box.width - 2 * PADDING,
            height=box.height - SUBPROCESS_TITLE - (EVENT / 2 + ABOVE if item.guests else SUBPROCESS_FOOT),
        )
        return Room(holder, inside)
    head = (0.0, HEADER) if shape.horizontal is False else (HEADER, 0.0)
    inside = Bounds(
        x=box.x + head[0] + padding,
        y=box.y + head[1] + padding,
        width=box.width - head[0] - 2 * padding,
        height=box.height - head[1] - 2 * padding,
    )
    return Room(holder, inside, shape.horizontal is False, padding)
