"""Bands: the lanes of a frame in their order, nested, and which of them each node lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from procmap.layout.frames import Band, Frame, Strip
from procmap.model import Lane


def set_bands(frame: Frame, lanes: Sequence[Lane]) -> dict[str, int]:
    """Give a frame the bands of its lanes and return the number of the band of every item.

    Lanes keep their order. A lane with lanes inside gets a band of its own, after them, when it has nodes that are in
    none of these; items in no lane get a last band. A frame without lanes has one band.
    """
    lanes = _unique(lanes)
    parents = _parents(lanes)
    depths = _depths(lanes, parents)
    inside: dict[str | None, list[str]] = defaultdict(list)
    for lane in lanes:
        inside[parents[lane.id]].append(lane.id)
    members = _members(lanes, depths, {item.id for item in frame.items})
    direct = set(members.values())
    waiting: list[tuple[str, bool]] = [(lane, False) for lane in reversed(inside[None])]
    number: dict[str | None, int] = {}
    first: dict[str, int] = {}
    while waiting:
        lane_id, left = waiting.pop()
        if not left:
            first[lane_id] = len(frame.bands)
            waiting.append((lane_id, True))
            waiting += ((child, False) for child in reversed(inside[lane_id]))
            continue
        if not inside[lane_id] or lane_id in direct:
            number[lane_id] = len(frame.bands)
            frame.bands.append(Band(lane_id))
        frame.strips.append(Strip(lane_id, depths[lane_id], first[lane_id], len(frame.bands) - 1))
    if not lanes or any(item.id not in members for item in frame.items):
        number[None] = len(frame.bands)
        frame.bands.append(Band(None))
    return {item.id: number[members.get(item.id)] for item in frame.items}


def _unique(lanes: Sequence[Lane]) -> list[Lane]:
    return list({lane.id: lane for lane in reversed(lanes)}.values())[::-1]


def _parents(lanes: Sequence[Lane]) -> dict[str, str | None]:
    """Return the lane around each lane; None for the outermost, and where lanes would lie in each other."""
    known = {lane.id for lane in lanes}
    parents = {lane.id: lane.parent if lane.parent in known else None for lane in lanes}
    sound: set[str] = set()
    for lane in lanes:
        way: dict[str, None] = {}
        at: str | None = lane.id
        while at is not None and at not in sound and at not in way:
            way[at] = None
            at = parents[at]
        if at is not None and at in way:
            parents[at] = None
        sound.update(way)
    return parents


def _depths(lanes: Sequence[Lane], parents: dict[str, str | None]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for lane in lanes:
        way: list[str] = []
        at: str | None = lane.id
        while at is not None and at not in depths:
            way.append(at)
            at = parents[at]
        depth = -1 if at is None else depths[at]
        for place, lane_id in enumerate(reversed(way), start=1):
            depths[lane_id] = depth + place
    return depths


def _members(lanes: Sequence[Lane], depths: dict[str, int], items: Collection[str]) -> dict[str, str]:
    """Return the innermost lane of every item that a lane names; the first where several are equally deep."""
    members: dict[str, str] = {}
    for lane in lanes:
        for node in lane.nodes:
            if node in items and (node not in members or depths[members[node]] < depths[lane.id]):
                members[node] = lane.id
    return members
