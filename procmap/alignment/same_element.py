"""`same_element`: what has the same id in two versions of one file, where both are variants of one organisation.

An editor keeps the id of an element whatever is changed in it, so between versions of one file the id is evidence. It
is none between organisations, nor between variants that were drawn anew: there ids are as chance gave them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from procmap.alignment.evidence import Evidence
from procmap.alignment.surroundings import Surroundings
from procmap.alignment.values import Member, Party
from procmap.language import normalise
from procmap.model import Activity, Element, Event, Finding

SAME_WORDS_TOO = 0.95
OTHER_WORDS = 0.85
SAME_PLACE = 0.6
"""How sure it is that a step is the same: by its id and words, by its id, by its place alone. All are estimates."""
ROUNDS = 20
"""How often what is left is looked at again by place, since each pair that is found is a neighbour to others."""
_BOTH = (0, 1)
_SIDES = (_BOTH, (0,), (1,))
SHARED = 0.5
"""The share of the ids of the smaller file that the other must have, and of those on steps with the same words."""


def are_versions(one: Party, other: Party) -> bool:
    """Tell whether two variants of one organisation are versions of one file: they share ids of elements of one kind.

    Many formats number what they read, so that the ids of two tables are the same whatever is in them. So the steps
    with shared ids must mostly have the same words too.
    """
    if one.organisation != other.organisation or one.id == other.id:
        return False
    here = {element.id: element for element in one.process.elements()}
    there = {element.id: element for element in other.process.elements()}
    shared = [(element, there[each]) for each, element in here.items() if each in there]
    alike = [(a, b) for a, b in shared if compatible(a, b)]
    if not alike or len(alike) < SHARED * min(len(here), len(there)):
        return False
    said = [(normalise(a.name), normalise(b.name)) for a, b in alike if isinstance(a, Activity | Event)]
    return sum(a == b for a, b in said) >= SHARED * len(said)


def compatible(one: Element, other: Element) -> bool:
    """Tell whether one element can be a later form of another: both activities, both gateways; a start no end."""
    if isinstance(one, Event) and isinstance(other, Event):
        return one.type == other.type or not {"startEvent", "endEvent"} & {one.type, other.type}
    return type(one) is type(other)


def same_element_and_words(evidence: Evidence) -> None:
    """Join steps that have the same id and the same words in versions of one file: repeated labels are told apart."""
    for one, other in _pairs(evidence):
        if evidence.steps[one].words == evidence.steps[other].words:
            _join(evidence, one, other, SAME_WORDS_TOO)


def same_element(evidence: Evidence) -> None:
    """Join what is left and has the same id in versions of one file, whatever it is called."""
    for one, other in _pairs(evidence):
        _join(evidence, one, other, OTHER_WORDS)


def same_place(evidence: Evidence) -> None:
    """Join steps of variants of one organisation that stand between the same steps, of those that are left.

    Steps without a name need only what is before or after them. Those with other words are joined where the variants
    are the same for the most part, and where they are alone in that place: enough to say what became of a step. Between
    organisations it would be no evidence.
    """
    around: dict[str, Surroundings] = {}
    for ones, others in _variants(evidence):
        for number in (ones[0], others[0]):
            party = evidence.steps[number].party
            if party.id not in around:
                numbers = {
                    step.id: evidence.numbers[Member(process=party.id, step=step.id)] for step in party.process.steps
                }
                around[party.id] = Surroundings(party.process, numbers)
        for _ in range(ROUNDS):
            if not any(_joined_by(evidence, around, ones, others, sides) for sides in _SIDES):
                break


def _joined_by(
    evidence: Evidence, around: Mapping[str, Surroundings], ones: list[int], others: list[int], sides: tuple[int, ...]
) -> bool:
    """Join what stands in the same place by some sides (0: before, 1: after); tell whether anything was joined."""
    left = [_left(evidence, here, there) for here, there in ((ones, others), (others, ones))]
    mostly = all(len(of) <= SHARED * len(all_of) for of, all_of in zip(left, (ones, others), strict=True))
    here, there = (_by_place(evidence, around, numbers, sides) for numbers in left)
    joined = False
    for key, found in here.items():
        matched = there.get(key, [])
        for one, other in zip(found, matched, strict=False) if len(found) == len(matched) else ():
            unnamed = not (evidence.steps[one].words and evidence.steps[other].words)
            if unnamed or (mostly and len(found) == 1 and sides == _BOTH):
                joined = _join(evidence, one, other, SAME_PLACE, "same-place") or joined
    return joined


def _variants(evidence: Evidence) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the numbers of the steps of two variants of one organisation, for all pairs of them."""
    steps: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, placed in enumerate(evidence.steps):
        steps[placed.party.organisation, placed.party.id].append(number)
    for (one, ones), (other, others) in combinations(sorted(steps.items()), 2):
        if one[0] == other[0]:
            yield ones, others


def _left(evidence: Evidence, ones: list[int], others: list[int]) -> list[int]:
    """Return the steps that stand in no group with one of the others."""
    taken = {evidence.group(number) for number in others}
    return [number for number in ones if evidence.group(number) not in taken]


def _by_place(
    evidence: Evidence, around: Mapping[str, Surroundings], numbers: list[int], sides: tuple[int, ...]
) -> dict[Hashable, list[int]]:
    """Return steps by their kind and the groups next to them on some sides, each list in flow order."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number in sorted(numbers, key=lambda number: evidence.steps[number].place):
        placed = evidence.steps[number]
        there = around[placed.party.id]
        near = tuple(
            frozenset(evidence.group(each) for each in side) for side in (there.before[number], there.after[number])
        )
        if any(near[side] for side in sides) or (sides == _BOTH and not placed.words):
            kind = placed.step.type if isinstance(placed.step, Event) else "activity"
            found[kind, tuple(near[side] for side in sides)].append(number)
    return found


def _join(evidence: Evidence, one: int, other: int, confidence: float, code: str = "same-element") -> bool:
    if not _parties(evidence, one).isdisjoint(_parties(evidence, other)):
        return False
    return evidence.join(one, other, confidence, Finding(code=code, severity="info"))


def _parties(evidence: Evidence, number: int) -> set[str]:
    return {evidence.steps[member].party.id for member in evidence.members(evidence.group(number))}


def _pairs(evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Yield the numbers of steps that are the same element, in the order of the evidence."""
    parties = {placed.party.id: placed.party for placed in evidence.steps}
    others = {
        party.id: [other for other in parties.values() if other.id > party.id and are_versions(party, other)]
        for party in parties.values()
        if any(other.organisation == party.organisation and other.id > party.id for other in parties.values())
    }
    for number, placed in enumerate(evidence.steps):
        for other in others.get(placed.party.id, ()):
            found = evidence.numbers.get(Member(process=other.id, step=placed.member.step))
            if found is not None and compatible(placed.step, evidence.steps[found].step):
                yield number, found
