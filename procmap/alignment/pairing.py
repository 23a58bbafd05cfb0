"""Which steps of two parties are the same, from their labels first, then from what is around the rest.

Two passes: labels that are alike enough by themselves; then, of what is left, the steps whose labels, neighbours and
places in the flow, and what else is told of them, are together more alike than those of all rivals. What is left then
may be part of something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from procmap.alignment.candidates import is_candidate, may_stand_for
from procmap.alignment.circumstances import Circumstances, side_of
from procmap.alignment.evidence import Evidence
from procmap.alignment.likeness import Likeness, label_of, words_of_labels
from procmap.alignment.parts import NEAR, Part, part_of
from procmap.alignment.rivals import NONE, Rivals
from procmap.alignment.surroundings import Monotonous, Surroundings
from procmap.alignment.tables import both_ways

ALIKE = 0.85
"""How alike labels are that are the same step without looking further."""
AROUND = {"en": 0.42}
AROUND_OTHER = 0.28
"""How alike label, neighbours and place must be together. In English, where words do not grow together, labels that say
the same share more of them; across languages, and in the Nordic ones, less can be asked."""
RELATED, RELATED_THOUGH = 0.2, 0.25
"""How alike labels must be at least: steps that share no meaning are not the same, wherever they stand. Where they name
other actions, they must share the thing that is acted on, and not only something related to it."""
TELLING = 0.2
"""How much the circumstances of two steps must speak for them where their labels share no meaning."""
SAME_EDGE = 0.7
"""How alike what comes before two ends must be (after two starts) where their labels share no meaning: a start is what
it leads to, and an end is what led to it. All 6 such ends and both starts were right on the golden cases."""
FAR = 0.4
"""What is taken off for standing at the other end of the process."""
OTHER_ACTION, OTHER_OBJECT = 0.07, 0.04
"""What is taken off where both labels name what is done, or to what, and it is not the same nor related."""
ROUNDS = 4
"""How often what is left is looked at again, since each pair that is found is a neighbour to others."""
RIVAL = 0.1
"""How much better than a pair its rivals may be without a doubt."""
STRONG, AHEAD = 0.6, 0.05
"""Below STRONG, label, neighbours and place together must be that much ahead of all rivals."""
NEARLY = 0.12
"""How far below what is asked label, neighbours and place may be where a third party says the same of both."""
CLEAR = 0.15
"""How far a label must be ahead of all others to leave no doubt which one is meant."""


class Pair(NamedTuple):
    """Two steps by number that are the same, how alike they are (0 to 1), and how that was found.

    `by_label`: by the first pass, where `score` is the likeness of labels; else it is that of label, neighbours, place
    and circumstances together. `is_clear`: no other label comes near. `language` is that of both labels, empty where
    they have two. `words` and `circumstances` are what both share.
    """

    one: int
    other: int
    score: float
    by_label: bool
    is_clear: bool
    language: str
    words: tuple[tuple[str, str], ...]
    circumstances: tuple[str, ...]


KEPT = 1_000_000
"""How many likenesses of labels are kept for the next look: with more of them they are worked out again."""


class Ground:
    """What pairings of the same parties share: what the steps say, and where they stand.

    `made`: how alike labels are, of the pairs that have been looked at; `words`: those of all labels.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.made: dict[tuple[int, int], float] = {}
        self.labels = {
            number: label_of(placed, evidence.lexicon)
            for number, placed in enumerate(evidence.steps)
            if is_candidate(placed)
        }
        self.words = words_of_labels(self.labels.values(), evidence.lexicon)
        self.by_party: dict[str, list[int]] = {}
        for number in self.labels:
            self.by_party.setdefault(evidence.steps[number].party.id, []).append(number)
        self.around = {party: self._surroundings(numbers) for party, numbers in self.by_party.items()}
        self.told = {
            party: side_of({number: evidence.steps[number] for number in numbers})
            for party, numbers in self.by_party.items()
        }
        self._circumstances: dict[frozenset[str], Circumstances] = {}

    def circumstances(self, one: str, other: str) -> Circumstances:
        """Return what two parties tell of their steps."""
        both = frozenset((one, other))
        if both not in self._circumstances:
            self._circumstances[both] = Circumstances(self.told[one], self.told[other], self.evidence.lexicon)
        return self._circumstances[both]

    def is_left(self, number: int, party: str) -> bool:
        """Tell whether a step has no counterpart in a party, and people did not say so."""
        members = self.evidence.members(self.evidence.group(number))
        is_alone = self.evidence.is_alone(number)
        return not is_alone and all(self.evidence.steps[member].party.id != party for member in members)

    def _surroundings(self, numbers: Sequence[int]) -> Surroundings:
        process = self.evidence.steps[numbers[0]].party.process
        return Surroundings(process, {self.evidence.steps[number].step.id: number for number in numbers})


