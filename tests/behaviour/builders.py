"""Processes from one line of text, for tests.

    process("s(start) -> a -> x(xor) -> b, c -> y(xor) -> e(end); x -> y")

Chains are parted by `;` or line ends, nodes of a link by `,`. A node's kind stands in brackets where it is first named
(default: a task); its label is its id.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from procmap.model import Activity, Event, Gateway, Node, Process, SequenceFlow, Trigger

_GATEWAYS = {
    "xor": "exclusiveGateway", "and": "parallelGateway", "or": "inclusiveGateway", "race": "eventBasedGateway",
    "complex": "complexGateway",
}  # fmt: skip
_EVENTS = {
    "start": "startEvent", "end": "endEvent", "terminate": "endEvent", "error": "endEvent",
    "throw": "intermediateThrowEvent", "catch": "intermediateCatchEvent", "boundary": "boundaryEvent",
}  # fmt: skip
_ACTIVITIES = {"task": "task", "sub": "subProcess", "adhoc": "adHocSubProcess", "call": "callActivity"}


def process(text: str, inside: dict[str, str] | None = None, **changes: dict[str, Any]) -> Process:
    """Return the process that the text draws. `inside`: node → sub-process; `changes`: node or flow → fields.

    Flows are called "source>target" (a second one between the same nodes "source>target~2").
    """
    kinds: dict[str, str] = {}
    ends: list[tuple[str, str]] = []
    for chain in re.split(r"[;\n]", text):
        groups = [[_named(part, kinds) for part in link.split(",")] for link in chain.split("->") if link.strip()]
        for sources, targets in pairwise(groups):
            ends.extend((source, target) for source in sources for target in targets)
    nodes = [
        _node(node, kind, {"parent": (inside or {}).get(node)} | changes.get(node, {})) for node, kind in kinds.items()
    ]
    flows = []
    for place, (source, target) in enumerate(ends):
        times = ends[: place + 1].count((source, target))
        name = f"{source}>{target}" + (f"~{times}" if times > 1 else "")
        parent = (inside or {}).get(source)
        fields = {"id": name, "source": source, "target": target, "parent": parent} | changes.get(name, {})
        flows.append(SequenceFlow(**fields))
    return Process(id="p", nodes=tuple(nodes), flows=tuple(flows))


def _named(part: str, kinds: dict[str, str]) -> str:
    found = re.fullmatch(r"\s*([^()\s]+)\s*(?:\((\w+)\))?\s*", part)
    assert found, part
    node, kind = found.groups()
    if kind or node not in kinds:
        kinds[node] = kind or "task"
    return node


def _node(node: str, kind: str, fields: dict[str, Any]) -> Node:
    fields = {"id": node, "name": node} | fields
    if kind in _GATEWAYS:
        return Gateway(type=_GATEWAYS[kind], **{"name": ""} | fields)
    if kind in _EVENTS:
        triggers = (Trigger(type=kind),) if kind in ("terminate", "error") else ()
        return Event(type=_EVENTS[kind], **{"triggers": triggers} | fields)
    return Activity(type=_ACTIVITIES[kind], **fields)
