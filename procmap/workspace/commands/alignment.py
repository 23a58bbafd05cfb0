"""Commands on what people say of an alignment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from procmap.model import BadInput, StepReference
from procmap.workspace.command import Command, short
from procmap.workspace.values import Confirmation, ConfirmationKind, Service
from procmap.workspace.work import Work

Rearranged = Literal["move", "alone", "join", "split", "confirm"]
"""What was done to rows: a step moved or set alone, two rows made one, one made two, rows confirmed as they are."""

_LEAST = {"same": 2, "part_of": 2, "apart": 2, "alone": 1}


class Confirm(Command):
    """Say that steps are the same, that one is part of another, that two are apart, or that one stands alone.

    `instead_of`: ids of earlier confirmations that this one takes the place of.
    """

    name = "confirm"
    service: str
    kind: ConfirmationKind
    steps: tuple[StepReference, ...]
    instead_of: tuple[str, ...] = ()

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep what was said. Raises BadInput when it names too few steps."""
        work.get(Service, self.service)
        least = _LEAST[self.kind]
        if len(self.steps) < least or (self.kind != "same" and len(self.steps) != least):
            raise BadInput("confirmation-steps", kind=self.kind, least=least)
        for earlier in self.instead_of:
            work.remove(work.get(Confirmation, earlier))
        work.put(Confirmation(id=work.new_id(), service=self.service, kind=self.kind, steps=self.steps))
        return {"kind": self.kind, "steps": _labels(self.steps)}


class Withdraw(Command):
    """Take back what was said of an alignment."""

    name = "withdraw"
    confirmations: tuple[str, ...]

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away."""
        found = [work.get(Confirmation, key) for key in self.confirmations]
        for each in found:
            work.remove(each)
        return {"steps": _labels(step for each in found for step in each.steps)}


class Rearrange(Command):
    """Move steps between rows: several confirmations at once, in the place of earlier ones that they contradict.

    `step` is the label that history tells, `count` how many rows it is about.
    """

    name = "rearrange"
    service: str
    step: str
    how: Rearranged = "move"
    count: int = 1
    made: tuple[Confirm, ...]
    withdrawn: tuple[str, ...] = ()

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep what was said, and take back what it contradicts."""
        for key in self.withdrawn:
            work.remove(work.get(Confirmation, key))
        for each in self.made:
            each.apply(work)
        return {"step": short(self.step), "how": self.how, "count": self.count}


def _labels(steps: Iterable[StepReference]) -> str:
    """Return the labels of steps as history tells them, each once; steps without one are not told."""
    return short(" · ".join(dict.fromkeys(step.label for step in steps if step.label.strip())))
