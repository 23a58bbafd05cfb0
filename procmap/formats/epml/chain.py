"""One EPC as a process: its functions, events, connectors and arcs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from procmap.formats.epml.graphics import Axes, draw
from procmap.formats.epml.links import ATTRIBUTES, LINKS, PARTS, Link, Object, ObjectKind, sort_links
from procmap.formats.epml.markup import Reading, attribute, children, clean, describe, kind_of, text_of
from procmap.formats.epml.resources import read_association, read_data, read_data_association, read_lanes, read_systems
from procmap.formats.free_ids import distinct
from procmap.model import (
    Activity,
    Diagram,
    Event,
    Gateway,
    Process,
    ProcessCard,
    Property,
    SequenceFlow,
    StepDetails,
)
from procmap.model.elements import GatewayType, Node

if TYPE_CHECKING:
    from lxml import etree

_GATEWAYS: dict[str, GatewayType] = {"and": "parallelGateway", "or": "inclusiveGateway", "xor": "exclusiveGateway"}
_SIGNS = {
    "and": frozenset(("and", "∧", "⋀", "^", "&", "+")),
    "or": frozenset(("or", "∨", "⋁", "v")),  # noqa: RUF001
    "xor": frozenset(("xor", "x", "×", "⊗", "⊕")),  # noqa: RUF001
}
_KINDS: dict[str, ObjectKind] = {
    "function": "node", "event": "node", "processInterface": "node", "and": "node", "or": "node", "xor": "node",
    "role": "role", "participant": "role", "application": "system", "dataField": "data", "object": "data",
}  # fmt: skip
_DESCRIBING = frozenset(("name", "description", "documentation", "attribute"))
NOTATION = Property(name="notation", value="EPC")


@dataclass(frozen=True)
class Chain:
    """An EPC, the id that its process gets, the folder that it lies in, and the processes' ids by epcId."""

    element: etree._Element
    id: str
    folder: str
    calls: Mapping[str, str]


@dataclass(frozen=True)
class _Ways:
    """How many arcs lead to and from each node."""

    incoming: Counter[str]
    outgoing: Counter[str]


def read_chain(chain: Chain, axes: Axes, reading: Reading) -> tuple[Process, Diagram | None]:
    """Return an EPC as a process, and its drawing where it has coordinates."""
    objects, linking, overlooked = _members(chain, reading)
    by_id: dict[str, Object] = {}
    for item in objects:
        by_id.setdefault(attribute(item.element, "id") or item.id, item)
    links = sort_links(chain.id, linking, by_id, overlooked, reading)

    def of(kind: ObjectKind) -> list[Object]:
        return [item for item in objects if item.kind == kind]

    lanes, lane_of = read_lanes(of("role"), links.roles, reading)
    systems, free_systems = read_systems(of("system"), links.systems, reading)
    ways = _Ways(Counter(link.target for link in links.flows), Counter(link.source for link in links.flows))
    nodes = tuple(_node(item, ways, systems, chain, reading) for item in of("node"))
    _note_implicit(chain.id, nodes, ways, reading)
    said = describe(chain.element, reading, frozenset((*_KINDS, *LINKS)), ("epcId",))
    data = {item.id: item for item in of("data")}
    folder = (Property(name="directory", value=chain.folder),) if chain.folder else ()
    process = Process(
        id=chain.id,
        name=said.name,
        card=ProcessCard(systems=free_systems),
        documentation=said.documentation,
        properties=(NOTATION, *folder, *said.properties),
        lanes=lanes,
        nodes=nodes,
        flows=tuple(_flow(link, reading) for link in links.flows),
        data=read_data(of("data"), reading),
        data_associations=tuple(read_data_association(link, data, reading) for link in links.data),
        associations=tuple(read_association(link, lane_of, reading) for link in links.others),
    )
    return process, draw(
        chain.id,
        [(item.id, item.element) for item in objects if item.kind in ("node", "data")],
        [(link.id, link.element) for link in (*links.flows, *links.data, *links.others)],
        axes,
        reading,
    )


def _members(chain: Chain, reading: Reading) -> tuple[list[Object], list[tuple[str, etree._Element]], frozenset[str]]:
    """Return the objects of an EPC, its arcs and relations with their ids, and the ids of what is not read.

    Arcs cite objects by id, and nothing cites arcs: where one id is given to both, the object keeps it.
    """
    found: list[tuple[ObjectKind, etree._Element]] = []
    linking: list[etree._Element] = []
    overlooked: set[str] = set()
    for element in children(chain.element):
        kind = kind_of(element)
        if kind in _KINDS:
            found.append(("system" if _is_system(element) else _KINDS[kind], element))
        elif kind in LINKS:
            linking.append(element)
        elif kind not in _DESCRIBING:
            overlooked.add(attribute(element, "id"))
    elements = [*(element for _, element in found), *linking]
    ids = distinct([(attribute(element, "id"), _name(element, reading) or kind_of(element)) for element in elements])
    _note_ids(chain.id, elements, ids, len(found), reading)
    objects = [Object(name, kind, element) for name, (kind, element) in zip(ids, found, strict=False)]
    return objects, list(zip(ids[len(found) :], linking, strict=True)), frozenset(overlooked - {""})


