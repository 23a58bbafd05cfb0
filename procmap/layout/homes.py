"""What every element of a drawing lies in: its lane, its sub-process, its pool."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from procmap.layout.bands import set_bands
from procmap.layout.frames import Contents, Frame, Item, Strip, fill_frames, lanes_by_frame
from procmap.layout.places import size_items
from procmap.layout.satellites import Satellites
from procmap.model import Process


@dataclass(frozen=True)
class Homes:
    """What a process consists of (`contents`), and where each part of it belongs.

    `around` is the innermost lane, else the sub-process or pool, of every item and lane that lies in one; `strips` are
    the lanes with the frames that they divide, outer lanes first; `satellites` the data items and artifacts.
    """

    contents: Contents
    around: dict[str, str]
    strips: dict[str, tuple[Frame, Strip]]
    satellites: frozenset[str]

    def holders(self, key: str) -> list[str]:
        """Return what an element lies in, innermost first; a boundary event lies where its host does."""
        host = self.contents.guests.get(key)
        at = self.around.get(host.id if host is not None else key)
        found: list[str] = []
        while at is not None and len(found) < _DEEP:
            found.append(at)
            at = self.around.get(at)
        return found

    def siblings(self, lane: str) -> list[str]:
        """Return the lanes beside a lane, in their order, and itself."""
        frame, strip = self.strips[lane]
        around = self.around.get(lane)
        return [
            key
            for key, (other, beside) in self.strips.items()
            if other is frame and beside.depth == strip.depth and self.around.get(key) == around
        ]

    def inside(self, item: Item) -> Iterator[str]:
        """Yield all that lies in a pool or sub-process, at any depth: items, events on borders and lanes."""
        waiting = [item.inner] if item.inner is not None else []
        lanes: dict[Frame, list[str]] = {}
        for key, (frame, _) in self.strips.items():
            lanes.setdefault(frame, []).append(key)
        while waiting:
            frame = waiting.pop()
            yield from lanes.get(frame, ())
            for held in frame.items:
                yield held.id
                yield from (guest.id for guest in held.guests)
                if held.inner is not None:
                    waiting.append(held.inner)


_DEEP = 64
"""Levels of sub-processes and lanes that are followed: keeps hostile nesting quick."""


def homes_of(process: Process) -> Homes:
    """Return where everything in a process belongs."""
    contents = fill_frames(process)
    known = set(contents.items)
    Satellites(process, contents)
    satellites = frozenset(key for key in contents.items if key not in known)
    size_items(contents)
    lanes = lanes_by_frame(process, contents)
    around: dict[str, str] = {}
    strips: dict[str, tuple[Frame, Strip]] = {}
    for frame in contents.frames[1:]:
        holder = frame.item.id if frame.item is not None and frame.item.element is not None else ""
        everything = frame.items
        frame.items = [item for item in everything if item.id not in satellites]
        bands = set_bands(frame, lanes.get(frame.key, ()))
        for strip in sorted(frame.strips, key=lambda strip: (strip.depth, strip.first)):
            outer = _outer(strip, frame.strips) or holder
            strips[strip.lane] = (frame, strip)
            if outer:
                around[strip.lane] = outer
        for item in frame.items:
            home = frame.bands[bands[item.id]].lane or holder
            if home:
                around[item.id] = home
        frame.items = everything
        for item in everything:
            if item.id in satellites and holder:
                around[item.id] = holder
    return Homes(contents, around, strips, satellites)


def _outer(strip: Strip, strips: Collection[Strip]) -> str:
    return next(
        (
            other.lane
            for other in strips
            if other.depth == strip.depth - 1 and other.first <= strip.first and strip.last <= other.last
        ),
        "",
    )


def restricted(process: Process, keys: Collection[str]) -> Process:
    """Return what of a process has the given ids, and what joins it; what held that is gone."""

    def there(key: str | None) -> str | None:
        return key if key in keys else None

    return Process(
        id=process.id,
        name=process.name,
        pools=tuple(pool for pool in process.pools if pool.id in keys),
        lanes=tuple(
            lane.replace(parent=there(lane.parent), pool=there(lane.pool), scope=there(lane.scope))
            for lane in process.lanes
            if lane.id in keys
        ),
        nodes=tuple(
            node.replace(parent=there(node.parent), pool=there(node.pool)) for node in process.nodes if node.id in keys
        ),
        flows=tuple(flow for flow in process.flows if flow.source in keys and flow.target in keys),
        message_flows=tuple(flow for flow in process.message_flows if flow.source in keys and flow.target in keys),
        data=tuple(
            item.replace(parent=there(item.parent), pool=there(item.pool)) for item in process.data if item.id in keys
        ),
        data_associations=tuple(
            flow
            for flow in process.data_associations
            if flow.node in keys and any(end in keys for end in (*flow.sources, flow.target))
        ),
        annotations=tuple(
            note.replace(parent=there(note.parent), pool=there(note.pool))
            for note in process.annotations
            if note.id in keys
        ),
        groups=tuple(
            group.replace(parent=there(group.parent), pool=there(group.pool))
            for group in process.groups
            if group.id in keys
        ),
        associations=tuple(line for line in process.associations if line.source in keys and line.target in keys),
    )
