"""How organisations and signs look: letters, line patterns, colours; small drawings instead of glyphs.

Colours are at least 3:1 on their background (tested); nothing is told by colour alone. Dark colours are those of Okabe
and Ito (https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from string import ascii_uppercase

from procmap.comparison import Sign

LETTERED = 10
LIGHT_BACKGROUND, DARK_BACKGROUND = "#ffffff", "#16191d"
LIGHT = ("#0072b2", "#b25e00", "#007a59", "#a8558a", "#8a6d00", "#1d6f8c", "#b0312b", "#5a5fb8", "#4d6b1f", "#6b6b6b")
DARK = ("#56b4e9", "#e69f00", "#2bc49a", "#cc79a7", "#f0e442", "#7fd3e6", "#f08a80", "#a9adf5", "#b3d178", "#b5b5b5")
PATTERNS = ("", "7 4", "2 3", "8 3 2 3", "12 3", "4 2", "2 2 8 2", "1 2", "10 2 2 2 2 2", "5 5")
"""Dashes of a line in pixels (SVG `stroke-dasharray`); the first is solid."""

SIGN_PATHS: dict[Sign, str] = {
    "only": "M8 3v10M3 8h10",
    "missing": "M3 8h10",
    "differs": "M3 6h10M3 10h10M11 3L5 13",
    "split": "M11 2H6v12h5",
    "order": "M2 5h11M10 2l3 3l-3 3M14 11H3M6 8l-3 3l3 3",
    "time": "M8 2a6 6 0 1 0 .01 0M8 5v3l3 2",
    "level": "M2 13h4V9h4V5h4",
    "control": "M8 2l5 2v4c0 3-2 5-5 6c-3-1-5-3-5-6V4z",
    "record": "M3 2h10v12H3zM5 6h6M5 9h6",
    "open": "M5 6a3 3 0 1 1 4 3q-1 .5-1 2M8 13.4v.2",
}
"""Strokes in a square of 16 by 16."""


def letter(place: int, parties: int) -> str:
    """Return what an organisation is called in pictures: a letter up to ten organisations, beyond that a number."""
    return ascii_uppercase[place] if parties <= LETTERED else str(place + 1)
