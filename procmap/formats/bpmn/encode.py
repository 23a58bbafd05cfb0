"""The elements of the model as BPMN elements, in the order that the BPMN 2.0 schema asks for.

What an element holds of its own is written here; putting elements into containers is the work of `build`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from procmap.formats.bpmn.ids import FileIds, Names
from procmap.formats.bpmn.metadata import encode, encode_attached, xml_text
from procmap.formats.bpmn.mirror import Mirror, properties
from procmap.formats.bpmn.names import MODEL, NAMELESS, PROCMAP, XSI, bpmn, procmap
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Element,
    Event,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    SequenceFlow,
    StepDetails,
    Trigger,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from procmap.model.elements import Node

_DIRECTIONS = {"none": "None", "one": "One", "both": "Both"}
_TIMES = {"date": "timeDate", "duration": "timeDuration", "cycle": "timeCycle"}
_DEFINED = frozenset(("message", "signal", "error", "escalation"))
_CODED = frozenset(("error", "escalation"))
_MAY_HAVE_DEFAULT = frozenset(("exclusiveGateway", "inclusiveGateway", "complexGateway"))


def make(kind: str, /, **attributes: str | None) -> etree._Element:
    """Return a new BPMN element; attributes that are None are left out."""
    from lxml import etree

    element = etree.Element(bpmn(kind), nsmap={"bpmn": MODEL, "procmap": PROCMAP, "xsi": XSI})
    for key, value in attributes.items():
        if value is not None:
            element.set(key, xml_text(value))
    return element


def add(parent: etree._Element, kind: str, text: str | None = None, /, **attributes: str | None) -> etree._Element:
    """Append a new BPMN element to `parent` and return it."""
    element = make(kind, **attributes)
    if text is not None:
        element.text = xml_text(text)
    parent.append(element)
    return element


class Definitions:
    """The messages, signals, errors, escalations and category values that elements cite, each written once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._ids: dict[tuple[str, str, str], str] = {}
        self._count: Counter[str] = Counter()
        self.elements: list[etree._Element] = []

    def cite(self, kind: str, name: str, code: str = "") -> str | None:
        """Return the id of a definition, made when it is cited first; None when there is nothing to say of it."""
        if not name and not code:
            return None
        key = (kind, name, code)
        if key not in self._ids:
            self._ids[key] = self._find(kind, name, code) or self._new(kind, name, code)
        return self._ids[key]

    def _find(self, kind: str, name: str, code: str) -> str | None:  # noqa: ARG002 - for those who have a file
        """Return the id of a definition that is there already."""
        return None

    def _new(self, kind: str, name: str, code: str) -> str:
        self._count[kind] += 1
        element_id = self._names.new(f"{kind}_{self._count[kind]}")
        self.elements.append(self._make(kind, name, code, element_id))
        return element_id

    def _make(self, kind: str, name: str, code: str, element_id: str) -> etree._Element:
        if kind == "categoryValue":
            category = make("category", id=self._names.new(f"{element_id}_category"))
            add(category, "categoryValue", id=element_id, value=name)
            return category
        return make(kind, id=element_id, name=name or None, **{f"{kind}Code": code} if code else {})


