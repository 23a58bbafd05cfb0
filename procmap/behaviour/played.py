"""What of a pool takes part in the token game: its nodes, flows and scopes, and what stands apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from procmap.model import Activity, Event, Finding, FlowNode, Gateway, SequenceFlow
from procmap.model.findings import Severity


class Played:
    """The nodes of one pool with what lies in, on and between them. Everything keeps the order of the source.

    `apart` are the nodes that take no part: compensation, and what has neither a way in nor a way out although other
    nodes beside it have. `findings` say which, and which flows were drawn twice.
    """

    def __init__(self, nodes: Iterable[FlowNode], flows: Iterable[SequenceFlow]) -> None:
        self.nodes = {node.id: node for node in nodes}
        self.findings: list[Finding] = []
        self.children: dict[str | None, list[FlowNode]] = defaultdict(list)
        self.boundary: dict[str, list[Event]] = defaultdict(list)
        for node in self.nodes.values():
            self.children[node.parent if node.parent in self.nodes else None].append(node)
            if isinstance(node, Event) and node.attached_to in self.nodes:
                self.boundary[node.attached_to].append(node)
        self.outgoing: dict[str, list[SequenceFlow]] = defaultdict(list)
        self.incoming: dict[str, list[SequenceFlow]] = defaultdict(list)
        for flow in self._single(flows):
            self.outgoing[flow.source].append(flow)
            self.incoming[flow.target].append(flow)
        self.apart = self._apart()

    def inside(self, scope: str | None) -> list[FlowNode]:
        """Return the nodes directly inside an activity (None: the pool) that take part."""
        return [node for node in self.children.get(scope, ()) if node.id not in self.apart]

    def boundary_events(self, activity: str) -> list[Event]:
        """Return the boundary events of an activity that take part."""
        return [event for event in self.boundary.get(activity, ()) if event.id not in self.apart]

    def is_adhoc(self, scope: str | None) -> bool:
        """Tell whether the parts of an activity may be done in any order."""
        node = self.nodes.get(scope or "")
        return isinstance(node, Activity) and node.type == "adHocSubProcess"

    def is_head(self, node: FlowNode) -> bool:
        """Tell whether nothing leads to a node that could be led to."""
        if self.incoming.get(node.id) or is_triggered(node):
            return False
        return not isinstance(node, Event) or not (node.attached_to or is_link_target(node))

    def starts(self, node: FlowNode) -> bool:
        """Tell whether a node is drawn as a start: a start event, or a gateway that makes an instance."""
        if isinstance(node, Gateway):
            return node.instantiates and not self.incoming.get(node.id)
        return isinstance(node, Event) and node.type == "startEvent"

    def report(self, code: str, element: str, **params: str | int) -> None:
        """Add a note about an element; what the standard settles and everybody draws is for information alone."""
        node = self.nodes.get(element)
        named: dict[str, str | int] = {"id": element, "name": node.name if node is not None else ""}
        severity: Severity = "info" if code == "implicit-join" else "note"
        self.findings.append(Finding(code=code, severity=severity, elements=(element,), params={**named, **params}))

    def _single(self, flows: Iterable[SequenceFlow]) -> Iterable[SequenceFlow]:
        """Yield the flows of this pool; of those drawn twice between the same nodes, the first.

        Two ways from a gateway to the same node are a choice, and stay.
        """
        seen: set[tuple[str, str]] = set()
        for flow in flows:
            if flow.source not in self.nodes or flow.target not in self.nodes:
                continue
            ends = (flow.source, flow.target)
            if ends in seen and not isinstance(self.nodes[flow.source], Gateway):
                self.report("flow-drawn-twice", flow.id, source=flow.source, target=flow.target)
                continue
            seen.add(ends)
            yield flow

    def _apart(self) -> set[str]:
        apart: set[str] = set()
        for scope, nodes in self.children.items():
            if self.is_adhoc(scope):
                apart.update(node.id for node in nodes if isinstance(node, Activity) and node.for_compensation)
                continue
            joined = any(self._is_joined(node) for node in nodes)
            led = joined or any(self.starts(node) for node in nodes)
            for node in nodes:
                if _compensates(node):
                    apart.add(node.id)
                elif not joined and self.starts(node):
                    continue
                elif led and not self._is_joined(node) and not self._stands_well_alone(node):
                    apart.add(node.id)
                    self.report("stands-alone", node.id)
        pending = list(apart)
        while pending:
            node_id = pending.pop()
            for node in (*self.children.get(node_id, ()), *self.boundary.get(node_id, ())):
                if node.id not in apart:
                    apart.add(node.id)
                    pending.append(node.id)
        return apart

    def _is_joined(self, node: FlowNode) -> bool:
        return bool(self.outgoing.get(node.id) or self.incoming.get(node.id))

    def _stands_well_alone(self, node: FlowNode) -> bool:
        if is_triggered(node) or any(self.outgoing.get(event.id) for event in self.boundary.get(node.id, ())):
            return True
        return isinstance(node, Event) and (node.attached_to in self.nodes or bool(link_name(node)))


def is_triggered(node: FlowNode) -> bool:
    """Tell whether a node is an event sub-process."""
    return isinstance(node, Activity) and node.triggered_by_event


def link_name(event: Event) -> str:
    """Return the name of the link an event is one end of; empty where it is none."""
    for trigger in event.triggers:
        if trigger.type == "link":
            return trigger.name or event.name or "?"
    return ""


def is_link_target(event: Event) -> bool:
    """Tell whether an event is the receiving end of a link."""
    return event.type == "intermediateCatchEvent" and bool(link_name(event))


def _compensates(node: FlowNode) -> bool:
    if isinstance(node, Activity):
        return node.for_compensation
    if isinstance(node, Event) and node.type == "boundaryEvent":
        return any(trigger.type == "compensate" for trigger in node.triggers)
    return False
