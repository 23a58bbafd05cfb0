"""Shapes of what has its place and size, with the places of their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.layout import sizes
from procmap.layout.frames import Frame, Item
from procmap.layout.places import ASIDE, guest_label, own_label
from procmap.layout.sizes import EVENT, HEADER, LABEL_GAP, Size, label_size
from procmap.model import Activity, Bounds, Gateway, Group, Pool, Shape


def item_shape(item: Item) -> Shape:
    """Return the shape of an item that has its place and size, with the place of its label."""
    element = item.element
    bounds = Bounds(x=item.x - item.width / 2, y=item.y - item.height / 2, width=item.width, height=item.height)
    expanded = None
    if isinstance(element, Activity) and (
        item.inner or element.type in ("subProcess", "transaction", "adHocSubProcess")
    ):
        expanded = item.inner is not None
    return Shape(
        element=item.id,
        bounds=bounds,
        horizontal=True if isinstance(element, Pool) else None,
        expanded=expanded,
        marker_visible=True if isinstance(element, Gateway) and element.type == "exclusiveGateway" else None,
        label=_group_label(element, bounds) if isinstance(element, Group) else _label(item),
    )


def _label(item: Item) -> Bounds | None:
    size = own_label(item)
    if size is None:
        return None
    x = item.x + ASIDE if item.label_aside else item.x - size.width / 2
    if isinstance(item.element, Gateway):
        y = item.y - item.height / 2 - LABEL_GAP - size.height
    else:
        y = item.y + item.height / 2 + LABEL_GAP
    return Bounds(x=x, y=y, width=size.width, height=size.height)


def lane_shapes(frame: Frame | None) -> Iterator[Shape]:
    """Yield the lanes of a frame: each begins beside the header of the lane around it and ends at the right border."""
    if frame is None:
        return
    for strip in sorted(frame.strips, key=lambda strip: strip.depth):
        top, bottom = frame.borders[strip.first], frame.borders[strip.last + 1]
        inset = HEADER * strip.depth
        bounds = Bounds(x=frame.x + inset, y=top, width=frame.width - inset, height=bottom - top)
        yield Shape(element=strip.lane, bounds=bounds, horizontal=True)


def guest_shapes(item: Item) -> Iterator[Shape]:
    """Yield the shapes of the events on the border of an item."""
    for guest in item.guests:
        x, y = item.x + item.guest_places[guest.id], item.y + item.height / 2
        size = guest_label(guest)
        yield Shape(
            element=guest.id,
            bounds=Bounds(x=x - EVENT / 2, y=y - EVENT / 2, width=EVENT, height=EVENT),
            label=size and Bounds(x=x + ASIDE, y=y + EVENT / 2 + LABEL_GAP, width=size.width, height=size.height),
        )


def group_shape(group: Group, members: Sequence[Bounds]) -> Shape:
    """Return the frame around the members of a group."""
    padding = sizes.GROUP_PADDING
    left, top = min(place.x for place in members) - padding, min(place.y for place in members) - padding
    right = max(place.x + place.width for place in members) + padding
    bottom = max(place.y + place.height for place in members) + padding
    bounds = Bounds(x=left, y=top, width=right - left, height=bottom - top)
    return Shape(element=group.id, bounds=bounds, label=_group_label(group, bounds))


def _group_label(group: Group, bounds: Bounds) -> Bounds | None:
    size: Size | None = label_size(group.name, max(bounds.width, sizes.LABEL_WIDTH), 1)
    if size is None:
        return None
    return Bounds(x=bounds.x + LABEL_GAP, y=bounds.y + 2, width=size.width, height=size.height)
