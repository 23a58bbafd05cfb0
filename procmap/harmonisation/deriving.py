"""A source derived back from the aligned union: what has its origin, called as it is called there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from procmap.harmonisation.union import DEFAULT, TYPE_OF
from procmap.model import Activity, Element, Event, Gateway, Node, Origin, Pool, Process, SequenceFlow


def derive(union: Process, organisation: str, variant: str = "") -> Process:
    """Return the flow of one party: its nodes, sequence flows and the pools they lie in, with its ids and labels.

    What the union does not hold (lanes, messages, documents and what is known of steps) is not in it.
    """
    party = f"{organisation}/{variant}" if variant else organisation
    origins = {element.id: origin for element, origin in _of_party(union, organisation, variant)}

    def own(element: str | None) -> str | None:
        return origins[element].element if element in origins and element is not None else None

    def node(each: Node) -> Node:
        fields: dict[str, Any] = {
            "id": origins[each.id].element, "name": origins[each.id].label, "parent": own(each.parent),
            "pool": own(each.pool), "origins": (), "properties": (),
        }  # fmt: skip
        if isinstance(each, Event):
            fields["attached_to"] = own(each.attached_to)
        if isinstance(each, Activity):
            types = {entry.name: entry.value for entry in each.properties}
            fields["type"] = types.get(f"{TYPE_OF}{party}", each.type)
        return type(each).model_validate({**{name: getattr(each, name) for name in type(each).model_fields}, **fields})

    def flow(each: SequenceFlow) -> SequenceFlow:
        return each.replace(
            id=origins[each.id].element, source=own(each.source), target=own(each.target), parent=own(each.parent),
            pool=own(each.pool), default=each.default or any(entry.name == DEFAULT for entry in each.properties),
            origins=(), properties=(),
        )  # fmt: skip

    return Process(
        id=next((origin.process for origin in origins.values()), union.id),
        pools=tuple(
            Pool(id=origins[pool.id].element, name=origins[pool.id].label) for pool in union.pools if pool.id in origins
        ),
        nodes=tuple(node(each) for each in union.nodes if each.id in origins),
        flows=tuple(flow(each) for each in union.flows if each.id in origins),
    )


def same_flow(one: Process, other: Process) -> bool:
    """Tell whether two processes have the same nodes and sequence flows, as far as these say how it runs.

    Flows that lead from or to nothing say nothing.
    """
    return _told(one) == _told(other)


def _told(process: Process) -> tuple[Any, ...]:
    known = {node.id for node in process.nodes}
    nodes = sorted((node.id, repr(_told_of(node))) for node in process.nodes)
    flows = sorted(
        (flow.id, flow.source, flow.target, flow.name, flow.condition, flow.default)
        for flow in process.flows
        if flow.source in known and flow.target in known
    )
    return nodes, flows


def _told_of(node: Node) -> tuple[Any, ...]:
    common = (node.kind, node.type, node.name, node.parent)
    if isinstance(node, Activity):
        return (*common, node.loop, node.triggered_by_event, node.for_compensation)
    if isinstance(node, Gateway):
        return (*common, node.condition, node.instantiates, node.parallel_events)
    return (*common, node.triggers, node.attached_to, node.interrupting, node.parallel_multiple)


def _of_party(union: Process, organisation: str, variant: str) -> Iterator[tuple[Element, Origin]]:
    for element in union.elements():
        for origin in element.origins:
            if (origin.organisation, origin.variant) == (organisation, variant):
                yield element, origin
