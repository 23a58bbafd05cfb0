"""Frames around steps: the groups of the sources, and sub-processes whose parts were composed with those of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.homes import Homes
from procmap.harmonisation.naming import Ids, Names, most_common
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import Group, unique


def frames_of(rows: Rows, sources: Sequence[Source], node_of: Mapping[str, str], ids: Ids) -> dict[str, Group]:
    """Return a group for every sub-process whose parts were composed with those of others, by row."""
    frames: dict[str, Group] = {}
    for row in rows.rows.values():
        if row.role != "frame" or row.state == "dropped":
            continue
        inside = {
            (source.id, node.id)
            for source in sources
            for node in source.steps.values()
            if node.parent in row.members.get(source.id, ())
        }
        of_inside = (rows.of_step.get(key) for key in sorted(inside))
        inner = {found.id for found in of_inside if found is not None}
        origins = tuple(
            origin_of(source, step, source.steps[step].name)
            for source in sources
            for step in row.members.get(source.id, ())
        )
        members = tuple(node for key, node in node_of.items() if key in inner)
        frames[row.id] = Group(id=ids.give("group", row.label), name=row.label, members=members, origins=origins)
    return frames


def groups_of(sources: Sequence[Source], homes: Homes, names: Names, ids: Ids) -> tuple[Group, ...]:
    """Return the groups of the sources: those of the same name are one, around what their members became.

    A group whose members have all been dropped is dropped with them.
    """
    found: dict[tuple[object, ...], list[tuple[Source, Group]]] = {}
    for source in sources:
        nameless = 0
        for group in source.process.groups:
            nameless += not group.name
            key = names.key(group.name) if group.name else ("", nameless)
            members = [homes.of(source, member) for member in group.members]
            if not group.members or any(member is not None for member in members):
                found.setdefault(key, []).append((source, group))
    made = []
    for told in found.values():
        name = most_common((source.party.organisation, group.name) for source, group in told)
        inside = unique(homes.of(source, member) for source, group in told for member in group.members)
        made.append(
            Group(
                id=ids.give("group", name),
                name=name,
                members=tuple(member for member in inside if member is not None),
                origins=tuple(origin_of(source, group.id, group.name) for source, group in told),
            )
        )
    return tuple(made)
