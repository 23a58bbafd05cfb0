"""Commands on decisions and sign-offs. A decision is never taken away: a later one on the same thing counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from procmap.model import BadInput
from procmap.model.decisions import Decision
from procmap.workspace.command import Command, short
from procmap.workspace.values import DecisionEntry, Organisation, Role, Service, SignOff
from procmap.workspace.work import Work


class Decide(Command):
    """Keep decisions of the workshop, in their order. One without an id gets the next free one (`B1`, `B2` …)."""

    name = "decide"
    needs: ClassVar[Role] = "facilitator"
    service: str
    decisions: tuple[Decision, ...]

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep them behind those that were taken before."""
        work.get(Service, self.service)
        entries = work.all(DecisionEntry, service=self.service)
        taken = {entry.decision.id for entry in entries}
        place = max((entry.place for entry in entries), default=0)
        made = numbered(self.decisions, taken)
        for number, decision in enumerate(made, place + 1):
            work.put(DecisionEntry(id=work.new_id(), service=self.service, place=number, decision=decision))
        told: dict[str, str | int] = {"count": len(made)}
        return {**told, "choice": made[0].choice, "text": short(_subject(made[0]))} if made else told


def numbered(decisions: Iterable[Decision], taken: Collection[str]) -> tuple[Decision, ...]:
    """Return decisions with ids; `taken` are those of others. Raises BadInput when one has an id that is taken."""
    found, known = [], set(taken)
    for decision in decisions:
        key = decision.id or next(f"B{n}" for n in range(1, len(known) + 2) if f"B{n}" not in known)
        if key in known:
            raise BadInput("decision-id-taken", id=short(key))
        known.add(key)
        found.append(decision.replace(id=key))
    return tuple(found)


class Sign(Command):
    """Say whether an organisation agrees to a decision, and why not."""

    name = "sign"
    needs: ClassVar[Role] = "participant"
    decision: str
    organisation: str
    agrees: bool
    why: str = ""

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it in the place of what the organisation said before."""
        entry = work.get(DecisionEntry, self.decision)
        owner = work.get(Organisation, self.organisation)
        before = work.all(SignOff, decision=entry.id, organisation=owner.id)
        key, version = (before[0].id, before[0].version) if before else (work.new_id(), 0)
        kept = SignOff(
            id=key, version=version, decision=entry.id, organisation=owner.id, agrees=self.agrees, why=self.why.strip()
        )
        if not before or before[0] != kept:
            work.put(kept)
        told = "yes" if self.agrees else "no"
        return {"organisation": short(owner.name), "decision": short(entry.decision.id), "agrees": told}


def _subject(decision: Decision) -> str:
    """Return the first label that a decision is about, or its text."""
    about = decision.about
    steps = about.steps or (about.order[0] if about.order else ()) or about.presence or about.repeat or ()
    return decision.text or next((step.label for step in steps if step.label), decision.id)
