"""The lines about a step as properties of Camunda, so that its modeler shows them in its panel.

Camunda 7 has `camunda:properties`, Camunda 8 `zeebe:properties`: free names and values without a meaning for an engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from procmap.formats.bpmn.metadata import xml_text
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.readable import WORDS, Line, lines_by_step
from procmap.formats.document import Platform

if TYPE_CHECKING:
    from lxml import etree

    from procmap.formats.bpmn.tree import Tree
    from procmap.formats.measure_texts import Language
    from procmap.model import Process

Pairs = Sequence[tuple[str, str]]

CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
ZEEBE = "http://camunda.org/schema/zeebe/1.0"
MODELER = "http://camunda.org/schema/modeler/1.0"
NAMESPACES: dict[Platform, str] = {"camunda7": CAMUNDA, "camunda8": ZEEBE}
EXECUTION: dict[Platform, tuple[str, str]] = {
    "camunda7": ("Camunda Platform", "7.22.0"),
    "camunda8": ("Camunda Cloud", "8.6.0"),
}
"""What a file says it is for, so that Camunda's modeler opens it with the right panel."""
_PREFIX = "procmap."


class Mirror(NamedTuple):
    """What is said of elements, by id, as properties for a platform."""

    platform: Platform
    pairs: Mapping[str, Pairs]


def mirror_of(process: Process, platform: Platform, language: Language) -> Mirror:
    """Return what is known of the steps of a process as properties."""
    lines = lines_by_step(process, language)
    return Mirror(platform, {step: pairs_of(told) for step, told in lines.items() if told})


def pairs_of(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Return lines as names and values; the second line of a kind gets a number, since names must differ."""
    counted: dict[str, int] = {}
    found = []
    for line in lines:
        counted[line.key] = counted.get(line.key, 0) + 1
        number = f".{counted[line.key]}" if counted[line.key] > 1 else ""
        found.append((f"{_PREFIX}{line.key}{number}", line.text))
    return found


def lines_of_pairs(pairs: Pairs) -> tuple[Line, ...]:
    """Return names and values as lines; names that procmap does not give are left out."""
    keys = [(name.removeprefix(_PREFIX).partition(".")[0], value) for name, value in pairs if name.startswith(_PREFIX)]
    return tuple(Line(key, value) for key, value in keys if key in WORDS)


def properties(platform: Platform, pairs: Pairs) -> etree._Element:
    """Return the element that holds names and values for a platform."""
    from lxml import etree

    namespace = NAMESPACES[platform]
    prefix = {"camunda7": "camunda", "camunda8": "zeebe"}[platform]
    made = etree.Element(f"{{{namespace}}}properties", nsmap={prefix: namespace})
    for name, value in pairs:
        etree.SubElement(made, f"{{{namespace}}}property", name=xml_text(name), value=xml_text(value))
    return made


def mirrored(tree: Tree, platform: Platform) -> Mapping[str, Pairs]:
    """Return procmap's names and values in a file, by the ids of elements; empty where only others stand there."""
    namespace = NAMESPACES[platform]
    found: dict[str, Pairs] = {}
    for element in tree.root.iter(f"{{{namespace}}}properties"):
        holder = element.getparent()
        owner = holder.getparent() if holder is not None and holder.tag == bpmn("extensionElements") else None
        if owner is not None and owner in tree.ids:
            found[tree.ids[owner]] = _pairs_in(element, namespace)
    return found


def _pairs_in(element: etree._Element, namespace: str) -> list[tuple[str, str]]:
    parts = element.iterchildren(f"{{{namespace}}}property")
    named = ((part.get("name") or "", part.get("value") or "") for part in parts)
    return [(name, value) for name, value in named if name.startswith(_PREFIX)]


def platform_of(tree: Tree) -> Platform | None:
    """Return the platform that a file has names and values of procmap for, if any."""
    for platform in NAMESPACES:
        if any(mirrored(tree, platform).values()):
            return platform
    return None
