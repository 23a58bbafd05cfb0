"""The order of pools: as given, unless message flows become much shorter by another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from procmap.layout.frames import ROOT, Contents, Item
from procmap.model import Lane, Process

_GAIN = 0.75
"""Another order is taken when messages get shorter than this part of what they were."""
_MOST = 40
"""Pools beyond which the given order stays."""
_BLACK_BOX = 1.0
_BAND = 2.0
"""How high a pool without content and a lane count."""


def order_pools(process: Process, contents: Contents) -> None:
    """Put the pools in an order in which message flows are short; the given one stays unless much is gained."""
    root = contents.root
    if not 1 < len(root.items) <= _MOST:
        return
    levels = _lane_levels(process.lanes)
    heights = {item: _BAND * levels[item.id].high if levels[item.id].high else _height(item) for item in root.items}
    messages = [
        (first, second)
        for flow in process.message_flows
        if (first := _end(contents, levels, heights, flow.source)) is not None
        and (second := _end(contents, levels, heights, flow.target)) is not None
        and first[0] is not second[0]
    ]
    given = list(root.items)
    order, length = given, _length(given, heights, messages)
    start = length
    for _ in range(len(given)):
        moved = [_moved(order, item, place) for item in order for place in range(len(order))]
        least, better = min(((_length(one, heights, messages), one) for one in moved), key=lambda pair: pair[0])
        if least >= length:
            break
        order, length = better, least
    if length < _GAIN * start:
        root.items[:] = order


class _Levels:
    """How many outermost lanes a pool has, and which of them each of its nodes is in."""

    def __init__(self) -> None:
        self.high = 0
        self.nodes: dict[str, int] = {}


def _lane_levels(lanes: Sequence[Lane]) -> dict[str, _Levels]:
    levels: dict[str, _Levels] = defaultdict(_Levels)
    for lane in lanes:
        if lane.scope is None:
            level = levels[lane.pool or ROOT]
            for node in lane.nodes:
                level.nodes.setdefault(node, level.high)
            level.high += 1
    return levels


def _height(item: Item) -> float:
    return _BLACK_BOX if item.inner is None else _BAND


def _end(
    contents: Contents, levels: Mapping[str, _Levels], heights: Mapping[Item, float], element: str
) -> tuple[Item, float] | None:
    """Return the pool that an end of a message lies in, and how far below its top."""
    spot = contents.spot(element)
    if spot is None:
        return None
    item = spot[0]
    if item.frame.top is None:
        return item, heights[item] / 2
    pool = item.frame.top
    while item.frame.item is not None and item.frame.item is not pool:
        item = item.frame.item
    level = levels[pool.id].nodes.get(item.id)
    return pool, heights[pool] / 2 if level is None else _BAND * (level + 0.5)


def _moved(order: Sequence[Item], item: Item, place: int) -> list[Item]:
    rest = [other for other in order if other is not item]
    return [*rest[:place], item, *rest[place:]]


def _length(
    order: Sequence[Item],
    heights: Mapping[Item, float],
    messages: Sequence[tuple[tuple[Item, float], tuple[Item, float]]],
) -> float:
    """Return how far all messages go up or down."""
    tops: dict[Item, float] = {}
    at = 0.0
    for item in order:
        tops[item] = at
        at += heights[item] + 0.5
    return sum(abs(tops[a] + low - tops[b] - high) for (a, low), (b, high) in messages)
