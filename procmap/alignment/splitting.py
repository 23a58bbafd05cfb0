"""What one organisation does in one step and another in two, one directly after the other.

Evidence is that the second of the two rests on the same law as the one step, and ends in the same document: *Issue
licence* here, *Draw up and sign the licence* and *Post the licence* there.
"""

from __future__ import annotations

from typing import NamedTuple

from procmap.alignment.candidates import may_stand_for
from procmap.alignment.circumstances import Circumstances
from procmap.alignment.likeness import Likeness
from procmap.alignment.pairing import TELLING, Ground

SURE_OF_SPLIT = 0.5
"""Of 4 such pairs of the golden cases 2 were right, and good people could disagree on the others."""
SUPPORT = 0.5
"""The share of the steps of others in a row that must speak for one more."""


class Half(NamedTuple):
    """A step by number that belongs to a row, the step in the row that it goes with, and what both have."""

    step: int
    whole: int
    circumstances: tuple[str, ...]


def halves(ground: Ground) -> list[Half]:
    """Return the steps without a counterpart that are next to one in a row and do with it what others do at once.

    Of several rows that a step is next to it goes with the one that agrees with it most.
    """
    beside = _Beside(ground)
    return [half for step in ground.labels if (half := beside.half(step)) is not None]


class _Beside:
    """What steps share with the rows beside them."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._evidence = ground.evidence
        self._made: dict[tuple[str, str], Circumstances] = {}

    def half(self, step: int) -> Half | None:
        """Return what a step without a counterpart goes with; None where it goes with nothing."""
        party = self._party(step)
        told = self._ground.told[party].told.get(step)
        is_left = len(self._evidence.members(self._evidence.group(step))) == 1 and not self._evidence.is_alone(step)
        if told is None or not (is_left and told.laws and told.documents_out):
            return None
        around = self._ground.around[party]
        found = [
            (-agreement, whole)
            for near in dict.fromkeys((*around.before[step], *around.after[step]))
            for agreement, whole in self._agreeing(step, near)
        ]
        if not found:
            return None
        _, whole = min(found)
        return Half(step, whole, self._between(step, whole).shared(whole, step))

    def _agreeing(self, step: int, near: int) -> list[tuple[float, int]]:
        """Return those of others in the row of the step beside that agree with a step, if they are enough."""
        members = self._evidence.members(self._evidence.group(near))
        others = [number for number in members if self._party(number) != self._party(step)]
        found = [(self._between(step, other).agree(step, other), other) for other in others if self._may_be(step, other)]
        return found if len(found) >= SUPPORT * len(others) else []

    def _may_be(self, step: int, other: int) -> bool:
        evidence = self._evidence
        if not evidence.may_join(step, other) or not may_stand_for(evidence.steps[step], evidence.steps[other]):
            return False
        between = self._between(step, other)
        if not between.have_one_result(step, other) or between.agree(step, other) < TELLING:
            return False
        labels = {number: self._ground.labels[number] for number in (step, other) if number in self._ground.labels}
        return len(labels) == 2 and not Likeness(labels, evidence.lexicon).opposed(step, other)

    def _between(self, step: int, other: int) -> Circumstances:
        one, two = sorted((self._party(step), self._party(other)))
        if (one, two) not in self._made:
            told = self._ground.told
            self._made[one, two] = Circumstances(told[one], told[two], self._evidence.lexicon)
        return self._made[one, two]

    def _party(self, number: int) -> str:
        return self._evidence.steps[number].party.id
