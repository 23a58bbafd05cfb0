"""How alike labels are: their words, what these mean, and how rare they are.

After the bag-of-words matchers of the Process Model Matching Contest 2015 (Antunes et al., BPM workshops 2015): every
word looks for its best counterpart on the other side, weighed by how much it tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from procmap.alignment.evidence import PlacedStep
from procmap.language import Language
from procmap.language.frequency import document_frequency, idf
from procmap.language.frequency import labels as background_labels
from procmap.language.function_words import DIRECTIONS
from procmap.language.lexicon import Lexicon, core
from procmap.language.opposing import turned_round
from procmap.language.said import Token, said
from procmap.language.spelling import LONG_BEGINNING, NEARLY, spelled_alike
from procmap.model import Event

SAME_MEANING = 0.85
TRANSLATED = 0.95
"""What words of one meaning are worth; those of two languages cannot be more alike than that."""
BROADER, COUSINS = 0.6, 0.4
LIGHT, NUMBER, LATER = 0.4, 0.1, 0.5
"""What words weigh that tell little, numbers (of days, mostly), and what comes after the action and its object."""
UNKNOWN: dict[Language, float] = {"en": 1.0}
UNKNOWN_OTHER = 0.4
"""What words weigh that the lexicon lacks, beside some that it has. In the Nordic languages these are mostly names of
systems and verbs that say little; in English they are what tells one step from the next."""
SHARED_WORD = 0.5
"""What phrases are worth that have a word in common, outside English."""
MOST_WORDS = 200
"""Words of a label that are compared: what is longer is a text, and every word is compared with every other."""
BACKGROUND = 100
"""How many labels of any service stand beside those of the two parties when words are weighed by how rare they are: two
short models say little of that, and of several hundred labels the models themselves should decide."""
_RECEIVE = "receive"
DECISIONS = frozenset(("approve", "decide", "dismiss", "reject"))
"""What an office decides, and those outside are told."""


@dataclass(frozen=True)
class Label:
    """What a step says. `weights` are those of its tokens by their place in the label, before rarity."""

    tokens: tuple[Token, ...]
    weights: tuple[float, ...]
    actions: tuple[str, ...]
    objects: tuple[str, ...]
    negated: bool
    lacking: frozenset[str]
    lists: bool
    language: Language


def label_of(placed: PlacedStep, lexicon: Lexicon | None = None) -> Label:
    """Return what a step says; an event that waits for a message says that something is received."""
    lexicon = lexicon or core()
    found = label_of_text(placed.step.name, placed.language, lexicon)
    is_known = _RECEIVE in lexicon.concepts and _RECEIVE not in found.actions
    if is_known and (_waits_for_message(placed) or _is_told(placed, found)):
        tokens = (Token("receiv", _RECEIVE, frozenset((_RECEIVE,))), *found.tokens)
        actions = (_RECEIVE, *found.actions)
        return replace(found, tokens=tokens, weights=_by_place(tokens, placed.language, lexicon), actions=actions)
    return found


def label_of_text(text: str, language: Language, lexicon: Lexicon | None = None) -> Label:
    """Return what a text says."""
    lexicon = lexicon or core()
    found = said(text, language, lexicon)
    tokens = tuple(token for token in found.tokens if token.surface not in DIRECTIONS)[:MOST_WORDS]
    return Label(
        tokens=tokens,
        weights=_by_place(tokens, language, lexicon),
        actions=found.actions,
        objects=found.objects,
        negated=found.negated,
        lacking=found.lacking,
        lists=found.lists,
        language=language,
    )


def _waits_for_message(placed: PlacedStep) -> bool:
    step = placed.step
    waits = isinstance(step, Event) and step.type in ("startEvent", "intermediateCatchEvent")
    return waits and any(trigger.type == "message" for trigger in step.triggers)  # type: ignore[union-attr]


def _is_told(placed: PlacedStep, label: Label) -> bool:
    """Tell whether a step is what somebody outside is told: a decision alone, which is not theirs (`Rejection`)."""
    return placed.side == "outside" and len(label.tokens) == 1 and not DECISIONS.isdisjoint(label.actions)


def _by_place(tokens: Sequence[Token], language: Language, lexicon: Lexicon) -> tuple[float, ...]:
    """Return weights: the first action and the first word beside it that tells much are whole, later ones half."""
    weights: list[float] = []
    action = thing = False
    known = any(token.concepts for token in tokens)
    for token in tokens:
        acts = any(lexicon.kind(concept) == "action" for concept in token.concepts)
        weight = 1.0
        if acts and not action:
            action = True
        elif not thing:
            thing = not (token.light or token.surface.isdigit())
        else:
            weight = LATER
        if token.surface.isdigit():
            weight *= NUMBER
        elif not token.concepts and known:
            weight *= UNKNOWN.get(language, UNKNOWN_OTHER)
        weights.append(weight * (LIGHT if token.light else 1.0))
    return tuple(weights)


_NOT_SEEN = -1.0
"""Stands for how alike two words are that were not compared yet."""


class Likeness:
    """How alike the labels of two parties are. `labels`: by the numbers of their steps.

    `made` keeps how alike they are, by pairs of numbers, for who asks again with the same labels.
    """

    def __init__(
        self,
        labels: Mapping[int, Label],
        lexicon: Lexicon | None = None,
        made: dict[tuple[int, int], float] | None = None,
    ) -> None:
        self._labels = labels
        self._lexicon = lexicon or core()
        self._in = Counter(word for label in labels.values() for word in {token.stem for token in label.tokens})
        self._made = made if made is not None else {}
        # Words by numbers of their own: to look a pair of numbers up is much quicker than a pair of words.
        number_of: dict[tuple[Token, Language], int] = {}
        self._words = {
            number: tuple(number_of.setdefault((token, label.language), len(number_of)) for token in label.tokens)
            for number, label in labels.items()
        }
        self._tokens = tuple(number_of)
        self._between: dict[int, float] = {}
        rarity = [self._rarity(token, language) for token, language in self._tokens]
        self._told = {
            number: tuple(
                weight * rarity[word] for word, weight in zip(self._words[number], label.weights, strict=True)
            )
            for number, label in labels.items()
        }
        self._totals = {number: sum(told) for number, told in self._told.items()}
        self._above: dict[frozenset[str], frozenset[str]] = {}

    def alike(self, one: int, other: int) -> float:
        """Return how alike two labels are, 0 to 1."""
        key = (one, other) if one < other else (other, one)
        if key not in self._made:
            self._made[key] = (self.covered(*key) + self.covered(key[1], key[0])) / 2
        return self._made[key]

    def covered(self, one: int, by: int) -> float:
        """Return how much of what one label says another says too, 0 to 1."""
        others = self._words[by]
        total = self._totals[one]
        if not (others and total):
            return 0.0
        covered = 0.0
        for word, weight in zip(self._words[one], self._told[one], strict=True):
            first = word * len(self._tokens)
            alike = [self._between.get(first + other, _NOT_SEEN) for other in others]
            if _NOT_SEEN in alike:
                alike = [self._alike_words(word, other) for other in others]
            covered += weight * max(alike)
        return covered / total

    def opposed(self, one: int, other: int) -> bool:
        """Tell whether two labels say the contrary: one "not", or what must not be taken for the other."""
        first, second = self._labels[one], self._labels[other]
        if turned_round(first, second):
            return True
        return bool(first.actions and second.actions) and self._lexicon.contrast(first.actions[0], second.actions[0])

    def act_otherwise(self, one: int, other: int) -> bool:
        """Tell whether two labels name what is done, and none of it is the same or related."""
        return self._unrelated(self._labels[one].actions, self._labels[other].actions)

    def act_on_others(self, one: int, other: int) -> bool:
        """Tell whether two labels name what something is done to, and none of it is the same or related."""
        return self._unrelated(self._labels[one].objects, self._labels[other].objects)

    def _unrelated(self, one: Sequence[str], other: Sequence[str]) -> bool:
        first, second = frozenset(one), frozenset(other)
        if not first or not second or first & second:
            return False
        above, over = self._broader(first), self._broader(second)
        return above.isdisjoint(second) and over.isdisjoint(first) and above.isdisjoint(over)

    def _broader(self, concepts: frozenset[str]) -> frozenset[str]:
        if concepts not in self._above:
            self._above[concepts] = self._lexicon.broader(concepts)
        return self._above[concepts]

    def shared(self, one: int, other: int) -> tuple[tuple[str, str], ...]:
        """Return the words of two labels that mean the same, in the order of the first."""
        found: dict[tuple[str, str], None] = {}
        for word in self._words[one]:
            best = max(self._words[other], key=lambda candidate: self._alike_words(word, candidate), default=None)
            if best is not None and self._alike_words(word, best) >= NEARLY:
                found[self._tokens[word][0].surface, self._tokens[best][0].surface] = None
        return tuple(found)

    def _alike_words(self, one: int, other: int) -> float:
        key = one * len(self._tokens) + other
        if key not in self._between:
            (first, language), (second, other_language) = self._tokens[one], self._tokens[other]
            alike = 0.0 if _apart(first, second) else _same(first, second, language, other_language, self._lexicon)
            self._between[key] = alike
        return self._between[key]

    def _rarity(self, token: Token, language: Language) -> float:
        """Return how much a word tells, 0 to 1: less the more labels have it, here and in labels of any service."""
        usual = BACKGROUND * document_frequency(token.stem, language) / background_labels(language)
        every = BACKGROUND + len(self._labels)
        return idf(usual + self._in[token.stem], every) / idf(0, every)


def _apart(one: Token, other: Token) -> bool:
    """Tell at a glance whether two words have nothing in common: most have not."""
    return (
        one.surface[:1] != other.surface[:1]
        and not (one.concepts and other.concepts)
        and one.stem != other.stem
        and " " not in one.stem
        and " " not in other.stem
    )


@lru_cache(maxsize=200_000)
def _same(one: Token, other: Token, language: Language, other_language: Language, lexicon: Lexicon) -> float:
    if one.surface == other.surface:
        return 1.0
    means_other = bool(one.concepts and other.concepts) and not one.concepts & other.concepts
    if one.stem == other.stem and not means_other:
        return 1.0
    if one.concepts & other.concepts:
        return SAME_MEANING if language == other_language else TRANSLATED
    best = 0.0
    if means_other:
        above, over = lexicon.broader(one.concepts), lexicon.broader(other.concepts)
        is_broader = above & other.concepts or over & one.concepts
        best = BROADER if is_broader else COUSINS if above & over else 0.0
    phrases = " " in one.stem or " " in other.stem
    if phrases and "en" not in (language, other_language) and not set(one.stem.split()).isdisjoint(other.stem.split()):
        best = max(best, SHARED_WORD)
    if means_other and language == other_language:
        return best  # "applicant" and "application" are spelled alike, but the lexicon knows both
    # Words that are spelled alike but have other stems or other languages may be false friends.
    return max(best, min(spelled_alike(one.surface, other.surface), LONG_BEGINNING))
