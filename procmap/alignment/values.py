"""The values of an alignment: who is aligned, what belongs together, and why."""

from __future__ import annotations

from typing import Literal

from procmap.model import Finding, Process, Property
from procmap.model.value import Value

Relation = Literal["same", "part_of"]
NameKind = Literal["role", "system", "document"]
NameReason = Literal["decided", "same-stems", "same-meaning", "related-at-the-same-steps", "at-the-same-steps"]
"""Why names are taken for the same: people said so, stems, meaning, or that they stand at the same steps."""


class Party(Value):
    """One organisation's way of working (or one of its variants) in an alignment.

    A reference process stands beside the others and counts in no majority. `letter` is what people call the
    organisation in tables and pictures; nothing where they leave it to the order of names. `unmodelled` are what the
    file says of elements beyond the model, each with the element's id: told only where versions of one process are
    compared.
    """

    organisation: str
    variant: str = ""
    process: Process
    is_reference: bool = False
    letter: str = ""
    unmodelled: tuple[tuple[str, tuple[Property, ...]], ...] = ()

    @property
    def id(self) -> str:
        """What the party is called in answers: ORGANISATION, or ORGANISATION/VARIANT."""
        return f"{self.organisation}/{self.variant}" if self.variant else self.organisation


class Member(Value):
    """A step of a party: the id of the party, and that of the step in its process."""

    process: str
    step: str


class Row(Value):
    """Steps of any number of parties that belong together.

    `confidence` (0 to 1) is how sure that is: the least sure link that holds the row together; for a step alone, how
    sure it is that it has no counterpart but as a part. 1 is what people confirmed. `steps` are sorted by party, then
    in flow order. `is_state`: all of them are events of event-driven process chains, which tell a state and are
    no work.
    """

    id: str
    label: str
    confidence: float
    steps: tuple[Member, ...]
    is_state: bool = False


class Link(Value):
    """Evidence on two steps: `a` is the same as `b`, or part of it. `why` are findings of severity info."""

    a: Member
    b: Member
    relation: Relation = "same"
    confidence: float
    why: tuple[Finding, ...] = ()


class NameMember(Value):
    """A name as one party writes it."""

    process: str
    name: str


class NameGroup(Value):
    """Names of one kind that are for the same: the same role or document, or systems that do the same work.

    `confidence` (0 to 1) is that of the least sure join; 1 for a name that stands alone.
    """

    kind: NameKind
    label: str
    confidence: float = 1.0
    why: tuple[NameReason, ...] = ()
    members: tuple[NameMember, ...]


class Doubt(Value):
    """Something that people should look at: a finding, and the steps it is about."""

    finding: Finding
    steps: tuple[Member, ...] = ()


class Alignment(Value):
    """Which steps and names of the parties belong together.

    Every step is in exactly one row; rows stand roughly in the order of the work. `links` are the evidence that holds
    rows together: not every pair in a row has one. `doubts` say what could not be decided or was not understood.
    """

    rows: tuple[Row, ...] = ()
    links: tuple[Link, ...] = ()
    names: tuple[NameGroup, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def work(self) -> tuple[Row, ...]:
        """The rows in which something is done or waited for."""
        return tuple(row for row in self.rows if not row.is_state)

    @property
    def states(self) -> tuple[Row, ...]:
        """The rows of events that only tell a state, as those of event-driven process chains do."""
        return tuple(row for row in self.rows if row.is_state)
