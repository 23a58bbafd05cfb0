"""Which steps of two parties are the same, from their labels first, then from what is around the rest.

Two passes: labels that are alike enough by themselves; then, of what is left, the steps whose labels, neighbours and
places in the flow are together more alike than those of all rivals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procmap.alignment.evidence import Evidence, PlacedStep
from procmap.alignment.likeness import Likeness, labels_of
from procmap.alignment.surroundings import Monotonous, Surroundings
from procmap.model import Event, Process

ALIKE = 0.85
"""How alike labels are that are the same step without looking further."""
AROUND = {"en": 0.5}
AROUND_OTHER = 0.3
"""How alike label, neighbours and place must be together. In English, where words do not grow together, labels that say
the same share more of them; across languages, and in the Nordic ones, less can be asked."""
RELATED = 0.2
"""How alike labels must be at least: steps that share no meaning are not the same, wherever they stand."""
FAR = 0.4
"""What is taken off for standing at the other end of the process."""
ROUNDS = 4
"""How often what is left is looked at again, since each pair that is found is a neighbour to others."""
RIVAL = 0.1
"""How much better than the best another candidate may be without a doubt."""
_PLACEHOLDER = re.compile(r"[A-Za-z]{0,3}[ _-]?\d+")


class Pair(NamedTuple):
    """Two steps by number that are the same, how sure that is (0 to 1), and by which pass."""

    one: int
    other: int
    score: float
    by_label: bool


class Pairing:
    """The candidates of two parties. `ones` and `others` are numbers of steps in `evidence`."""

    def __init__(self, evidence: Evidence, ones: Sequence[int], others: Sequence[int]) -> None:
        self._evidence = evidence
        self._ones = [number for number in ones if is_candidate(evidence.steps[number])]
        self._others = [number for number in others if is_candidate(evidence.steps[number])]
        self._labels = labels_of(evidence, (*self._ones, *self._others))
        self.likeness = Likeness(self._labels)
        self._same: set[tuple[int, int]] = set()
        self._around = [self._surroundings(numbers) for numbers in (self._ones, self._others)]

    def _surroundings(self, numbers: Sequence[int]) -> tuple[Surroundings, dict[str, int]]:
        if not numbers:
            return Surroundings(Process(id="none"), ()), {}
        steps = {self._evidence.steps[number].step.id: number for number in numbers}
        return Surroundings(self._evidence.steps[numbers[0]].party.process, steps), steps

    def pairs(self) -> list[Pair]:
        """Return the pairs that are the same."""
        self._same = set(self._linked())
        taken = {number for pair in self._same for number in pair}
        score = {
            (a, b): self._score(a, b) for a in self._ones for b in self._others if a not in taken or b not in taken
        }
        alike = {pair: value for pair, value in score.items() if value >= ALIKE and taken.isdisjoint(pair)}
        found = self._mutual(score, alike, by_label=True)
        least = self._least()
        for _ in range(ROUNDS):
            self._same |= {(pair.one, pair.other) for pair in found}
            taken = {number for pair in self._same for number in pair}
            places = ((self._place(0, a), self._place(1, b)) for a, b in sorted(self._same))
            line = Monotonous([(0.0, 0.0), (1.0, 1.0), *places])
            together = {
                (a, b): self._together(a, b, value, line)
                for (a, b), value in score.items()
                if value >= RELATED and not (a in taken and b in taken)
            }
            enough = {pair: value for pair, value in together.items() if value >= least and taken.isdisjoint(pair)}
            more = self._mutual(together, enough)
            if not more:
                break
            found += more
        return found

    def _linked(self) -> list[tuple[int, int]]:
        """Return the pairs that stand in one group already."""
        groups: dict[int, list[int]] = {}
        for number in self._ones:
            groups.setdefault(self._evidence.group(number), []).append(number)
        return [(one, other) for other in self._others for one in groups.get(self._evidence.group(other), ())]

    def _score(self, one: int, other: int) -> float:
        """Return how alike two labels are; less than nothing where they cannot be the same."""
        if not self._evidence.may_join(one, other):
            return -1.0
        alike = self.likeness.alike(one, other)
        return -1.0 if alike > 0 and self.likeness.opposed(one, other) else alike

    def _mutual(
        self, scores: dict[tuple[int, int], float], enough: dict[tuple[int, int], float], *, by_label: bool = False
    ) -> list[Pair]:
        """Return the pairs of `enough` that are about the best that either side has."""
        best: dict[int, float] = {}
        for (one, other), value in scores.items():
            best[one] = max(best.get(one, value), value)
            best[other] = max(best.get(other, value), value)
        return [
            Pair(one, other, value, by_label)
            for (one, other), value in enough.items()
            if value >= best[one] - RIVAL and value >= best[other] - RIVAL
        ]

    def _together(self, one: int, other: int, alike: float, line: Monotonous) -> float:
        distance = abs(line.at(self._place(0, one)) - self._place(1, other))
        return (alike + self._neighbours(one, other)) / 2 - FAR * distance

    def _place(self, side: int, number: int) -> float:
        return self._around[side][0].place[self._evidence.steps[number].step.id]

    def _neighbours(self, one: int, other: int) -> float:
        """Return how alike the steps before two are, and those after them."""
        total = 0.0
        for direction in ("before", "after"):
            mine, theirs = self._near(0, one, direction), self._near(1, other, direction)
            if not mine and not theirs:
                total += 0.5
            elif mine and theirs:
                rows = sum(max(self._as_neighbours(a, b) for b in theirs) for a in mine) / len(mine)
                columns = sum(max(self._as_neighbours(a, b) for a in mine) for b in theirs) / len(theirs)
                total += (rows + columns) / 2
        return total / 2

    def _as_neighbours(self, one: int, other: int) -> float:
        """Return how alike two steps are as neighbours: wholly, where they are found to be the same."""
        return 1.0 if (one, other) in self._same else self.likeness.alike(one, other)

    def _near(self, side: int, number: int, direction: str) -> list[int]:
        surroundings, numbers = self._around[side]
        found = getattr(surroundings, direction)[self._evidence.steps[number].step.id]
        return [numbers[step] for step in found]

    def _least(self) -> float:
        languages = {label.language for label in self._labels.values()}
        return AROUND.get(languages.pop(), AROUND_OTHER) if len(languages) == 1 else AROUND_OTHER


def is_candidate(placed: PlacedStep) -> bool:
    """Tell whether a step says enough to be compared: work, and events that wait or begin; no mere id as a label."""
    name = placed.step.name.strip()
    if not placed.words or name == placed.step.id or _PLACEHOLDER.fullmatch(name):
        return False
    return not (isinstance(placed.step, Event) and placed.step.type in ("endEvent", "boundaryEvent"))


def by_party(evidence: Evidence) -> list[list[int]]:
    """Return the numbers of the steps of each party, the parties in an order that their content makes."""
    found: dict[str, list[int]] = {}
    for number, placed in enumerate(evidence.steps):
        found.setdefault(placed.party.id, []).append(number)
    return list(found.values())


def all_pairs(evidence: Evidence) -> Iterable[tuple[Pairing, Pair]]:
    """Yield the pairs of all parties, two by two."""
    parties = by_party(evidence)
    for place, ones in enumerate(parties):
        for others in parties[place + 1 :]:
            pairing = Pairing(evidence, ones, others)
            for pair in pairing.pairs():
                yield pairing, pair
