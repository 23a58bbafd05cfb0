"""What people say of a comparison and of a common process: confirmations and decisions (JSON, versioned)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from procmap.model.tracing import StepReference
from procmap.model.value import Text, Value

Choice = Literal[
    "keep", "adopt", "merge", "redesign", "local", "drop", "move",
    "before", "after", "parallel", "either-or", "always", "optional", "once", "repeated",
]  # fmt: skip
DecisionState = Literal["proposed", "agreed", "decided", "approved"]
QuestionKind = Literal["row", "order", "optional", "loop", "names", "attached"]


class NameReference(Value):
    """A role, system or document as one organisation calls it."""

    organisation: str
    name: str


class NamesReference(Value):
    """Names of one kind that a decision is about."""

    kind: Literal["role", "system", "document"]
    members: tuple[NameReference, ...] = ()


class AttachedReference(Value):
    """An attached value, cited with the step it is attached to; without one it belongs to the whole process."""

    kind: str
    id: str
    step: StepReference | None = None


class About(Value):
    """What a decision is about: exactly one of steps, order, presence (with within), repeat, names, attached."""

    steps: tuple[StepReference, ...] | None = None
    order: tuple[tuple[StepReference, ...], tuple[StepReference, ...]] | None = None
    presence: tuple[StepReference, ...] | None = None
    within: tuple[StepReference, ...] | None = None
    repeat: tuple[StepReference, ...] | None = None
    names: NamesReference | None = None
    attached: AttachedReference | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of what it is about: one, where it is as it should be; `within` only says more of `presence`."""
        told = ("steps", "order", "presence", "repeat", "names", "attached")
        found = tuple(name for name in told if getattr(self, name) is not None)
        return (*found, "within") if self.within is not None and self.presence is None else found


class Dissent(Value):
    """An organisation that does not agree, and why."""

    organisation: str
    why: Text = ""


class Decision(Value):
    """What the workshop chose, why, and who agrees. `by` is a role; `replaces` the id of an earlier decision."""

    id: str
    about: About
    choice: Choice
    from_: Text = Field(default="", alias="from")
    text: Text = ""
    where: tuple[str, ...] = ()
    condition: Text = ""
    to: StepReference | None = None
    reason: Text = ""
    cause: Text = ""
    by: Text = ""
    agreed: tuple[str, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    state: DecisionState = "proposed"
    at: Text = ""
    replaces: Text = ""


class Part(Value):
    """`part` is done inside `whole`."""

    part: StepReference
    whole: StepReference


class Confirmations(Value):
    """What people said of an alignment; it always wins over what was computed."""

    procmap: Literal["confirmations/1"] = "confirmations/1"
    same: tuple[tuple[StepReference, ...], ...] = ()
    part_of: tuple[Part, ...] = ()
    apart: tuple[tuple[StepReference, StepReference], ...] = ()
    alone: tuple[StepReference, ...] = ()


class OpenQuestion(Value):
    """Something to decide. `about` can be pasted into a decision, `proposal` is a choice of that decision.

    `answers` are what each process does now, by its id.
    """

    id: str
    kind: QuestionKind
    question: str
    about: About
    proposal: str
    answers: dict[str, str]


class Decisions(Value):
    """A file of decisions. The newest entry about the same thing counts; nothing is deleted.

    `open` are questions that wait for an answer: they decide nothing.
    """

    procmap: Literal["decisions/1"] = "decisions/1"
    decisions: tuple[Decision, ...] = ()
    open: tuple[OpenQuestion, ...] = ()
