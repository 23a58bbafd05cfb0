"""How alike two words are by stem, meaning and spelling, and which words of many are anything like one.

Of thousands of words hardly any two are alike, so that they are not compared one by one: those that can be alike share
a stem, a concept, a concept above theirs, the way they begin, or nearly all their letters, and are looked up by these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from procmap.language import Language
from procmap.language.lexicon import Lexicon
from procmap.language.said import Token
from procmap.language.spelling import (
    LONG_BEGINNING,
    LONGEST_WORD,
    SHORTEST_BEGINNING,
    edits_of_slips,
    spelled_alike,
)

SAME_MEANING = 0.85
TRANSLATED = 0.95
"""What words of one meaning are worth; those of two languages cannot be more alike than that."""
BROADER, COUSINS = 0.6, 0.4
SHARED_WORD = 0.5
"""What phrases are worth that have a word in common, outside English."""

Word = tuple[Token, Language]


class NearWords:
    """Words by numbers of their own, and how alike those are that have anything in common."""

    def __init__(self, words: Iterable[Word], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.number: Mapping[Word, int] = {word: number for number, word in enumerate(dict.fromkeys(words))}
        self.words: tuple[Word, ...] = tuple(self.number)
        self._near: dict[int, dict[int, float]] = {}
        self._above = [lexicon.broader(token.concepts) if token.concepts else frozenset() for token, _ in self.words]
        self._by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_letters: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        self._bit: dict[tuple[str, int], int] = {}
        self._letters = [self._letters_of(token.surface[:LONGEST_WORD]) for token, _ in self.words]
        for number, (token, _) in enumerate(self.words):
            for key in self._keys(number):
                self._by_key[key].append(number)
            if len(token.surface) <= LONGEST_WORD:
                for end in ("", *_ends(token.surface)):
                    by_length = self._by_letters[token.surface[:1] + end]
                    by_length[len(token.surface)].append((number, self._letters[number]))

    def near(self, word: int) -> Mapping[int, float]:
        """Return the words that are anything like one, itself among them: how alike they are, above 0 to 1."""
        found = self._near.get(word)
        if found is None:
            found = self._near[word] = {}
            one, language = self.words[word]
            for number in dict.fromkeys((*self._sharing(word), *self._nearly_spelled(word))):
                other, other_language = self.words[number]
                alike = same(one, other, language, other_language, self._lexicon)
                if alike:
                    found[number] = alike
        return found

    def _keys(self, number: int) -> Iterator[tuple[str, str]]:
        """Yield what words share that are alike by anything but nearly the same letters."""
        token, _ = self.words[number]
        yield "surface", token.surface
        yield from (("stem", stem) for stem in dict.fromkeys((token.stem, *token.stem.split())))
        yield from (("concept", concept) for concept in sorted(token.concepts | self._above[number]))
        if len(token.surface) >= SHORTEST_BEGINNING:
            yield "beginning", token.surface[:SHORTEST_BEGINNING]

    def _sharing(self, word: int) -> Iterator[int]:
        for key in self._keys(word):
            yield from self._by_key[key]

    def _nearly_spelled(self, word: int) -> Iterator[int]:
        """Yield the words with the same first letter whose letters allow that a few edits make one of the other.

        An edit takes out a letter, puts one in, or does both: one letter or two are left over by it. Of as many edits
        as words differ in length, each does only the one.
        """
        surface, letters = self.words[word][0].surface, self._letters[word]
        if len(surface) > LONGEST_WORD:
            return
        ends = [surface[:1] + end for end in _ends(surface)]
        for length in self._by_letters[surface[:1]]:
            edits, longer = edits_of_slips(max(len(surface), length)), abs(len(surface) - length)
            if not edits or longer > edits:
                continue
            for key in ends if edits == 1 else (surface[:1],):
                spelled = self._by_letters[key].get(length, ())
                most = 2 * edits - longer
                yield from [number for number, others in spelled if (letters ^ others).bit_count() <= most]

    def _letters_of(self, surface: str) -> int:
        """Return the letters of a word as bits, the second of a kind another bit than the first."""
        seen: dict[str, int] = defaultdict(int)
        letters = 0
        for letter in surface:
            seen[letter] += 1
            letters |= 1 << self._bit.setdefault((letter, seen[letter]), len(self._bit))
        return letters


def _ends(surface: str) -> tuple[str, str]:
    """Return keys for the second letter of a word and for the last: one edit leaves the one or the other as it was."""
    return f"{surface[1:2]} ", f" {surface[-1:]}"


def same(one: Token, other: Token, language: Language, other_language: Language, lexicon: Lexicon) -> float:
    """Return how alike two words are, 0 to 1."""
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
