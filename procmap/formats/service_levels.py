"""The eight service levels of Örebro's ROSA model by number and name, as they are told and as cells say them.

Source: Örebro kommun, Kvalitetshandbok (2017), ROSA-analys. The names stand in the catalogues of the languages.
"""

from __future__ import annotations

import re
from functools import cache

from procmap.messages import LANGUAGES, Translator, translator

LEVELS = range(1, 9)
CENTRE = range(1, 5)
"""The levels that a service centre does; those after them are done by the specialist organisation."""
_CELL = re.compile(
    r"(?:rosa[\s-]*)?(?:(?:service)?(?:level|nivå)\s*)?(?P<number>[1-8])?[\s.):\u2013-]*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 200
"""Characters of a text that may be a level: more would take long to read, and say something else."""


def level_text(level: int, say: Translator) -> str:
    """Return a level as people are told it: `2 Guidance`."""
    return f"{level} {say.text(f'rosa-name-{level}')}"


def level_in(text: str) -> int | None:
    """Return the level that a text names by its number, its name in any language, or both; None when it is none.

    A number that has the name of another level, or any other words, is none: it is not clear what was meant.
    """
    found = _CELL.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    named = _names().get(_plain(found["name"]))
    if found["number"] is None or not found["name"].strip():
        return named if found["number"] is None else int(found["number"])
    return named if named == int(found["number"]) else None


@cache
def _names() -> dict[str, int]:
    return {
        _plain(translator(language).text(f"rosa-name-{level}")): level for language in LANGUAGES for level in LEVELS
    }


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
