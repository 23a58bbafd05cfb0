"""How alike words are spelled: slips of the pen, and long words with another ending."""

from __future__ import annotations

NEARLY = 0.8
"""The least share of letters that agree in a slip of the pen."""
LONG_BEGINNING = 0.9
"""What long words are worth that begin the same."""
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
    if beginning >= 5 and beginning / longest >= 0.7:
        return LONG_BEGINNING
    if longest > LONGEST_WORD or abs(len(one) - len(other)) > longest * (1 - NEARLY):
        return 0.0
    alike = 1 - edits(one, other) / longest
    return alike if alike >= NEARLY else 0.0


def same_beginning(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def edits(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, start=1):
        previous, row[0] = row[0], count
        for place, opposite in enumerate(other, start=1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (letter != opposite))
    return row[-1]
