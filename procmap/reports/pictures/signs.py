"""The signs of a comparison as badges of a picture."""

from __future__ import annotations

from procmap.comparison import Sign
from procmap.drawing import Mark
from procmap.messages import Translator
from procmap.reports.marks import DRAWN

SHOWN: tuple[Sign, ...] = ("order", "differs", "time", "level", "control", "record", "open", "only")
"""The signs that become badges, the gravest first; an empty cell and a bracket tell of the others."""
LEVEL = "R"
"""What stands in the badge of a ROSA level that differs."""


def badge(element: str, sign: Sign, say: Translator) -> Mark:
    """Return a sign at an element, with its word."""
    letter = LEVEL if sign == "level" else ""
    return Mark(element, sign=DRAWN[sign], text=say.text(f"sign-{sign}"), letter=letter)
