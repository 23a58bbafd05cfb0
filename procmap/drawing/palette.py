"""How organisations look, in every view: a letter, a colour and a line pattern each; and the common process.

Up to ten organisations have a letter; beyond that all have numbers, and colours and patterns begin again. Colours are
at least 3:1 on paper. The first dark colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from procmap.drawing.lines import PATTERNS, Pattern
from procmap.drawing.theme import ThemeName

LETTERED = 10
COLOURS: Mapping[ThemeName, tuple[str, ...]] = {
    "light": (
        "#0072b2", "#b25e00", "#007a59", "#a8558a", "#8a6d00", "#1d6f8c", "#b0312b", "#5a5fb8", "#4d6b1f", "#6b6b6b",
    ),
    "dark": (
        "#56b4e9", "#e69f00", "#2bc49a", "#cc79a7", "#f0e442", "#7fd3e6", "#f08a80", "#a9adf5", "#b3d178", "#b5b5b5",
    ),
}  # fmt: skip
COMMON: Mapping[ThemeName, str] = {"light": "#2b3440", "dark": "#dfe5eb"}
"""The colour of the common process; its sign is `common`, a filled diamond."""


@dataclass(frozen=True)
class Look:
    """How an organisation looks: `letter` (or number), `colour` as `#rrggbb`, `pattern` of its lines."""

    letter: str
    colour: str
    pattern: Pattern


def letter(place: int, parties: int) -> str:
    """Return what organisation number `place`, counted from 0, of `parties` is called in pictures."""
    return ascii_uppercase[place] if parties <= LETTERED else str(place + 1)


def look(place: int, parties: int, theme: ThemeName = "light") -> Look:
    """Return how organisation number `place`, counted from 0, of `parties` looks."""
    return Look(letter(place, parties), COLOURS[theme][place % LETTERED], PATTERNS[place % LETTERED])
