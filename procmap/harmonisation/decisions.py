"""What people decided, as far as it can be applied to the rows there are now (see `procmap.harmonisation.ruling`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from procmap.model import Decision, Finding
from procmap.model.decisions import About


@dataclass(frozen=True)
class OrderRuling:
    """Every row of `first` stands to every row of `second` as decided."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    relation: str
    decision: str


@dataclass(frozen=True)
class PresenceRuling:
    """The rows are always done, or need not be: then `condition` says when they are, if anything was said."""

    rows: frozenset[str]
    optional: bool
    decision: str
    condition: str = ""


@dataclass(frozen=True)
class RepeatRuling:
    """The rows are done once, or may be done again together: then `condition` says when, if anything was said."""

    rows: frozenset[str]
    repeated: bool
    decision: str
    condition: str = ""


@dataclass(frozen=True)
class Move:
    """A row is to stand right before another one, or right after it."""

    anchor: str
    after: bool


@dataclass(frozen=True)
class AskAgain:
    """A decision that no longer fits what there is: why, and what can be decided instead.

    `rows`: those that its steps lie in now; else `about` is what can be decided. `proposal`: a choice of that decision.
    """

    decision: Decision
    why: Finding
    proposal: str
    rows: tuple[str, ...] = ()
    about: About = field(default_factory=About)


@dataclass
class Rulings:
    """The decisions by what they are about; rows are cited by the id of the row that stands for those merged.

    `newest`: the ids of the decisions that no later one about the same replaces. `heirs`: the row to which goes what
    was attached to a dropped one. `again`: what is to be asked again.
    """

    merged: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Decision] = field(default_factory=dict)
    order: list[OrderRuling] = field(default_factory=list)
    presence: list[PresenceRuling] = field(default_factory=list)
    repeat: list[RepeatRuling] = field(default_factory=list)
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    names_apart: list[frozenset[tuple[str, str]]] = field(default_factory=list)
    attached: dict[tuple[str, str, str], tuple[Decision, str | None]] = field(default_factory=dict)
    newest: tuple[str, ...] = ()
    moves: dict[str, Move] = field(default_factory=dict)
    heirs: dict[str, str] = field(default_factory=dict)
    again: list[AskAgain] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def repeat_is_decided(self, rows: Iterable[str]) -> bool:
        """Tell whether it is decided for all of some rows whether they are repeated."""
        decided = {self.row(row) for ruling in self.repeat for row in ruling.rows}
        return decided.issuperset(rows)

    def row(self, row: str) -> str:
        """Return the row that stands for a row."""
        return self.merged.get(row, row)


def steps_in(text: str) -> tuple[str, ...]:
    """Return the steps that a redesign makes of a row, in their order: each on a line, or with `;` between."""
    return tuple(found for part in re.split(r"[;\n]", text) if (found := " ".join(part.split())))
