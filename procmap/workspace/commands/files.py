"""Commands that take what whole files say: processes, confirmations, decisions. Each is undone in one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from procmap.model.decisions import Confirmations, Decision, Decisions
from procmap.model.tracing import StepReference
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.commands.decisions import Decide
from procmap.workspace.commands.organisations import organisation_called
from procmap.workspace.commands.processes import Incoming, bring_in, replace_source
from procmap.workspace.commands.services import add_service
from procmap.workspace.state import State
from procmap.workspace.values import (
    Confirmation,
    ConfirmationKind,
    DecisionEntry,
    Organisation,
    ProcessEntry,
    Role,
    Service,
    SignOff,
)
from procmap.workspace.work import Work


class AddFiles(Command):
    """Bring processes in from files, into the service that is called so; it is added when there is none.

    `replaces`: a process that the service has already of the same organisation and variant is brought in anew.
    `are_references`: their organisations stand beside the others and count in no majority.
    """

    name = "add-files"
    service: str
    incoming: tuple[Incoming, ...]
    replaces: bool = False
    are_references: bool = False

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep them all. Raises BadInput when one cannot be read, or is there already and is not to be replaced."""
        called = given_name(self.service, "service")
        known = [one for one in work.all(Service) if one.name.casefold() == called.casefold()]
        service = known[0] if known else add_service(work, called)
        anew = 0
        for each in self.incoming:
            owner = organisation_called(work, each.organisation)
            if self.are_references and not owner.is_reference:
                owner = work.put(owner.replace(is_reference=True))
            before = work.all(ProcessEntry, service=service.id, organisation=owner.id, variant=each.variant)
            if before and self.replaces:
                anew += 1
                replace_source(work, before[0], each)
            else:
                bring_in(work, service, each)
        names = short(", ".join(dict.fromkeys(each.organisation for each in self.incoming)))
        return {"service": short(service.name), "count": len(self.incoming), "anew": anew, "names": names}


class TakeConfirmations(Command):
    """Take confirmations from a file. What was said before in the same words stays one confirmation.

    `replaces`: what the file does not say any more is taken back.
    """

    name = "take-confirmations"
    service: str
    confirmations: Confirmations
    replaces: bool = False

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep what is new."""
        work.get(Service, self.service)
        known = {(one.kind, one.steps): one for one in work.all(Confirmation, service=self.service)}
        said = dict.fromkeys(_said(self.confirmations))
        gone = [one for key, one in known.items() if key not in said] if self.replaces else []
        for one in gone:
            work.remove(one)
        new = [key for key in said if key not in known]
        for kind, steps in new:
            work.put(Confirmation(id=work.new_id(), service=self.service, kind=kind, steps=steps))
        return {"count": len(new), "gone": len(gone)}


class TakeDecisions(Command):
    """Take decisions from a file. Those that are there already stay; one that says something else is a newer one.

    Nothing is overwritten: a decision whose id is taken gets a new one, and replaces the one with the old.
    """

    name = "take-decisions"
    needs: ClassVar[Role] = "facilitator"
    service: str
    decisions: Decisions

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep what is new behind what was decided before."""
        entries = work.all(DecisionEntry, service=self.service)
        signed = State(
            version=0, organisations=work.all(Organisation), decisions=entries, sign_offs=work.all(SignOff)
        ).decisions_of(self.service)
        known = [*(entry.decision for entry in entries), *signed.decisions]
        new: list[Decision] = []
        for given in self.decisions.decisions:
            line = _line_of(given.id, [one.decision for one in entries])
            if any(_saying(one) == _saying(given) for one in known if not given.id or one.id in line):
                continue
            is_taken = any(one.id == given.id for one in known)
            new.append(given.replace(id="", replaces=given.replaces or given.id) if is_taken else given)
        if new:
            Decide(service=self.service, decisions=tuple(new)).apply(work)
        return {"count": len(new)}


def _said(confirmations: Confirmations) -> Iterator[tuple[ConfirmationKind, tuple[StepReference, ...]]]:
    yield from (("same", steps) for steps in confirmations.same)
    yield from (("part_of", (one.part, one.whole)) for one in confirmations.part_of)
    yield from (("apart", steps) for steps in confirmations.apart)
    yield from (("alone", (step,)) for step in confirmations.alone)


def _line_of(key: str, decisions: list[Decision]) -> set[str]:
    """Return the ids of a decision and of those that replaced it, one after the other; `decisions` in their order."""
    line = {key}
    for decision in decisions:
        if decision.replaces in line:
            line.add(decision.id)
    return line


def _saying(decision: Decision) -> Decision:
    """Return what a decision says, whatever it is called."""
    return decision.replace(id="", replaces="")
