"""Ctrl+Z and Ctrl+Y belong to whoever types: in a text field they take back letters, not what the project holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def leave_keys_to_typing() -> None:
    """Keep the shortcuts of undo and redo from Streamlit while a text field has the keyboard.

    Streamlit (1.67) leaves keys without Ctrl to text fields, and carries out shortcuts with Ctrl there too.
    """
    _component()(key="typing-keys", height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-typing-keys", js=asset("typing_keys.js"))