def _is_system(element: etree._Element) -> bool:
    """Tell whether a role is a system: EPML 2.0 has no `application`, Apromore writes a role of a type instead."""
    types = (
        attribute(part, "value") for part in children(element, "attribute") if attribute(part, "typeRef") == "roletype"
    )
    return kind_of(element) == "role" and "IT system" in types


def _name(element: etree._Element, reading: Reading) -> str:
    """Return an element's name, its own or that of its definition: it is called after it when it has no id."""
    own = next((clean(text_of(name)) for name in children(element, "name")), "") or clean(attribute(element, "name"))
    definition = reading.definitions.get(attribute(element, "defRef"))
    return own or (definition.name if definition is not None else "")


def _note_ids(
    process: str, elements: Sequence[etree._Element], ids: Sequence[str], objects: int, reading: Reading
) -> None:
    """Report ids that are given twice, and objects (the first of the elements) without one."""
    by_id: dict[str, list[str]] = {}
    for place, (element, made) in enumerate(zip(elements, ids, strict=True)):
        given = attribute(element, "id")
        if given:
            by_id.setdefault(given, []).append(made)
        elif place < objects:
            reading.report(
                "missing-id", made, process=process, type=kind_of(element), name=_name(element, reading), id=made
            )
    for given, made_ids in by_id.items():
        if len(made_ids) > 1:
            reading.report("duplicate-id", *made_ids, process=process, id=given, times=len(made_ids))


def _node(item: Object, ways: _Ways, systems: Mapping[str, tuple[str, ...]], chain: Chain, reading: Reading) -> Node:
    kind = kind_of(item.element)
    said = describe(item.element, reading, ("graphics", "toProcess"), ("linkToEpcId",))
    common: dict[str, Any] = {"id": item.id, "name": said.name, "documentation": said.documentation}
    used = systems.get(item.id, ())
    if kind in _GATEWAYS:
        for _ in used:
            reading.unread("relation")
        name = "" if said.name.lower() in _SIGNS[kind] else said.name
        return Gateway(type=_GATEWAYS[kind], properties=said.properties, **{**common, "name": name})
    details = StepDetails(systems=used)
    cited = _cited(item.element, reading)
    if cited and cited not in chain.calls:
        reading.report(
            "called-not-found", item.id, severity="note", process=chain.id, id=item.id, name=said.name, called=cited
        )
    begins = not ways.incoming[item.id] and bool(ways.outgoing[item.id])
    if kind == "event" or (kind == "processInterface" and begins):
        # The model's event calls nothing; which process comes before stays in a property.
        origin = (Property(name="linkToEpcId", value=chain.calls.get(cited, cited)),) if cited else ()
        ends = bool(ways.incoming[item.id]) and not ways.outgoing[item.id]
        return Event(
            type="startEvent" if begins else "endEvent" if ends else "intermediateThrowEvent",
            details=details,
            properties=(*said.properties, *origin),
            **common,
        )
    return Activity(
        type="callActivity" if cited or kind == "processInterface" else "task",
        called=chain.calls.get(cited, cited),
        details=details,
        properties=said.properties,
        **common,
    )


def _cited(element: etree._Element, reading: Reading) -> str:
    """Return the epcId of the process that a function or process interface stands for; empty without one."""
    cited = [attribute(part, "linkToEpcId") for part in children(element, "toProcess")]
    cited.append(attribute(element, "linkToEpcId"))
    first, *others = [name for name in cited if name] or [""]
    for _ in others:
        reading.unread(f"{kind_of(element)}/toProcess")
    return first


def _flow(link: Link, reading: Reading) -> SequenceFlow:
    said = describe(link.element, reading, PARTS, ATTRIBUTES)
    return SequenceFlow(
        id=link.id,
        name=said.name,
        documentation=said.documentation,
        properties=said.properties,
        source=link.source,
        target=link.target,
    )


def _note_implicit(process: str, nodes: Sequence[Node], ways: _Ways, reading: Reading) -> None:
    """Report the steps that several arcs leave or enter without a connector that says how."""
    for node in nodes:
        for code, count in (
            ("epc-implicit-join", ways.incoming[node.id]),
            ("epc-implicit-split", ways.outgoing[node.id]),
        ):
            if count > 1 and not isinstance(node, Gateway):
                reading.report(code, node.id, severity="note", process=process, id=node.id, name=node.name, count=count)
