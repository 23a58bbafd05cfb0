"""What is around the flow: outside participants and messages, annotations and their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.harmonisation.assembling import POOL
from procmap.harmonisation.details import origin_of
from procmap.harmonisation.homes import Homes
from procmap.harmonisation.naming import Ids, Names, most_common
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import (
    Annotation,
    Association,
    Finding,
    MessageFlow,
    Origin,
    Pool,
    unique,
)


@dataclass(frozen=True)
class Participants:
    """Outside participants and the messages to and from them, and what could not be drawn.

    `partners`: for every step and direction, the participant that each party sends to or hears from.
    """

    pools: tuple[Pool, ...]
    messages: tuple[MessageFlow, ...]
    findings: tuple[Finding, ...]
    partners: tuple[Mapping[str, str], ...] = ()


NO_PARTICIPANTS = Participants((), (), ())


def own_pool(sources: Sequence[Source], pool: str, name: str) -> Pool:
    """Return the pool that the common process is drawn in: it stands for those that the sources are drawn in."""
    told = [(source, each) for source in sources for each in source.process.pools if each.id in source.own_pools]
    return Pool(
        id=pool, name=name, process="process_common", process_name=name,
        multiple=any(each.multiple for _, each in told),
        process_documentation=tuple(unique(text for _, each in told for text in each.process_documentation)),
        origins=tuple(origin_of(source, each.id, each.name) for source, each in told),
    )  # fmt: skip


@dataclass
class _Participant:
    """An outside participant as it grows: what it is called by whom, and the pools that it stands for."""

    named: list[tuple[str, str]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    multiple: bool = False


@dataclass
class _Message:
    partner: tuple[str, ...]
    inward: bool
    node: str
    named: list[tuple[str, str]]
    carried: list[tuple[str, str]]
    origins: list[Origin]


def participants(
    sources: Sequence[Source], rows: Rows, node_of: Mapping[str, str], nodes: Iterable[str], names: Names, *, ids: Ids
) -> Participants:
    """Return the outside participants; those with the same name are one, and so are the same messages."""
    inside = set(nodes)
    pools: dict[tuple[str, ...], _Participant] = {}
    messages: dict[tuple[object, ...], _Message] = {}
    partners: dict[tuple[str, bool], dict[str, str]] = {}
    findings: list[Finding] = []
    for source in sources:
        outside = {each.id: each for each in source.process.pools if each.id not in source.own_pools}
        for each in outside.values():
            name = names.common("role", source.id, each.name)
            made = pools.setdefault(names.key(name), _Participant())
            made.named.append((source.party.organisation, name))
            made.origins.append(origin_of(source, each.id, each.name))
            made.multiple = made.multiple or each.multiple
        for message in source.process.message_flows:
            inward = message.source in outside
            partner = outside.get(message.source if inward else message.target)
            end = message.target if inward else message.source
            if partner is None or end in outside:
                findings.append(_not_drawn(source, message))
                continue
            row = rows.of_step.get((source.id, end))
            if row is not None and row.id not in node_of:
                continue  # the step was dropped, and its message with it
            node = node_of[row.id] if row is not None and node_of[row.id] in inside else POOL
            partners.setdefault((node, inward), {}).setdefault(source.id, names.common("role", source.id, partner.name))
            whom = names.key(names.common("role", source.id, partner.name))
            key = (whom, inward, node, names.key(message.name))
            sent = messages.setdefault(key, _Message(whom, inward, node, [], [], []))
            sent.named.append((source.party.organisation, message.name))
            sent.carried.append((source.party.organisation, message.message))
            sent.origins.append(origin_of(source, message.id, message.name))
    pool_of = {key: ids.give("participant", most_common(each.named)) for key, each in pools.items()}
    return Participants(
        tuple(
            Pool(id=pool_of[key], name=most_common(each.named), multiple=each.multiple, origins=tuple(each.origins))
            for key, each in pools.items()
        ),
        tuple(_flow(message, pool_of[message.partner], ids) for message in messages.values()),
        tuple(findings),
        tuple(partners.values()),
    )


def _flow(message: _Message, partner: str, ids: Ids) -> MessageFlow:
    name = most_common(message.named)
    return MessageFlow(
        id=ids.give("message", name),
        name=name,
        message=most_common(message.carried),
        source=partner if message.inward else message.node,
        target=message.node if message.inward else partner,
        origins=tuple(message.origins),
    )


def _not_drawn(source: Source, message: MessageFlow) -> Finding:
    params = {"party": source.id, "name": message.name}
    return Finding(code="message-inside", severity="note", elements=(message.id,), params=params)


def notes_of(sources: Sequence[Source], pool: str | None, ids: Ids) -> tuple[Annotation, ...]:
    """Return the annotations of all sources; those with the same text are one."""
    found: dict[str, list[Origin]] = {}
    first: dict[str, str] = {}
    for source in sources:
        counted: Counter[str] = Counter()
        for annotation in source.process.annotations:
            counted[annotation.text] += 1
            key = f"{counted[annotation.text]} {annotation.text}"
            found.setdefault(key, []).append(origin_of(source, annotation.id, annotation.text))
            first.setdefault(key, annotation.text)
    return tuple(
        Annotation(id=ids.give("annotation"), text=first[key], pool=pool, origins=tuple(origins))
        for key, origins in found.items()
    )


def lines_of(sources: Sequence[Source], homes: Homes, pool: str | None, ids: Ids) -> tuple[Association, ...]:
    """Return the associations of all sources whose both ends are in the common process; equal ones are one."""
    found: dict[tuple[str, str], list[tuple[Source, Association]]] = {}
    for source in sources:
        for line in source.process.associations:
            ends = homes.of(source, line.source), homes.of(source, line.target)
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                found.setdefault((ends[0], ends[1]), []).append((source, line))
    return tuple(
        Association(
            id=ids.give("association"), name=most_common((s.party.organisation, line.name) for s, line in told),
            source=ends[0], target=ends[1], direction=told[0][1].direction, pool=pool,
            origins=tuple(origin_of(s, line.id, line.name) for s, line in told),
        )
        for ends, told in found.items()
    )  # fmt: skip
