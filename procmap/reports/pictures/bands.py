"""Several processes as one: a band for each organisation, without lanes inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from procmap.model import Event, MessageFlow, Node, Pool, Process, SequenceFlow
from procmap.reports.pictures.parties import Side


def bands(sides: Sequence[Side], name: str) -> Process:
    """Return a process with a pool for each party and all its nodes and flows in it.

    Lanes, documents, texts, groups and outside participants are not in it: the picture is one of the flow.
    """
    return Process(
        id="side-by-side",
        name=name,
        pools=tuple(_pool(side) for side in sides),
        nodes=tuple(_node(node, side) for side in sides for node in side.party.process.nodes),
        flows=tuple(_flow(flow, side) for side in sides for flow in side.party.process.flows),
        message_flows=tuple(flow for side in sides for flow in _messages(side)),
    )


def band(side: Side) -> str:
    """Return the id of the band of a party."""
    return side.id("")


def _pool(side: Side) -> Pool:
    name = side.party.id
    return Pool(id=band(side), name=name, process=f"process_{band(side)}", process_name=name)


def _node(node: Node, side: Side) -> Node:
    changes: dict[str, Any] = {
        "id": side.id(node.id),
        "pool": band(side),
        "parent": node.parent and side.id(node.parent),
    }
    if isinstance(node, Event):
        changes["attached_to"] = node.attached_to and side.id(node.attached_to)
    return node.replace(**changes)


def _flow(flow: SequenceFlow, side: Side) -> SequenceFlow:
    parent = flow.parent and side.id(flow.parent)
    ends = {"source": side.id(flow.source), "target": side.id(flow.target)}
    return flow.replace(id=side.id(flow.id), parent=parent, pool=band(side), **ends)


def _messages(side: Side) -> Sequence[MessageFlow]:
    """Return the messages between nodes of a party that the drawing has in pools of their own."""
    nodes = {node.id for node in side.party.process.nodes}
    return [
        flow.replace(id=side.id(flow.id), source=side.id(flow.source), target=side.id(flow.target))
        for flow in side.party.process.message_flows
        if flow.source in nodes and flow.target in nodes
    ]
