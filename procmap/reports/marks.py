"""How the signs of a comparison look in pages and pictures: small drawings instead of glyphs.

How organisations look is in `procmap.drawing.palette`.
"""

from __future__ import annotations

from collections.abc import Mapping

from procmap.comparison import Sign
from procmap.drawing import Sign as Drawn
from procmap.drawing.signs import OUTLINES

DRAWN: Mapping[Sign, Drawn] = {
    "only": "only", "missing": "missing", "differs": "differs", "split": "split", "order": "order", "time": "timing",
    "level": "level", "control": "control", "record": "record", "open": "question",
}  # fmt: skip
"""How each sign of a matrix is drawn."""
_STAIRS = "M2 13h4V9h4V5h4"
"""The sign of a ROSA level in pages; a badge shows a letter instead."""

SIGN_PATHS: Mapping[Sign, str] = {sign: OUTLINES.get(drawn, _STAIRS) for sign, drawn in DRAWN.items()}
"""Strokes in a square of 16 by 16, as the badges of drawings have them."""
