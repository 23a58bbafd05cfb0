"""Outside participants: black-box pools, what is exchanged with them, and which of different parties are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from procmap.alignment import Party
from procmap.comparison.criteria import related, subject
from procmap.comparison.grid import Grid
from procmap.language import label_key
from procmap.model import Step, unique

Direction = Literal["received", "sent"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
MOST_POOLS = 100
"""Pools with a row or a word in common that are held against each other."""
UNNAMED = "message"
"""What a message without a name is shown as: the code of its kind."""
_ANYBODY = frozenset(
    ("person", "persons", "people", "personer", "personar", "folk", "parties", "parter", "partar", "part")
)
_SAME_NAME = 1000
"""What an equal name is worth against rows with messages in common."""


@dataclass(frozen=True)
class Exchange:
    """A message between a step of a party and an outside participant (`pool`: its id), as the party sees it."""

    party: str
    pool: str
    direction: Direction
    row: str
    step: str
    flow: str
    name: str


@dataclass(frozen=True)
class Partner:
    """Outside participants of different parties that are the same: the id of the pool by party."""

    pools: Mapping[str, str]
    names: Mapping[str, str]
    exchanges: tuple[Exchange, ...]


def partners_of(grid: Grid) -> list[Partner]:
    """Return the outside participants: those with equal names are the same, then those with most rows in common.

    No partner has two pools of one party.
    """
    exchanges = [found for party in grid.parties for found in _exchanges(grid, party)]
    by_pool: dict[tuple[str, str], list[Exchange]] = defaultdict(list)
    for found in exchanges:
        by_pool[found.party, found.pool].append(found)
    names = {(party.id, pool.id): " ".join(pool.name.split()) for party in grid.parties for pool in party.process.pools}
    partner_of = {pool: number for number, pool in enumerate(by_pool)}
    members: dict[int, list[tuple[str, str]]] = {number: [pool] for pool, number in partner_of.items()}
    for _, one, other in _alike(grid, by_pool, names):
        a, b = partner_of[one], partner_of[other]
        if a == b or {party for party, _ in members[a]} & {party for party, _ in members[b]}:
            continue
        for pool in members[b]:
            partner_of[pool] = a
        members[a] += members.pop(b)
    return [
        Partner(
            pools=dict(sorted(pools)),
            names={party: names[party, pool] for party, pool in sorted(pools)},
            exchanges=tuple(found for found in exchanges if (found.party, found.pool) in set(pools)),
        )
        for pools in members.values()
    ]


def _alike(
    grid: Grid, by_pool: Mapping[tuple[str, str], Sequence[Exchange]], names: Mapping[tuple[str, str], str]
) -> list[tuple[int, tuple[str, str], tuple[str, str]]]:
    """Return the pairs of pools of different parties that may be the same, the most alike first."""
    sharing: dict[Hashable, list[tuple[str, str]]] = defaultdict(list)
    for pool, exchanges in by_pool.items():
        keys: list[Hashable] = [*((one.direction, one.row) for one in exchanges), label_key(names[pool], grid.language)]
        for token in subject([names[pool]], grid.spoken(pool[0])):
            keys += (token.stem, *sorted(token.concepts))
        for key in unique(keys):
            sharing[key].append(pool)
    found = {}
    for pools in sharing.values():
        for one, other in combinations(pools[:MOST_POOLS], 2):
            if one[0] != other[0] and (one, other) not in found:
                rows = {(each.direction, each.row) for each in by_pool[one]}
                shared = rows & {(each.direction, each.row) for each in by_pool[other]}
                found[one, other] = 2 * len(shared) + _named_alike(grid, (one[0], names[one]), (other[0], names[other]))
    return sorted(
        ((-score, one, other) for (one, other), score in found.items() if score),
        key=lambda pair: (pair[0], names[pair[1]], names[pair[2]], pair[1][0], pair[2][0]),
    )


def _named_alike(grid: Grid, one: tuple[str, str], other: tuple[str, str]) -> int:
    if same_name(grid, one[1], other[1]):
        return _SAME_NAME
    return int(related_names(grid, one, other))


def same_name(grid: Grid, one: str, other: str) -> bool:
    """Tell whether two names have the same words."""
    key = label_key(one, grid.language)
    return bool(key) and key == label_key(other, grid.language)


def related_names(grid: Grid, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two names, each with its party, have a word or a meaning in common."""
    subjects = [subject([name], grid.spoken(party)) for party, name in (one, other)]
    return related(*subjects)


def says_who(grid: Grid, party: str, name: str) -> bool:
    """Tell whether a name says who it is: "other persons" does not."""
    return any(token.surface not in _ANYBODY for token in subject([name], grid.spoken(party)))


def _exchanges(grid: Grid, party: Party) -> list[Exchange]:
    outside = {pool.id for pool in party.process.pools if pool.process is None}
    found = []
    for flow in party.process.message_flows:
        name = " ".join((flow.name or flow.message).split()) or UNNAMED
        if flow.source in outside and (party.id, flow.target) in grid.row_of:
            row = grid.row_of[party.id, flow.target].id
            found.append(Exchange(party.id, flow.source, "received", row, flow.target, flow.id, name))
        elif flow.target in outside and (party.id, flow.source) in grid.row_of:
            row = grid.row_of[party.id, flow.source].id
            found.append(Exchange(party.id, flow.target, "sent", row, flow.source, flow.id, name))
    return found


def inside(grid: Grid, party: Party, partner: Partner) -> list[Step]:
    """Return the steps of a party that are done by a role with the name of an outside participant of others."""
    names = [name for name in partner.names.values() if name]
    return [
        step
        for step in party.process.steps
        if any(same_name(grid, name, role) for role in grid.facts[party.id].roles(step) for name in names)
    ]
