"""What procmap has read of a BPMN file, counted as `tests.inventory` counts the file itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from procmap.model import Activity, Diagram, Event, Gateway, Process
from tests.inventory import Inventory, fold


def inventory_of(processes: Iterable[Process], diagrams: Iterable[Diagram]) -> Inventory:
    """Return what procmap has read, counted as `inventory` counts the file."""
    counting = _Counting()
    elements: set[str] = set()
    for process in processes:
        counting.process(process)
        elements.update(element.id for element in process.elements())
    for diagram in diagrams:
        for kind, drawn in (("BPMNShape", diagram.shapes), ("BPMNEdge", diagram.edges)):
            counting.found[kind].update((_base(item.element),) for item in drawn if item.element in elements)
    return {kind: keys for kind, keys in counting.found.items() if keys}


def _base(element_id: str | None) -> str:
    """Return the id as the file has it, before it was made unique."""
    return re.sub(r"~\d+$", "", fold(element_id))


def _bases(element_ids: Iterable[str]) -> str:
    return " ".join(_base(element_id) for element_id in element_ids)


@dataclass
class _Counting:
    """One count of the processes of one file."""

    found: Inventory = field(default_factory=lambda: defaultdict(Counter))
    stores: set[str] = field(default_factory=set)

    def add(self, kind: str, *key: str) -> None:
        self.found[kind][key] += 1

    def documented(self, kind: str, texts: Iterable[str]) -> None:
        self.found["documentation"].update((kind, fold(text)) for text in texts if fold(text))

    def process(self, process: Process) -> None:
        self.documented("process", process.documentation)
        for pool in process.pools:
            self.add("white box" if pool.process else "black box", fold(pool.name))
            self.documented("process", (*pool.documentation, *pool.process_documentation))
            if pool.multiple:
                self.add("participantMultiplicity", _base(pool.id))
        nodes = {node.id for node in process.nodes}
        for lane in process.lanes:
            self.add("lane", _base(lane.id), fold(lane.name), _base(lane.parent))
            self.documented("lane", lane.documentation)
            for node_id in lane.nodes:
                if node_id in nodes:
                    self.add("flowNodeRef", _base(lane.id), _base(node_id))
        for _, _, parent, _ in {(lane.pool, lane.scope, lane.parent, lane.lane_set) for lane in process.lanes}:
            self.add("childLaneSet" if parent else "laneSet")
        for node in process.nodes:
            node_id = _base(node.id)
            self.add(node.type, fold(node.name))
            self.add("parent", node_id, _base(node.parent))
            self.add("pool", node_id, _base(node.pool))
            self.documented(node.type, node.documentation)
            for kind, *key in _node_keys(node):
                self.add(kind, node_id, *key)
        for flow in process.flows:
            ends = (_base(flow.source), _base(flow.target))
            self.add("sequenceFlow", *ends, fold(flow.name))
            self.documented("sequenceFlow", flow.documentation)
            if fold(flow.condition):
                self.add("conditionExpression", *ends, fold(flow.condition))
            if flow.default:
                self.add("default", *ends)
        for message in process.message_flows:
            self.add(
                "messageFlow", _base(message.source), _base(message.target), fold(message.name), fold(message.message)
            )
            self.documented("messageFlow", message.documentation)
        self.data(process, nodes)
        for annotation in process.annotations:
            self.add("textAnnotation", fold(annotation.text))
            self.documented("textAnnotation", annotation.documentation)
        for association in process.associations:
            self.add("association", _base(association.source), _base(association.target), association.direction)
            self.documented("association", association.documentation)
        for group in process.groups:
            self.add("group", fold(group.name))
            self.documented("group", group.documentation)
            for member in group.members:
                self.add("group member", _base(group.id), _base(member))

    def data(self, process: Process, nodes: set[str]) -> None:
        items = {item.id for item in process.data}
        for item in process.data:
            if item.type == "dataStore":
                if item.id in self.stores:
                    continue
                self.stores.add(item.id)
            name = fold(item.name)
            owner = _base(item.owner) if item.owner in nodes else ""
            self.add(item.type, *((owner, name) if item.type in ("dataInput", "dataOutput") else (name,)))
            self.documented(item.type, item.documentation)
            if fold(item.state):
                self.add("dataState", item.type, name, fold(item.state))
            if item.collection:
                self.add("isCollection", item.type, name)
            if item.refers_to in items:
                self.add("refers to", _base(item.id), _base(item.refers_to))
        for data in process.data_associations:
            kind = "dataInputAssociation" if data.type == "input" else "dataOutputAssociation"
            target = _base(data.target) if data.target in items else ""
            self.add(kind, _base(data.node), _bases(data.sources), target)
            self.documented(kind, data.documentation)


def _node_keys(node: Activity | Event | Gateway) -> Iterator[tuple[str, ...]]:
    """Yield the kind, and the rest of the key, of what a node has beyond name, type and place."""
    if isinstance(node, Activity):
        if node.loop:
            yield "loopCharacteristics", node.loop.type, fold(node.loop.cardinality)
        if node.triggered_by_event:
            yield ("triggeredByEvent",)
        if node.for_compensation:
            yield ("isForCompensation",)
        if node.called:
            yield "calledElement", fold(node.called).rpartition(":")[2]
        for performer in node.performers:
            yield "performer", fold(performer)
    elif isinstance(node, Event):
        for trigger in node.triggers:
            yield f"{trigger.type}EventDefinition", fold(trigger.time or trigger.condition or trigger.name)
        if not node.interrupting:
            yield ("not interrupting",)
        if node.parallel_multiple:
            yield ("parallelMultiple",)
        if node.attached_to:
            yield "attachedToRef", _base(node.attached_to)
    else:
        if node.instantiates:
            yield ("instantiate",)
        if node.parallel_events:
            yield ("eventGatewayType",)
        if fold(node.condition):
            yield "activationCondition", fold(node.condition)
