"""How much room a page leaves to what fills the rest of the window: tables, boards and pictures that scroll within."""

from __future__ import annotations

from procmap.app.assets import component


def measure_room() -> None:
    """Let style sheets know where the work begins: `--work-top` is how far it is below the top of the window.

    What stands above it wraps into more or fewer lines by language and window, which no style sheet can tell.
    """
    component("room", "room.js")(key="page-room", height="content")
