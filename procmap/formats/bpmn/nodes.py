"""Reading activities, events, gateways and sequence flows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procmap.formats.bpmn import names
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.tree import Tree, clean, name_of, text_of
from procmap.model import Activity, Event, Gateway, Loop, SequenceFlow, Trigger
from procmap.model.elements import Node

if TYPE_CHECKING:
    from lxml import etree

_LOOPS = {
    bpmn("standardLoopCharacteristics"): "standard",
    bpmn("multiInstanceLoopCharacteristics"): "multi",
}
_PERFORMERS = frozenset(bpmn(name) for name in ("performer", "humanPerformer", "potentialOwner", "resourceRole"))
_TIMES = {bpmn("timeDate"): "date", bpmn("timeDuration"): "duration", bpmn("timeCycle"): "cycle"}
_NAMED_BY = {"message": "messageRef", "signal": "signalRef", "error": "errorRef", "escalation": "escalationRef"}


def read_node(tree: Tree, element: etree._Element, common: dict[str, Any]) -> Node:
    """Return the model's node for an element; `common` holds the fields that every element has."""
    _check_default(tree, element, common["id"])
    if element.tag in names.ACTIVITIES:
        return _activity(tree, element, common)
    if element.tag in names.EVENTS:
        return _event(tree, element, common)
    return _gateway(element, common)


def _check_default(tree: Tree, element: etree._Element, node_id: str) -> None:
    """Report a default that is no flow of this node: another way, or none."""
    cited = element.get("default")
    if not cited:
        return
    flow = tree.element(tree.resolve(cited, element, (bpmn("sequenceFlow"),)))
    source = None if flow is None or flow.tag != bpmn("sequenceFlow") else flow.get("sourceRef", node_id)
    if source is None or tree.resolve(source, element, names.NODES) != node_id:
        tree.report("default-elsewhere", [node_id], id=node_id, missing=cited)


def _activity(tree: Tree, element: etree._Element, common: dict[str, Any]) -> Activity:
    loop: Loop | None = None
    performers: list[str] = []
    for part in element:
        if part.tag in _LOOPS:
            loop = _loop(part)
        elif part.tag in _PERFORMERS:
            performer = _performer(tree, part)
            if performer:
                performers.append(performer)
    return Activity(
        type=names.ACTIVITIES[element.tag],
        loop=loop,
        triggered_by_event=_true(element, "triggeredByEvent"),
        for_compensation=_true(element, "isForCompensation"),
        called=(element.get("calledElement") or "").strip(),
        performers=tuple(performers),
        **common,
    )


def _loop(element: etree._Element) -> Loop:
    if _LOOPS[element.tag] == "standard":
        return Loop(type="standard", condition=text_of(element.find(bpmn("loopCondition"))))
    return Loop(
        type="sequential" if _true(element, "isSequential") else "parallel",
        condition=text_of(element.find(bpmn("completionCondition"))),
        cardinality=text_of(element.find(bpmn("loopCardinality"))),
    )


def _performer(tree: Tree, element: etree._Element) -> str:
    """Return who a resource role names: the resource it cites, else the expression that assigns it, else itself.

    Its own name is often only what kind of role it is ("Potential Owner").
    """
    resource = tree.resolve_definition(text_of(element.find(bpmn("resourceRef"))))
    assigned = clean(text_of(element.find(bpmn("resourceAssignmentExpression"))))
    return (name_of(resource) if resource is not None else "") or assigned or name_of(element)


def _event(tree: Tree, element: etree._Element, common: dict[str, Any]) -> Event:
    triggers: list[Trigger] = []
    for part in element:
        if part.tag in names.TRIGGERS:
            triggers.append(_trigger(tree, part))
        elif part.tag == bpmn("eventDefinitionRef"):
            definition = tree.resolve_definition(part.text)
            if definition is not None and definition.tag in names.TRIGGERS:
                triggers.append(_trigger(tree, definition))
            else:
                tree.report("no-such-trigger", [common["id"]], name=common["name"], missing=(part.text or "").strip())
    event_type = names.EVENTS[element.tag]
    host = element.get("attachedToRef")
    flag = "cancelActivity" if event_type == "boundaryEvent" else "isInterrupting"
    return Event(
        type=event_type,
        triggers=tuple(triggers),
        attached_to=tree.resolve(host, element, names.ACTIVITIES) if host else None,
        interrupting=element.get(flag, "true").strip() not in ("false", "0"),
        parallel_multiple=_true(element, "parallelMultiple"),
        **common,
    )


def _trigger(tree: Tree, element: etree._Element) -> Trigger:
    kind = names.TRIGGERS[element.tag]
    fields: dict[str, Any] = {"type": kind}
    if kind in _NAMED_BY:
        reference = element.get(_NAMED_BY[kind])
        cited = tree.resolve_definition(reference)
        if cited is None and reference:
            node = element.getparent()
            about = tree.ids.get(node, "") if node is not None else ""
            tree.report("dangling-reference", [about], id=about, missing=reference, reference=_NAMED_BY[kind])
        elif cited is not None:
            fields["name"] = name_of(cited)
            fields["code"] = clean(cited.get("errorCode") or cited.get("escalationCode"))
    elif kind == "link":
        fields["name"] = name_of(element)
    elif kind == "conditional":
        fields["condition"] = text_of(element.find(bpmn("condition")))
    elif kind == "compensate":
        activity = element.get("activityRef")
        fields["activity"] = tree.resolve(activity, element) if activity else ""
    elif kind == "timer":
        for part in element:
            if part.tag in _TIMES:
                fields["time"] = text_of(part)
                fields["time_kind"] = _TIMES[part.tag]
    return Trigger(**fields)


def _gateway(element: etree._Element, common: dict[str, Any]) -> Gateway:
    return Gateway(
        type=names.GATEWAYS[element.tag],
        instantiates=_true(element, "instantiate"),
        parallel_events=element.get("eventGatewayType") == "Parallel",
        condition=text_of(element.find(bpmn("activationCondition"))),
        **common,
    )


def read_flow(tree: Tree, element: etree._Element, common: dict[str, Any]) -> SequenceFlow:
    """Return a sequence flow. It is the default way when the node that it leaves says so."""
    source = _end(tree, element, "sourceRef", "outgoing")
    return SequenceFlow(
        source=source,
        target=_end(tree, element, "targetRef", "incoming"),
        condition=text_of(element.find(bpmn("conditionExpression"))),
        default=_is_default(tree, element, source),
        **common,
    )


def _is_default(tree: Tree, flow: etree._Element, source: str) -> bool:
    node = tree.element(source)
    cited = None if node is None else node.get("default")
    return cited is not None and tree.resolve(cited, flow, (flow.tag,)) == tree.ids[flow]


def _end(tree: Tree, flow: etree._Element, attribute: str, side: str) -> str:
    """Return the node at one end of a flow; where the flow cites none, the only node that says the flow is its own."""
    cited = tree.resolve(flow.get(attribute), flow, names.NODES)
    container = flow.getparent()
    if tree.element(cited) is not None or container is None or not flow.get("id"):
        return cited
    claiming = [
        node
        for part in container.iterfind(f"*/{bpmn(side)}")
        if text_of(part) == flow.get("id") and (node := part.getparent()) is not None and node in tree.ids
    ]
    if len(claiming) != 1:
        return cited
    tree.note("flow-end-from-node", [tree.ids[flow], tree.ids[claiming[0]]], id=tree.ids[flow], missing=cited)
    return tree.ids[claiming[0]]


def _true(element: etree._Element, attribute: str) -> bool:
    return element.get(attribute, "").strip() in ("true", "1")
