"""The values of a harmonisation: the common process, what became of everything, and what is still to be decided."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from procmap.model import Fate, Finding, Process
from procmap.model.decisions import About, QuestionKind
from procmap.model.value import Value
from procmap.soundness import Verdict

Status = Literal["draft", "ready"]
StepFate = Literal["carried", "retired", "open"]


class TraceEntry(Value):
    """What became of one step of a party's process.

    `process` is the id of the party, `to` the id of the element of the common process that it is now: a step, a flow
    (a condition that stood as an event) or a group (a sub-process whose parts were composed with those of others). It
    is null only with a `decision`. `open` steps are in the common process until a decision is made.
    """

    process: str
    step: str
    fate: StepFate
    to: str | None = None
    decision: str | None = None


class ProposalEntry(Value):
    """A value that the common process has in a field of a step: `from_` are the ids of the parties that have it."""

    rows: tuple[str, ...]
    field: str
    value: str
    from_: tuple[str, ...] = Field(default=(), alias="from")
    why: Finding


class Invariant(Value):
    """A law of the result. `detail` are the findings that break it, or that say how far it could be judged."""

    name: Literal["unanimity", "accounting", "nothing_lost", "derivability", "soundness"]
    holds: bool
    detail: tuple[Finding, ...] = ()


class Question(Value):
    """Something that people have to decide.

    `id` depends on what is asked, not on element ids. `about` can be pasted into a decision, `proposal` is a choice of
    that decision, and `answers` tell what each party does now.
    """

    id: str
    kind: QuestionKind
    question: Finding
    about: About
    proposal: str = ""
    answers: dict[str, str] = Field(default_factory=dict)


class Harmonisation(Value):
    """The result of harmonising: always whole, even where it is a draft.

    `trace` has one entry for every step of every party, `carried` one for everything attached. `notes` tell what was
    not sure or not applied, `blocking` what keeps the result a draft, or would if there were no `override`: the reason
    why it is ready all the same.
    """

    common: Process
    trace: tuple[TraceEntry, ...] = ()
    carried: tuple[Fate, ...] = ()
    proposal: tuple[ProposalEntry, ...] = ()
    invariants: tuple[Invariant, ...] = ()
    verdict: Verdict
    open: tuple[Question, ...] = ()
    notes: tuple[Finding, ...] = ()
    status: Status = "draft"
    blocking: tuple[Finding, ...] = ()
    override: str = ""
