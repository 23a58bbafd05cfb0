"""What can be attached to the elements of a process: controls, risks, ROSA levels, record rules, notes.

All have an id, the elements they are attached to (`on`; none: the whole process), and three fields that say where the
work they ask for belongs: `position` before or after the element, `guards` (ids of the elements protected), and
`blocking` (the work must not go on without it). Harmonisation reads nothing else of them; it asks them whether they
contradict each other.

Fields follow COSO (controls, risks), Örebro's ROSA model (service levels) and Noark 5 (record rules).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from procmap.model.value import Value

Position = Literal["before", "after", "none"]


class Attached(Value):
    """What every attached value has."""

    id: str
    name: str = ""
    on: tuple[str, ...] = ()
    position: Position = "none"
    guards: tuple[str, ...] = ()
    blocking: bool = False

    def contradicts(self, _other: Attached, /) -> bool:
        """Tell whether this value and another cannot both hold of one element."""
        return False


class Risk(Attached):
    """An unwanted event that may keep the process from its goal. Likelihood and impact are levels of `scale`."""

    kind: Literal["risk"] = "risk"
    description: str = ""
    category: str = ""
    cause: str = ""
    consequence: str = ""
    likelihood: str = ""
    impact: str = ""
    scale: str = ""
    treatment: str = ""
    residual_likelihood: str = ""
    residual_impact: str = ""
    owner: str = ""


class ControlOutcome(Value):
    """What came of a control once it was performed."""

    date: str = ""
    result: Literal["ok", "deviation", "not-done"] = "ok"
    deviation: str = ""
    measure: str = ""


class Control(Attached):
    """An internal-control checkpoint. `risks` are the ids of the risks it treats (n:m)."""

    kind: Literal["control"] = "control"
    description: str = ""
    type: Literal["preventive", "detective", "corrective"] | None = None
    mode: Literal["manual", "semi-automatic", "automatic"] | None = None
    frequency: Literal["per-case", "daily", "weekly", "monthly", "quarterly", "yearly", "event"] | None = None
    owner: str = ""
    performer: str = ""
    evidence: str = ""
    population: str = ""
    criterion: str = ""
    key: bool = False
    risks: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    outcomes: tuple[ControlOutcome, ...] = ()


class RecordRule(Attached):
    """How a document is captured, registered, kept and disposed of."""

    kind: Literal["record"] = "record"
    document_type: str = ""
    direction: Literal["received", "sent", "created"] | None = None
    captured: str = ""
    registration: Literal["yes", "no", "assess"] | None = None
    system: str = ""
    series: str = ""
    class_code: str = ""
    access: str = ""
    access_basis: str = ""
    disposal: Literal["preserve", "dispose", "assess"] | None = None
    disposal_basis: str = ""
    retention: str = ""
    format: str = ""
    quality_check: str = ""
    responsible: str = ""
    purpose: str = ""
    procedure: str = ""
    approved_by: str = ""
    version: str = ""
    review_date: str = ""
    source: str = ""

    def contradicts(self, other: Attached, /) -> bool:
        """Tell whether another rule says of the same document that it is registered, kept or disposed of otherwise.

        What a rule does not say contradicts nothing. Documents are the same by their name or their type.
        """
        if not isinstance(other, RecordRule) or self.direction != other.direction:
            return False
        named = ((self.name, other.name), (self.document_type, other.document_type))
        if not any(mine and mine == its for mine, its in (map(_folded, pair) for pair in named)):
            return False
        said: list[tuple[str | None, str | None]] = [
            (self.registration, other.registration), (self.disposal, other.disposal)
        ]  # fmt: skip
        if self.disposal == other.disposal == "dispose":
            said.append((_folded(self.retention), _folded(other.retention)))
        return any(mine and its and mine != its for mine, its in said)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


class ChecklistAnswer(Value):
    """One question of the ROSA checklist, and what was answered."""

    question: str
    answer: str = ""


class RosaAssessment(Attached):
    """A service level, 1 (information) to 8 (political leadership); 1 to 4 can be done in a service centre."""

    kind: Literal["rosa"] = "rosa"
    level: Annotated[int, Field(ge=1, le=8)] | None = None
    reason: str = ""
    routine: Literal["documented", "missing", "unknown"] | None = None
    answers: tuple[ChecklistAnswer, ...] = ()


class Note(Attached):
    """What somebody said of an element. `by` is a role, never a person."""

    kind: Literal["note"] = "note"
    about: Literal["problem", "idea", "comment", "cause", "question"] = "comment"
    text: str = ""
    by: str = ""


AttachedValue = Annotated[Control | Risk | RosaAssessment | RecordRule | Note, Field(discriminator="kind")]


class ScaleLevel(Value):
    """One level of a scale: the value that risks cite, its name and colour."""

    value: str
    name: str = ""
    colour: str = ""


class ScaleCell(Value):
    """The colour of one cell of a risk matrix: a table, not a product formula."""

    likelihood: str
    impact: str
    colour: str = ""


class Scale(Value):
    """A scale as data, so that an organisation can have its own."""

    id: str
    name: str = ""
    source: str = ""
    version: str = ""
    levels: tuple[ScaleLevel, ...] = ()
    cells: tuple[ScaleCell, ...] = ()
