"""procmap: process mapping and workflow harmonisation.

The public functions, imported when they are first used:

* `read(name)`, `write(processes, target)`: files in and out (`procmap.formats`)
* `check(names)`: what was read, what is wrong, whether it can run (`procmap.answers`)
* `align(parties)`, `compare(parties, alignment)`, `harmonise(parties, alignment)`: the rooms of those names
* `place(process)`, `draw(process, diagram)`: coordinates and pictures (`procmap.layout`, `procmap.drawing`)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procmap.alignment import Party as Party
    from procmap.alignment import align as align
    from procmap.answers import check as check
    from procmap.comparison import compare as compare
    from procmap.drawing import draw as draw
    from procmap.formats import read as read
    from procmap.formats import write as write
    from procmap.harmonisation import harmonise as harmonise
    from procmap.layout import place as place

_HOMES = {
    "Party": "alignment",
    "align": "alignment",
    "check": "answers",
    "compare": "comparison",
    "draw": "drawing",
    "harmonise": "harmonisation",
    "place": "layout",
    "read": "formats",
    "write": "formats",
}

__all__ = ["Party", "align", "check", "compare", "draw", "harmonise", "place", "read", "write"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'procmap' has no attribute '{name}'")
    return getattr(import_module(f"procmap.{_HOMES[name]}"), name)
