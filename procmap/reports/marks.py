"""How signs look in pages: small drawings instead of glyphs. How organisations look is in `procmap.drawing.palette`."""

from __future__ import annotations

from procmap.comparison import Sign

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