class Encoder:
    """Writes elements.

    `attached` gives, by element, the attached values as `(kind, id)`, `groups` the category values of members, `mirror`
    what is said of steps as another tool's properties.
    """

    def __init__(
        self,
        ids: FileIds,
        definitions: Definitions,
        attached: Mapping[str, Iterable[tuple[str, str]]],
        groups: Mapping[str, Iterable[str]],
        mirror: Mirror | None = None,
    ) -> None:
        self._ids = ids
        self._definitions = definitions
        self._attached = attached
        self._groups = groups
        self._mirror = mirror

    def id(self, element_id: str) -> str:
        """Return the id in the file."""
        return self._ids.element(element_id)

    def _start(self, kind: str, element: Element, **attributes: str | None) -> etree._Element:
        made = make(kind, id=self.id(element.id), **attributes)
        if element.name:
            made.set(procmap("name") if kind in NAMELESS else "name", xml_text(element.name))
        self._describe(made, element)
        return made

    def _describe(self, made: etree._Element, element: Element) -> None:
        for text in element.documentation:
            add(made, "documentation", text)
        self.extend(made, element)
        for group in self._groups.get(element.id, ()):
            add(made, "categoryValueRef", group)

    def extend(self, made: etree._Element, element: Element) -> None:
        """Append the extension elements of an element, where it has any."""
        details = element.details if isinstance(element, Activity | Event) else StepDetails()
        parts: list[etree._Element] = []
        if details != StepDetails():
            parts.append(encode(details, "step"))
        parts += [encode_attached(kind, value_id) for kind, value_id in self._attached.get(element.id, ())]
        parts += [encode(item, "property") for item in element.properties]
        origins = sorted(element.origins, key=lambda o: (o.organisation, o.variant, o.process, o.element))
        parts += [encode(origin, "origin") for origin in origins]
        if self._mirror is not None and element.id in self._mirror.pairs:
            parts.append(properties(self._mirror.platform, self._mirror.pairs[element.id]))
        if parts:
            add(made, "extensionElements").extend(parts)

    def node(
        self, node: Node, incoming: Iterable[str], outgoing: Iterable[SequenceFlow], data: NodeData
    ) -> etree._Element:
        """Return a node with the flows that it names and the data that it owns; what lies inside it is not written."""
        leaving = list(outgoing)
        default = next((self.id(flow.id) for flow in leaving if flow.default), None)
        if isinstance(node, Activity):
            made = self._activity(node, default)
        elif isinstance(node, Event):
            made = self._event(node)
        else:
            made = self._gateway(node, default)
        for flow_id in incoming:
            add(made, "incoming", self.id(flow_id))
        for flow in leaving:
            add(made, "outgoing", self.id(flow.id))
        if isinstance(node, Activity):
            self._activity_data(made, node, data)
            for performer in node.performers:
                add(made, "performer", name=performer)
            if node.loop is not None:
                self._loop(made, node)
        elif isinstance(node, Event):
            self._data_links(made, node, data)
            for trigger in node.triggers:
                self._trigger(made, trigger)
        elif node.condition:
            add(made, "activationCondition", node.condition)
        return made

    def _activity(self, node: Activity, default: str | None) -> etree._Element:
        return self._start(
            node.type,
            node,
            default=default,
            isForCompensation="true" if node.for_compensation else None,
            triggeredByEvent="true" if node.triggered_by_event else None,
            calledElement=node.called or None,
        )

    def _event(self, node: Event) -> etree._Element:
        boundary = node.type == "boundaryEvent"
        return self._start(
            node.type,
            node,
            attachedToRef=self.id(node.attached_to) if node.attached_to else None,
            cancelActivity="false" if boundary and not node.interrupting else None,
            isInterrupting="false" if node.type == "startEvent" and not node.interrupting else None,
            parallelMultiple="true" if node.parallel_multiple else None,
        )

    def _gateway(self, node: Gateway, default: str | None) -> etree._Element:
        return self._start(
            node.type,
            node,
            default=default if node.type in _MAY_HAVE_DEFAULT else None,
            instantiate="true" if node.instantiates else None,
            eventGatewayType="Parallel" if node.parallel_events else None,
        )

    @staticmethod
    def _loop(made: etree._Element, node: Activity) -> None:
        loop = node.loop
        if loop is None:
            return
        if loop.type == "standard":
            element = add(made, "standardLoopCharacteristics")
            if loop.condition:
                add(element, "loopCondition", loop.condition)
            return
        sequential = "true" if loop.type == "sequential" else None
        element = add(made, "multiInstanceLoopCharacteristics", isSequential=sequential)
        if loop.cardinality:
            add(element, "loopCardinality", loop.cardinality)
        if loop.condition:
            add(element, "completionCondition", loop.condition)

    def _trigger(self, made: etree._Element, trigger: Trigger) -> None:
        element = add(made, f"{trigger.type}EventDefinition")
        if trigger.type in _DEFINED:
            code = trigger.code if trigger.type in _CODED else ""
            cited = self._definitions.cite(trigger.type, trigger.name, code)
            if cited is not None:
                element.set(f"{trigger.type}Ref", cited)
        elif trigger.type == "link":
            element.set("name", xml_text(trigger.name))
        elif trigger.type == "compensate" and trigger.activity:
            element.set("activityRef", self.id(trigger.activity))
        elif trigger.type == "conditional":
            add(element, "condition", trigger.condition)
        elif trigger.type == "timer" and (trigger.time or trigger.time_kind):
            add(element, _TIMES[trigger.time_kind or "duration"], trigger.time)

    def _activity_data(self, made: etree._Element, node: Activity, data: NodeData) -> None:
        if data.inputs or data.outputs:
            self.specification(made, data)
        self._data_links(made, node, data)

    def _data_links(self, made: etree._Element, node: Activity | Event, data: NodeData) -> None:
        whole = [link for link in data.links if not link.target]
        # The schema wants a target; data that goes to the node as a whole gets a property of it.
        placeholder = self._ids.derived(f"{self.id(node.id)}_data") if whole else ""
        if whole:
            made.append(make("property", id=placeholder, name="__targetRef_placeholder"))
        if isinstance(node, Event):
            made.extend(self.data_item(item) for item in (*data.inputs, *data.outputs))
        for link in data.links:
            self._data_link(made, link, placeholder)

    def specification(self, made: etree._Element, data: NodeData) -> None:
        """Append the data inputs and outputs of an activity or a process."""
        specification = add(made, "ioSpecification")
        for item in (*data.inputs, *data.outputs):
            specification.append(self.data_item(item))
        inputs = add(specification, "inputSet")
        for item in data.inputs:
            add(inputs, "dataInputRefs", self.id(item.id))
        outputs = add(specification, "outputSet")
        for item in data.outputs:
            add(outputs, "dataOutputRefs", self.id(item.id))

    def _data_link(self, made: etree._Element, link: DataAssociation, placeholder: str) -> None:
        element = self._start(f"data{link.type.capitalize()}Association", link)
        for source in link.sources:
            add(element, "sourceRef", self.id(source))
        add(element, "targetRef", self.id(link.target) if link.target else placeholder)
        made.append(element)

    def data_item(self, item: DataItem) -> etree._Element:
        """Return a data object, store, input or output, or a reference to one."""
        reference = {"dataObjectReference": "dataObjectRef", "dataStoreReference": "dataStoreRef"}.get(item.type)
        cited = {reference: self.id(item.refers_to)} if reference and item.refers_to else {}
        made = self._start(item.type, item, isCollection="true" if item.collection else None, **cited)
        if item.state:
            add(made, "dataState", name=item.state)
        return made

    def flow(self, flow: SequenceFlow) -> etree._Element:
        """Return a sequence flow."""
        made = self._start("sequenceFlow", flow, sourceRef=self.id(flow.source), targetRef=self.id(flow.target))
        if flow.condition:
            condition = add(made, "conditionExpression", flow.condition)
            condition.set(f"{{{XSI}}}type", "bpmn:tFormalExpression")
        return made

    def lane(self, lane: Lane) -> etree._Element:
        """Return a lane with the nodes in it, without the lanes inside it."""
        made = self._start("lane", lane)
        for node_id in lane.nodes:
            add(made, "flowNodeRef", self.id(node_id))
        return made

    def pool(self, pool: Pool) -> etree._Element:
        """Return a participant."""
        made = self._start("participant", pool, processRef=self._ids.process(pool.process) if pool.process else None)
        if pool.multiple:
            add(made, "participantMultiplicity")
        return made

    def message_flow(self, flow: MessageFlow) -> etree._Element:
        """Return a message flow."""
        cited = self._definitions.cite("message", flow.message)
        ends = {"sourceRef": self.id(flow.source), "targetRef": self.id(flow.target)}
        return self._start("messageFlow", flow, messageRef=cited, **ends)

    def annotation(self, annotation: Annotation) -> etree._Element:
        """Return a text annotation."""
        made = self._start("textAnnotation", annotation)
        add(made, "text", annotation.text)
        return made

    def association(self, association: Association) -> etree._Element:
        """Return an association."""
        return self._start(
            "association",
            association,
            sourceRef=self.id(association.source),
            targetRef=self.id(association.target),
            associationDirection=_DIRECTIONS[association.direction],
        )

    def group(self, group: Group) -> etree._Element:
        """Return a group; its name is that of the category value it cites."""
        value = self.category_value(group)
        made = make("group", id=self.id(group.id), categoryValueRef=value)
        self._describe(made, group)
        return made

    def category_value(self, group: Group) -> str | None:
        """Return the id of a group's category value: one for each group, since members cite it."""
        return self._definitions.cite("categoryValue", group.name, group.id if group.name or group.members else "")


class NodeData:
    """The data of one node or process: its inputs and outputs, and the associations that it holds."""

    def __init__(self, items: Iterable[DataItem] = (), links: Iterable[DataAssociation] = ()) -> None:
        items = list(items)
        self.inputs = [item for item in items if item.type == "dataInput"]
        self.outputs = [item for item in items if item.type == "dataOutput"]
        self.links = sorted(links, key=lambda link: link.type)
