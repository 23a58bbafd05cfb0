"""What a BPMN file says of its elements beyond the model: what tools and engines add, and attributes of BPMN not held.

For telling versions of one file apart: nothing that an editor keeps in an element is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.formats.bpmn import names
from procmap.formats.bpmn.names import MODEL, PROCMAP, XSI, bpmn
from procmap.formats.bpmn.tree import IDENTIFIED, Tree, clean, local_name, name_of
from procmap.formats.xml_input import parse
from procmap.model import Property

if TYPE_CHECKING:
    from lxml import etree

_REFERENCES = ("messageRef", "signalRef", "errorRef", "escalationRef")
_ATTRIBUTES = frozenset((
    "id", "name", "sourceRef", "targetRef", "default", "processRef", "attachedToRef", "cancelActivity",
    "isInterrupting", "parallelMultiple", "triggeredByEvent", "isForCompensation", "calledElement", "dataObjectRef",
    "dataStoreRef", "isCollection", "associationDirection", "categoryValueRef", "instantiate", "eventGatewayType",
    "activityRef", "isSequential", "errorCode", "escalationCode", *_REFERENCES,
))  # fmt: skip
"""The attributes of elements that the model holds, or that only say which element it is."""
_DEFAULTS = {
    "completionQuantity": "1", "startQuantity": "1", "gatewayDirection": "Unspecified", "processType": "None",
    "isClosed": "false", "isForCompensation": "false", "isImmediate": "true", "behavior": "All",
    "cancelRemainingInstances": "true", "ordering": "Parallel", "minimum": "0", "maximum": "1",
    "textFormat": "text/plain",
}  # fmt: skip
"""What the standard takes an attribute for where it is left out: to write it down is no difference."""
_PARTS = frozenset((
    *IDENTIFIED, *map(bpmn, (
        "incoming", "outgoing", "flowNodeRef", "text", "sourceRef", "targetRef", "eventDefinitionRef", "performer",
        "humanPerformer", "potentialOwner", "resourceRole", "categoryValueRef", "partitionElementRef",
    )),
))  # fmt: skip
"""The children of elements that the model holds, or that have an id of their own in it."""
_HELD = frozenset((
    *names.TRIGGERS, *map(bpmn, (
        "message", "signal", "error", "escalation", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics",
        "extensionElements", "laneSet", "childLaneSet", "participantMultiplicity", "dataState", "documentation",
        "conditionExpression", "loopCondition", "loopCardinality", "completionCondition", "activationCondition",
        "condition", "timeDate", "timeDuration", "timeCycle",
    )),
))  # fmt: skip
"""The children of which the model holds the kind or the text, but not all that they may say."""
_PROCESSES = frozenset(map(bpmn, ("process", "collaboration")))
_TYPE = f"{{{XSI}}}type"
_USUAL_TYPE = "tExpression"
"""What the standard takes an expression for: as text for people. An engine evaluates formal ones only."""


def unmodelled(source: bytes, name: str) -> dict[str, tuple[Property, ...]]:
    """Return what a file says of its elements beyond the model, by their ids in the model; `name` is what errors cite.

    The name of a property is a path (`camunda:formData/camunda:formField[2]/label`), its value the text there. Ids of
    elements are left out, and what cites a definition says its name, so that ids have no say. But a process or
    collaboration says its own, `id`, where it has one: other files go by it. Raises BadInput where the bytes cannot be
    used.
    """
    tree = Tree(parse(source, name).root)
    found = {element_id: tuple(_entries(tree, element)) for element, element_id in tree.ids.items()}
    return {element_id: entries for element_id, entries in found.items() if entries}


def _entries(tree: Tree, element: etree._Element) -> Iterator[Property]:
    """Yield what an element says and what all in it says that is no element of the model, in document order."""
    if element.tag in _PROCESSES and (own := (element.get("id") or "").strip()):
        yield Property(name="id", value=own)
    waiting = [(element, "")]
    while waiting:
        part, path = waiting.pop()
        modelled = str(part.tag).startswith(f"{{{MODEL}}}")
        text = "" if part is element or part.tag in _HELD else clean(part.text)
        if text or not (part is element or part.tag in _HELD or part.attrib or len(part)):
            yield Property(name=path, value=_said(tree, text))
        for attribute, value in sorted((str(key), str(value)) for key, value in part.attrib.items()):
            told = modelled and (attribute in _ATTRIBUTES or _DEFAULTS.get(attribute) == value)
            told = told or attribute.startswith((f"{{{XSI}}}", f"{{{PROCMAP}}}"))
            if not told:
                yield Property(name=_joined(path, _shown(part, attribute)), value=_said(tree, value))
        kind = part.get(_TYPE, _USUAL_TYPE).rsplit(":", 1)[-1]
        if kind != _USUAL_TYPE:
            yield Property(name=_joined(path, "xsi:type"), value=kind)
        waiting += reversed([*_inside(part, path), *_definitions(tree, part, path)])


def _inside(element: etree._Element, path: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield the children that the model does not hold, each with its path: the second of a kind is `path[2]`."""
    times: Counter[str] = Counter()
    for part in element:
        if not isinstance(part.tag, str) or part.tag in _PARTS or part.tag.startswith(f"{{{PROCMAP}}}"):
            continue
        if part.tag == bpmn("extensionElements"):
            yield part, path
            continue
        step = _joined(path, _shown(part, part.tag))
        times[step] += 1
        yield part, f"{step}[{times[step]}]" if times[step] > 1 else step


def _definitions(tree: Tree, part: etree._Element, path: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield the messages, signals and errors that an event definition cites: they may say more than the model holds."""
    for attribute in _REFERENCES if part.tag in names.TRIGGERS else ():
        definition = tree.resolve_definition(part.get(attribute))
        if definition is not None:
            yield definition, _joined(path, local_name(definition))


def _joined(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def _shown(element: etree._Element, qualified: str) -> str:
    """Return a name with the prefix that the file uses; names of BPMN itself have none."""
    if not qualified.startswith("{"):
        return qualified
    namespace, name = qualified[1:].split("}", 1)
    prefix = next((prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix), "")
    return f"{prefix}:{name}" if prefix and namespace != MODEL else name


def _said(tree: Tree, text: str) -> str:
    """Return a value; where it is the id of an element or definition, the name of that, or its kind."""
    cited = tree.element(text)
    if cited is None:
        cited = tree.resolve_definition(text)
    return text if cited is None else name_of(cited) or local_name(cited)
