"""Pools aligned: columns shifted to the right so that message flows run straight up and down.

The widest pool stays; each other one is aligned to those that stand already. Its columns keep their order and at least
their distances, so the best shifts are an isotonic regression, found by pooling adjacent violators (Barlow,
Bartholomew, Bremner and Brunk 1972).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from procmap.layout.frames import Contents, Frame, Item
from procmap.layout.sizes import HEADER
from procmap.model import Pool


def align_pools(
    contents: Contents, messages: Iterable[tuple[str, str]], starts: dict[tuple[Frame, int], float]
) -> None:
    """Shift the columns of pools, which are measured, as far as the widest pool has room for.

    `starts` says where labels begin in channels, and is shifted as well.
    """
    pools = [item for item in contents.root.items if item.inner is not None]
    joined: dict[Item, list[tuple[str, str]]] = defaultdict(list)
    for source, target in messages:
        first, second = _pool(contents, source), _pool(contents, target)
        if first is not None and second is not None and first is not second:
            joined[first].append((source, target))
            joined[second].append((target, source))
    if not joined:
        return
    widest = max(pools, key=lambda item: item.width)
    done, waiting = [widest], [item for item in pools if item is not widest and item in joined]
    while waiting:
        known = [sum(_pool(contents, other) in done for _, other in joined[item]) for item in waiting]
        item = waiting.pop(known.index(max(known)))
        pairs = [(own, other) for own, other in joined[item] if _pool(contents, other) in done]
        _align(contents, item, pairs, widest.width - item.width, starts)
        done.append(item)


def _pool(contents: Contents, element: str) -> Item | None:
    """Return the pool, with content, that an element lies in."""
    spot = contents.spot(element)
    return None if spot is None else spot[0].frame.top


def _align(
    contents: Contents,
    pool: Item,
    pairs: Sequence[tuple[str, str]],
    room: float,
    starts: dict[tuple[Frame, int], float],
) -> None:
    frame = pool.inner
    if frame is None or room <= 0:
        return
    wanted: dict[int, list[float]] = defaultdict(list)
    for own, other in pairs:
        (column, x), (_, there) = _place(contents, own), _place(contents, other)
        wanted[column].append(there - x)
    if wanted:
        _shift(pool, frame, [min(max(shift, 0.0), room) for shift in shifts(wanted, frame.columns)], starts)


def shifts(wanted: Mapping[int, Sequence[float]], columns: int) -> list[float]:
    """Return the shift of every column: never falling, and nearest to those that are wanted of some (at least one).

    Columns of which nothing is wanted move with the one before them, the first with the first of which something is.
    The distance is the sum of what is missed, so that as many as can get what is wanted.
    """
    blocks: list[tuple[list[float], int]] = []  # the shifts wanted, in order, and the first column
    for column in sorted(wanted):
        values, first = sorted(wanted[column]), column
        while blocks and _middle(blocks[-1][0]) > _middle(values):
            before, first = blocks.pop()
            values = sorted([*before, *values])
        blocks.append((values, first))
    found: list[float] = []
    for number, (values, first) in enumerate(blocks):
        last = blocks[number + 1][1] if number + 1 < len(blocks) else columns
        found += [_middle(values)] * (last - (first if number else 0))
    return found


def _middle(values: Sequence[float]) -> float:
    return values[(len(values) - 1) // 2]


def _place(contents: Contents, element: str) -> tuple[int, float]:
    """Return the column of a pool that an element lies in, and its x from the left border of the pools."""
    host = contents.guests.get(element)
    item = host or contents.items[element]
    x = item.x + (host.guest_places[element] if host is not None else 0.0)
    while item.frame.item is not None and item.frame.item is not item.frame.top:
        outer = item.frame.item
        x += outer.x - item.frame.width / 2
        item = outer
    top = item.frame.item
    return item.column, x + (HEADER if top is not None and isinstance(top.element, Pool) else 0.0)


def _shift(pool: Item, frame: Frame, moved: Sequence[float], starts: dict[tuple[Frame, int], float]) -> None:
    """Move everything in a frame to the right: what stands in a column, and in the channel behind it."""
    for item in frame.items:
        item.x += moved[item.column]
    for (vertical, channel), nets in frame.nets.items():
        for net in nets.values() if vertical and channel else ():
            net.at += moved[channel - 1]
    for channel in frame.label_channels:
        starts[frame, channel] += moved[channel - 1] if channel else 0.0
    frame.width += moved[-1]
    pool.width += moved[-1]
