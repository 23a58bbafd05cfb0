"""How much room a page leaves to what fills the rest of the window: tables, boards and pictures that scroll within."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def measure_room() -> None:
    """Let style sheets know where the work begins: `--work-top` is how far it is below the top of the window.

    What stands above it wraps into more or fewer lines by language and window, which no style sheet can tell.
    """
    _component()(key="page-room", height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-room", js=asset("room.js"))
