"""The participants of the common process as pools, and the messages between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Ids, Names, most_common
from procmap.harmonisation.places import Places
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import Finding, MessageFlow, Node, Pool, unique

POOL = "pool_common"


@dataclass(frozen=True)
class Pools:
    """The common pools. `of_scope`: by participant (None: the main one); `of`: by party and pool of the source."""

    all: tuple[Pool, ...]
    of_scope: Mapping[str | None, str | None]
    of: Mapping[tuple[str, str], str]


NO_POOLS = Pools((), {None: None}, {})


@dataclass
class _Growing:
    """A common pool as it grows: what it is called by whom, and the pools that it stands for."""

    named: list[tuple[str, str]] = field(default_factory=list)
    pools: list[tuple[Source, Pool]] = field(default_factory=list)


def pools_of(sources: Sequence[Source], rows: Rows, names: Names, name: str, ids: Ids) -> Pools:
    """Return a pool for every participant that has rows, and one for every outside participant.

    `name` is that of the main one. Outside participants with the same name are one; where a participant with rows is
    called so too, it is that.
    """
    own: dict[str | None, _Growing] = {scope: _Growing() for scope in rows.tops()}
    outside: dict[tuple[str, ...], _Growing] = {}
    called: dict[tuple[str, ...], str] = {}
    for source in sources:
        for pool in source.process.pools:
            key = rows.participants.of_pool.get((source.id, pool.id))
            if pool.id in source.own_pools:
                growing = own[key if key in own else None]
                growing.named.append((source.party.organisation, names.common("role", source.id, pool.name)))
                growing.pools.append((source, pool))
                if key in own and key is not None:
                    called.setdefault(names.key(names.common("role", source.id, pool.name)), key)
    for source in sources:
        for pool in source.process.pools:
            if pool.id not in source.own_pools:
                common = names.common("role", source.id, pool.name)
                key = called.get(names.key(common))
                growing = own[key] if key is not None else outside.setdefault(names.key(common), _Growing())
                growing.named.append((source.party.organisation, common))
                growing.pools.append((source, pool))
    made = [(scope, _own(scope, growing, name, ids), growing) for scope, growing in own.items()]
    others = [(_outside(growing, ids), growing) for growing in outside.values()]
    return Pools(
        (*(pool for _, pool, _ in made), *(pool for pool, _ in others)),
        {scope: pool.id for scope, pool, _ in made},
        {
            (source.id, each.id): pool.id
            for pool, growing in [*((pool, growing) for _, pool, growing in made), *others]
            for source, each in growing.pools
        },
    )


def _own(scope: str | None, growing: _Growing, name: str, ids: Ids) -> Pool:
    called = name if scope is None else most_common(growing.named)
    made = POOL if scope is None else ids.give("participant", called)
    texts = unique(text for _, pool in growing.pools for text in pool.process_documentation)
    return _outside(growing, ids, made).replace(
        name=called,
        process="process_common" if scope is None else f"process_{made}",
        process_name=called,
        process_documentation=tuple(texts),
    )


def _outside(growing: _Growing, ids: Ids, made: str = "") -> Pool:
    name = most_common(growing.named)
    return Pool(
        id=made or ids.give("participant", name),
        name=name,
        multiple=any(pool.multiple for _, pool in growing.pools),
        origins=tuple(origin_of(source, pool.id, pool.name) for source, pool in growing.pools),
    )


@dataclass(frozen=True)
class Messages:
    """The messages between participants, and those that could not be drawn.

    `partners`: for every step and direction, the outside participant that each party sends to or hears from.
    """

    flows: tuple[MessageFlow, ...] = ()
    findings: tuple[Finding, ...] = ()
    partners: tuple[Mapping[str, str], ...] = ()


class Messenger:
    """Finds the common messages. `nodes`: those of the common process, by id."""

    def __init__(
        self, rows: Rows, names: Names, places: Mapping[str, Places], nodes: Mapping[str, Node], pools: Pools
    ) -> None:
        self._rows, self._names, self._places, self._nodes, self._pools = rows, names, places, nodes, pools
        self._found: dict[tuple[object, ...], list[tuple[Source, MessageFlow]]] = {}
        self._partners: dict[tuple[str, bool], dict[str, str]] = {}
        self._findings: list[Finding] = []

    def messages(self, sources: Sequence[Source], ids: Ids) -> Messages:
        """Return the messages of all sources: those with the same name between the same ends are one."""
        for source in sources:
            for message in source.process.message_flows:
                self._message(source, message)
        flows = []
        for (sender, receiver, _), told in self._found.items():
            name = most_common((source.party.organisation, message.name) for source, message in told)
            flows.append(
                MessageFlow(
                    id=ids.give("message", name),
                    name=name,
                    message=most_common((source.party.organisation, message.message) for source, message in told),
                    source=str(sender),
                    target=str(receiver),
                    origins=tuple(origin_of(source, message.id, message.name) for source, message in told),
                )
            )
        return Messages(tuple(flows), tuple(self._findings), tuple(self._partners.values()))

    def _message(self, source: Source, message: MessageFlow) -> None:
        sender, receiver = self._end(source, message.source), self._end(source, message.target)
        if sender is None or receiver is None:
            return  # a step was dropped, and its message with it; or it leads nowhere
        if sender[1] == receiver[1]:
            params = {"party": source.id, "name": message.name}
            self._findings.append(
                Finding(code="message-inside", severity="note", elements=(message.id,), params=params)
            )
            return
        pools = {pool.id: pool for pool in source.process.pools}
        for end, other, inward in (
            (sender[0], pools.get(message.target), False), (receiver[0], pools.get(message.source), True),
        ):  # fmt: skip
            if other is not None and other.id not in source.own_pools:
                whom = self._names.common("role", source.id, other.name)
                self._partners.setdefault((end, inward), {}).setdefault(source.id, whom)
        key = (sender[0], receiver[0], self._names.key(message.name))
        self._found.setdefault(key, []).append((source, message))

    def _end(self, source: Source, element: str) -> tuple[str, str] | None:
        """Return the common end of a message, a node or a pool, and the pool that it lies in."""
        pool = self._pools.of.get((source.id, element))
        if pool is not None:
            return pool, pool
        node = self._places[source.id].at(element)
        found = self._nodes.get(node or "")
        if found is not None and found.pool is not None:
            return found.id, found.pool
        row = self._rows.of_step.get((source.id, element))
        if element not in source.index.nodes or (row is not None and row.state == "dropped"):
            return None
        pool = self._pools.of.get((source.id, source.index.nodes[element].pool or ""), POOL)
        return pool, pool
