"""Arcs and relations with their ends, sorted by what they join."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from procmap.formats.epml.markup import Reading, attribute, children, describe, kind_of, note_lost

if TYPE_CHECKING:
    from lxml import etree

ObjectKind = Literal["node", "role", "system", "data"]

LINKS = frozenset(("arc", "relation"))
PARTS = frozenset(("flow", "relation", "graphics"))
"""The children of an arc or relation that are read."""
ATTRIBUTES = frozenset(("id", "from", "to", "source", "target", "type"))
"""The attributes of an arc or relation that are read."""


@dataclass(frozen=True)
class Object:
    """An element of an EPC that arcs and relations can join: its id in the model, and what it is."""

    id: str
    kind: ObjectKind
    element: etree._Element


@dataclass(frozen=True)
class Link:
    """An arc or relation; `flow` when it is drawn as control flow. `type` is that of a relation, as EPML 2.0 has it.

    The ends are ids in the model. An end that nothing in the file has is what the file says.
    """

    id: str
    element: etree._Element
    flow: bool
    type: str
    source: str
    target: str


@dataclass
class Links:
    """The links of an EPC by what they are: order, who does a step, what is used, data in and out, and the rest."""

    flows: list[Link] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    systems: list[tuple[str, str]] = field(default_factory=list)
    data: list[Link] = field(default_factory=list)
    others: list[Link] = field(default_factory=list)


def sort_links(
    process: str,
    elements: Sequence[tuple[str, etree._Element]],
    objects: Mapping[str, Object],
    overlooked: Container[str],
    reading: Reading,
) -> Links:
    """Return the links of an EPC; `elements` are its arcs and relations with their ids, `objects` by the file's ids.

    What is joined decides, not the element, so that a role drawn to its function by an arc is no part of the order.
    Pairs are (role or system, node). A relation to nowhere is reported; one to an element that is not read
    (`overlooked`, the file's ids) is not read either.
    """
    links = Links()
    kinds = {item.id: item.kind for item in objects.values()}
    for name, element in elements:
        link = _link(name, element, objects)
        if link is None:
            reading.unread(kind_of(element))
            continue
        source, target = kinds.get(link.source), kinds.get(link.target)
        ends = {source, target}
        if link.flow and ends <= {"node", None}:
            links.flows.append(link)
        elif None in ends:
            missing = link.source if source is None else link.target
            if missing in overlooked:
                reading.unread(kind_of(element))
            else:
                reading.report("dangling-relation", name, process=process, id=name, missing=missing)
        elif ends == {"node", "data"}:
            links.data.append(link)
        elif ends in ({"node", "role"}, {"node", "system"}):
            pair = (link.target, link.source) if source == "node" else (link.source, link.target)
            (links.roles if "role" in ends else links.systems).append(pair)
            _note_lost(element, reading)
        elif "system" in ends:
            reading.unread(kind_of(element))
        else:
            links.others.append(link)
    return links


def _note_lost(element: etree._Element, reading: Reading) -> None:
    said = describe(element, reading, PARTS, ATTRIBUTES)
    if said.name:
        reading.unread(f"{kind_of(element)}/name")
    note_lost(element, said, reading)


def _link(name: str, element: etree._Element, objects: Mapping[str, Object]) -> Link | None:
    """Return an element as a link; None when it says nothing of its ends."""
    for inner in (*children(element, "flow"), *children(element, "relation"), element):
        source = attribute(inner, "source") or attribute(inner, "from")
        target = attribute(inner, "target") or attribute(inner, "to")
        if source or target:
            flow = kind_of(inner) in ("flow", "arc") and kind_of(element) == "arc"
            ends = [objects[end].id if end in objects else end for end in (source, target)]
            return Link(name, element, flow, attribute(inner, "type"), ends[0], ends[1])
    return None
