"""Citations of law, so that the same place in the same law is the same, however it is written."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.language import Language
from procmap.language.keys import stem
from procmap.language.words import words

LONGEST_SHORT = 5
"""Letters of the longest short form of a law: `pbl.`, `fvl.`, `offl.`"""


class Citations:
    """The citations of all parties together: a short form is read as the one law that is cited and could be meant."""

    def __init__(self, citations: Iterable[str], language: Language) -> None:
        self._language = language
        laws = {_law(words(citation)) for citation in citations}
        self._names = sorted(law for law in laws if any(len(word) > LONGEST_SHORT for word in law))

    def key(self, citation: str) -> tuple[str, ...]:
        """Return what is equal for citations of the same place: the stems of the law, then chapter and section."""
        found = words(citation)
        law = _law(found)
        named = self._named(law[0]) if len(law) == 1 and len(law[0]) <= LONGEST_SHORT else law
        return (*(stem(word, self._language) for word in named), *found[len(law) :])

    def _named(self, short: str) -> tuple[str, ...]:
        meant = {
            tuple(stem(word, self._language) for word in law): law for law in self._names if _abbreviates(short, law)
        }
        return next(iter(meant.values())) if len(meant) == 1 else (short,)


def _law(found: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a citation before its first number."""
    law: list[str] = []
    for word in found:
        if any(letter.isdigit() for letter in word):
            break
        law.append(word)
    return tuple(law)


def _abbreviates(short: str, law: tuple[str, ...]) -> bool:
    """Tell whether a short form has letters of a law in their order, the first of all first."""
    letters = iter("".join(law))
    return law[0].startswith(short[0]) and all(letter in letters for letter in short)
