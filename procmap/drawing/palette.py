"""How organisations look in drawings: a letter, a colour and a line pattern each, by their place among all.

Colours are at least 3:1 on their background (tested); nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

LETTERED = 10
"""So many organisations have a letter, and a colour and pattern that no other has."""
COLOURS = ("#0072b2", "#b25e00", "#007a59", "#a8558a", "#8a6d00", "#1d6f8c", "#b0312b", "#5a5fb8", "#4d6b1f", "#6b6b6b")
PATTERNS = ("", "7 4", "2 3", "8 3 2 3", "12 3", "4 2", "2 2 8 2", "1 2", "10 2 2 2 2 2", "5 5")
"""Dashes of a line (SVG `stroke-dasharray`); the first is solid."""


@dataclass(frozen=True)
class Look:
    """How an organisation looks: its letter (or number), its colour as `#rrggbb`, its dashes (none: solid)."""

    letter: str
    colour: str
    dashes: str | None


def look(place: int, parties: int) -> Look:
    """Return the look of the organisation at `place` (from 0) of `parties`: a number where there are more than ten."""
    letter = ascii_uppercase[place] if parties <= LETTERED else str(place + 1)
    return Look(letter, COLOURS[place % LETTERED], PATTERNS[place % LETTERED] or None)
