"""What people confirmed of an alignment: it goes before everything that is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from procmap.alignment.evidence import Evidence
from procmap.alignment.values import Doubt, Link, Member, Party
from procmap.model import Confirmations, Finding, StepReference

CONFIRMED = 1.0


def apply(confirmations: Confirmations, parties: Sequence[Party], evidence: Evidence) -> None:
    """Put what people confirmed into the evidence.

    What is kept apart or alone counts before what is the same, where the two contradict each other: a doubt says so.
    So it does for each reference that no step answers to. References to parties that are not here are passed over.
    """
    find = _Finder(parties, evidence)
    apart = [(find.step(a), find.step(b)) for a, b in confirmations.apart]
    parts = [(find.step(entry.part), find.step(entry.whole)) for entry in confirmations.part_of]
    alone = [find.step(reference) for reference in confirmations.alone]
    same = [[find.step(reference) for reference in together] for together in confirmations.same]
    for a, b in sorted((a, b) for a, b in [*apart, *parts] if a is not None and b is not None):
        if not evidence.keep_apart(a, b):
            _contradiction(evidence, (a, b))
    for step in sorted(step for step in alone if step is not None):
        evidence.keep_alone(step)
    for part, whole in sorted((a, b) for a, b in parts if a is not None and b is not None and a != b):
        evidence.links.append(
            Link(
                a=evidence.steps[part].member,
                b=evidence.steps[whole].member,
                relation="part_of",
                confidence=CONFIRMED,
                why=(Finding(code="confirmed", severity="info"),),
            )
        )
    for together in sorted(sorted({step for step in steps if step is not None}) for steps in same):
        _join(evidence, together)


def _join(evidence: Evidence, steps: list[int]) -> None:
    for a, b in combinations(steps, 2):
        if not evidence.may_join(a, b):
            _contradiction(evidence, (a, b))
            return
    for step in steps[1:]:
        evidence.join(steps[0], step, CONFIRMED, Finding(code="confirmed", severity="info"))


def _contradiction(evidence: Evidence, steps: Iterable[int]) -> None:
    cited = [evidence.steps[step] for step in steps]
    named = " / ".join(f"{step.party.id}: {step.step.name or step.member.step}" for step in cited)
    finding = Finding(code="confirmations-contradict", params={"steps": named})
    evidence.doubts.append(Doubt(finding=finding, steps=tuple(step.member for step in cited)))


class _Finder:
    """Finds the steps that references cite, and keeps a doubt for each that is not found."""

    def __init__(self, parties: Sequence[Party], evidence: Evidence) -> None:
        from procmap.behaviour import References

        self._parties = {
            (party.organisation, party.variant): (party.id, References(party.process)) for party in parties
        }
        self._evidence = evidence

    def step(self, reference: StepReference) -> int | None:
        """Return the number of the step that a reference cites; None when its party is not here or has no such step."""
        known = self._parties.get((reference.organisation, reference.variant))
        if known is None:
            return None
        party, references = known
        found = references.resolve(reference)
        if found is not None:
            return self._evidence.numbers[Member(process=party, step=found)]
        params: dict[str, str | int] = {"party": party, "label": reference.label, "id": reference.step}
        self._evidence.doubts.append(Doubt(finding=Finding(code="reference-not-found", params=params)))
        return None
