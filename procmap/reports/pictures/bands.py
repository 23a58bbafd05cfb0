"""Several processes as one: a band for each organisation, without lanes inside, and one for each sub-process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from procmap.model import Event, MessageFlow, Node, Pool, Process, SequenceFlow
from procmap.reports.pictures.parties import Side

_INSIDE = " +"
"""At the end of the id of a band that shows what lies in a sub-process."""


def bands(sides: Sequence[Side], name: str) -> Process:
    """Return a process with a pool for each party and all its nodes and flows in it.

    What lies in a sub-process is in a pool of its own after that of its party, so that its steps stand under the same
    steps of others too; the sub-process itself is closed. Lanes, documents, texts, groups and outside participants are
    not in it: the picture is one of the flow.
    """
    return Process(
        id="side-by-side",
        name=name,
        pools=tuple(pool for side in sides for pool in (_pool(side), *_insets(side))),
        nodes=tuple(_node(node, side) for side in sides for node in side.party.process.nodes),
        flows=tuple(_flow(flow, side) for side in sides for flow in side.party.process.flows),
        message_flows=tuple(flow for side in sides for flow in _messages(side)),
    )


def band(side: Side, around: str | None = None) -> str:
    """Return the id of the band of a party, or of what lies in its sub-process `around`."""
    return side.id("") if around is None else f"{side.id('')}{around}{_INSIDE}"


def insets(sides: Iterable[Side]) -> frozenset[str]:
    """Return the ids of the bands of what lies in sub-processes."""
    return frozenset(pool.id for side in sides for pool in _insets(side))


def _pool(side: Side) -> Pool:
    name = side.party.id
    return Pool(id=band(side), name=name, process=f"process_{band(side)}", process_name=name)


def _insets(side: Side) -> Iterator[Pool]:
    nodes = side.party.process.nodes
    around = {node.parent for node in nodes}
    for node in nodes:
        if node.id in around:
            name = " ".join(node.name.split())
            yield Pool(id=band(side, node.id), name=name, process=f"process_{band(side, node.id)}", process_name=name)


def _node(node: Node, side: Side) -> Node:
    changes: dict[str, Any] = {"id": side.id(node.id), "pool": band(side, node.parent), "parent": None}
    if isinstance(node, Event):
        changes["attached_to"] = node.attached_to and side.id(node.attached_to)
    return node.replace(**changes)


def _flow(flow: SequenceFlow, side: Side) -> SequenceFlow:
    ends = {"source": side.id(flow.source), "target": side.id(flow.target)}
    return flow.replace(id=side.id(flow.id), parent=None, pool=band(side, flow.parent), **ends)


def _messages(side: Side) -> Sequence[MessageFlow]:
    """Return the messages between nodes of a party that the drawing has in pools of their own."""
    nodes = {node.id for node in side.party.process.nodes}
    return [
        flow.replace(id=side.id(flow.id), source=side.id(flow.source), target=side.id(flow.target))
        for flow in side.party.process.message_flows
        if flow.source in nodes and flow.target in nodes
    ]
