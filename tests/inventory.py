"""What a BPMN file holds, counted twice: straight from its XML, and from procmap's model values.

`inventory(data)` walks the XML by itself and shares no code with procmap; `inventory_of(processes, diagrams)`, in the
module beside this one, counts the same things in what procmap has read. Both return an Inventory: kind -> multiset of
keys. The kind is the name of the BPMN element or of one of its properties, the key says enough of the element to notice
a swap (its name, its ends, its owner). White space in names and texts is folded to single blanks. Ids that procmap made
unique (`ID~2`) count as `ID`.

Only elements of the BPMN model namespace in a real BPMN position count; look-alikes below extensionElements do not.

Out of the inventory, because the model does not hold them:

* plumbing for execution: itemDefinition, interface, operation, import, property, correlation, input and output sets,
  resource parameters, transformation and assignment of data associations, scripts. They say how an engine runs it.
* root elements that matter only through what cites them: message, signal, error, escalation, resource, category.
  Their names are counted where they are cited.
* dataStore beyond once per file: each process that cites one holds a copy.
* lane sets without a lane, and processes that hold nothing (tools write them by the dozen, and they show nothing).
* documentation of anything but elements of the model (of messages, event definitions, lane sets, `definitions`), and
  documentation without text. That of process, collaboration and participant is counted together: which of them holds
  the text depends on whether the process has a pool.
* choreographies, conversations, global tasks: no process is told by them. A finding says that they are there.
* the target of a data association that is a property: tools write one only because the schema asks for a target.
* shapes and edges of things that the model does not hold (an envelope on a message flow).
* incoming and outgoing: they repeat what the sequence flows say.
* boundary events as members of lanes that name no node at all: their host tells who does them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

Inventory = dict[str, Counter[tuple[str, ...]]]

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"

SUBPROCESSES = {"subProcess", "transaction", "adHocSubProcess"}
ACTIVITIES = SUBPROCESSES | {
    "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask",
    "callActivity",
}  # fmt: skip
EVENTS = {
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
    "implicitThrowEvent",
}  # fmt: skip
GATEWAYS = {"exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway"}
NODES = ACTIVITIES | EVENTS | GATEWAYS
EVENT_DEFINITIONS = {
    "messageEventDefinition": "messageRef", "timerEventDefinition": "", "errorEventDefinition": "errorRef",
    "escalationEventDefinition": "escalationRef", "cancelEventDefinition": "", "compensateEventDefinition": "",
    "conditionalEventDefinition": "", "linkEventDefinition": "", "signalEventDefinition": "signalRef",
    "terminateEventDefinition": "",
}  # fmt: skip
DATA = {"dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput"}


def fold(text: str | None) -> str:
    """Return `text` with every run of white space as one blank, and none at the ends."""
    return " ".join((text or "").split())


def counts(inventory: Inventory) -> dict[str, int]:
    """Return kind -> number, kinds in alphabetical order, without those that do not occur."""
    return {kind: sum(keys.values()) for kind, keys in sorted(inventory.items()) if keys}


def difference(expected: Inventory, actual: Inventory) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return for each kind that differs what was lost and what came from nowhere; nothing when the two agree."""
    told = {}
    for kind in sorted({*expected, *actual}):
        want, got = expected.get(kind, Counter()), actual.get(kind, Counter())
        if want != got:
            told[kind] = {"lost": sorted((want - got).elements()), "gained": sorted((got - want).elements())}
    return told


def inventory(data: bytes) -> Inventory:
    """Return what the BPMN file with these bytes holds.

    Raises ValueError when they are no XML, even after the two repairs that old exports need: reading as Windows-1252
    what declares another encoding, and passing over an invalid namespace URI.
    """
    return _Counting(_root(data)).count()


def _root(data: bytes) -> etree._Element:
    declaration = re.compile(r"^\s*<\?xml[^>]*\?>")
    for parser, text in (
        (_parser(False), lambda: data),
        (_parser(False), lambda: declaration.sub("", data.decode("cp1252")).encode()),
        (_parser(True), lambda: data),
    ):
        try:
            root = etree.fromstring(text(), parser)
        except (etree.XMLSyntaxError, UnicodeDecodeError):
            continue
        if root is not None:
            return root
    raise ValueError("no XML")


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, recover=recover, remove_comments=True, remove_pis=True
    )


