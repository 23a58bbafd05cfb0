"""Nodes and flows taken out of a process and put in: what all changes are made of."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.formats.free_ids import FreeIds
from procmap.model import Activity, BadInput, Event, Gateway, Process, SequenceFlow
from procmap.model.elements import FlowNode, GatewayType
from procmap.model.index import Index


class Surgery:
    """A process while it is changed: `process` is how it is now; the one that it was made from stays as it was."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self._ids = FreeIds((element.id for element in process.elements()), mark="_")

    @property
    def index(self) -> Index:
        """The process as it is now, to look things up in."""
        return Index(self.process)

    def node(self, key: str) -> Activity | Event | Gateway:
        """Return a node. Raises BadInput when it is not there."""
        for node in self.process.nodes:
            if node.id == key:
                return node
        raise BadInput("step-not-there", id=key)

    def new_id(self, stem: str) -> str:
        """Return an id that no element has: `STEM_1`, `STEM_2` …"""
        while (made := self._ids.another(stem)) in {value.id for value in self.process.attached}:
            pass
        return made

    def put(self, node: Activity | Event | Gateway, beside: FlowNode | None = None) -> None:
        """Add a node, in the order of nodes after `beside`; or put it in the place of the one with its id."""
        nodes = list(self.process.nodes)
        places = {each.id: place for place, each in enumerate(nodes)}
        if node.id in places:
            nodes[places[node.id]] = node
        else:
            place = len(nodes) if beside is None or beside.id not in places else places[beside.id] + 1
            nodes.insert(place, node)
        self.process = self.process.replace(nodes=tuple(nodes))

    def connect(self, source: str, target: str, like: SequenceFlow | None = None, condition: str = "") -> None:
        """Lead a flow from one node to another, with the condition and name of `like`; never a second one."""
        if any((flow.source, flow.target) == (source, target) for flow in self.process.flows):
            return
        start = self.node(source)
        made = SequenceFlow(
            id=self.new_id("Flow"),
            name=like.name if like else condition,
            source=source,
            target=target,
            condition=like.condition if like else condition,
            default=like.default if like else False,
            parent=start.parent,
            pool=start.pool,
        )
        self.process = self.process.replace(flows=(*self.process.flows, made))

    def lead(self, flows: Iterable[SequenceFlow], *, source: str = "", target: str = "") -> None:
        """Let flows begin at `source` or end at `target`; one that would stand there twice goes."""
        moved = {flow.id for flow in flows}
        kept: list[SequenceFlow] = []
        there = {(flow.source, flow.target) for flow in self.process.flows if flow.id not in moved}
        for flow in self.process.flows:
            if flow.id not in moved:
                kept.append(flow)
                continue
            led = flow.replace(source=source or flow.source, target=target or flow.target)
            if led.source != led.target and (led.source, led.target) not in there:
                there.add((led.source, led.target))
                kept.append(led)
        self.process = self.process.replace(flows=tuple(kept))

    def cut(self, flows: Iterable[SequenceFlow]) -> None:
        """Take flows away."""
        gone = {flow.id for flow in flows}
        self.process = self.process.replace(flows=tuple(flow for flow in self.process.flows if flow.id not in gone))

    def loosen(self, key: str) -> None:
        """Take a node out of the order of the flow: what came before it leads to what came after it."""
        index = self.index
        before = [flow for flow in index.incoming(key) if flow.source != key]
        after = [flow for flow in index.outgoing(key) if flow.target != key]
        self.cut((*index.incoming(key), *index.outgoing(key)))
        for entering in before:
            for leaving in after:
                # The way in says when it is taken; where it says nothing, what the way out says still holds.
                says = entering if entering.condition or entering.name or entering.default else leaving
                self.connect(entering.source, leaving.target, says)
        for gateway in {flow.source for flow in before} | {flow.target for flow in after}:
            self.dissolve(gateway)

    def dissolve(self, key: str) -> None:
        """Take a gateway away that parts and joins nothing any more."""
        node = self.node(key)
        index = self.index
        if not isinstance(node, Gateway) or len(index.incoming(key)) > 1 or len(index.outgoing(key)) > 1:
            return
        if not (index.incoming(key) and index.outgoing(key)):
            return
        entering, leaving = index.incoming(key)[0], index.outgoing(key)[0]
        self.cut((entering, leaving))
        if entering.source != leaving.target:
            self.connect(entering.source, leaving.target, entering)
        self.forget(key)

    def forget(self, key: str, to: str | None = None) -> None:
        """Take a node away with all lines to it; what is attached to it goes to `to`, or to the whole process."""
        process = self.process
        gone = {key}
        associations = tuple(each for each in process.associations if not gone & {each.source, each.target})
        self.process = process.replace(
            nodes=tuple(node for node in process.nodes if node.id != key),
            flows=tuple(flow for flow in process.flows if not gone & {flow.source, flow.target}),
            message_flows=tuple(flow for flow in process.message_flows if not gone & {flow.source, flow.target}),
            data_associations=tuple(each for each in process.data_associations if each.node != key),
            associations=associations,
            lanes=tuple(
                lane.replace(nodes=tuple(node for node in lane.nodes if node != key)) for lane in process.lanes
            ),
            groups=tuple(
                group.replace(members=tuple(each for each in group.members if each != key)) for group in process.groups
            ),
            attached=tuple(
                value.replace(on=_instead(value.on, key, to), guards=_instead(value.guards, key, to))
                for value in process.attached
            ),
        )

    def insert_after(self, key: str, place: str) -> None:
        """Put a node that is in no flow into the order: after `place`, before all that followed it.

        After an end event means before it: that is where one more step is meant to be.
        Raises BadInput where ways part: there it is not known which is meant.
        """
        at = self.node(place)
        if isinstance(at, Event) and at.type == "endEvent":
            entering = self.index.incoming(place)
            self.lead(entering, target=key)
            self.connect(key, place)
            return
        leaving = self.index.outgoing(place)
        if isinstance(at, Gateway) and len(leaving) > 1:
            raise BadInput("after-a-parting", name=at.name)
        self.lead(leaving, source=key)
        self.connect(place, key)

    def insert_first(self, key: str) -> None:
        """Put a node that is in no flow before all others, after the start events of its scope."""
        node, index = self.node(key), self.index
        peers = [each for each in index.children(node.parent) if each.pool == node.pool and each.id != key]
        starts = [each for each in peers if isinstance(each, Event) and each.type == "startEvent"]
        if starts:
            flows = [flow for start in starts for flow in index.outgoing(start.id)]
            for target in dict.fromkeys(flow.target for flow in flows):
                self.connect(key, target)
            self.cut(flows)
            for start in starts:
                self.connect(start.id, key)
            return
        for first in peers:
            is_held = isinstance(first, Event) and first.attached_to is not None
            if not index.incoming(first.id) and not is_held:
                self.connect(key, first.id)

    def gateway(self, kind: GatewayType, beside: FlowNode) -> Gateway:
        """Add a gateway of a kind, in the scope of `beside` and in its lane."""
        made = Gateway(id=self.new_id("Gateway"), type=kind, parent=beside.parent, pool=beside.pool)
        self.put(made, beside)
        self.into_lanes_of(made.id, beside.id)
        return made

    def into_lanes_of(self, key: str, other: str) -> None:
        """Put a node into the lanes that another stands in."""
        self.process = self.process.replace(
            lanes=tuple(
                lane.replace(nodes=(*(node for node in lane.nodes if node != key), key))
                if other in lane.nodes
                else lane
                for lane in self.process.lanes
            )
        )


def _instead(ids: tuple[str, ...], gone: str, to: str | None) -> tuple[str, ...]:
    if gone not in ids:
        return ids
    put = {gone: to}
    return tuple(dict.fromkeys(each for each in (put.get(each, each) for each in ids) if each is not None))
