"""What a project holds, one class for each kind of record. Records are immutable; commands put new ones in their place.

Texts of people stand here as they were typed. What can be computed (rows, differences, the common process) is never a
record.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from procmap.model import StepReference
from procmap.model.decisions import Decision
from procmap.model.value import Text, Value

Role = Literal["reader", "participant", "scribe", "facilitator"]
"""What somebody may do, each more than the one before: see; note and sign off; map and align; decide and lead."""

ConfirmationKind = Literal["same", "part_of", "apart", "alone"]
CauseKind = Literal["law", "size", "system", "habit", "other"]
NoteKind = Literal["note", "problem", "idea"]


Number = Annotated[int, Field(ge=-(2**31), lt=2**31)]
"""A number that every database can hold."""


class Person(Value):
    """Who does something: a name (or what people call themselves in the room, or nothing) and a role."""

    name: str = ""
    role: Role = "facilitator"

    def may(self, needed: Role) -> bool:
        """Tell whether this person's role is at least `needed`."""
        order = get_args(Role)
        return order.index(self.role) >= order.index(needed)


class Record(Value):
    """What every record has: an id within its kind, and the number of the command that made it what it is.

    A record that is not kept yet has the version 0.
    """

    id: str
    version: int = 0


class Organisation(Record):
    """One of the parties, or a reference that stands beside them and counts in no majority.

    `letter` and `place` are how and where it is shown; without a letter it gets one by the order of names.
    """

    name: str
    letter: str = ""
    place: Number = 0
    is_reference: bool = False


class Service(Record):
    """A service that the organisations perform, each in its own way: what is compared and harmonised.

    `keep`: in how many organisations a row must be to be kept without a decision (none: more than half).
    `next_workshop` is a date (YYYY-MM-DD) or empty; `approved` is set when the common process is agreed on.
    """

    name: str
    owner: str = ""
    recipient: str = ""
    next_workshop: str = ""
    gain: str = ""
    plan_goals: str = ""
    keep: Number | None = None
    approved: bool = False


class ProcessEntry(Record):
    """One organisation's way of performing a service, or a variant of it.

    `source` and `edited` are hashes of contents: the bytes of the file as they came, and the process as people have
    changed it since (a model file), empty while nobody has. `element` is the id of the process in its file.
    """

    service: str
    organisation: str
    variant: str = ""
    source_name: str
    source: str
    element: str
    edited: str = ""


class Confirmation(Record):
    """What people said of an alignment. `steps`: those that are the same; part and whole; two apart; one alone."""

    service: str
    kind: ConfirmationKind
    steps: tuple[StepReference, ...]


class DecisionEntry(Record):
    """A decision of the workshop. `place` is its order: of two on the same thing, the later one counts."""

    service: str
    place: Number
    decision: Decision


class SignOff(Record):
    """Whether one organisation agrees to a decision, and why not."""

    decision: str
    organisation: str
    agrees: bool
    why: str = ""


class Cause(Record):
    """Why organisations do the steps of a row differently, in whose words; without an organisation: in nobody's."""

    service: str
    steps: tuple[StepReference, ...]
    kind: CauseKind
    text: str = ""
    organisation: str = ""


class Note(Record):
    """A problem, an idea or a remark on steps, or (without steps) on the whole service."""

    service: str
    kind: NoteKind = "note"
    text: str
    steps: tuple[StepReference, ...] = ()
    organisation: str = ""


class AttachedEntry(Record):
    """A control, risk, ROSA level, record rule or note of a process as people have changed it since its file was read.

    It stands in the place of what the file says under the same kind and id, and outlives a new import. `step` is where
    it belongs; none: to the whole process. `is_removed`: people took it away.
    """

    process: str
    kind: str
    value_id: str
    step: StepReference | None = None
    content: dict[str, Any] = Field(default_factory=dict)
    is_removed: bool = False


class ScaleEntry(Record):
    """A scale of the project (of likelihood, impact …), as `procmap.model.Scale` has it."""

    content: dict[str, Any]


class Setting(Record):
    """A setting of the project; its id is its name."""

    value: Text = ""


def override_setting(service: str) -> str:
    """Return the name of the setting that says why a service is called ready although something blocks."""
    return f"override-{service}"


RECORDS: tuple[type[Record], ...] = (
    Organisation, Service, ProcessEntry, Confirmation, DecisionEntry, SignOff, Cause, Note, AttachedEntry, ScaleEntry,
    Setting,
)  # fmt: skip
"""All kinds of records; a kind comes after those that it cites."""
