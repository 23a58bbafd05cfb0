"""What is around the flow: the process card, outside participants and messages, annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from procmap.harmonisation.assembling import POOL
from procmap.harmonisation.details import origin_of
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
    ProcessCard,
    Stakeholder,
    unique,
)


def card_of(sources: Sequence[Source], names: Names) -> ProcessCard:
    """Return the card of the common process: one value where most agree, all of what there may be several of."""
    cards = [(source.party.organisation, source.process.card) for source in _counted(sources)]

    def most(field: str) -> str:
        return most_common((organisation, getattr(card, field)) for organisation, card in cards)

    stakeholders: dict[tuple[str, ...], Stakeholder] = {}
    for _, card in cards:
        for stakeholder in card.stakeholders:
            stakeholders.setdefault(names.key(stakeholder.name), stakeholder)
    systems = (names.common("system", source.id, name) for source in sources for name in source.process.card.systems)
    return ProcessCard(
        name=most("name") or most_common((s.party.organisation, s.process.name) for s in _counted(sources)),
        state="common", kind=most("kind") or "core", owner=most("owner"), leader=most("leader"),
        recipient=most("recipient"), stakeholders=tuple(stakeholders.values()), value=most("value"),
        trigger=most("trigger"), result=most("result"), systems=tuple(unique(systems)),
        legal_basis=tuple(unique(basis for _, card in cards for basis in card.legal_basis)),
    )  # fmt: skip


def _counted(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if not source.party.is_reference] or list(sources)


@dataclass(frozen=True)
class Participants:
    """Outside participants and the messages to and from them, and what could not be drawn.

    `partners`: for every step and direction, the participant that each party sends to or hears from.
    """

    pools: tuple[Pool, ...]
    messages: tuple[MessageFlow, ...]
    findings: tuple[Finding, ...]
    partners: tuple[Mapping[str, str], ...] = ()


@dataclass
class _Message:
    partner: tuple[str, ...]
    inward: bool
    node: str
    named: list[tuple[str, str]]
    carried: list[tuple[str, str]]
    origins: list[Origin]


def participants(
    sources: Sequence[Source], rows: Rows, node_of: Mapping[str, str], nodes: Iterable[str], names: Names
) -> Participants:
    """Return the outside participants; those with the same name are one, and so are the same messages."""
    inside = set(nodes)
    pools: dict[tuple[str, ...], tuple[list[tuple[str, str]], list[Origin]]] = {}
    messages: dict[tuple[object, ...], _Message] = {}
    partners: dict[tuple[str, bool], dict[str, str]] = {}
    findings: list[Finding] = []
    for source in sources:
        own = {node.pool for node in source.process.nodes}
        outside = {each.id: each for each in source.process.pools if each.id not in own}
        for each in outside.values():
            name = names.common("role", source.id, each.name)
            named, origins = pools.setdefault(names.key(name), ([], []))
            named.append((source.party.organisation, name))
            origins.append(origin_of(source, each.id, each.name))
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
            made = messages.setdefault(key, _Message(whom, inward, node, [], [], []))
            made.named.append((source.party.organisation, message.name))
            made.carried.append((source.party.organisation, message.message))
            made.origins.append(origin_of(source, message.id, message.name))
    ids = Ids()
    pool_of = {
        key: (ids.give("participant", most_common(named)), named, origins) for key, (named, origins) in pools.items()
    }
    return Participants(
        tuple(
            Pool(id=made, name=most_common(named), origins=tuple(origins)) for made, named, origins in pool_of.values()
        ),
        tuple(_flow(message, pool_of[message.partner][0], ids) for message in messages.values()),
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


def notes_beside(
    sources: Sequence[Source], rows: Rows, node_of: Mapping[str, str], nodes: Iterable[str], pool: str | None
) -> tuple[tuple[Annotation, ...], tuple[Association, ...]]:
    """Return the annotations of all sources, beside the steps that they were at."""
    ids = Ids()
    inside = set(nodes)
    texts: list[Annotation] = []
    lines: list[Association] = []
    for source in sources:
        for annotation in source.process.annotations:
            made = ids.give("annotation", source.id)
            origins = (origin_of(source, annotation.id, annotation.text),)
            texts.append(Annotation(id=made, text=annotation.text, pool=pool, origins=origins))
            for line in source.process.associations:
                if annotation.id not in (line.source, line.target):
                    continue
                row = rows.of_step.get((source.id, line.target if line.source == annotation.id else line.source))
                node = node_of.get(row.id) if row is not None else None
                if node in inside and node is not None:
                    lines.append(Association(id=ids.give("association"), source=node, target=made, pool=pool))
    return tuple(texts), tuple(lines)
