"""Coordinates: frames are measured from the inside out, then placed from the outside in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from procmap.layout import sizes
from procmap.layout.channels import Net, assign_tracks
from procmap.layout.ends import Port, Route, Side
from procmap.layout.frames import Contents, Frame, Item
from procmap.layout.sizes import HEADER, LABEL_GAP, Size, label_size
from procmap.model import DataItem, Event, Gateway, Pool

TRACK = 10.0
"""Between two tracks of a channel."""
STUB = 20.0
"""From a column to the nearest track beside it: room for an arrowhead."""
BETWEEN_COLUMNS = 50.0
BETWEEN_ROWS = 24.0
BETWEEN_POOLS = 40.0
EDGE = 20.0
"""Free space at the borders of a frame and at both sides of a border between lanes."""
EMPTY_ROW = 30.0
"""Half the height of a row in which nothing stands."""
ASIDE = 6.0
"""From the middle of a shape to a label that gives way to an edge at the same side."""
GUEST_STEP = 46.0
GUEST_INSET = 28.0
GUEST_LABEL = 70.0


@dataclass
class Labels:
    """The labels of edges that want room: by the vertical channel of a frame, and by the net they stand at."""

    widths: dict[tuple[Frame, int], float] = field(default_factory=lambda: defaultdict(float))
    heights: dict[Net, float] = field(default_factory=lambda: defaultdict(float))
    starts: dict[tuple[Frame, int], float] = field(default_factory=dict)
    """Where labels in a vertical channel begin, once it is placed."""


def size_items(contents: Contents) -> None:
    """Give every item that is no frame its size, as far as it is known before edges are routed."""
    for frame in contents.frames:
        for item in frame.items:
            if isinstance(item.element, Pool):
                item.height = sizes.BLACK_BOX
            elif item.element is not None and item.inner is None:
                item.width, item.height = sizes.element_size(item.element)
                _place_guests(item)


def reserve_labels(routes: Sequence[Route]) -> Labels:
    """Return the room that the labels of edges want: along the first part of an edge that no other shares."""
    labels = Labels()
    for route in routes:
        size = label_size(route.link.name)
        if size is None:
            continue
        along = next((line for line in route.lines if isinstance(line, Net) and not line.vertical), None)
        if along is not None:
            labels.heights[along] = max(labels.heights[along], size.height)
        elif route.source.item.frame is route.target.item.frame:
            channel = (route.source.item.frame, route.source.item.column + 1)
            labels.widths[channel] = max(labels.widths[channel], size.width)
    return labels


def measure_frames(contents: Contents, labels: Labels, docked: set[tuple[str, Side]]) -> None:
    """Give everything its place in its frame, inside out; `docked` are the sides of shapes where edges end."""
    for frame in reversed(contents.frames[1:]):
        _measure(frame, labels, docked)
        if frame.item is not None:
            _fit(frame.item, frame)


def place_frames(contents: Contents, ports: Sequence[Port], labels: Labels, docked: set[tuple[str, Side]]) -> None:
    """Give every frame, item, line and port its coordinates, once frames are measured."""
    root = contents.root
    for item in root.items:
        if item.inner is not None:
            _fit(item, item.inner)
    width = max((item.width for item in root.items), default=0)
    if any(isinstance(item.element, Pool) for item in root.items):
        width = max(width, sizes.POOL_WIDTH)
    for item in root.items:
        item.width = width
        if item.inner is not None:
            item.inner.width = width - (HEADER if isinstance(item.element, Pool) else 0)
    _measure(root, labels, docked)
    for frame in contents.frames:
        if frame.item is not None:
            _set_origin(frame, frame.item)
        _move(frame, labels)
    for port in ports:
        if port.item is not None:
            at = port.item.guest_places[port.guest] if port.guest else port.shift * port.item.width
            port.at = port.item.x + at


def _fit(item: Item, frame: Frame) -> None:
    """Give the item around a frame its size."""
    if isinstance(item.element, Pool):
        item.width, item.height = frame.width + HEADER, frame.height
    elif item.element is None:
        item.width, item.height = frame.width, frame.height
    else:
        item.width = frame.width
        item.height = frame.height + sizes.SUBPROCESS_TITLE + sizes.SUBPROCESS_FOOT


def _set_origin(frame: Frame, item: Item) -> None:
    frame.x, frame.y = item.x - item.width / 2, item.y - item.height / 2
    if isinstance(item.element, Pool):
        frame.x += HEADER
    elif item.element is not None:
        frame.x += (item.width - frame.width) / 2
        frame.y += sizes.SUBPROCESS_TITLE


def _move(frame: Frame, labels: Labels) -> None:
    """Turn coordinates inside a frame into those of the drawing."""
    for item in frame.items:
        item.x += frame.x
        item.y += frame.y
    for line in frame.row_lines.values():
        line.at += frame.y
    for (vertical, _), nets in frame.nets.items():
        for net in nets.values():
            net.at += frame.x if vertical else frame.y
    for channel in frame.label_channels:
        labels.starts[frame, channel] += frame.x
    frame.borders = [border + frame.y for border in frame.borders]


def _measure(frame: Frame, labels: Labels, docked: set[tuple[str, Side]]) -> None:
    """Give everything in a frame its place in it, and the frame its size."""
    left, right = [0.0] * frame.columns, [0.0] * frame.columns
    above, below = [0.0] * frame.rows, [0.0] * frame.rows
    for item in frame.items:
        _set_extents(item, docked)
        left[item.column] = max(left[item.column], item.left)
        right[item.column] = max(right[item.column], item.right)
        above[item.row] = max(above[item.row], item.above)
        below[item.row] = max(below[item.row], item.below)
    middles: list[float] = []
    at = HEADER * (1 + max((strip.depth for strip in frame.strips), default=-1))
    for column in range(frame.columns + 1):
        at = _vertical_channel(frame, column, at, labels)
        if column < frame.columns:
            middles.append(at + left[column])
            at += left[column] + right[column]
    frame.middles = middles
    frame.width = max(frame.width, at)
    starts = {band.first for band in frame.bands[1:]}
    heights: list[float] = []
    at = 0.0
    frame.borders = [0.0]
    for row in range(frame.rows + 1):
        if row in starts:
            at += EDGE
            frame.borders.append(at)
        at = _horizontal_channel(frame, row, at, labels, after_border=row in starts)
        if row < frame.rows:
            empty = above[row] == below[row] == 0
            heights.append(at + (EMPTY_ROW if empty else above[row]))
            at += 2 * EMPTY_ROW if empty else above[row] + below[row]
    frame.borders.append(at)
    frame.height = at
    for item in frame.items:
        item.x, item.y = middles[item.column], heights[item.row]
    for row, line in frame.row_lines.items():
        line.at = heights[row]


def _vertical_channel(frame: Frame, channel: int, at: float, labels: Labels) -> float:
    """Place the nets of a channel that begins at `at`, and return where it ends."""
    nets = list(frame.nets.get((True, channel), {}).values())
    outer = channel in (0, frame.columns)
    least = (0.0 if frame.depth == 0 else EDGE) if outer else BETWEEN_COLUMNS
    tracks = assign_tracks(nets)
    for net in nets:
        net.at = at + STUB + net.track * TRACK
    last = STUB + (tracks - 1) * TRACK if tracks else 0.0
    label = labels.widths.get((frame, channel))
    if label:
        labels.starts[frame, channel] = at + last + LABEL_GAP
        frame.label_channels.append(channel)
        return at + max(least, last + LABEL_GAP + label + STUB)
    return at + max(least, last + STUB if tracks else 0.0)


def _horizontal_channel(frame: Frame, channel: int, at: float, labels: Labels, *, after_border: bool) -> float:
    nets = list(frame.nets.get((False, channel), {}).values())
    outer = after_border or channel in (0, frame.rows)
    least = BETWEEN_ROWS
    if outer:
        least = EDGE
    if frame.depth == 0:
        least = 0.0 if outer else BETWEEN_POOLS
    tracks = assign_tracks(nets)
    if not tracks:
        return at + least
    room = [0.0] * tracks
    for net in nets:
        room[net.track] = max(room[net.track], labels.heights.get(net, 0.0))
    places: list[float] = []
    below = at + max(least / 2, STUB * 0.75)
    for height in room:
        places.append(below + height)
        below += height + TRACK
    for net in nets:
        net.at = places[net.track]
    return max(at + least, places[-1] + max(least / 2, STUB * 0.75))


def own_label(item: Item) -> Size | None:
    """Return the size of the label that stands outside an item's shape, if it has one."""
    element = item.element
    if isinstance(element, DataItem):
        return label_size(data_label(element))
    return label_size(element.name) if isinstance(element, Event | Gateway) else None


