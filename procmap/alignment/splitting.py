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
"""Both such pairs of the golden cases were right, but good people could disagree on one of them."""
SUPPORT = 0.5
"""The share of the steps of others in a row that must speak for one more."""


class Half(NamedTuple):
    """A step by number that belongs to a row, the step in the row that it goes with, and what both have."""

    step: int
    whole: int
    circumstances: tuple[str, ...]


def halves(ground: Ground) -> list[Half]:
    """Return the steps without a counterpart that are next to one in a row, and do with it what others do at once.

    Of several rows that a step is next to, it goes with the one that agrees with it most.
    """
    return [half for step in ground.labels if (half := _half(ground, step)) is not None]


def _half(ground: Ground, step: int) -> Half | None:
    party = _party(ground, step)
    told = ground.told[party].told.get(step)
    if told is None or not (told.laws and told.documents_out):
        return None
    if not all(ground.is_left(step, other) for other in ground.by_party if other != party):
        return None
    around = ground.around[party]
    beside = dict.fromkeys((*around.before[step], *around.after[step]))
    found = [(-agreed, whole) for near in beside for agreed, whole in _agreeing(ground, step, near)]
    if not found:
        return None
    _, whole = min(found)
    return Half(step, whole, _between(ground, step, whole).shared(whole, step))


def _agreeing(ground: Ground, step: int, near: int) -> list[tuple[float, int]]:
    """Return how far a step agrees with others in the row of the one beside it, and these; none if they are too few."""
    evidence = ground.evidence
    members = evidence.members(evidence.group(near))
    others = [number for number in members if _party(ground, number) != _party(ground, step)]
    found = [
        (_between(ground, step, other).agree(step, other), other) for other in others if _are_one(ground, step, other)
    ]
    return found if len(found) >= SUPPORT * len(others) else []


def _are_one(ground: Ground, step: int, other: int) -> bool:
    """Tell whether two steps can be the same, and what is told of both agrees."""
    evidence = ground.evidence
    if other not in ground.labels or not evidence.may_join(step, other):
        return False
    between = _between(ground, step, other)
    if not between.have_one_result(step, other) or between.agree(step, other) < TELLING:
        return False
    likeness = Likeness(
        {number: ground.labels[number] for number in (step, other)}, evidence.lexicon, words=ground.words
    )
    return may_stand_for(evidence.steps[step], evidence.steps[other]) and not likeness.opposed(step, other)


def _between(ground: Ground, step: int, other: int) -> Circumstances:
    return ground.circumstances(_party(ground, step), _party(ground, other))


def _party(ground: Ground, number: int) -> str:
    return ground.evidence.steps[number].party.id
