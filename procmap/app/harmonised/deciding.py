"""Answering questions on a page: what is typed is kept at once, and an answer becomes a command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from procmap.app import place, project
from procmap.app.unsent import Unsent
from procmap.messages import Translator
from procmap.model import BadInput, StepReference
from procmap.model.decisions import Decision
from procmap.workspace.agenda import Agenda, Item
from procmap.workspace.commands import Decide, GiveCause, Sign
from procmap.workspace.deciding import Asked, Option
from procmap.workspace.values import Cause, CauseKind, DecisionEntry, Organisation, Service

QUESTION = "question"
LOOK = "look"
AT = "at"
"""Where the address says which question is looked at, which way is seen first, and which row the question is on."""


@dataclass(frozen=True)
class Answering:
    """A question that is looked at, and what is open around it."""

    opened: project.Opened
    service: Service
    agenda: Agenda
    item: Item
    say: Translator

    @property
    def about(self) -> str:
        """What the drafts of the question are about. What is decided has its own texts: those of the decision."""
        return f"{self.item.asked.id}/{self.item.asked.decided}"

    @property
    def decided(self) -> Decision | None:
        """The decision that answers the question now."""
        return next((one.decision for one in self.entries if one.decision.id == self.item.asked.decided), None)

    @property
    def entries(self) -> tuple[DecisionEntry, ...]:
        """The decisions on the service, the oldest first."""
        found = (one for one in self.opened.state.decisions if one.service == self.service.id)
        return tuple(sorted(found, key=lambda one: one.place))

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What was noted as cause on any step that the question is about."""
        steps = set(self._steps())
        return tuple(
            one for one in self.opened.state.causes if one.service == self.service.id and steps & set(one.steps)
        )

    @cached_property
    def form(self) -> Unsent:
        """What is typed to this question, and not decided with yet."""
        return Unsent(self.opened, self.service.id, self.about)

    @cached_property
    def room(self) -> Unsent:
        """What is typed for all questions of the service."""
        return Unsent(self.opened, self.service.id, "")

    def typed(self, field: str) -> str:
        """Return what stands in a field of the question."""
        return self.form.text(field).strip()

    def decide(self, option: Option) -> None:
        """Answer the question, and go on to the next one. What is still needed is told."""
        asked = self.item.asked
        missing = option.needs is not None and not self.typed(option.needs)
        if missing:
            word = self.say.word("choice", option.choice)
            project.tell(BadInput(f"harmonise-needs-{option.needs}", choice=word[:1].upper() + word[1:]))
            return
        if self._was_just_decided():
            return
        if self.opened.do(Decide(service=self.service.id, decisions=(self.made(option),))):
            self.go(self.agenda.after(asked.id))

    def made(self, option: Option, reason: str = "") -> Decision:
        """Return the decision that a way is with what is typed; with another `reason` where none is."""
        deciding, to = self.agenda.deciding, self.typed("to")
        where = self.form.said("where") or () if option.choice == "local" else (self.form.text("side"),)
        return deciding.decision(
            self.item.asked,
            option,
            text=self.typed("text"),
            reason=self.typed("reason") or reason,
            cause=self.typed("cause"),
            by=self.room.text("by"),
            at=_today(),
            condition=self.typed("condition"),
            where=tuple(each for each in where if each),
            to=deciding.reference(to) if to in {row.id for row in deciding.rows} else None,
        )

    def accept(self, asked: Iterable[Asked]) -> None:
        """Take what is proposed for several questions, as one step."""
        made = self.agenda.proposals(asked, by=self.room.text("by"), at=_today())
        self.opened.do(Decide(service=self.service.id, decisions=made))

    def sign(self, entry: DecisionEntry, organisation: Organisation, field: str, *, agrees: bool) -> None:
        """Say whether an organisation agrees to a decision."""
        why = self.typed(field)
        if not agrees and not why:
            project.tell(BadInput("harmonise-needs-why", organisation=organisation.name))
            return
        self.opened.do(Sign(decision=entry.id, organisation=organisation.id, agrees=agrees, why="" if agrees else why))

    def give_cause(self, kind: CauseKind) -> None:
        """Note why it is done differently."""
        steps = self._steps()
        self.opened.do(GiveCause(service=self.service.id, steps=steps, kind=kind, text=self.typed("cause")))

    def go(self, question: str) -> None:
        """Look at another question."""
        item = next((item for item in self.agenda.items if item.asked.id == question), None)
        place.keep(QUESTION, question)
        place.keep(LOOK, "")
        place.keep(AT, item.asked.rows[0] if item is not None and item.asked.rows else "")

    def _steps(self) -> tuple[StepReference, ...]:
        rows = [row for row in self.agenda.deciding.rows if row.id in self.item.asked.rows]
        return self.agenda.deciding.references(rows)

    def _was_just_decided(self) -> bool:
        """Tell whether the question was answered since the page was made: a key that was pressed twice."""
        now = [one for one in self.opened.project.state().decisions if one.service == self.service.id]
        known = {one.id for one in self.entries}
        return any(one.id not in known and one.decision.about == self.item.asked.about for one in now)


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
