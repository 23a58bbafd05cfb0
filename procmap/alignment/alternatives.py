"""What one organisation does in one step, and another in a step for each channel or case, as alternatives.

Evidence is that each of the alternatives takes in another of the documents that the one step takes in, and shares a
word with it: *Scan letters, fetch e-mail and forms* here, *Scan the letter*, *Import the e-mail* and *Transfer the
form* there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

from procmap.alignment.candidates import may_stand_for
from procmap.alignment.likeness import Likeness
from procmap.alignment.pairing import Ground

SURE_OF_ALTERNATIVES = 0.85
"""All 3 such pairs of the golden cases were right: too few to trust them more than pairs by place."""


class Alternatives(NamedTuple):
    """A step by number that takes in several documents, the alternatives that take in one of them each, and these."""

    whole: int
    steps: tuple[int, ...]
    documents: tuple[str, ...]


def alternatives(ground: Ground) -> list[Alternatives]:
    """Return the steps of one party that another does in alternatives, of what has no counterpart there.

    Of several steps that could be meant it is the one whose label is most like theirs.
    """
    takers = {party: [n for n in ground.by_party[party] if _documents(ground, n)] for party in ground.by_party}
    branches = {party: _branches(ground, party, takers[party]) for party in ground.by_party}
    found = []
    for one, other in permutations(ground.by_party, 2):
        several = [steps for steps in branches[other] if all(ground.is_left(step, one) for step in steps)]
        wholes = [n for n in takers[one] if _documents(ground, n) > 1 and ground.is_left(n, other)] if several else []
        if wholes:
            numbers = (*wholes, *(step for steps in several for step in steps))
            likeness = Likeness(
                {number: ground.labels[number] for number in numbers}, ground.evidence.lexicon, words=ground.words
            )
            found += [one_of for steps in several for one_of in _best(ground, likeness, wholes, steps)]
    return found


def _best(ground: Ground, likeness: Likeness, wholes: Sequence[int], steps: Sequence[int]) -> list[Alternatives]:
    """Return the step that some alternatives stand for, in a list; empty where there is none."""
    circumstances = ground.circumstances(*(ground.evidence.steps[number].party.id for number in (wholes[0], steps[0])))
    ranked = []
    for whole in wholes:
        if not all(_may_be_one(ground, likeness, whole, step) for step in steps):
            continue
        documents = [circumstances.document_in_both(whole, step) for step in steps]
        if "" not in documents and len(set(documents)) == len(steps):
            alike = sum(likeness.alike(whole, step) for step in steps)
            ranked.append((-alike, whole, tuple(documents)))
    return [Alternatives(whole, tuple(steps), documents) for _, whole, documents in sorted(ranked)[:1]]


def _branches(ground: Ground, party: str, takers: Sequence[int]) -> list[list[int]]:
    """Return the steps of a party that stand between the same steps, two of them at least, where all are takers."""
    around = ground.around[party]
    between: dict[tuple[frozenset[int], frozenset[int]], list[int]] = defaultdict(list)
    for number in ground.by_party[party]:
        if around.before[number] and around.after[number]:
            between[frozenset(around.before[number]), frozenset(around.after[number])].append(number)
    known = set(takers)
    return [numbers for numbers in between.values() if len(numbers) > 1 and known.issuperset(numbers)]


def _documents(ground: Ground, number: int) -> int:
    """Return how many documents go into a step."""
    told = ground.told[ground.evidence.steps[number].party.id].told.get(number)
    return len(told.documents_in) if told is not None else 0


def _may_be_one(ground: Ground, likeness: Likeness, whole: int, step: int) -> bool:
    """Tell whether two steps can be the same, and their labels share a word."""
    one, other = ground.evidence.steps[whole], ground.evidence.steps[step]
    may_be = ground.evidence.may_join(whole, step) and may_stand_for(one, other)
    return may_be and bool(likeness.shared(whole, step)) and not likeness.opposed(whole, step)
