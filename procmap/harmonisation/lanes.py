"""Lanes: one for every role that does something, inside the lane that most have it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Ids, Names
from procmap.harmonisation.sources import Source
from procmap.model import Lane, Node, Origin, unique


@dataclass
class _Role:
    """What the sources draw for a role: their lanes, and who has these inside which lane."""

    origins: list[Origin] = field(default_factory=list)
    around: dict[str, set[str]] = field(default_factory=dict)


def lanes_of(
    nodes: Sequence[Node],
    role_of: Mapping[str, str],
    sources: Sequence[Source],
    names: Names,
    *,
    pool: str | None,
    ids: Ids,
) -> tuple[Lane, ...]:
    """Return a lane for every role, a lane before those inside it, in the order in which the flow comes to them.

    `role_of`: the role of every node that has one. The others are in the lane of the first role.
    """
    told = _told(sources, names)
    members: dict[str, list[str]] = {}
    without: list[str] = []
    for node in nodes:
        role = role_of.get(node.id)
        if role:
            members.setdefault(role, []).append(node.id)
        else:
            without.append(node.id)
    if not members:
        return ()
    members[next(iter(members))].extend(without)
    steps = {node.id: node.origins for node in nodes}

    def origins(role: str) -> list[Origin]:
        named = [origin for part in (role, *role.split(" / ")) if part in told for origin in told[part].origins]
        return unique(named or (origin for node in members.get(role, ()) for origin in steps[node]))

    made: dict[str, Lane] = {}
    for role in members:
        for inner, outer in _path(role, told):
            if inner not in made:
                made[inner] = Lane(
                    id=ids.give("lane", inner),
                    name=inner,
                    nodes=tuple(members.get(inner, ())),
                    parent=made[outer].id if outer else None,
                    pool=pool,
                    origins=tuple(origins(inner)),
                )
    return tuple(made.values())


def _told(sources: Sequence[Source], names: Names) -> dict[str, _Role]:
    found: dict[str, _Role] = {}
    for source in sources:
        common = {lane.id: names.common("role", source.id, lane.name) for lane in source.process.lanes}
        for lane in source.process.lanes:
            role = found.setdefault(common[lane.id], _Role())
            role.origins.append(origin_of(source, lane.id, lane.name))
            role.around.setdefault(common.get(lane.parent or "", ""), set()).add(source.party.organisation)
    return found


def _path(role: str, told: Mapping[str, _Role]) -> list[tuple[str, str]]:
    """Return a role and the lanes around it, each with the lane around that, the outermost first."""
    path: list[tuple[str, str]] = []
    seen: set[str] = set()
    current = role
    while current and current not in seen:
        seen.add(current)
        around = told[current].around if current in told else {}
        outer = min(around, key=lambda name: (-len(around[name]), name), default="")
        path.append((current, outer if outer not in seen else ""))
        current = outer
    return path[::-1]
