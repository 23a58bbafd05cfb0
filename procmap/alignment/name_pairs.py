"""Pairs of names that could be for the same thing: what speaks for each, from their words and from where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from procmap.alignment.likeness import Likeness, label_of_text
from procmap.alignment.values import NameKind, NameReason, Party
from procmap.language import Language, Lexicon
from procmap.language.words import words

SAME_MEANING = 0.8
RELATED_THERE = 0.65
SAME_PLACES = 0.55
"""How sure each way of joining is. Estimates: on the golden cases 94 % of what is joined is right, by kind 85 to 96."""
MEANS_THE_SAME = 0.8
RELATED = 0.3
"""How alike names must be to be joined for their words alone, and where they share a place."""
SHARED_PART = 0.4
LETTERS = 4
"""How alike names are that share a part of a compound, and how long it must be: `Kommunekart` and `Kartportalen`."""
ENOUGH_PLACES = 2
"""Places that names without any likeness must share: one can be chance."""
MOSTLY = 0.5
"""The share of the places both parties tell of that such names must have in common."""
BY_WORDS = 100
"""Added to what speaks for names that mean the same, so that they are joined before what stands at the same places."""
MOST_NAMES = 1_000
"""Beyond, only names that share a place are compared: the pairs of 1,000 names are half a million."""

Place = tuple[str, str]
"""The id of a row, and what is told there: `by`, `in` (system or document in) or `out`."""


@dataclass(frozen=True)
class Use:
    """A name of one party, and the places where it stands. `number` is its place among all uses of its kind."""

    number: int
    party: Party
    name: str
    key: tuple[str, ...]
    places: frozenset[Place]


@dataclass(frozen=True)
class NamePair:
    """Two uses that could be for the same: why, how sure that is (0 to 1), and how much speaks for it beside others."""

    one: Use
    other: Use
    why: NameReason
    confidence: float
    weight: float


def candidates(
    kind: NameKind, uses: Sequence[Use], language: Language, lexicon: Lexicon | None = None
) -> list[NamePair]:
    """Return the pairs of names of two parties that something speaks for, in the order of their numbers."""
    labels = {use.number: label_of_text(use.name, language, lexicon) for use in uses}
    known = {number: any(token.concepts for token in label.tokens) for number, label in labels.items()}
    likeness = Likeness(labels, lexicon, side={use.number: use.party.id for use in uses})
    parts = {use.number: _parts(use.name) for use in uses}
    at = Counter((use.party.id, place) for use in uses for place in use.places)
    found = []
    for one, other in _to_compare(uses):
        alike = 0.0 if likeness.opposed(one.number, other.number) else likeness.alike(one.number, other.number)
        if alike < SHARED_PART and not parts[one.number].isdisjoint(parts[other.number]):
            alike = SHARED_PART
        # Of names that the lexicon knows both, it would know that they mean the same.
        strange = kind == "document" and not (known[one.number] and known[other.number])
        pair = _pair(one, other, alike, at, by_words=kind != "system", alone=strange)
        if pair is not None:
            found.append(pair)
    return found


def mutual(pairs: Iterable[NamePair]) -> list[NamePair]:
    """Return the pairs of names that are each other's best, what speaks most for first."""
    ranked = sorted(pairs, key=lambda pair: -pair.weight)
    best: dict[tuple[int, str], NamePair] = {}
    for pair in ranked:
        best.setdefault((pair.one.number, pair.other.party.id), pair)
        best.setdefault((pair.other.number, pair.one.party.id), pair)
    return [
        pair
        for pair in ranked
        if best[pair.one.number, pair.other.party.id] is pair is best[pair.other.number, pair.one.party.id]
    ]


def _to_compare(uses: Sequence[Use]) -> Iterable[tuple[Use, Use]]:
    if len(uses) <= MOST_NAMES:
        pairs: Iterable[tuple[Use, Use]] = combinations(uses, 2)
    else:
        there: dict[Place, list[Use]] = defaultdict(list)
        for use in uses:
            for place in use.places:
                there[place].append(use)
        found = {pair for of_place in there.values() for pair in combinations(of_place, 2)}
        pairs = sorted(found, key=lambda pair: (pair[0].number, pair[1].number))
    return (pair for pair in pairs if pair[0].party.id != pair[1].party.id)


def _parts(name: str) -> frozenset[str]:
    """Return how the words of a name begin and end: two names share a part where one of these is in both."""
    return frozenset(part for word in words(name) if len(word) > LETTERS for part in (word[:LETTERS], word[-LETTERS:]))


def _pair(
    one: Use, other: Use, alike: float, at: Mapping[tuple[str, Place], int], *, by_words: bool, alone: bool
) -> NamePair | None:
    """Return a pair of names, if something speaks for it.

    `by_words`: whether meaning the same is enough (not for systems: two products that are called alike are two);
    `alone`: whether it is enough to be all that comes out of a step.
    """
    # A place where several names stand says less of each.
    ids = (one.party.id, other.party.id)
    both = one.places & other.places
    shared = sum(1 / max(at[ids[0], place], at[ids[1], place]) for place in both)
    told = sum((ids[1], place) in at for place in one.places) + sum((ids[0], place) in at for place in other.places)
    share = 2 * shared / told if told else 0.0
    weight = shared / 2 + share + alike
    if alike >= MEANS_THE_SAME and by_words:
        return NamePair(one, other, "same-meaning", SAME_MEANING, weight + BY_WORDS)
    if alike >= RELATED and shared:
        return NamePair(one, other, "related-at-the-same-steps", RELATED_THERE, weight)
    only = any(place[1] == "out" and at[ids[0], place] == at[ids[1], place] == 1 for place in both)
    if (shared >= ENOUGH_PLACES and share >= MOSTLY) or (alone and only):
        return NamePair(one, other, "at-the-same-steps", SAME_PLACES, weight)
    return None
