"""The card of the common process: one value where most agree, all of what there may be several of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.harmonisation.naming import Names, most_common
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import OtherValue, ProposalEntry
from procmap.model import Finding, ProcessCard, Stakeholder, unique
from procmap.model.card import Sensitivity


def card_of(sources: Sequence[Source], names: Names, name: str = "") -> ProcessCard:
    """Return the card of the common process: one value where most agree, all of what there may be several of.

    `name` goes before what the sources call theirs.
    """
    cards = [(source.party.organisation, source.process.card) for source in _counted(sources)]

    def most(field: str) -> str:
        return most_common((organisation, getattr(card, field)) for organisation, card in cards)

    stakeholders: dict[tuple[str, ...], Stakeholder] = {}
    for source in sources:
        for stakeholder in source.process.card.stakeholders:
            key = (*names.key(stakeholder.name), stakeholder.role, *names.key(stakeholder.interest))
            stakeholders.setdefault(key, stakeholder)
    systems = (names.common("system", source.id, name) for source in sources for name in source.process.card.systems)
    return ProcessCard(
        name=name or most("name") or most_common((s.party.organisation, s.process.name) for s in _counted(sources)),
        state="common", kind=most("kind") or "core", owner=most("owner"), leader=most("leader"),
        recipient=most("recipient"), stakeholders=tuple(stakeholders.values()), value=most("value"),
        trigger=most("trigger"), result=most("result"), systems=tuple(unique(systems)),
        legal_basis=tuple(unique(basis for source in sources for basis in source.process.card.legal_basis)),
        indicators=tuple(unique(each for source in sources for each in source.process.card.indicators)),
        sensitivity=_strictest(sources),
    )  # fmt: skip


def _strictest(sources: Sequence[Source]) -> Sensitivity | None:
    said = [source.process.card.sensitivity for source in sources]
    return next((level for level in _BY_STRICTNESS if level in said), None)


def _counted(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if not source.party.is_reference] or list(sources)


def card_proposal(sources: Sequence[Source], *, has_name: bool = False) -> tuple[ProposalEntry, ...]:
    """Return the values of the card that were chosen, and what else is said; without its name where that was given."""
    entries = [*_own_values(sources), *_sensitivity(sources)]
    for field in _CHOSEN[1:] if has_name else _CHOSEN:
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


def _own_values(sources: Sequence[Source]) -> Iterator[ProposalEntry]:
    """Yield what each process has of its own, and the common process gets anew."""
    for field in _OWN:
        said: dict[str, list[str]] = {}
        for source in sources:
            value = getattr(source.process.card, field)
            if value not in (None, ""):
                said.setdefault(str(value), []).append(source.id)
        if said:
            others = tuple(OtherValue(value=text, from_=tuple(said[text])) for text in sorted(said))
            why = Finding(code="proposal-own", severity="info")
            yield ProposalEntry(rows=(), field=field, value="", others=others, why=why)


def _sensitivity(sources: Sequence[Source]) -> Iterator[ProposalEntry]:
    said = [(source.id, source.process.card.sensitivity) for source in sources if source.process.card.sensitivity]
    taken = _strictest(sources)
    if taken is None:
        return
    others = [
        OtherValue(value=level, from_=tuple(party for party, own in said if own == level))
        for level in _BY_STRICTNESS
        if level != taken and any(own == level for _, own in said)
    ]
    yield ProposalEntry(
        rows=(),
        field="sensitivity",
        value=taken,
        from_=tuple(party for party, own in said if own == taken),
        others=tuple(others),
        why=Finding(code="proposal-strictest", severity="info"),
    )


# The name is the first.
_CHOSEN = ("name", "kind", "owner", "leader", "recipient", "value", "trigger", "result")
_OWN = ("volume_per_year", "valid_from", "approved_by", "version")
_BY_STRICTNESS: tuple[Sensitivity, ...] = ("restricted", "internal", "open")
