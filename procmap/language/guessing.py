"""The language that labels are written in, guessed from the labels of one process together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from procmap.language.function_words import LETTERS, TELLING
from procmap.language.words import words

Language = Literal["no", "sv", "da", "en", "de"]
LANGUAGES: tuple[Language, ...] = ("no", "sv", "da", "en", "de")
"""Norwegian (Bokmål and Nynorsk), Swedish, Danish, English, German. The first of equals is guessed."""


def guess_language(texts: Iterable[str]) -> Language:
    """Return the language that most function words and letters of the texts belong to.

    A function word that several languages have counts for each; the letters (å, ä, ø …) decide among the Nordic
    languages where labels have no function words. With nothing to go by it is the first of LANGUAGES.
    """
    found = Counter(word for text in texts for word in words(text))
    letters = Counter[str]()
    for word, times in found.items():
        for letter in set(word):
            letters[letter] += times

    def score(language: Language) -> int:
        known = sum(times for word, times in found.items() if word in TELLING[language])
        written = sum(times for letter, times in letters.items() if letter in LETTERS[language])
        return 2 * known + written

    return max(LANGUAGES, key=score)
