"""How alike labels are: their words, what these mean, and how rare they are.

After the bag-of-words matchers of the Process Model Matching Contest 2015 (Antunes et al., BPM workshops 2015): every
word looks for its best counterpart on the other side, weighed by how much it tells.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from procmap.alignment.evidence import Evidence, PlacedStep
from procmap.language import Language
from procmap.language.function_words import DIRECTIONS
from procmap.language.lexicon import Lexicon, core
from procmap.language.said import Token, said
from procmap.model import Event

SAME_MEANING = 0.85
TRANSLATED = 0.95
"""What words of one meaning are worth; those of two languages cannot be more alike than that."""
BROADER, COUSINS = 0.6, 0.4
NEARLY_SPELLED = 0.8
LONG_BEGINNING = 0.9
LIGHT = 0.4
LATER = 0.5
"""What words weigh that tell little, and those after the action and its object."""
_RECEIVE = "receive"


@dataclass(frozen=True)
class Label:
    """What a step says. `weights` are those of its tokens by their place in the label, before rarity."""

    tokens: tuple[Token, ...]
    weights: tuple[float, ...]
    actions: tuple[str, ...]
    negated: bool
    language: str


def label_of(placed: PlacedStep, lexicon: Lexicon | None = None) -> Label:
    """Return what a step says; an event that waits for a message says that something is received."""
    return label_of_text(placed.step.name, placed.language, lexicon, receives=_receives(placed))


def label_of_text(text: str, language: Language, lexicon: Lexicon | None = None, *, receives: bool = False) -> Label:
    """Return what a text says, and that something is received where it `receives`."""
    lexicon = lexicon or core()
    found = said(text, language, lexicon)
    tokens = tuple(token for token in found.tokens if token.surface not in DIRECTIONS)
    actions = found.actions
    if receives and _RECEIVE not in actions:
        tokens = (Token("receiv", _RECEIVE, frozenset((_RECEIVE,))), *tokens)
        actions = (_RECEIVE, *actions)
    return Label(tokens, _by_place(tokens, lexicon), actions, found.negated, language)


def _receives(placed: PlacedStep) -> bool:
    step = placed.step
    waits = isinstance(step, Event) and step.type in ("startEvent", "intermediateCatchEvent")
    return waits and any(trigger.type == "message" for trigger in step.triggers)  # type: ignore[union-attr]


def _by_place(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[float, ...]:
    """Return weights: the first action and the first other word count whole, what comes after them half."""
    weights: list[float] = []
    action = thing = False
    for token in tokens:
        acts = any(lexicon.kind(concept) == "action" for concept in token.concepts)
        weight = 1.0
        if acts and not action:
            action = True
        elif not thing:
            thing = True
        else:
            weight = LATER
        weights.append(weight * (LIGHT if token.light else 1.0))
    return tuple(weights)


class Likeness:
    """How alike the labels of two parties are. `labels`: by the numbers of their steps."""

    def __init__(self, labels: dict[int, Label], lexicon: Lexicon | None = None) -> None:
        self._labels = labels
        self._lexicon = lexicon or core()
        self._count = len(labels)
        self._in = Counter(word for label in labels.values() for word in {token.stem for token in label.tokens})
        self._made: dict[tuple[int, int], float] = {}

    def alike(self, one: int, other: int) -> float:
        """Return how alike two labels are, 0 to 1."""
        key = (one, other) if one < other else (other, one)
        if key not in self._made:
            first, second = self._labels[key[0]], self._labels[key[1]]
            self._made[key] = (self._covered(first, second) + self._covered(second, first)) / 2
        return self._made[key]

    def opposed(self, one: int, other: int) -> bool:
        """Tell whether two labels say the contrary: one "not", or what must not be taken for the other."""
        first, second = self._labels[one], self._labels[other]
        if first.negated != second.negated:
            return True
        return bool(first.actions and second.actions) and self._lexicon.contrast(first.actions[0], second.actions[0])

    def shared(self, one: int, other: int) -> tuple[tuple[str, str], ...]:
        """Return the words of two labels that mean the same, in the order of the first."""
        first, second = self._labels[one], self._labels[other]
        found = []
        for token in first.tokens:
            best = max(
                second.tokens, key=lambda candidate: self._between(token, candidate, first, second), default=None
            )
            if best is not None and self._between(token, best, first, second) >= NEARLY_SPELLED:
                found.append((token.surface, best.surface))
        return tuple(dict.fromkeys(found))

    def _covered(self, label: Label, by: Label) -> float:
        total = covered = 0.0
        for token, weight in zip(label.tokens, label.weights, strict=True):
            told = weight * self._rarity(token)
            total += told
            covered += told * max((self._between(token, other, label, by) for other in by.tokens), default=0.0)
        return covered / total if total else 0.0

    def _between(self, one: Token, other: Token, first: Label, second: Label) -> float:
        return _same(one, other, first.language == second.language, self._lexicon)

    def _rarity(self, token: Token) -> float:
        """Return how much a word tells, 0 to 1: less the more labels have it."""
        most = math.log((self._count + 1) / 0.5)
        return math.log((self._count + 1) / (self._in[token.stem] + 0.5)) / most


@lru_cache(maxsize=200_000)
def _same(one: Token, other: Token, same_language: bool, lexicon: Lexicon) -> float:
    if one.stem == other.stem:
        return 1.0
    if one.concepts & other.concepts:
        return SAME_MEANING if same_language else TRANSLATED
    above, over = lexicon.broader(one.concepts), lexicon.broader(other.concepts)
    best = 0.0
    if above & other.concepts or over & one.concepts:
        best = BROADER
    elif above & over:
        best = COUSINS
    return max(best, _spelled_alike(one.surface, other.surface))


def _spelled_alike(one: str, other: str) -> float:
    """Return how alike two words are spelled: slips of the pen, and long words with another ending."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return 0.0
    longest = max(len(one), len(other))
    beginning = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if beginning >= 5 and beginning / longest >= 0.7:
        return LONG_BEGINNING
    if abs(len(one) - len(other)) > longest * (1 - NEARLY_SPELLED):
        return 0.0
    alike = 1 - _edits(one, other) / longest
    return alike if alike >= NEARLY_SPELLED else 0.0


def _edits(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, start=1):
        previous, row[0] = row[0], count
        for place, opposite in enumerate(other, start=1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (letter != opposite))
    return row[-1]


def labels_of(evidence: Evidence, numbers: Sequence[int]) -> dict[int, Label]:
    """Return what steps say, by their numbers."""
    return {number: label_of(evidence.steps[number]) for number in numbers}
