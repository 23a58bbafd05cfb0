"""Every edge that is drawn, with the shapes that it joins."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from procmap.layout.frames import Contents
from procmap.model import Process

LinkKind = Literal["sequence", "message", "data", "association"]


@dataclass(frozen=True)
class Link:
    """An edge to draw: `source` and `target` are ids of shapes; `name` is its label."""

    id: str
    source: str
    target: str
    kind: LinkKind
    name: str = ""


def links_of(process: Process, contents: Contents) -> tuple[list[Link], list[Link]]:
    """Return the edges that join two items, and those with an end at something else: a flow, a lane, a group."""
    placed: set[str] = set()
    plain: list[Link] = []
    other: list[Link] = []
    ends = {
        *(pool.id for pool in process.pools),
        *(lane.id for lane in process.lanes),
        *(group.id for group in process.groups),
        *(flow.id for flow in (*process.flows, *process.message_flows)),
    }
    for link in _links(process, contents):
        if link.id in placed:
            continue
        if contents.spot(link.source) is not None and contents.spot(link.target) is not None:
            placed.add(link.id)
            plain.append(link)
        elif _exists(contents, link.source, ends) and _exists(contents, link.target, ends):
            placed.add(link.id)
            other.append(link)
    return plain, other


def _exists(contents: Contents, element_id: str, ends: Collection[str]) -> bool:
    return contents.spot(element_id) is not None or element_id in ends


def _links(process: Process, contents: Contents) -> Iterator[Link]:
    for flow in process.flows:
        yield Link(flow.id, flow.source, flow.target, "sequence", flow.name)
    for message in process.message_flows:
        yield Link(message.id, message.source, message.target, "message", message.name or message.message)
    for data in process.data_associations:
        if data.type == "input":
            source = next((end for end in data.sources if contents.spot(end) is not None), "")
            yield Link(data.id, source, data.node, "data")
        else:
            yield Link(data.id, data.node, data.target, "data")
    for line in process.associations:
        yield Link(line.id, line.source, line.target, "association")
