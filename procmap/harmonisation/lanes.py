"""Lanes: one for every role that does something, inside the lane that most have it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Ids, Names
from procmap.harmonisation.sources import Source
from procmap.model import Lane, Node, Origin, unique

_Place = tuple[str, str | None]
"""A role, and the common pool in which it is drawn (None: whatever pool)."""


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
    pool_of: Mapping[tuple[str, str], str],
    ids: Ids,
) -> tuple[Lane, ...]:
    """Return a lane for every role of every pool, a lane before those inside it, in the order of the flow.

    `role_of`: the role of every node that has one; the others are in the lane of the first role of their pool.
    `pool_of`: the common pool of the pools of the parties.
    """
    pools: dict[str | None, list[Node]] = {}
    for node in nodes:
        pools.setdefault(node.pool, []).append(node)
    told = _told(sources, names, pool_of)
    return tuple(lane for pool, inside in pools.items() for lane in _lanes_in(pool, inside, role_of, told, ids))


def _lanes_in(
    pool: str | None, nodes: Sequence[Node], role_of: Mapping[str, str], told: Mapping[_Place, _Role], ids: Ids
) -> Iterable[Lane]:
    members: dict[str, list[str]] = {}
    for node in nodes:
        if role_of.get(node.id):
            members.setdefault(role_of[node.id], []).append(node.id)
    if not members:
        return ()
    members[next(iter(members))].extend(node.id for node in nodes if not role_of.get(node.id))
    steps = {node.id: node.origins for node in nodes}
    here = {role: told.get((role, pool)) or told.get((role, None)) for role, _ in told}

    def origins(role: str) -> tuple[Origin, ...]:
        parts = [here.get(part) for part in unique((role, *role.split(" / ")))]
        drawn = [origin for part in parts if part is not None for origin in part.origins]
        return tuple(unique(drawn or (origin for node in members.get(role, ()) for origin in steps[node])))

    made: dict[str, Lane] = {}
    for role in members:
        for inner, outer in _path(role, here):
            if inner not in made:
                made[inner] = Lane(
                    id=ids.give("lane", inner),
                    name=inner,
                    nodes=tuple(members.get(inner, ())),
                    parent=made[outer].id if outer else None,
                    pool=pool,
                    origins=origins(inner),
                )
    return made.values()


def _told(sources: Sequence[Source], names: Names, pool_of: Mapping[tuple[str, str], str]) -> dict[_Place, _Role]:
    """Return what is drawn for every role: in each common pool, and in whatever pool (None)."""
    found: dict[_Place, _Role] = {}
    for source in sources:
        common = {lane.id: names.common("role", source.id, lane.name) for lane in source.process.lanes}
        for lane in source.process.lanes:
            for pool in unique((pool_of.get((source.id, lane.pool or "")), None)):
                role = found.setdefault((common[lane.id], pool), _Role())
                role.origins.append(origin_of(source, lane.id, lane.name))
                role.around.setdefault(common.get(lane.parent or "", ""), set()).add(source.party.organisation)
    return found


def _path(role: str, told: Mapping[str, _Role | None]) -> list[tuple[str, str]]:
    """Return a role and the lanes around it, each with the lane around that, the outermost first."""
    path: list[tuple[str, str]] = []
    seen: set[str] = set()
    current = role
    while current and current not in seen:
        seen.add(current)
        drawn = told.get(current)
        around = drawn.around if drawn is not None else {}
        outer = min(around, key=lambda name: (-len(around[name]), name), default="")
        path.append((current, outer if outer not in seen else ""))
        current = outer
    return path[::-1]
