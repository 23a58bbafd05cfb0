"""The card of the common process: one value where most agree, all of what there may be several of."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.harmonisation.naming import Names, most_common
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import OtherValue, ProposalEntry
from procmap.model import Finding, ProcessCard, Stakeholder, unique


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


def card_proposal(sources: Sequence[Source]) -> tuple[ProposalEntry, ...]:
    """Return the values of the card that were chosen, and what else is said."""
    entries = []
    for field in _CHOSEN:
        said = [(source, " ".join(getattr(source.process.card, field).split())) for source in sources]
        said = [(source, text) for source, text in said if text]
        value = most_common((s.party.organisation, text) for s, text in said if not s.party.is_reference)
        value = value or most_common((source.party.organisation, text) for source, text in said)
        if not value:
            continue
        having = [source.id for source, text in said if text == value]
        others: dict[str, list[str]] = {}
        for source, text in said:
            if text != value:
                others.setdefault(text, []).append(source.id)
        most = max((len(who) for who in others.values()), default=0)
        if not others:
            code = "proposal-all" if len(said) > 1 else "proposal-only"
        else:
            code = "proposal-tie" if most >= len(having) else "proposal-majority"
        why = Finding(code=code, severity="info", params={"having": len(having), "asked": len(said)})
        rest = tuple(OtherValue(value=text, from_=tuple(others[text])) for text in sorted(others))
        entries.append(ProposalEntry(rows=(), field=field, value=value, from_=tuple(having), others=rest, why=why))
    return tuple(entries)


_CHOSEN = ("name", "kind", "owner", "leader", "recipient", "value", "trigger", "result")
