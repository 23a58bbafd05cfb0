"""Data items, annotations and empty groups: each beside what it belongs to, data below, annotations above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from procmap.layout.beside import Satellite, put_beside
from procmap.layout.frames import ROOT, Contents, Frame, Item, add_item, free_item, open_frame, visible_data
from procmap.layout.rows import Rows
from procmap.model import Activity, Annotation, DataItem, Group, Process

_FAR = 64
"""Levels of sub-processes that an anchor may lie below its data item: keeps hostile nesting quick."""
_MOST = 8
"""Anchors that are looked at to find a place."""


class Satellites:
    """Where the data items, annotations and empty groups of a process belong, found before rows are given out."""

    def __init__(self, process: Process, contents: Contents) -> None:
        self._contents = contents
        self._anchors: dict[Frame, list[tuple[Item, list[Item], list[Item]]]] = defaultdict(list)
        self._loose: dict[Frame, list[Item]] = defaultdict(list)
        near = _neighbours(process)
        satellites: list[DataItem | Annotation] = [*visible_data(process), *process.annotations]
        for element in satellites:
            if element.id not in contents.items and element.id not in contents.guests:
                self._place(element, near.get(element.id, ()))
        for group in process.groups:
            if group.id not in contents.items and not any(map(contents.spot, group.members)):
                self._place(group, ())

    def put(self, frame: Frame, rows: Rows) -> None:
        """Give the satellites of a frame their places beside items that have theirs."""
        loose, last = self._loose.get(frame, ()), len(frame.bands) - 1
        if not rows.put_before(loose, last):
            rows.put_last(loose, last)
        put_beside(rows, [self._satellite(item, *found) for item, *found in self._anchors.get(frame, ())])

    def _satellite(self, item: Item, anchors: Sequence[Item], others: Sequence[Item]) -> Satellite:
        own = item.frame.top or item
        tops = [other.frame.top or other for other in others[:_MOST]]
        leads = [1 if top.row > own.row else -1 for top in tops if top is not own]
        return Satellite(item, anchors[:_MOST], isinstance(item.element, Annotation), leads)

    def is_one(self, item: Item) -> bool:
        """Tell whether an item is a data item or artifact."""
        return isinstance(item.element, DataItem | Annotation | Group)

    def _anchor(self, neighbours: Iterable[str]) -> Item | None:
        spots = (self._contents.spot(neighbour) for neighbour in neighbours)
        return next((spot[0] for spot in spots if spot is not None and spot[0].frame.depth > 0), None)

    def _place(self, element: DataItem | Annotation | Group, near: Iterable[str]) -> None:
        near = list(near)
        frame = self._frame(element, self._anchor(near))
        item = add_item(self._contents, frame, element)
        spots = [self._contents.spot(neighbour) for neighbour in near]
        found = [_within(frame, spot[0]) for spot in spots if spot is not None]
        anchors = list(dict.fromkeys(anchor for anchor in found if anchor is not None and anchor is not item))
        if anchors:
            others = [spot[0] for spot in spots if spot is not None and _within(frame, spot[0]) is None]
            self._anchors[frame].append((item, anchors, others))
        else:
            self._loose[frame].append(item)

    def _frame(self, element: DataItem | Annotation | Group, anchor: Item | None) -> Frame:
        """Return the frame an element lies in; one of no pool goes to the pool of what it belongs to."""
        around = self._contents.items.get(element.parent or ROOT)
        if around is None or not isinstance(around.element, Activity):
            around = self._contents.items.get(element.pool or ROOT)
            if around is not None and around.frame.depth > 0:
                around = None
        if around is None and anchor is not None:
            around = anchor.frame.top
        return open_frame(self._contents, around or free_item(self._contents))


def _within(frame: Frame, item: Item) -> Item | None:
    """Return the item of a frame that an item is or lies in."""
    at: Item | None = item
    for _ in range(_FAR):
        if at is None or at.frame is frame or at.frame.depth <= frame.depth:
            break
        at = at.frame.item
    return at if at is not None and at.frame is frame else None


def _neighbours(process: Process) -> dict[str, dict[str, None]]:
    """Return what each element is associated with, in order; instead of a flow, the node it leaves."""
    sources = {flow.id: flow.source for flow in process.flows}
    sources.update((message.id, message.source) for message in process.message_flows)
    near: dict[str, dict[str, None]] = defaultdict(dict)
    for flow in process.data_associations:
        for end in flow.sources if flow.type == "input" else (flow.target,):
            near[end][flow.node] = None
    for line in process.associations:
        near[line.source][sources.get(line.target, line.target)] = None
        near[line.target][sources.get(line.source, line.source)] = None
    return near
