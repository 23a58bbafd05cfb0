"""What people said cites steps: where a step is changed in the project itself, it is made to cite it still."""

from __future__ import annotations

from collections.abc import Callable

from procmap.behaviour import References
from procmap.model import Process, StepReference
from procmap.model.decisions import About, Decision
from procmap.workspace.values import AttachedEntry, Cause, Confirmation, DecisionEntry, Note, ProcessEntry
from procmap.workspace.work import Work

Citing = Callable[[StepReference], StepReference]


def follow(work: Work, entry: ProcessEntry, organisation: str, before: Process, now: Process) -> None:
    """Let everything that cites a step of a process cite it as it is now: its label or neighbours may have changed.

    A step is the same when it has the same id, which only people's own edits keep; one that is gone is still cited.
    """
    was, made = References(before), References(now)
    there = {step.id for step in now.steps}

    def cite(reference: StepReference) -> StepReference:
        if (reference.organisation, reference.variant) != (organisation, entry.variant):
            return reference
        found = was.resolve(reference)
        if found is None or found not in there or made.resolve(reference) == found:
            return reference
        return made.make(found, organisation, entry.variant)

    for confirmation in work.all(Confirmation, service=entry.service):
        _put(work, confirmation, confirmation.replace(steps=tuple(map(cite, confirmation.steps))))
    for decided in work.all(DecisionEntry, service=entry.service):
        _put(work, decided, decided.replace(decision=_decision(decided.decision, cite)))
    for cause in work.all(Cause, service=entry.service):
        _put(work, cause, cause.replace(steps=tuple(map(cite, cause.steps))))
    for note in work.all(Note, service=entry.service):
        _put(work, note, note.replace(steps=tuple(map(cite, note.steps))))
    for attached in work.all(AttachedEntry, process=entry.id):
        if attached.step is not None:
            _put(work, attached, attached.replace(step=cite(attached.step)))


def _put(
    work: Work,
    before: Confirmation | DecisionEntry | Cause | Note | AttachedEntry,
    now: Confirmation | DecisionEntry | Cause | Note | AttachedEntry,
) -> None:
    if now != before:
        work.put(now)


def _decision(decision: Decision, cite: Citing) -> Decision:
    about = decision.about
    changed = About(
        steps=_cited(about.steps, cite),
        order=None if about.order is None else (_all(about.order[0], cite), _all(about.order[1], cite)),
        presence=_cited(about.presence, cite),
        within=_cited(about.within, cite),
        repeat=_cited(about.repeat, cite),
        names=about.names,
        attached=None
        if about.attached is None
        else about.attached.replace(step=None if about.attached.step is None else cite(about.attached.step)),
    )
    return decision.replace(about=changed, to=None if decision.to is None else cite(decision.to))


def _cited(steps: tuple[StepReference, ...] | None, cite: Citing) -> tuple[StepReference, ...] | None:
    return None if steps is None else _all(steps, cite)


def _all(steps: tuple[StepReference, ...], cite: Citing) -> tuple[StepReference, ...]:
    return tuple(map(cite, steps))
