"""How alike words are spelled: slips of the pen, and long words with another ending."""

from __future__ import annotations

from functools import cache

NEARLY = 0.8
"""The least share of letters that agree in a slip of the pen."""
LONG_BEGINNING = 0.9
"""What long words are worth that begin the same."""
SHORTEST_BEGINNING = 5
"""Letters that long words must at least begin with alike."""
LONGEST_WORD = 100
"""Letters beyond which nothing is a word with a slip of the pen: what such texts share is their beginning alone."""


def spelled_alike(one: str, other: str) -> float:
    """Return how alike two words are spelled, 0 to 1; 0 for words that are short, begin otherwise, or differ more."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return 0.0
    longest = max(len(one), len(other))
    beginning = same_beginning(one, other)
    if beginning >= SHORTEST_BEGINNING and beginning / longest >= 0.7:
        return LONG_BEGINNING
    if longest > LONGEST_WORD or abs(len(one) - len(other)) > longest * (1 - NEARLY):
        return 0.0
    alike = 1 - edits(one, other) / longest
    return alike if alike >= NEARLY else 0.0


def same_beginning(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


@cache
def edits_of_slips(longest: int) -> int:
    """Return how many edits two words may be apart, the longer of that many letters, to be a slip of the pen."""
    return sum(1 - count / longest >= NEARLY for count in range(1, longest + 1))


def edits(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein 1966).

    A column of the table of edits is kept as two numbers, whose bits tell where it rises and where it falls from one
    letter to the next (Myers 1999, as simplified by Hyyrö 2003).
    """
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    every, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    rises, falls, count = every, 0, len(one)
    for letter in other:
        same = places.get(letter, 0)
        level = (((same & rises) + rises) ^ rises) | same
        right_up = falls | (~(level | rises) & every)
        right_down = rises & level
        if right_up & last:
            count += 1
        elif right_down & last:
            count -= 1
        right_up = right_up << 1 | 1
        level = same | falls
        rises = (right_down << 1 | ~(level | right_up)) & every
        falls = right_up & level & every
    return count
