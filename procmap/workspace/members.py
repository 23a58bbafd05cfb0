"""The steps of parties by reference, and references to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.alignment import Member, Party
from procmap.behaviour import References
from procmap.model import StepReference


class Members:
    """Makes and resolves references to the steps of several parties; look-ups are made once."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._references = {party.id: References(party.process) for party in parties}
        self._parties = {(party.organisation, party.variant): party.id for party in parties}
        self._whose = {party.id: (party.organisation, party.variant) for party in parties}

    def reference(self, member: Member) -> StepReference:
        """Return a reference to a step of a party."""
        organisation, variant = self._whose[member.process]
        return self._references[member.process].make(member.step, organisation, variant)

    def references(self, members: Iterable[Member]) -> tuple[StepReference, ...]:
        """Return a reference to each of several steps."""
        return tuple(self.reference(member) for member in members)

    def member(self, reference: StepReference) -> Member | None:
        """Return the step that a reference cites, None when its party is not here or has no such step."""
        party = self._parties.get((reference.organisation, reference.variant))
        found = self._references[party].resolve(reference) if party is not None else None
        return None if party is None or found is None else Member(process=party, step=found)

    def members(self, references: Iterable[StepReference]) -> tuple[Member, ...]:
        """Return the steps that references cite, those left out that are not here."""
        found = (self.member(reference) for reference in references)
        return tuple(member for member in found if member is not None)
