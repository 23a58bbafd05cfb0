"""What lies in what: the clusters of a drawing, as a tree of ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from procmap.layout.frames import visible_data
from procmap.model import Activity, Element, Event, Process, unique

ROOT = ""
"""The id of the process itself, which holds all that lies in nothing else."""


@dataclass
class Containers:
    """The clusters of a process. `holder`: where each element lies; `several`: nodes of which several lanes hold."""

    holder: dict[str, str]
    members: dict[str, list[Element]] = field(default_factory=dict)
    several: tuple[str, ...] = ()

    def walk(self) -> Iterator[tuple[Literal["open", "member", "close"], Element]]:
        """Yield what is opened, drawn and closed, in the order of the file, without recursion."""
        pending: list[tuple[Literal["open", "member", "close"], Element]] = []
        pending += (("member", each) for each in reversed(self.members.get(ROOT, [])))
        while pending:
            what, element = pending.pop()
            inside = self.members.get(element.id)
            if what == "member" and inside is not None:
                yield "open", element
                pending.append(("close", element))
                pending += (("member", each) for each in reversed(inside))
            else:
                yield what, element


def containers_of(process: Process) -> Containers:
    """Return where everything lies that is drawn as a shape. What lies in itself, or in nothing there is, lies free."""
    pools = {pool.id for pool in process.pools}
    lanes = {lane.id for lane in process.lanes}
    activities = {node.id for node in process.nodes if isinstance(node, Activity)}
    lanes_of = _lanes_of(process)

    def first(*candidates: tuple[str | None, set[str]]) -> str:
        return next((name for name, known in candidates if name and name in known), ROOT)

    holder: dict[str, str] = {pool.id: ROOT for pool in process.pools}
    for lane in process.lanes:
        holder[lane.id] = first((lane.parent, lanes), (lane.scope, activities), (lane.pool, pools))
    for node in process.nodes:
        host = node.attached_to if isinstance(node, Event) else None
        held = lanes_of.get(node.id) or lanes_of.get(host or "")
        holder[node.id] = held[0] if held else first((node.parent, activities), (node.pool, pools))
    data = visible_data(process)
    for item in data:
        holder[item.id] = first((item.parent, activities), (item.pool, pools))
    for note in process.annotations:
        holder[note.id] = first((note.parent, activities), (note.pool, pools))
    _free_rings(holder)
    members: dict[str, list[Element]] = {pool.id: [] for pool in process.pools if pool.process is not None}
    members |= {lane.id: [] for lane in process.lanes}
    for element in (*process.pools, *process.lanes, *process.nodes, *data, *process.annotations):
        members.setdefault(holder[element.id], []).append(element)
    return Containers(holder, members, tuple(name for name, held in lanes_of.items() if len(held) > 1))


def _lanes_of(process: Process) -> dict[str, list[str]]:
    """Return the lanes of each node: the innermost ones, else those around others."""
    around = {lane.parent for lane in process.lanes if lane.parent != lane.id}
    found: dict[str, list[str]] = {}
    for lane in process.lanes:
        if lane.id not in around:
            for node_id in unique(lane.nodes):
                found.setdefault(node_id, []).append(lane.id)
    for lane in process.lanes:
        for node_id in lane.nodes:
            found.setdefault(node_id, [lane.id])
    return found


def _free_rings(holder: dict[str, str]) -> None:
    """Let what lies in itself lie in the process."""
    safe = {ROOT}
    for start in list(holder):
        seen: set[str] = set()
        here = start
        while here not in safe:
            if here in seen:
                holder[here] = ROOT
                break
            seen.add(here)
            here = holder[here]
        safe |= seen
