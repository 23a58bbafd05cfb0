"""How alike labels are: their words, what these mean, and how rare they are.

After the bag-of-words matchers of the Process Model Matching Contest 2015 (Antunes et al., BPM workshops 2015): every
word looks for its best counterpart on the other side, weighed by how much it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from procmap.alignment.evidence import PlacedStep
from procmap.alignment.near_words import NearWords
from procmap.language import Language
from procmap.language.frequency import document_frequency, idf
from procmap.language.frequency import labels as background_labels
from procmap.language.function_words import DIRECTIONS
from procmap.language.lexicon import Lexicon, core
from procmap.language.opposing import turned_round
from procmap.language.said import Token, said
from procmap.language.spelling import NEARLY
from procmap.language.words import MOST_WORDS
from procmap.model import Event

LIGHT, NUMBER, LATER = 0.4, 0.1, 0.5
"""What words weigh that tell little, numbers (of days, mostly), and what comes after the action and its object."""
UNKNOWN: dict[Language, float] = {"en": 1.0}
UNKNOWN_OTHER = 0.4
"""What words weigh that the lexicon lacks, beside some that it has. In the Nordic languages these are mostly names of
systems and verbs that say little; in English they are what tells one step from the next."""
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


def words_of_labels(labels: Iterable[Label], lexicon: Lexicon | None = None) -> NearWords:
    """Return the words of labels, for all likenesses of some of them."""
    return NearWords(((token, label.language) for label in labels for token in label.tokens), lexicon or core())


class Likeness:
    """How alike the labels of two parties are. `labels`: by the numbers of their steps.

    `made` keeps how alike they are, by pairs of numbers, and `words` how alike their words are, for who asks again with
    the same labels. `side`: what labels are looked at together, since who asks for one of them asks for all.
    """

    def __init__(
        self,
        labels: Mapping[int, Label],
        lexicon: Lexicon | None = None,
        made: dict[tuple[int, int], float] | None = None,
        words: NearWords | None = None,
        side: Mapping[int, Hashable] | None = None,
    ) -> None:
        self._labels = labels
        self._lexicon = lexicon or core()
        self._in = Counter(word for label in labels.values() for word in {token.stem for token in label.tokens})
        self._made = made if made is not None else {}
        self._near = words if words is not None else words_of_labels(labels.values(), self._lexicon)
        self._words = {
            number: tuple(self._near.number[token, label.language] for token in label.tokens)
            for number, label in labels.items()
        }
        self._side = side if side is not None else dict.fromkeys(labels)
        self._having: dict[Hashable, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, found in self._words.items():
            for word in dict.fromkeys(found):
                self._having[self._side[number]][word].append(number)
        used = dict.fromkeys(word for found in self._words.values() for word in found)
        rarity = {word: self._rarity(*self._near.words[word]) for word in used}
        self._told = {
            number: tuple(
                weight * rarity[word] for word, weight in zip(self._words[number], label.weights, strict=True)
            )
            for number, label in labels.items()
        }
        self._totals = {number: sum(told) for number, told in self._told.items()}
        self._best: dict[tuple[int, Hashable], dict[int, float]] = {}
        self._covered: dict[tuple[int, Hashable], dict[int, float]] = {}
        self._above: dict[frozenset[str], frozenset[str]] = {}

    def alike(self, one: int, other: int) -> float:
        """Return how alike two labels are, 0 to 1."""
        key = (one, other) if one < other else (other, one)
        if key not in self._made:
            self._made[key] = (self.covered(*key) + self.covered(key[1], key[0])) / 2
        return self._made[key]

    def covered(self, one: int, by: int) -> float:
        """Return how much of what one label says another says too, 0 to 1."""
        side = self._side[by]
        found = self._covered.get((one, side))
        if found is None:
            found = self._covered[one, side] = self._covered_by(one, side)
        return found.get(by, 0.0)

    def _covered_by(self, one: int, side: Hashable) -> dict[int, float]:
        """Return how much of what one label says is said by each of a side that says any of it."""
        covered: dict[int, float] = {}
        for word, weight in zip(self._words[one], self._told[one], strict=True):
            for by, alike in self._best_of(word, side).items():
                covered[by] = covered.get(by, 0.0) + weight * alike
        total = self._totals[one]
        return {by: of / total for by, of in covered.items()} if total else {}

    def _best_of(self, word: int, side: Hashable) -> Mapping[int, float]:
        """Return how alike the best counterpart of a word is in each label of a side that has one."""
        best = self._best.get((word, side))
        if best is None:
            best = self._best[word, side] = {}
            having = self._having[side]
            for other, alike in self._near.near(word).items():
                for number in having.get(other, ()):
                    if alike > best.get(number, 0.0):
                        best[number] = alike
        return best

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
        for word in dict.fromkeys(self._words[one]):
            alike = self._best_of(word, self._side[other]).get(other, 0.0)
            if alike >= NEARLY:
                near = self._near.near(word)
                best = next(candidate for candidate in self._words[other] if near.get(candidate) == alike)
                found[self._near.words[word][0].surface, self._near.words[best][0].surface] = None
        return tuple(found)

    def _rarity(self, token: Token, language: Language) -> float:
        """Return how much a word tells, 0 to 1: less the more labels have it, here and in labels of any service."""
        usual = BACKGROUND * document_frequency(token.stem, language) / background_labels(language)
        every = BACKGROUND + len(self._labels)
        return idf(usual + self._in[token.stem], every) / idf(0, every)