class Pairing:
    """The candidates of two parties, by their numbers in the evidence."""

    def __init__(self, ground: Ground, one: str, other: str) -> None:
        self._evidence = ground.evidence
        self._ones, self._others = ground.by_party[one], ground.by_party[other]
        self._around = ground.around[one], ground.around[other]
        self._labels = {number: ground.labels[number] for number in (*self._ones, *self._others)}
        made = ground.made if len(ground.made) < KEPT else {}
        side = {**dict.fromkeys(self._ones, one), **dict.fromkeys(self._others, other)}
        self.likeness = Likeness(self._labels, self._evidence.lexicon, made, words=ground.words, side=side)
        self._circumstances = ground.circumstances(one, other)
        self._same: set[tuple[int, int]] = set()
        self._taken: set[int] = set()
        self._line = Monotonous([(0.0, 0.0), (1.0, 1.0)])
        self._take(self._grouped())
        # Steps that both have their counterparts are nobody's rivals any more.
        self._alike = {
            (a, b): self._score(a, b)
            for a in self._ones
            for b in self._others
            if not (a in self._taken and b in self._taken)
        }
        self._label_rivals = Rivals(self._alike)
        self._related = {
            pair: related for pair, alike in self._alike.items() if (related := self._relation(pair, alike))
        }

    def pairs(self) -> list[Pair]:
        """Return the pairs that are the same, without those that stand in one group already."""
        found = self._by_label()
        if found:
            self._take((pair.one, pair.other) for pair in found)
        for _ in range(ROUNDS):
            more = self._by_place()
            if not more:
                break
            found += more
            self._take((pair.one, pair.other) for pair in more)
        return found

    def nearly(self) -> list[Pair]:
        """Return the pairs that are not the same by themselves, but are where a third party has something like both.

        They are the best of what is left, once `pairs` has been asked, and clearly ahead of all rivals.
        """
        scores = self._placed()
        rivals = Rivals(scores)
        return [
            self._pair(pair, score, by_label=False)
            for pair, score in scores.items()
            if score >= self._least(pair) - NEARLY and self._taken.isdisjoint(pair) and rivals.ahead(pair) >= AHEAD
        ]

    def parts(self) -> list[Part]:
        """Return of the steps that have no counterpart those that are part of each other, once `pairs` has been asked.

        A step is part of the one that says most of the same; of several that say as much, of the nearest.
        """
        found: dict[int, tuple[float, float, Part]] = {}
        for pair, score in self._alike.items():
            distance = self._distance(*pair)
            if score < 0 or distance >= NEAR or not self._taken.isdisjoint(pair):
                continue
            part = part_of(*pair, self.likeness, self._labels)
            if part is not None:
                ranked = (-part.said, distance, part)
                found[part.part] = min(found.get(part.part, ranked), ranked)
        return [part for _, _, part in found.values()]

    def _grouped(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that stand in one group already."""
        groups: dict[int, list[int]] = {}
        for number in self._ones:
            groups.setdefault(self._evidence.group(number), []).append(number)
        for other in self._others:
            for one in groups.get(self._evidence.group(other), ()):
                yield one, other

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Let pairs be the same from now on."""
        self._same.update(pairs)
        self._taken = {number for pair in self._same for number in pair}
        places = ((self._place(0, a), self._place(1, b)) for a, b in sorted(self._same))
        self._line = Monotonous([(0.0, 0.0), (1.0, 1.0), *places])

    def _by_label(self) -> list[Pair]:
        scores = {pair: score for pair, score in self._alike.items() if not self._taken.issuperset(pair)}
        rivals = Rivals(scores)
        return [
            self._pair(pair, score, by_label=True)
            for pair, score in scores.items()
            if score >= ALIKE and self._taken.isdisjoint(pair) and rivals.behind(pair) <= RIVAL
        ]

    def _by_place(self) -> list[Pair]:
        scores = self._placed()
        rivals = Rivals(scores)
        return [
            self._pair(pair, score, by_label=False)
            for pair, score in scores.items()
            if score >= self._least(pair) and self._taken.isdisjoint(pair)
            if rivals.behind(pair) <= RIVAL and (score >= STRONG or rivals.ahead(pair) >= AHEAD)
        ]

    def _placed(self) -> dict[tuple[int, int], float]:
        """Return how alike label, neighbours and place together are, of what is left and shares some meaning."""
        return {
            pair: self._together(*pair, self._alike[pair])
            for pair, related in self._related.items()
            if not self._taken.issuperset(pair) and (related == "said" or self._is_same_edge(*pair))
        }

    def _relation(self, pair: tuple[int, int], alike: float) -> Literal["said", "edge", ""]:
        """Tell whether two steps share some meaning by what is said of them, or may by where they stand."""
        if alike < 0:
            return ""
        if alike >= (RELATED_THOUGH if self.likeness.act_otherwise(*pair) else RELATED):
            return "said"
        if self._circumstances.agree(*pair) >= TELLING:
            return "said"
        one, other = (self._evidence.steps[number] for number in pair)
        return "edge" if (one.is_end and other.is_end) or (one.is_start and other.is_start) else ""

    def _is_same_edge(self, one: int, other: int) -> bool:
        """Tell whether both steps end what is the same, or both start it."""
        first, second = self._evidence.steps[one], self._evidence.steps[other]
        before, after = self._sides(one, other)
        return (first.is_end and second.is_end and self._beside(*before) >= SAME_EDGE) or (
            first.is_start and second.is_start and self._beside(*after) >= SAME_EDGE
        )

    def _least(self, pair: tuple[int, int]) -> float:
        if self._is_same_edge(*pair):
            return AROUND_OTHER
        return AROUND.get(self._language(pair), AROUND_OTHER)

    def _language(self, pair: tuple[int, int]) -> str:
        one, other = (self._labels[number].language for number in pair)
        return one if one == other else ""

    def _pair(self, pair: tuple[int, int], score: float, *, by_label: bool) -> Pair:
        tells = by_label or not any(self._is_edge(number) for number in pair)
        is_clear = tells and self._label_rivals.ahead(pair) >= CLEAR
        language = self._language(pair)
        words, circumstances = self.likeness.shared(*pair), self._circumstances.shared(*pair)
        return Pair(*pair, score, by_label, is_clear, language, words, circumstances)

    def _is_edge(self, number: int) -> bool:
        placed = self._evidence.steps[number]
        return placed.is_end or placed.step.type in ("boundaryEvent", "intermediateCatchEvent")

    def _score(self, one: int, other: int) -> float:
        """Return how alike two labels are; NONE where they cannot be the same."""
        steps = self._evidence.steps
        if not self._evidence.may_join(one, other) or not may_stand_for(steps[one], steps[other]):
            return NONE
        alike = self.likeness.alike(one, other)
        return NONE if alike > 0 and self.likeness.opposed(one, other) else alike

    def _together(self, one: int, other: int, alike: float) -> float:
        together = (alike + self._neighbours(one, other)) / 2 - FAR * self._distance(one, other)
        if self.likeness.act_otherwise(one, other):
            together -= OTHER_ACTION
        if self.likeness.act_on_others(one, other):
            together -= OTHER_OBJECT
        return together + self._circumstances.agree(one, other)

    def _distance(self, one: int, other: int) -> float:
        """Return how far apart two steps stand, as a share of the process, along the pairs that are the same."""
        return abs(self._line.at(self._place(0, one)) - self._place(1, other))

    def _place(self, side: int, number: int) -> float:
        return self._around[side].place[number]

    def _neighbours(self, one: int, other: int) -> float:
        """Return how alike the steps before two are, and those after them; where both have none, half."""
        sides = self._sides(one, other)
        return sum(self._beside(mine, theirs) if mine or theirs else 0.5 for mine, theirs in sides) / len(sides)

    def _sides(self, one: int, other: int) -> tuple[tuple[list[int], list[int]], tuple[list[int], list[int]]]:
        """Return the steps before two, and those after them."""
        mine, theirs = self._around
        return (mine.before[one], theirs.before[other]), (mine.after[one], theirs.after[other])

    def _beside(self, mine: Sequence[int], theirs: Sequence[int]) -> float:
        """Return how alike two sets of neighbours are."""
        if not (mine and theirs):
            return 0.0
        return both_ways([[self._as_neighbours(one, other) for other in theirs] for one in mine])

    def _as_neighbours(self, one: int, other: int) -> float:
        """Return how alike two steps are as neighbours: wholly, where they are found to be the same."""
        return 1.0 if (one, other) in self._same else self.likeness.alike(one, other)


def pairings(ground: Ground) -> Iterator[Pairing]:
    """Yield the pairings of all parties, two by two, in an order that their content makes."""
    for one, other in combinations(ground.by_party, 2):
        yield Pairing(ground, one, other)
