"""Generated elements as mark-up that fits into a file, and the differences between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from procmap.formats.bpmn.names import MODEL, bpmn
from procmap.formats.bpmn.tree import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_ORDER = (
    "documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "incoming", "outgoing",
    "ioSpecification", "property", "dataInput", "dataOutput", "dataInputAssociation", "dataOutputAssociation",
    "inputSet", "outputSet", "performer", "loop", "laneSet", "trigger", "activationCondition", "conditionExpression",
    "dataState", "text", "partitionElement", "flowNodeRef", "childLaneSet", "sourceRef", "targetRef", "interfaceRef",
    "endPointRef", "participantMultiplicity",
)  # fmt: skip
"""The kinds of children in the order of the BPMN 2.0 schema, for every kind of element that procmap writes."""

_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_KINDS = {
    "humanPerformer": "performer", "potentialOwner": "performer", "resourceRole": "performer",
    "standardLoopCharacteristics": "loop", "multiInstanceLoopCharacteristics": "loop", "eventDefinitionRef": "trigger",
}  # fmt: skip


def kind_of(element: etree._Element) -> str:
    """Return what kind of child an element is: kinds that stand for each other have one name.

    What is not BPMN's own is a kind by its tag, namespace and all.
    """
    if not is_bpmn(element):
        return str(element.tag)
    name = local_name(element)
    return "trigger" if name.endswith("EventDefinition") else _KINDS.get(name, name)


def rank_of(kind: str) -> int:
    """Return the place of a kind of child in the order of the schema; what is not known comes last."""
    return _RANK.get(kind, len(_ORDER))


def markup(element: etree._Element, prefixes: Mapping[str, str], space: str) -> str:
    """Return an element as mark-up without namespace declarations.

    `prefixes` gives the prefix (with its colon, empty for the default namespace) of a namespace; `space` is the white
    space that stands before the element in the file, empty where the file has all on one line.
    """
    pieces: list[str] = []
    waiting: list[tuple[etree._Element | str, str]] = [(element, space)]
    while waiting:
        item, indent = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        tag = name_in_file(str(item.tag), prefixes)
        pieces.append(f"<{tag}{_attributes(item, prefixes)}")
        if len(item):
            inner = f"{indent}  " if indent else ""
            pieces.append(">")
            waiting.append((f"{indent}</{tag}>", ""))
            for child in reversed(item):
                waiting += ((child, inner), (inner, ""))
        else:
            pieces.append(f">{text_markup(item.text)}</{tag}>" if item.text else "/>")
    return "".join(pieces)


def text_markup(text: str) -> str:
    """Return a text as it stands between tags."""
    return escape(text, {"\r": "&#13;"})


def _attributes(element: etree._Element, prefixes: Mapping[str, str]) -> str:
    return "".join(
        f" {name_in_file(str(name), prefixes, attribute=True)}={quoteattr(_qualified(str(value), prefixes))}"
        for name, value in element.attrib.items()
    )


def name_in_file(name: str, prefixes: Mapping[str, str], *, attribute: bool = False) -> str:
    """Return a name in lxml's notation as the file writes it. An attribute has a prefix or no namespace."""
    if not name.startswith("{"):
        return name
    namespace, local = name[1:].split("}", 1)
    prefix = prefixes[namespace]
    return f"{prefix}{local}" if prefix or not attribute else local


def _qualified(value: str, prefixes: Mapping[str, str]) -> str:
    """Return the only attribute value that has a prefix itself, the type of a condition, with the file's prefix."""
    return f"{prefixes[MODEL]}tFormalExpression" if value == "bpmn:tFormalExpression" else value


def children_by_kind(element: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the children of an element by their kind."""
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        if isinstance(child.tag, str):
            found.setdefault(kind_of(child), []).append(child)
    return found


def is_bpmn(element: etree._Element) -> bool:
    """Tell whether an element is one of BPMN itself."""
    return isinstance(element.tag, str) and element.tag.startswith(bpmn(""))
