"""The levels of a scale as lines that people type: `value; name; colour`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from procmap.model import BadInput, ScaleLevel

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}|")


def lines_of(levels: Iterable[ScaleLevel]) -> str:
    """Return levels as text, one a line."""
    return "\n".join("; ".join((level.value, level.name, level.colour)).rstrip("; ") for level in levels)


def levels_in(text: str) -> tuple[ScaleLevel, ...]:
    """Return the levels that lines tell. Raises BadInput when a value is there twice, or a colour is none."""
    levels: dict[str, ScaleLevel] = {}
    for line in filter(str.strip, text.splitlines()):
        value, name, colour, *more = (*(part.strip() for part in line.split(";")), "", "")
        if value in levels or any(more) or not value or not _COLOUR.fullmatch(colour):
            raise BadInput("scale-line", line=line.strip()[:80])
        levels[value] = ScaleLevel(value=value, name=name, colour=colour)
    return tuple(levels.values())
