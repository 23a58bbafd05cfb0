"""A process as a list of its steps, in the order of the work: what people type into."""

from __future__ import annotations

from procmap.behaviour import node_order
from procmap.model import Activity, Event, Gateway, Process
from procmap.model.index import Index
from procmap.model.value import Value


class Line(Value):
    """A step in the list.

    `depth` is how many sub-processes it lies in; `when` the conditions of the ways that lead to it; `next` the labels
    (ids where a step has none) of the steps that follow, gateways passed over, with the kind of parting before them.
    """

    id: str
    label: str
    type: str
    role: str
    depth: int = 0
    when: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    parting: str = ""


def outline(process: Process) -> tuple[Line, ...]:
    """Return the steps of a process in the order of its flow."""
    index = Index(process)
    lines: list[Line] = []
    for key in node_order(process):
        node = index.nodes[key]
        if not isinstance(node, Activity | Event):
            continue
        followers, parting = _followers(index, key)
        lines.append(
            Line(
                id=key,
                label=node.name,
                type=node.type,
                role=index.role(key),
                depth=_depth(index, key),
                when=_conditions(index, key),
                next=tuple(index.nodes[each].name or each for each in followers),
                parting=parting,
            )
        )
    return tuple(lines)


def _followers(index: Index, key: str) -> tuple[list[str], str]:
    """Return the steps that follow a node, gateways passed over, and the kind of the first gateway that parts."""
    found: dict[str, None] = {}
    parting = ""
    waiting = [flow.target for flow in index.outgoing(key)]
    seen: set[str] = set()
    while waiting:
        target = waiting.pop(0)
        node = index.nodes.get(target)
        if node is None or target in seen:
            continue
        seen.add(target)
        if isinstance(node, Gateway):
            if len(index.outgoing(target)) > 1 and not parting:
                parting = node.type
            waiting += [flow.target for flow in index.outgoing(target)]
        else:
            found[target] = None
    return list(found), parting


def _conditions(index: Index, key: str) -> tuple[str, ...]:
    """Return the conditions on the flows that lead to a step, gateways that only join passed over."""
    found: dict[str, None] = {}
    waiting, seen = [key], {key}
    while waiting:
        for flow in index.incoming(waiting.pop(0)):
            said = flow.name or flow.condition
            if said:
                found[said] = None
            elif flow.source in index.nodes and flow.source not in seen:
                source = index.nodes[flow.source]
                if isinstance(source, Gateway) and len(index.outgoing(source.id)) == 1:
                    seen.add(source.id)
                    waiting.append(source.id)
    return tuple(found)


def _depth(index: Index, key: str) -> int:
    depth, around, seen = 0, index.nodes[key].parent, {key}
    while around in index.nodes and around not in seen:
        seen.add(around)
        depth, around = depth + 1, index.nodes[around].parent
    return depth
