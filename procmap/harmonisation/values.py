"""The values of a harmonisation: the common process, what became of everything, and what is still to be decided."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from procmap.harmonisation.impact_values import Impact
from procmap.model import Fate, Finding, Process
from procmap.model.decisions import About, QuestionKind
from procmap.model.value import Value
from procmap.soundness import Verdict

Status = Literal["draft", "ready"]
StepFate = Literal["carried", "retired", "open"]
ElementFateWord = Literal["carried", "retired", "left_out"]


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


class OtherValue(Value):
    """A value that some parties have in a field and the common process has not."""

    value: str
    from_: tuple[str, ...] = Field(default=(), alias="from")


class ProposalEntry(Value):
    """A value that the common process has in a field of a step: `from_` are the ids of the parties that have it.

    Without rows it is a field of the process itself. `others` are the values that were not taken.
    """

    rows: tuple[str, ...]
    field: str
    value: str
    from_: tuple[str, ...] = Field(default=(), alias="from")
    others: tuple[OtherValue, ...] = ()
    why: Finding


class ElementFate(Value):
    """What became of an element that is no step: a gateway, flow, lane, pool, message, document, text or group.

    `process` is the id of the party, `kind` the element's name in BPMN, `to` the common element that names it as an
    origin. It was `carried`, `retired` with the steps that a decision dropped, or `left_out`. `why` tells the latter,
    and of what is carried each value that the common process does not have.
    """

    process: str
    kind: str
    element: str
    fate: ElementFateWord
    to: str | None = None
    decision: str | None = None
    why: tuple[Finding, ...] = ()


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

    `trace` has one entry for every step of every party, `carried` one for everything attached, `elements` one for every
    other element. `notes` tell what was not sure or not applied, `impact` what changes for each party, `blocking` what
    keeps the result a draft, or would if there were no `override`: the reason why it is ready all the same. `newest`
    are the ids of the decisions that no later one about the same replaces.
    """

    common: Process
    trace: tuple[TraceEntry, ...] = ()
    carried: tuple[Fate, ...] = ()
    elements: tuple[ElementFate, ...] = ()
    proposal: tuple[ProposalEntry, ...] = ()
    invariants: tuple[Invariant, ...] = ()
    verdict: Verdict
    open: tuple[Question, ...] = ()
    notes: tuple[Finding, ...] = ()
    impact: tuple[Impact, ...] = ()
    status: Status = "draft"
    blocking: tuple[Finding, ...] = ()
    newest: tuple[str, ...] = ()
    override: str = ""
