"""Which pools that are drawn out are the same participant of the common process.

A source with one such pool (or none) is drawn in the main participant. Where a source has several, each is that
participant that it has most rows in common with, or the name; those that nobody else has are participants of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.alignment import Alignment
from procmap.harmonisation.naming import Names, most_common
from procmap.harmonisation.sources import Source

MAIN = ""


@dataclass(frozen=True)
class Participation:
    """The participants besides the main one: their names by key, and the participant of every pool of a party."""

    names: Mapping[str, str]
    of_pool: Mapping[tuple[str, str], str]

    def of(self, source: Source, node: str) -> str:
        """Return the key of the participant that a node of a source belongs to; `MAIN` for the main one."""
        return self.of_pool.get((source.id, source.index.nodes[node].pool or ""), MAIN)


ONE_PARTICIPANT = Participation({}, {})
"""All that is drawn out is the main participant."""


@dataclass
class _Cluster:
    rows: set[str] = field(default_factory=set)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    named: list[tuple[str, str]] = field(default_factory=list)
    pools: list[tuple[str, str]] = field(default_factory=list)


def participation(alignment: Alignment, sources: Sequence[Source], names: Names) -> Participation:
    """Return the participants of the sources. The result does not depend on the order of the sources."""
    row_of = {(member.process, member.step): row.id for row in alignment.rows for member in row.steps}
    rows: dict[tuple[str, str], set[str]] = {}
    for source in sources:
        for step in source.steps.values():
            rows.setdefault((source.id, step.pool or ""), set()).add(row_of[source.id, step.id])
    several = [source for source in sources if len(_drawn_out(source)) > 1]
    if not several:
        return ONE_PARTICIPANT
    clusters: list[_Cluster] = []
    alone = [source for source in sources if source not in several]
    if alone:
        clusters.append(_Cluster(set().union(*(found for (party, _), found in rows.items() if _is_of(party, alone)))))
    for source in several:
        _join(clusters, source, rows, names)
    main = clusters[0] if alone else max(clusters, key=lambda one: (len({p for p, _ in one.pools}), len(one.rows)))
    others = [cluster for cluster in clusters if cluster is not main]
    return Participation(
        {f"participant {number}": most_common(cluster.named) for number, cluster in enumerate(others)},
        {pool: f"participant {number}" for number, cluster in enumerate(others) for pool in cluster.pools},
    )


def _drawn_out(source: Source) -> dict[str, str]:
    """Return the names of the pools that are drawn out, by id. What is drawn in no pool beside them has an empty id."""
    found = {pool.id: pool.name for pool in source.process.pools if pool.id in source.own_pools}
    if any(node.pool is None for node in source.process.nodes):
        found[""] = ""
    return found


def _is_of(party: str, sources: Iterable[Source]) -> bool:
    return any(source.id == party for source in sources)


def _join(clusters: list[_Cluster], source: Source, rows: Mapping[tuple[str, str], set[str]], names: Names) -> None:
    """Let every pool of a source be of the cluster most like it, one pool in each; else of a new one."""
    name_of = {pool: names.common("role", source.id, name) for pool, name in _drawn_out(source).items()}
    mine = {pool: rows.get((source.id, pool), set()) for pool in name_of}
    pairs = [
        (len(found & cluster.rows), bool(name_of[pool]) and names.key(name_of[pool]) in cluster.keys, -number, -place)
        for place, (pool, found) in enumerate(mine.items())
        for number, cluster in enumerate(clusters)
    ]
    chosen: dict[str, int] = {}
    pools = list(mine)
    for shared, named, number, place in sorted(pairs, reverse=True):
        pool = pools[-place]
        if (shared or named) and pool not in chosen and -number not in chosen.values():
            chosen[pool] = -number
    for pool, found in mine.items():
        if pool not in chosen:
            clusters.append(_Cluster())
            chosen[pool] = len(clusters) - 1
        cluster = clusters[chosen[pool]]
        cluster.rows |= found
        cluster.keys.add(names.key(name_of[pool]))
        cluster.named.append((source.party.organisation, name_of[pool]))
        cluster.pools.append((source.id, pool))
