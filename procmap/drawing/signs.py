"""The signs of the visual grammar: what a badge shows, each drawn in a square of 16 by 16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from procmap.drawing import svg
from procmap.drawing.theme import Theme

Sign = Literal[
    "only", "missing", "differs", "order", "split", "timing", "control", "control-lost", "level", "record", "question",
    "organisation", "common", "proposed", "confirmed", "decided", "conflict", "moved", "none",
]  # fmt: skip
"""`none` marks by pattern and colour alone; `level` and `organisation` show a number or letter."""

SIGNS: tuple[Sign, ...] = get_args(Sign)

_STROKES: dict[Sign, str] = {
    "only": "M8 3V13M3 8H13",
    "missing": "M3 8H13",
    "differs": "M3 5.8H13M3 10.2H13M11 2.6L5 13.4",
    "order": "M2.5 5.5H12M9.4 3L12.2 5.5L9.4 8M13.5 10.8H4M6.6 8.3L3.8 10.8L6.6 13.3",
    "split": "M12 1.8C6.6 1.8 10.4 8 4 8C10.4 8 6.6 14.2 12 14.2",
    "timing": "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8ZM8 4.6V8H11",
    "record": "M3.5 2H12.5V14H3.5ZM5.6 5H10.4M5.6 8H10.4M5.6 11H10.4",
    "question": "M5 5.6C5 1.6 11 1.8 11 5.4C11 8 8 7.8 8 10.4M8 13.1V13.4",
    "moved": "M2.5 8H13M9 4L13 8L9 12",
    "conflict": "M8 2.5V9.6M8 13V13.3",
}
_SHIELD = "M8 1.6L13.4 3.4V7.6C13.4 11 11.2 13.3 8 14.6C4.8 13.3 2.6 11 2.6 7.6V3.4Z"
_DIAMOND = "M8 2L14 8L8 14L2 8Z"
_DOT = "M11.5 8A3.5 3.5 0 1 1 4.5 8A3.5 3.5 0 1 1 11.5 8Z"
OUTLINES: Mapping[Sign, str] = {**_STROKES, "control": _SHIELD, "confirmed": _DOT, "common": _DIAMOND}
"""Signs as lines without a fill, for pages that draw them themselves."""
_FILLED = {"common": _DIAMOND, "decided": _DIAMOND, "confirmed": _DOT, "control": _SHIELD}


def sign(kind: Sign, colour: str, theme: Theme) -> str:
    """Return the picture of a sign; nothing for those that only show a letter or number."""
    if kind in _STROKES:
        return _stroke(_STROKES[kind], colour)
    if kind in _FILLED:
        return svg.tag("path", d=_FILLED[kind], fill=colour)
    if kind == "proposed":
        return svg.tag("path", d=_DOT, fill="none", stroke=colour, stroke_width=1.6)
    if kind == "control-lost":
        inside = _stroke("M8 4.6V9M8 11.6V11.8", theme.paper)
        return svg.tag("path", d=_SHIELD, fill=theme.lost) + inside
    return ""


def _stroke(d: str, colour: str) -> str:
    return svg.tag(
        "path", d=d, fill="none", stroke=colour, stroke_width=1.8, stroke_linecap="round", stroke_linejoin="round"
    )
