"""The signs of a comparison as badges of a picture."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.comparison import Sign
from procmap.drawing import Mark
from procmap.drawing import Sign as Drawn
from procmap.messages import Translator

DRAWN: Mapping[Sign, Drawn] = {
    "only": "only", "missing": "missing", "differs": "differs", "split": "split", "order": "order", "time": "timing",
    "level": "level", "control": "control", "record": "record", "open": "question",
}  # fmt: skip
"""How each sign of a matrix is drawn."""
SHOWN: tuple[Sign, ...] = ("order", "differs", "time", "level", "control", "record", "open", "only")
"""The signs that become badges, the gravest first; an empty cell and a bracket tell of the others."""
LEVEL = "R"
"""What stands in the badge of a ROSA level that differs."""


def badge(element: str, sign: Sign, say: Translator) -> Mark:
    """Return a sign at an element, with its word."""
    letter = LEVEL if sign == "level" else ""
    return Mark(element, sign=DRAWN[sign], text=say.text(f"sign-{sign}"), letter=letter)
