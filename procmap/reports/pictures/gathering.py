"""Gateways at one place drawn as one, whatever each organisation's flows are called and wherever else they lead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from procmap.model import Gateway, Origin, Process, SequenceFlow

_Ends = Mapping[str, frozenset[str]]


def gathered(union: Process) -> Process:
    """Return an aligned union in which gateways of different organisations that stand at one place are one.

    The union tells apart all that behaves otherwise, so that each process can be derived from it; a picture is read,
    and there one diamond after a step is enough: the letters at its flows say who goes where. Two gateways stand at one
    place when they are of one kind and all that leads to them, or all that they lead to, is the same. Flows between the
    same two nodes become one with the name that most have.
    """
    into: dict[str, str] = {}
    while True:
        merged = _merged(union, into)
        if not merged:
            break
        into |= merged
        for key in into:
            into[key] = into.get(into[key], into[key])
    nodes = []
    origins: dict[str, list[Origin]] = defaultdict(list)
    for node in union.nodes:
        origins[into.get(node.id, node.id)] += node.origins
    for node in union.nodes:
        if node.id not in into:
            nodes.append(node.replace(origins=tuple(origins[node.id])))
    return union.replace(nodes=tuple(nodes), flows=joined_flows(union, into))


def _merged(union: Process, into: Mapping[str, str]) -> dict[str, str]:
    """Return gateways with another that stands at their place, each found in one look at the drawing as it is now."""
    before, after = _ends(union, into)
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for node in union.nodes:
        owners[into.get(node.id, node.id)] |= {(origin.organisation, origin.variant) for origin in node.origins}
    found: dict[str, str] = {}
    for ends in (before, after):
        first: dict[object, list[str]] = defaultdict(list)
        for node in union.nodes:
            if not isinstance(node, Gateway) or node.id in into or node.id in found or not ends.get(node.id):
                continue
            place = (node.type, node.instantiates, node.parallel_events, node.parent, node.pool, ends[node.id])
            for other in first[place]:
                if not owners[other] & owners[node.id]:
                    found[node.id] = other
                    owners[other] |= owners[node.id]
                    break
            else:
                first[place].append(node.id)
        if found:
            break
    return found


def _ends(union: Process, into: Mapping[str, str]) -> tuple[_Ends, _Ends]:
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for flow in union.flows:
        source, target = into.get(flow.source, flow.source), into.get(flow.target, flow.target)
        before[target].add(source)
        after[source].add(target)
    return (
        {key: frozenset(ends) for key, ends in before.items()},
        {key: frozenset(ends) for key, ends in after.items()},
    )


def joined_flows(union: Process, into: Mapping[str, str]) -> tuple[SequenceFlow, ...]:
    """Return the flows of a union between the nodes that stand for others; those of the same two nodes are one."""
    same: dict[tuple[str, str], list[SequenceFlow]] = defaultdict(list)
    for flow in union.flows:
        same[into.get(flow.source, flow.source), into.get(flow.target, flow.target)].append(flow)
    return tuple(_joined(flows, *ends) for ends, flows in same.items())


def _joined(flows: Sequence[SequenceFlow], source: str, target: str) -> SequenceFlow:
    names = Counter(flow.name for flow in flows for _ in flow.origins if flow.name.strip())
    name = min(names, key=lambda name: (-names[name], len(name), name)) if names else ""
    origins = tuple(origin for flow in flows for origin in flow.origins)
    is_default = all(flow.default for flow in flows)
    return flows[0].replace(source=source, target=target, name=name, default=is_default, origins=origins)
