"""Who and what with: roles become lanes, data become data items with their associations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from procmap.formats.epml import links as link_parts
from procmap.formats.epml.links import Link, Object
from procmap.formats.epml.markup import Reading, Said, attribute, children, describe, kind_of, note_lost
from procmap.model import Association, DataAssociation, DataItem, Lane, unique


def read_lanes(
    roles: Sequence[Object], pairs: Sequence[tuple[str, str]], reading: Reading
) -> tuple[tuple[Lane, ...], dict[str, str]]:
    """Return a lane for each role, and for each role's id that of its lane; `pairs` are (role, node).

    An EPC draws a role again beside each of its functions: those of one name are one lane, with the first one's id.
    """
    said_of: dict[str, list[Said]] = {}
    by_name: dict[str, str] = {}
    lane_of: dict[str, str] = {}
    for role in roles:
        said = describe(role.element, reading, ("graphics",))
        for _ in children(role.element, "graphics"):  # a symbol has a place; a lane is drawn around its nodes
            reading.unread(f"{kind_of(role.element)}/graphics")
        lane_of[role.id] = by_name.setdefault(said.name, role.id) if said.name else role.id
        said_of.setdefault(lane_of[role.id], []).append(said)
    nodes: dict[str, list[str]] = {}
    for role_id, node_id in pairs:
        nodes.setdefault(lane_of[role_id], []).append(node_id)
    lanes = (
        Lane(
            id=lane_id,
            name=all_said[0].name,
            documentation=tuple(unique(text for said in all_said for text in said.documentation)),
            properties=tuple(unique(item for said in all_said for item in said.properties)),
            nodes=tuple(unique(nodes.get(lane_id, ()))),
        )
        for lane_id, all_said in said_of.items()
    )
    return tuple(lanes), lane_of


def read_systems(
    systems: Sequence[Object], pairs: Sequence[tuple[str, str]], reading: Reading
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return the names of the systems of each node, and of those that belong to none; `pairs` are (system, node)."""
    names: dict[str, str] = {}
    for system in systems:
        said = describe(system.element, reading, ("graphics",))
        names[system.id] = said.name
        note_lost(system.element, said, reading)
        if not said.name:
            reading.unread(kind_of(system.element))
    used: dict[str, list[str]] = {}
    for system_id, node_id in pairs:
        used.setdefault(node_id, []).append(names[system_id])
    related = {system_id for system_id, _ in pairs}
    free = tuple(unique(name for system_id, name in names.items() if name and system_id not in related))
    return {node_id: tuple(unique(name for name in found if name)) for node_id, found in used.items()}, free


def read_data(data: Sequence[Object], reading: Reading) -> tuple[DataItem, ...]:
    """Return the data items, in the order of the file."""
    items = []
    for item in data:
        said = describe(item.element, reading, ("graphics",))
        items.append(DataItem(id=item.id, name=said.name, documentation=said.documentation, properties=said.properties))
    return tuple(items)


def read_data_association(link: Link, data: Mapping[str, Object], reading: Reading) -> DataAssociation:
    """Return a relation between a node and a data item.

    Whether it is input or output is what the relation says, else the object, else the way that the line is drawn.
    """
    said = describe(link.element, reading, link_parts.PARTS, link_parts.ATTRIBUTES)
    common = {"id": link.id, "name": said.name, "documentation": said.documentation, "properties": said.properties}
    into_node = link.source in data
    item, node = (link.source, link.target) if into_node else (link.target, link.source)
    types = (link.type, attribute(data[item].element, "type"), "input" if into_node else "output")
    if next(given for given in types if given in ("input", "output")) == "input":
        return DataAssociation(type="input", node=node, sources=(item,), **common)
    return DataAssociation(type="output", node=node, target=item, **common)


def read_association(link: Link, lane_of: Mapping[str, str], reading: Reading) -> Association:
    """Return a relation that is neither order nor a node's role, system or data."""
    said = describe(link.element, reading, link_parts.PARTS, link_parts.ATTRIBUTES)
    return Association(
        id=link.id,
        name=said.name,
        documentation=said.documentation,
        properties=said.properties,
        source=lane_of.get(link.source, link.source),
        target=lane_of.get(link.target, link.target),
        direction="one",
    )
