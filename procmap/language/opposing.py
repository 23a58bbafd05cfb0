"""Labels that say the contrary of each other, and so can never be the same step."""

from __future__ import annotations

from typing import Protocol

from procmap.language.lexicon import Lexicon
from procmap.language.said import Said, Token

_FARTHEST = 10
"""How far up the concepts above one are looked at."""


def opposed(one: Said, other: Said, lexicon: Lexicon) -> bool:
    """Tell whether two labels say the contrary: one of them "not", or their main actions are opposed.

    Only the main actions count: "sende avslag" and "sende godkjenning" are not opposed by what is sent.
    """
    return turned_round(one, other) or antonyms(one.action, other.action, lexicon)


class Turning(Protocol):
    """What of a label can turn it round."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""

    @property
    def negated(self) -> bool:
        """Whether it says "not"."""

    @property
    def lacking(self) -> frozenset[str]:
        """The stems of what it says is not there."""


def turned_round(one: Turning, other: Turning) -> bool:
    """Tell whether one label says "not" and the other does not, or one is without what the other has."""
    return one.negated != other.negated or _has_what_lacks(one, other) or _has_what_lacks(other, one)


def _has_what_lacks(one: Turning, other: Turning) -> bool:
    lacks = one.lacking - other.lacking
    if not lacks:
        return False
    has = {stem for token in other.tokens for stem in token.stem.split()}
    return not lacks.isdisjoint(has)


def antonyms(one: frozenset[str], other: frozenset[str], lexicon: Lexicon) -> bool:
    """Tell whether two words are opposed by the concepts that they may mean.

    Not when they may mean the same. What is opposed to a concept is opposed to those below it.
    """
    if one & other:
        return False
    return any(
        lexicon.contrast(first, second)
        for first in sorted(_with_broader(one, lexicon))
        for second in sorted(_with_broader(other, lexicon))
    )


def _with_broader(concepts: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return concepts with all those above them that the lexicon has."""
    found = concepts
    for _ in range(_FARTHEST):
        above = frozenset(each for each in lexicon.broader(found) if each in lexicon.concepts) - found
        if not above:
            break
        found |= above
    return found
