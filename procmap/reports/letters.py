"""What organisations are called in tables and pictures: the letters that people gave them, else by the order of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, count
from string import ascii_uppercase

from procmap.alignment import Party
from procmap.drawing.palette import letter


def letters_of(parties: Sequence[Party]) -> tuple[str, ...]:
    """Return a letter for each of some parties, which are sorted by id; no two have the same.

    Variants of one organisation share its letter, with a number each. Who has none gets the one of its place, or where
    somebody else has that, one that is free.
    """
    times = Counter(party.letter for party in parties)
    variants = {own: count(1) for own in times}
    taken: set[str] = set()
    found: list[str] = []
    for party in parties:
        own = f"{party.letter}{next(variants[party.letter])}" if times[party.letter] > 1 else party.letter
        is_own = bool(party.letter) and own.casefold() not in taken
        found.append(own if is_own else "")
        taken.add(found[-1].casefold())
    for place, own in enumerate(found):
        if not own:
            usual = (letter(place, len(parties)), *ascii_uppercase)
            found[place] = next(each for each in chain(usual, map(str, count(1))) if each.casefold() not in taken)
            taken.add(found[place].casefold())
    return tuple(found)
