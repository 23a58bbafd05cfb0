"""What lies in what: frames (pools, sub-processes, the whole drawing) and the items that take a cell of their grid.

A frame is a grid. Its items stand where a row and a column cross; between them run the channels in which edges go. A
pool or sub-process is an item of the frame around it, and a frame of its own inside; the outermost frame holds the
pools, one below the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from procmap.layout.channels import Line, Net
from procmap.model import Activity, DataItem, Element, Event, FlowNode, Lane, Process

ROOT = ""
"""Key of the outermost frame; a process without pools has it too, with one item that has no shape."""


@dataclass(eq=False)
class Item:
    """Something that takes a cell. `x`, `y` is its middle; the four extents say how far it and its label reach.

    `head` is the room above it for what will be drawn there.
    """

    id: str
    element: Element | None
    frame: Frame
    inner: Frame | None = None
    guests: list[Event] = field(default_factory=list)
    column: int = 0
    row: int = 0
    width: float = 0
    height: float = 0
    left: float = 0
    right: float = 0
    above: float = 0
    below: float = 0
    x: float = 0
    y: float = 0
    head: float = 0
    label_aside: bool = False
    guest_places: dict[str, float] = field(default_factory=dict)


@dataclass
class Band:
    """Rows that belong to one lane without lanes inside, or (`lane` is None) to no lane; `last` is included."""

    lane: str | None
    first: int = 0
    last: int = 0


@dataclass
class Strip:
    """A lane: how many lanes are around it, and the first and last of its bands."""

    lane: str
    depth: int
    first: int
    last: int


@dataclass(eq=False)
class Frame:
    """A grid of items, with the channels between its columns and rows (channel n lies before column or row n).

    `item` is what the frame is the inside of, `top` the outermost item around it.
    """

    key: str
    item: Item | None
    depth: int
    top: Item | None = None
    items: list[Item] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    bands: list[Band] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    row_lines: dict[int, Line] = field(default_factory=dict)
    nets: dict[tuple[bool, int], dict[object, Net]] = field(default_factory=lambda: defaultdict(dict))
    label_channels: list[int] = field(default_factory=list)
    borders: list[float] = field(default_factory=list)
    middles: list[float] = field(default_factory=list)
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0

    def row_line(self, row: int) -> Line:
        """Return the middle line of a row."""
        return self.row_lines.setdefault(row, Line(vertical=False))

    def net(self, vertical: bool, channel: int, key: object) -> Net:
        """Return the net of a key in a channel; it is made when first asked for."""
        nets = self.nets[vertical, channel]
        if key not in nets:
            nets[key] = Net(vertical=vertical)
        return nets[key]


@dataclass
class Contents:
    """Everything that is placed: the frames (each before those inside it) and the item of every element with one."""

    root: Frame
    frames: list[Frame]
    items: dict[str, Item]
    guests: dict[str, Item]
    """The host of every boundary event that sits on one."""

    def spot(self, element_id: str) -> tuple[Item, str | None] | None:
        """Return the item of an element, and the element itself where it is a boundary event on that item."""
        host = self.guests.get(element_id)
        if host is not None:
            return host, element_id
        item = self.items.get(element_id)
        return None if item is None else (item, None)


def visible_data(process: Process) -> list[DataItem]:
    """Return the data items that have a shape.

    A data object or store that is only what a reference shows has none; nor have the inputs and outputs of a node. A
    reference without a name of its own gets that of what it shows, and is a collection where that is one.
    """
    items = {item.id: item for item in process.data}
    shown = {item.refers_to for item in process.data if item.refers_to}
    used = {end for flow in process.data_associations for end in (*flow.sources, flow.target)}
    used.update(end for line in process.associations for end in (line.source, line.target))
    return [
        _like(item, items.get(item.refers_to or ""))
        for item in process.data
        if item.type.endswith("Reference")
        or (item.type in ("dataObject", "dataStore") and (item.id not in shown or item.id in used))
        or (item.type in ("dataInput", "dataOutput") and item.owner is None)
    ]


def _like(item: DataItem, shown: DataItem | None) -> DataItem:
    """Return a reference with what it takes over from what it shows."""
    if shown is None or (item.name and item.collection == shown.collection):
        return item
    return item.replace(name=item.name or shown.name, collection=item.collection or shown.collection)


def fill_frames(process: Process) -> Contents:
    """Return the frames of a process with their nodes; data and artifacts are added by `procmap.layout.satellites`."""
    root = Frame(ROOT, None, 0)
    contents = Contents(root, [root], {}, {})
    pools = {pool.id for pool in process.pools}
    hosts = _hosts(process)
    children: dict[str, list[FlowNode]] = defaultdict(list)
    parents = _parents(process)
    used: set[str] = set()
    for node in process.nodes:
        if node.id in pools or node.id in used:
            continue
        used.add(node.id)
        if node.id not in hosts:
            children[parents.get(node.id) or _pool_key(node.pool, pools)].append(node)
    lanes = {lane_frame(lane, used, pools) for lane in process.lanes}
    for pool in process.pools:
        if pool.id in contents.items:
            continue
        item = _add(contents, root, pool.id, pool)
        if children.get(pool.id) or pool.id in lanes:
            _open(contents, item)
    if children.get(ROOT) or ROOT in lanes:
        _open(contents, free_item(contents))
    waiting = contents.frames[1:]
    for frame in waiting:  # grows while it is walked: every frame comes before those inside it
        for inside in children.get(frame.key, ()):
            item = _add(contents, frame, inside.id, inside)
            if children.get(inside.id) or (inside.id in lanes and isinstance(inside, Activity)):
                waiting.append(_open(contents, item))
    for node in process.nodes:
        if isinstance(node, Event) and node.id in hosts and node.id not in contents.guests:
            host = contents.items[hosts[node.id]]
            host.guests.append(node)
            contents.guests[node.id] = host
    return contents


def free_item(contents: Contents) -> Item:
    """Return the item, without a shape, of what lies in no pool."""
    root = contents.root
    if root.items and root.items[-1].element is None:
        return root.items[-1]
    item = Item(ROOT, None, root)
    root.items.append(item)
    return item


def open_frame(contents: Contents, item: Item) -> Frame:
    """Return the frame inside an item; it is made when there is none yet."""
    return item.inner or _open(contents, item)


def add_item(contents: Contents, frame: Frame, element: Element) -> Item:
    """Add an element to a frame and return its item."""
    return _add(contents, frame, element.id, element)


def _add(contents: Contents, frame: Frame, key: str, element: Element) -> Item:
    item = Item(key, element, frame)
    frame.items.append(item)
    contents.items[key] = item
    return item


def _open(contents: Contents, item: Item) -> Frame:
    item.inner = Frame(item.id, item, item.frame.depth + 1, item.frame.top or item)
    contents.frames.append(item.inner)
    return item.inner


def lane_frame(lane: Lane, nodes: Collection[str], pools: Collection[str]) -> str:
    """Return the key of the frame that a lane divides: its sub-process, its pool, or none of them."""
    if lane.scope in nodes and lane.scope is not None:
        return lane.scope
    return lane.pool if lane.pool in pools and lane.pool is not None else ROOT


def lanes_by_frame(process: Process, contents: Contents) -> dict[str, list[Lane]]:
    """Return the lanes that divide each frame, by its key."""
    lanes: dict[str, list[Lane]] = defaultdict(list)
    pools = {pool.id for pool in process.pools}
    nodes = {key for key, item in contents.items.items() if isinstance(item.element, Activity)}
    for lane in process.lanes:
        lanes[lane_frame(lane, nodes, pools)].append(lane)
    return lanes


def _pool_key(pool: str | None, pools: set[str]) -> str:
    return pool if pool in pools and pool is not None else ROOT


def _parents(process: Process) -> dict[str, str]:
    """Return the sub-process of every node that lies in one; what lies in itself or in no activity is left out."""
    activities = {node.id for node in process.nodes if isinstance(node, Activity)}
    pools = {pool.id for pool in process.pools}
    parents: dict[str, str] = {}
    for node in process.nodes:
        if node.parent in activities and node.parent is not None and node.parent not in pools:
            parents.setdefault(node.id, node.parent)
    sound: set[str] = set()
    for start in list(parents):
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in sound and at not in way:
            way[at] = None
            at = parents.get(at)
        if at is not None and at in way:
            del parents[at]
        sound.update(way)
    return parents


def _hosts(process: Process) -> dict[str, str]:
    """Return the activity of every boundary event that sits on one."""
    activities = {node.id for node in process.nodes if isinstance(node, Activity)}
    return {
        node.id: node.attached_to
        for node in process.nodes
        if isinstance(node, Event) and node.attached_to in activities and node.attached_to is not None
    }
