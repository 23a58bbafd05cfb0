"""Small tools for EPML's elements: what they are called, what they say of themselves, what was not read of them.

The schema qualifies no element but the root; some tools qualify all. Names are therefore compared without EPML's
namespace, and elements of other namespaces keep their prefix.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from procmap.formats.notes import Notes
from procmap.model import Property, unique

if TYPE_CHECKING:
    from lxml import etree

EPML_NAMESPACE = "http://www.epml.de"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_PLACED = frozenset(("defRef", "roletype"))
_BLANK = re.compile(r"(?:\s|\\n)+")


@dataclass(frozen=True)
class Definition:
    """What several elements share: they cite it by `defRef`."""

    name: str
    documentation: tuple[str, ...]


@dataclass
class Reading(Notes):
    """What is known and noted while a file is read; `definitions` are those of the file by their ids."""

    definitions: dict[str, Definition] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What an element says of itself."""

    name: str
    documentation: tuple[str, ...]
    properties: tuple[Property, ...]


def kind_of(element: etree._Element) -> str:
    """Return an element's name: local in EPML's namespace or in none, with its prefix elsewhere."""
    namespace, _, name = str(element.tag).rpartition("}")
    if not namespace or namespace[1:].startswith(EPML_NAMESPACE):
        return name
    prefix = str(element.prefix) if element.prefix else namespace[1:]
    return f"{prefix}:{name}"


def children(element: etree._Element, kind: str = "") -> Iterator[etree._Element]:
    """Yield the child elements, without comments and the like; those of one kind when it is given."""
    for child in element.iterchildren("*"):
        if not kind or kind_of(child) == kind:
            yield child


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute, stripped; empty when there is none. The drafts of EPML wrote `EpcId` and `Name`."""
    value = element.get(name)
    if value is None:
        lower = name.lower()
        value = next((str(value) for key, value in element.attrib.items() if str(key).lower() == lower), "")
    return value.strip()


def clean(text: str) -> str:
    r"""Return a name in one line: white space folded, also the `\n` that some tools write as two characters."""
    return _BLANK.sub(" ", text).strip()


def text_of(element: etree._Element) -> str:
    """Return all the text in an element."""
    return "".join(str(part) for part in element.itertext())


def describe(
    element: etree._Element, reading: Reading, parts: Collection[str] = (), attributes: Collection[str] = ()
) -> Said:
    """Return an element's name, descriptions and free key-values, completed by the definition it cites.

    `parts` and `attributes` are the kinds of children and the attributes that the caller reads. Other children are
    noted as not read, other attributes become properties.
    """
    names: list[str] = []
    documentation: list[str] = []
    properties: list[Property] = []
    for child in children(element):
        kind = kind_of(child)
        if kind == "name":
            names.append(clean(text_of(child)))
        elif kind in ("description", "documentation"):
            documentation.append(text_of(child).replace("\\n", "\n").strip())
        elif kind == "attribute":
            properties.append(Property(name=attribute(child, "typeRef"), value=attribute(child, "value")))
        elif kind.startswith("configurable"):
            properties += _configuration(child)
        elif kind not in parts:
            reading.unread(f"{kind_of(element)}/{kind}")
    names.append(clean(attribute(element, "name")))
    known = {name.lower() for name in ("id", "name", *attributes)}
    for key, value in element.attrib.items():
        if str(key).lower() not in known and not str(key).startswith(_XSI):
            properties.append(Property(name=str(key).rpartition("}")[2], value=str(value)))
    definition = reading.definitions.get(attribute(element, "defRef"))
    if definition is not None:
        names.append(definition.name)
        documentation += definition.documentation
    name, *others = unique(name for name in names if name) or [""]
    properties += (Property(name="name", value=other) for other in others)
    return Said(name, tuple(unique(text for text in documentation if text)), tuple(properties))


def _configuration(element: etree._Element) -> Iterator[Property]:
    """Yield what a configurable EPC lets one choose of an element, and what was chosen."""
    yield Property(name="configurable", value="true")
    for child in children(element, "configuration"):
        for key, value in child.attrib.items():
            yield Property(name="configuration/" + str(key), value=str(value))


def note_lost(element: etree._Element, said: Said, reading: Reading) -> None:
    """Note what an element says beside its name, for one that becomes something smaller in the model."""
    kind = kind_of(element)
    for _ in said.documentation:
        reading.unread(f"{kind}/description")
    for item in said.properties:
        if item.name not in _PLACED:
            reading.unread(f"{kind}/attribute")
    for _ in children(element, "graphics"):
        reading.unread(f"{kind}/graphics")
