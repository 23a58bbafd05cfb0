"""Is a process well-formed: does everything it cites exist, has everything an id of its own?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from procmap.model.elements import Activity, Event, FlowNode, Gateway, Lane
from procmap.model.findings import Finding, Severity
from procmap.model.index import Index
from procmap.model.process import Process


def validate(process: Process) -> tuple[Finding, ...]:
    """Return what is wrong or doubtful in a process, in the order of its elements; nothing when it is well-formed."""
    index = Index(process)
    return (
        *_ids(process),
        *_dangling(process, index),
        *_lanes(process),
        *_nodes(process, index),
        *_attached(process, index),
        *_empty(process),
    )


def _finding(code: str, severity: Severity, *elements: str, **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, elements=elements, params=params)


_LONG_NAME = 1000


def _ids(process: Process) -> Iterator[Finding]:
    counted = Counter(element.id for element in process.elements())
    for element_id, times in counted.items():
        if times > 1:
            yield _finding("duplicate-id", "warning", element_id, id=element_id, times=times)
    for element in process.elements():
        if len(element.name) > _LONG_NAME:
            yield _finding("long-name", "warning", element.id, id=element.id, length=len(element.name))
    for value_id, times in Counter((value.kind, value.id) for value in process.attached).items():
        if times > 1:
            yield _finding("duplicate-attached", "warning", kind=value_id[0], id=value_id[1], times=times)


def _dangling(process: Process, index: Index) -> Iterator[Finding]:
    for flow in process.flows:
        for end, node_id in (("source", flow.source), ("target", flow.target)):
            if node_id not in index.nodes:
                yield _finding("dangling-flow", "warning", flow.id, id=flow.id, end=end, missing=node_id)
        source, target = index.nodes.get(flow.source), index.nodes.get(flow.target)
        if source and target and (source.parent, source.pool) != (target.parent, target.pool):
            yield _finding("flow-across-scopes", "warning", flow.id, id=flow.id, source=source.id, target=target.id)
    for message in process.message_flows:
        for end, element_id in (("source", message.source), ("target", message.target)):
            if element_id not in index.elements:
                yield _finding("dangling-message", "warning", message.id, id=message.id, end=end, missing=element_id)
            elif isinstance(index.elements[element_id], Lane):
                yield _finding("message-to-lane", "warning", message.id, id=message.id, end=end, lane=element_id)
    for lane in process.lanes:
        for node_id in lane.nodes:
            if node_id not in index.nodes:
                yield _finding("lane-names-nothing", "warning", lane.id, lane=lane.name or lane.id, missing=node_id)
    for citing, cited, role in _references(process):
        if cited not in index.elements:
            yield _finding("dangling-reference", "warning", citing, id=citing, missing=cited, reference=role)


def _references(process: Process) -> Iterator[tuple[str, str, str]]:
    """Yield who cites whom, and as what, among data and associations."""
    for item in process.data:
        if item.refers_to:
            yield item.id, item.refers_to, f"{item.type[:-9]}Ref"
    for link in process.data_associations:
        yield from ((link.id, cited, "sourceRef") for cited in link.sources)
        if link.target:
            yield link.id, link.target, "targetRef"
    for association in process.associations:
        yield association.id, association.source, "sourceRef"
        yield association.id, association.target, "targetRef"


def _lanes(process: Process) -> Iterator[Finding]:
    """Find processes and sub-processes whose lanes hold nobody: who does the steps is not known."""
    scopes = dict.fromkeys((lane.pool, lane.scope) for lane in process.lanes)
    for pool, scope in scopes:
        lanes = [lane for lane in process.lanes if (lane.pool, lane.scope) == (pool, scope)]
        inside = any((node.pool, node.parent) == (pool, scope) for node in process.nodes)
        if inside and not any(lane.nodes for lane in lanes):
            yield _finding("lanes-name-no-step", "warning", *(lane.id for lane in lanes), count=len(lanes))


def _nodes(process: Process, index: Index) -> Iterator[Finding]:
    for node in process.nodes:
        if isinstance(node, Event) and node.type == "boundaryEvent":
            host = index.nodes.get(node.attached_to or "")
            if not isinstance(host, Activity):
                missing = node.attached_to or ""
                yield _finding("boundary-on-nothing", "warning", node.id, id=node.id, name=node.name, missing=missing)
        if isinstance(node, Activity) and not node.name and not index.children(node.id):
            yield _finding("no-name", "note", node.id, id=node.id, type=node.type)
        if _is_apart(node, index):
            yield _finding("not-connected", "warning", node.id, id=node.id, name=node.name, type=_type(node))
        if isinstance(node, Gateway):
            yield from _gateway(node, index)


def _gateway(node: Gateway, index: Index) -> Iterator[Finding]:
    if not (index.incoming(node.id) and index.outgoing(node.id)):
        return
    leaving = index.outgoing(node.id)
    if node.type in ("exclusiveGateway", "inclusiveGateway") and len(leaving) > 1:
        unnamed = [
            flow
            for flow in leaving
            if not (flow.name or flow.condition or flow.default or _says_when(index.nodes.get(flow.target)))
        ]
        if len(unnamed) > 1:
            ids = (node.id, *(flow.id for flow in unnamed))
            yield _finding("no-condition", "note", *ids, id=node.id, name=node.name, count=len(unnamed))


def _says_when(target: FlowNode | None) -> bool:
    """Tell whether a way is named by what it leads to: an event with a name, as event-driven process chains do."""
    return isinstance(target, Event) and bool(target.name)


def _is_apart(node: FlowNode, index: Index) -> bool:
    """Tell whether nothing leads to or from a node though something should."""
    if index.incoming(node.id) or index.outgoing(node.id) or len(index.children(node.parent)) == 1:
        return False
    if isinstance(node, Activity):
        if node.triggered_by_event or node.for_compensation:
            return False
        parent = index.nodes.get(node.parent or "")
        return not (isinstance(parent, Activity) and parent.type == "adHocSubProcess")
    return not (isinstance(node, Event) and node.attached_to)


def _type(node: FlowNode) -> str:
    return node.type if isinstance(node, Activity | Event | Gateway) else ""


def _attached(process: Process, index: Index) -> Iterator[Finding]:
    risks = {value.id for value in process.attached if value.kind == "risk"}
    scales = {scale.id for scale in process.scales}
    for value in process.attached:
        for element_id in (*value.on, *value.guards):
            if element_id not in index.elements:
                yield _finding("attached-to-nothing", "warning", kind=value.kind, id=value.id, missing=element_id)
        if value.kind == "control":
            for risk_id in value.risks:
                if risk_id not in risks:
                    yield _finding("no-such-risk", "warning", id=value.id, missing=risk_id)
        if value.kind == "risk" and value.scale and value.scale not in scales:
            yield _finding("no-such-scale", "warning", id=value.id, missing=value.scale)


def _empty(process: Process) -> Iterator[Finding]:
    if not any(isinstance(node, Activity) for node in process.nodes):
        yield _finding("no-step", "warning", process=process.name or process.id)
