"""A process drawn without its lanes: many lanes make a picture so high that nobody can read it on a wall."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.drawing import Figure
from procmap.drawing.figures import Figures
from procmap.layout import place
from procmap.model import Activity, Bounds, Diagram, Index, Process
from procmap.reports.pictures.picture import heads

_ROLE_TYPE = 9.5
_ROLE_ROOM = 12.0
_ICON = 20.0
_INSET = 4.0


def place_without_lanes(process: Process) -> Diagram:
    """Return coordinates of a process without its lanes, and without the frame of a pool that is the only one."""
    bare = process.replace(lanes=())
    if len(process.pools) == 1:
        nodes = tuple(node.replace(pool=None) for node in process.nodes)
        bare = bare.replace(pools=(), nodes=nodes, flows=tuple(flow.replace(pool=None) for flow in process.flows))
    return place(bare, above=heads(bare))


def roles(process: Process, diagram: Diagram, made_of: Figures) -> Iterator[Figure]:
    """Yield who does each activity, as a small line at its head beside the picture of its type."""
    index = Index(process)
    containers = {node.parent for node in process.nodes}
    for shape in diagram.shapes:
        node = index.nodes.get(shape.element)
        role = index.role(shape.element) if isinstance(node, Activity) and shape.element not in containers else ""
        if role:
            box = shape.bounds
            wide = box.width - _ICON - _INSET
            room = Bounds(x=box.x + _ICON, y=box.y + _INSET, width=wide, height=_ROLE_ROOM)
            yield made_of.caption(role, room, _ROLE_TYPE, tone="group")
