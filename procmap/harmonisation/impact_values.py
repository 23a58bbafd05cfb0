"""The values of what a common process changes for one organisation."""

from __future__ import annotations

from typing import Literal

from procmap.model import Duration
from procmap.model.value import Value

ChangedField = Literal["role", "system"]
Change = Literal["moved", "perhaps_name", "beside"]
"""To another; to one that does the same steps and may only have another name; others stand beside what it has today."""


class NewStep(Value):
    """A step of the common process (`step`) that a party does not have.

    `open`: whether it comes is not decided, or it is for some only. `on_path`: a typical case of the party comes to it.
    `part_of` is the step of the party that this is surely part of: it does this already, and not as a step of its own.
    """

    step: str
    open: bool = False
    on_path: bool = False
    part_of: str | None = None


class GoneStep(Value):
    """A step of a party that is not in the common process any more, and the decision that says so."""

    step: str
    decision: str | None = None


class ChangedStep(Value):
    """A step of a party (`step`) whose role or systems are others in the common process, at the step `to`.

    `before` are the names as the party writes them, `after` those of the common process.
    """

    step: str
    to: str
    field: ChangedField
    before: tuple[str, ...]
    after: tuple[str, ...]
    change: Change


class TimeTaken(Value):
    """A time in all, lengths of different units beside each other. `known` of `of` steps say how long they take."""

    total: tuple[Duration, ...] = ()
    known: int = 0
    of: int = 0


class PathFigures(Value):
    """A typical case in figures (see `procmap.behaviour.typical_path`).

    `steps`: its activities in flow order, `handoffs`: how often work passes from a role to another, `roles_known`: how
    many of the activities have a role. Work time is the sum of all, lead time that of the ways that take longest, with
    what timers on the way wait.
    """

    steps: tuple[str, ...] = ()
    handoffs: int = 0
    roles_known: int = 0
    work_time: TimeTaken = TimeTaken()
    lead_time: TimeTaken = TimeTaken()


class LostControl(Value):
    """A control of a party that is retired, and the decision that says so."""

    id: str
    decision: str | None = None


class NewControl(Value):
    """A control (`id`) of another party (`process`) that comes to a party at the common element `to`.

    `open`: whether what it stands at comes to this party is not decided, or it is for some only.
    """

    process: str
    id: str
    to: str | None
    open: bool = False


class ControlImpact(Value):
    """The controls of a party that stay (by their ids), those that it loses, and those that are new to it."""

    kept: tuple[str, ...] = ()
    lost: tuple[LostControl, ...] = ()
    new: tuple[NewControl, ...] = ()


class Impact(Value):
    """What a common process changes for one party: its steps, a typical case `before` and `after`, its controls."""

    process: str
    new: tuple[NewStep, ...] = ()
    gone: tuple[GoneStep, ...] = ()
    changed: tuple[ChangedStep, ...] = ()
    before: PathFigures = PathFigures()
    after: PathFigures = PathFigures()
    controls: ControlImpact = ControlImpact()