def data_label(item: DataItem) -> str:
    """Return what is written at a data item: its name, and its state in brackets."""
    state = f"[{item.state}]"
    return item.name if not item.state or state in item.name else f"{item.name} {state}".strip()


def guest_label(event: Event) -> Size | None:
    """Return the size of the label of an event on the border of an activity."""
    return label_size(event.name, GUEST_LABEL)


def _set_extents(item: Item, docked: set[tuple[str, Side]]) -> None:
    _place_guests(item)
    item.left = item.right = item.width / 2
    item.above, item.below = item.height / 2 + item.head, item.height / 2
    label = own_label(item)
    if label is not None:
        side: Side = "top" if isinstance(item.element, Gateway) else "bottom"
        item.label_aside = (item.id, side) in docked
        if item.label_aside:
            item.right = max(item.right, ASIDE + label.width)
        else:
            item.left, item.right = max(item.left, label.width / 2), max(item.right, label.width / 2)
        if side == "top":
            item.above += LABEL_GAP + label.height
        else:
            item.below += LABEL_GAP + label.height
    for guest in item.guests:
        size = guest_label(guest)
        reach = item.height / 2 + sizes.EVENT / 2 + (LABEL_GAP + size.height if size else 0)
        item.below = max(item.below, reach)
        if size is not None:
            item.right = max(item.right, item.guest_places[guest.id] + ASIDE + size.width)


def _place_guests(item: Item) -> None:
    """Put boundary events on the lower border of an item, which grows as they need, the last one at the right."""
    if not item.guests:
        return
    steps = _guest_steps(item)
    item.width = max(item.width, steps[-1] + 2 * GUEST_INSET)
    first = item.width / 2 - GUEST_INSET - steps[-1]
    item.guest_places = {guest.id: first + step for guest, step in zip(item.guests, steps, strict=True)}


def has_room_for_guests(item: Item, width: float) -> bool:
    """Tell whether the boundary events of an item have room side by side on a border so wide."""
    return not item.guests or _guest_steps(item)[-1] + 2 * GUEST_INSET <= width


def _guest_steps(item: Item) -> list[float]:
    """Return how far each boundary event, with its label below it, stands from the first."""
    steps = [0.0]
    for guest in item.guests[:-1]:
        size = guest_label(guest)
        step = max(GUEST_STEP, ASIDE + size.width + LABEL_GAP) if size else GUEST_STEP
        steps.append(steps[-1] + step)
    return steps
