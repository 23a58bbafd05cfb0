"""Outside participants of a picture without their pools: envelopes at steps that write to them or hear from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from procmap.drawing import Figure
from procmap.drawing.figures import Figures
from procmap.drawing.nodes import outer_label_box
from procmap.messages import Translator
from procmap.model import Bounds, Diagram, Event, Process, Shape
from procmap.reports.pictures.spots import free_below

_TYPE = 10.0
_LINE = 13.0
_BELOW = 3.0
_WIDEST = 110.0
_BADGE = 4.0
_LEAST = 30.0
_FURTHEST = 40.0


class Post(NamedTuple):
    """The names of the outside participants that a step sends messages to and gets them from, each once."""

    to: tuple[str, ...]
    of: tuple[str, ...]


def post_of(process: Process) -> Mapping[str, Post]:
    """Return the post of each node with a message from or to a participant that is no node of the process."""
    names = {pool.id: " ".join(pool.name.split()) for pool in process.pools}
    nodes = {node.id for node in process.nodes}
    sent: dict[str, dict[str, None]] = defaultdict(dict)
    received: dict[str, dict[str, None]] = defaultdict(dict)
    for flow in process.message_flows:
        if flow.source in nodes and flow.target not in nodes:
            sent[flow.source][names.get(flow.target, "")] = None
        elif flow.target in nodes and flow.source not in nodes:
            received[flow.target][names.get(flow.source, "")] = None
    found = {}
    for node in process.nodes:
        to, of = (tuple(filter(None, told[node.id])) for told in (sent, received))
        if to or of:
            found[node.id] = Post(to, of)
    return found


def before_guests(process: Process, shapes: Mapping[str, Shape]) -> Mapping[str, float]:
    """Return where the room at the foot of activities ends whose border has events, by id: before badges of these."""
    found: dict[str, float] = {}
    for node in process.nodes:
        host = node.attached_to if isinstance(node, Event) else None
        if host is not None and host in shapes and node.id in shapes:
            x = shapes[node.id].bounds.x
            found[host] = min(x, found.get(host, x))
    return {key: max(x - _BADGE, shapes[key].bounds.x + _LEAST) for key, x in found.items()}


def envelopes(
    process: Process, drawn: tuple[Diagram, Mapping[str, Shape]], bands: Set[str], made: Figures, say: Translator
) -> Iterator[Figure]:
    """Yield the post of each node below it (below its name, where that stands there): an envelope and the names.

    `drawn` is a diagram, and the shapes in it of the nodes of `process`, by their ids in the process; `bands` are
    shapes that hold them.
    """
    diagram, shapes = drawn
    containers = {shapes[key].element for key in {node.parent or "" for node in process.nodes} if key in shapes} | bands
    nodes = {node.id: node for node in process.nodes}
    beside = before_guests(process, shapes)
    for key, post in post_of(process).items():
        shape = shapes.get(key)
        if shape is None:
            continue
        box = shape.bounds
        name = outer_label_box(nodes[key].name, shape, above=False) if isinstance(nodes[key], Event) else None
        foot = box.y + box.height
        if name is not None and name.y >= box.y:
            foot = max(foot, name.y + name.height)
        lines = (("picture-message-to", post.to, True), ("picture-message-of", post.of, False))
        for code, names, is_sent in (line for line in lines if line[1]):
            word = say.text(code, parties=list(names))
            room = Bounds(x=box.x, y=foot + _BELOW, width=_WIDEST, height=_LINE)
            wide = made.post(", ".join(names), room, _TYPE, is_sent=is_sent, word=word).box.width
            room = room.replace(width=min(wide, beside.get(key, box.x + wide) - box.x))
            room = free_below(diagram, containers, room, _FURTHEST)
            foot = room.y + _LINE - _BELOW
            yield made.post(", ".join(names), room, _TYPE, is_sent=is_sent, word=word)
