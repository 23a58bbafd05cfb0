"""Reading a PNML file: each net in it becomes a process."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from procmap.formats.document import Document
from procmap.formats.free_ids import FreeIds, distinct
from procmap.formats.label_ids import id_of_label
from procmap.formats.notes import Notes
from procmap.formats.pnml.gateways import draw_net
from procmap.formats.pnml.graphics import draw
from procmap.formats.pnml.markup import attribute, children, documentation_of, kind_of, name_of
from procmap.formats.pnml.net import Net
from procmap.formats.pnml.operators import join_operators
from procmap.formats.pnml.structure import read_net
from procmap.formats.xml_head import first_element
from procmap.formats.xml_input import parse
from procmap.model import BadInput, Diagram, Lane, Process, Property, unique

if TYPE_CHECKING:
    from lxml import etree

_PLACE_TRANSITION = re.compile(r"|.*(?:pt_?net|pnmlcoremodel|epnml|pntd/blackTokens|P/T).*", re.IGNORECASE | re.DOTALL)
_UNIT = "organizationalUnit"


def recognises(head: bytes) -> bool:
    """Tell whether a file that begins so is PNML: whether `pnml` is its first element."""
    return first_element(head) == "pnml"


def read(source: bytes, name: str) -> Document:
    """Return the nets of a PNML file as processes; `name` is what findings cite.

    Raises BadInput `not-pnml` when the root element is another one, and what procmap.formats.xml_input raises for
    what is no XML or not safe to read.
    """
    parsed = parse(source, name)
    if kind_of(parsed.root) != "pnml":
        raise BadInput("not-pnml", source=name, root=kind_of(parsed.root))
    notes = Notes()
    nets = list(children(parsed.root, "net"))
    for other in children(parsed.root):
        if kind_of(other) not in ("net", "toolspecific"):
            notes.unread(f"pnml/{kind_of(other)}")
    if not nets:
        notes.report("pnml-no-net", source=name)
    ids = distinct([(attribute(net, "id"), name_of(net) or "net") for net in nets])
    read_nets = [_process(net, made, notes) for net, made in zip(nets, ids, strict=True)]
    return Document(
        name=name,
        format="pnml",
        source=source,
        tool=_tool(parsed.root),
        processes=tuple(process for process, _ in read_nets),
        diagrams=tuple(diagram for _, drawn in read_nets for diagram in drawn),
        findings=(*parsed.findings, *notes.findings()),
    )


def _tool(root: etree._Element) -> str:
    """Return the name and version of the tool that wrote its own parts into the file."""
    for element in root.iter("{*}toolspecific"):
        return f"{attribute(element, 'tool')} {attribute(element, 'version')}".strip()
    return ""


def _process(element: etree._Element, made: str, notes: Notes) -> tuple[Process, list[Diagram]]:
    kind = attribute(element, "type")
    if not _PLACE_TRANSITION.fullmatch(kind):
        notes.report("pnml-net-type", process=made, type=kind)
    net, free = read_net(element, made, notes)
    name = name_of(element)
    nets = _joined(net, free)
    drawn = [(plane or made, draw_net(each, made, plane, free, notes)) for plane, each in nets]
    diagrams = [diagram for plane, each in drawn if (diagram := draw(plane, each)) is not None]
    process = Process(
        id=made,
        name=name,
        documentation=documentation_of(element),
        properties=(Property(name="notation", value="Petri net"),),
        lanes=_lanes([each for _, each in nets], free),
        nodes=tuple(node for _, each in drawn for node in each.nodes),
        flows=tuple(flow for _, each in drawn for flow in each.flows),
    )
    return process, diagrams


def _joined(net: Net, free: FreeIds) -> list[tuple[str | None, Net]]:
    """Return the net and those inside its transitions, operators joined, each with the transition it lies in."""
    nets: list[tuple[str | None, Net]] = [(None, join_operators(net, free))]
    for _, each in nets:  # grows while it is read
        nets += [(inner.id, join_operators(inner.inside, free)) for inner in each.transitions if inner.inside]
    return nets


def _lanes(nets: Iterable[Net], free: FreeIds) -> tuple[Lane, ...]:
    """Return a lane for each role, with the steps that it does and the units that it belongs to."""
    nodes: dict[str, list[str]] = {}
    units: dict[str, list[Property]] = {}
    for each in (transition for net in nets for transition in net.transitions):
        if each.role and not each.silent:
            nodes.setdefault(each.role, []).append(each.id)
            units.setdefault(each.role, []).extend(item for item in each.properties if item.name == _UNIT)
    return tuple(
        Lane(
            id=free.new(id_of_label(role, "role")),
            name=role,
            nodes=tuple(nodes[role]),
            properties=tuple(unique(units[role])),
        )
        for role in nodes
    )