def _children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the children with one of these names in BPMN's namespace; all of that namespace when none is given."""
    for child in element if element is not None else ():
        if isinstance(child.tag, str) and child.tag.startswith(MODEL) and (not names or _name(child) in names):
            yield child


def _name(element: etree._Element) -> str:
    return str(element.tag)[len(MODEL) :]


def _text(element: etree._Element | None) -> str:
    return fold("".join(element.itertext())) if element is not None else ""


def _child_text(element: etree._Element, *names: str) -> str:
    return next((text for child in _children(element, *names) if (text := _text(child))), "")


@dataclass
class _Counting:
    """One count of one file."""

    root: etree._Element
    found: Inventory = field(default_factory=lambda: defaultdict(Counter))
    by_id: dict[str, etree._Element] = field(default_factory=dict)
    pool_of: dict[str, str] = field(default_factory=dict)
    elements: set[str] = field(default_factory=set)

    def count(self) -> Inventory:
        for element in self.root.iter(MODEL + "*"):
            if not any(above.tag == MODEL + "extensionElements" for above in element.iterancestors()):
                self.by_id.setdefault(fold(element.get("id")), element)
        self.by_id.pop("", None)
        for collaboration in _children(self.root, "collaboration"):
            for participant in _children(collaboration, "participant"):
                process = self._ref(participant.get("processRef"))
                if self._is(process, "process"):
                    self.pool_of.setdefault(process, fold(participant.get("id")))
        for collaboration in _children(self.root, "collaboration"):
            self._collaboration(collaboration)
        for process in _children(self.root, "process"):
            self._process(process)
        for store in _children(self.root, "dataStore"):
            self._element(store, "dataStore", fold(store.get("name")))
        self._drawings()
        return {kind: keys for kind, keys in self.found.items() if keys}

    def _add(self, kind: str, *key: str) -> None:
        self.found[kind][key] += 1

    def _ref(self, cited: str | None) -> str:
        """Return the id that is meant, `ns:id` read as `id` where only that exists; as cited where nothing is."""
        cited = fold(cited)
        local = cited.rpartition(":")[2]
        return cited if cited in self.by_id or local not in self.by_id else local

    def _is(self, element_id: str, *names: str) -> bool:
        element = self.by_id.get(element_id)
        return element is not None and _name(element) in names

    def _name_of(self, cited: str | None) -> str:
        element = self.by_id.get(self._ref(cited)) if cited else None
        return fold(element.get("name")) if element is not None else ""

    def _element(self, element: etree._Element, kind: str, *key: str) -> str:
        element_id = fold(element.get("id"))
        self.elements.add(element_id)
        self._add(kind, *key)
        self._documentation(element, kind)
        return element_id

    def _documentation(self, element: etree._Element, kind: str) -> None:
        for documentation in _children(element, "documentation"):
            if text := _text(documentation):
                self._add("documentation", kind, text)

    def _collaboration(self, collaboration: etree._Element) -> None:
        self._documentation(collaboration, "process")
        for participant in _children(collaboration, "participant"):
            self.elements.add(fold(participant.get("id")))
            self._documentation(participant, "process")
            white = self._is(self._ref(participant.get("processRef")), "process")
            self._add("white box" if white else "black box", fold(participant.get("name")))
            if any(_children(participant, "participantMultiplicity")):
                self._add("participantMultiplicity", fold(participant.get("id")))
        for flow in _children(collaboration, "messageFlow"):
            ends = (self._ref(flow.get("sourceRef")), self._ref(flow.get("targetRef")))
            self._element(flow, "messageFlow", *ends, fold(flow.get("name")), self._name_of(flow.get("messageRef")))
        self._artifacts(collaboration)

    def _process(self, process: etree._Element) -> None:
        self._documentation(process, "process")
        self._data_items(process, "")
        pool = self.pool_of.get(fold(process.get("id")), "")
        scopes = [(process, "")]
        while scopes:
            scope, parent = scopes.pop()
            for node in _children(scope, *NODES):
                node_id = self._node(node)
                self._add("parent", node_id, parent)
                self._add("pool", node_id, pool)
                if _name(node) in SUBPROCESSES:
                    scopes.append((node, node_id))
            self._flows(scope)
            for item in _children(scope, "dataObject", "dataObjectReference", "dataStoreReference"):
                self._data(item, "")
            self._artifacts(scope)
            for lane_set in _children(scope, "laneSet"):
                self._lane_set(lane_set, scope)

    def _node(self, node: etree._Element) -> str:
        kind = _name(node)
        node_id = self._element(node, kind, fold(node.get("name")))
        self._data_items(node, node_id)
        for value in _children(node, "categoryValueRef"):
            self._members(self._ref(_text(value)), node_id)
        if kind in ACTIVITIES:
            self._activity(node, node_id)
        elif kind in EVENTS:
            self._event(node, node_id)
        else:
            if node.get("instantiate") in ("true", "1"):
                self._add("instantiate", node_id)
            if node.get("eventGatewayType") == "Parallel":
                self._add("eventGatewayType", node_id)
            if text := _child_text(node, "activationCondition"):
                self._add("activationCondition", node_id, text)
        return node_id

    def _activity(self, node: etree._Element, node_id: str) -> None:
        for loop in _children(node, "standardLoopCharacteristics", "multiInstanceLoopCharacteristics"):
            kind = "standard"
            if _name(loop).startswith("multi"):
                kind = "sequential" if loop.get("isSequential") in ("true", "1") else "parallel"
            self._add("loopCharacteristics", node_id, kind, _child_text(loop, "loopCardinality"))
        for flag in ("triggeredByEvent", "isForCompensation"):
            if node.get(flag) in ("true", "1"):
                self._add(flag, node_id)
        if called := fold(node.get("calledElement")):
            self._add("calledElement", node_id, called.rpartition(":")[2])
        for performer in _children(node, "performer", "humanPerformer", "potentialOwner"):
            who = next((self._name_of(_text(ref)) for ref in _children(performer, "resourceRef")), "")
            who = who or _child_text(performer, "resourceAssignmentExpression")
            if who:
                self._add("performer", node_id, who)

    def _event(self, node: etree._Element, node_id: str) -> None:
        definitions = list(_children(node, *EVENT_DEFINITIONS))
        for cited in _children(node, "eventDefinitionRef"):
            element = self.by_id.get(self._ref(_text(cited)))
            if element is not None and _name(element) in EVENT_DEFINITIONS:
                definitions.append(element)
        for definition in definitions:
            kind = _name(definition)
            detail = self._name_of(definition.get(EVENT_DEFINITIONS[kind])) if EVENT_DEFINITIONS[kind] else ""
            if kind == "linkEventDefinition":
                detail = fold(definition.get("name"))
            elif kind == "timerEventDefinition":
                detail = _child_text(definition, "timeDate", "timeDuration", "timeCycle")
            elif kind == "conditionalEventDefinition":
                detail = _child_text(definition, "condition")
            self._add(kind, node_id, detail)
        if "false" in (node.get("cancelActivity"), node.get("isInterrupting")):
            self._add("not interrupting", node_id)
        if node.get("parallelMultiple") in ("true", "1"):
            self._add("parallelMultiple", node_id)
        if host := node.get("attachedToRef"):
            self._add("attachedToRef", node_id, self._ref(host))

    def _flows(self, scope: etree._Element) -> None:
        defaults = {
            (fold(node.get("id")), self._ref(node.get("default")))
            for node in _children(scope, *NODES)
            if node.get("default")
        }
        for flow in _children(scope, "sequenceFlow"):
            ends = (self._ref(flow.get("sourceRef")), self._ref(flow.get("targetRef")))
            flow_id = self._element(flow, "sequenceFlow", *ends, fold(flow.get("name")))
            if text := _child_text(flow, "conditionExpression"):
                self._add("conditionExpression", *ends, text)
            if (ends[0], flow_id) in defaults:
                self._add("default", *ends)

    def _data(self, item: etree._Element, owner: str) -> None:
        kind, name = _name(item), fold(item.get("name"))
        key = (owner, name) if kind in ("dataInput", "dataOutput") else (name,)
        item_id = self._element(item, kind, *key)
        for state in _children(item, "dataState"):
            if fold(state.get("name")):
                self._add("dataState", kind, name, fold(state.get("name")))
        if item.get("isCollection") in ("true", "1"):
            self._add("isCollection", kind, name)
        cited = self._ref(item.get("dataObjectRef") or item.get("dataStoreRef"))
        if self._is(cited, "dataObject", "dataStore"):
            self._add("refers to", item_id, cited)

    def _data_items(self, owner: etree._Element, owner_id: str) -> None:
        for holder in (owner, *_children(owner, "ioSpecification")):
            for item in _children(holder, "dataInput", "dataOutput"):
                self._data(item, owner_id)
        for association in _children(owner, "dataInputAssociation", "dataOutputAssociation"):
            sources = " ".join(self._ref(_text(source)) for source in _children(association, "sourceRef"))
            target = next((self._ref(_text(target)) for target in _children(association, "targetRef")), "")
            target = target if self._is(target, *DATA, "dataStore") else ""
            self._element(association, _name(association), owner_id, sources, target)

    def _artifacts(self, scope: etree._Element) -> None:
        for annotation in _children(scope, "textAnnotation"):
            self._element(annotation, "textAnnotation", _child_text(annotation, "text"))
        for association in _children(scope, "association"):
            ends = (self._ref(association.get("sourceRef")), self._ref(association.get("targetRef")))
            direction = (association.get("associationDirection") or "None").lower()
            self._element(association, "association", *ends, direction)
        for group in _children(scope, "group"):
            value = self.by_id.get(self._ref(group.get("categoryValueRef")))
            self._element(group, "group", fold(value.get("value")) if value is not None else "")

    def _members(self, value: str, member: str) -> None:
        for group in self.root.iter(MODEL + "group"):
            if value and self._ref(group.get("categoryValueRef")) == value:
                self._add("group member", fold(group.get("id")), member)

    def _lane_set(self, lane_set: etree._Element, scope: etree._Element) -> None:
        lanes: list[etree._Element] = []
        sets = [(lane_set, "")]
        while sets:
            around, parent = sets.pop()
            inside = list(_children(around, "lane"))
            if inside:
                self._add("childLaneSet" if parent else "laneSet")
            for lane in inside:
                lane_id = self._element(lane, "lane", fold(lane.get("id")), fold(lane.get("name")), parent)
                lanes.append(lane)
                sets.extend((child, lane_id) for child in _children(lane, "childLaneSet"))
        cites = False
        for lane in lanes:
            cited = {self._ref(_text(ref)) for ref in _children(lane, "flowNodeRef")}
            cites = cites or bool(cited)
            for node_id in cited:
                if self._is(node_id, *NODES):
                    self._add("flowNodeRef", fold(lane.get("id")), node_id)
        if lanes and not cites:
            for node in _children(scope, *(NODES - {"boundaryEvent"})):
                if lane_id := self._lane_at(fold(node.get("id")), {fold(lane.get("id")) for lane in lanes}):
                    self._add("flowNodeRef by place", lane_id, fold(node.get("id")))

    def _lane_at(self, node_id: str, lane_ids: set[str]) -> str:
        """Return the smallest lane whose rectangle holds the middle of the node, in the first drawing of both."""
        for diagram in self.root.iter(DI + "BPMNDiagram"):
            places = {}
            for shape in diagram.iter(DI + "BPMNShape"):
                bounds = shape.find(DC + "Bounds")
                if bounds is not None:
                    x, y, w, h = (float(bounds.get(side, "0")) for side in ("x", "y", "width", "height"))
                    places.setdefault(self._ref(shape.get("bpmnElement")), (x, y, w, h))
            if node_id not in places:
                continue
            x, y, w, h = places[node_id]
            middle = (x + w / 2, y + h / 2)
            around = [
                (places[lane][2] * places[lane][3], lane)
                for lane in lane_ids & places.keys()
                if 0 <= middle[0] - places[lane][0] <= places[lane][2]
                and 0 <= middle[1] - places[lane][1] <= places[lane][3]
            ]
            if around:
                return min(around)[1]
        return ""

    def _drawings(self) -> None:
        for plane in self.root.iter(DI + "BPMNPlane"):
            for kind in ("BPMNShape", "BPMNEdge"):
                for drawn in plane.iter(DI + kind):
                    element_id = self._ref(drawn.get("bpmnElement"))
                    if element_id and element_id in self.elements:
                        self._add(kind, element_id)
