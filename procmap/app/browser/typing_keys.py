"""Ctrl+Z and Ctrl+Y belong to whoever types: in a text field they take back letters, not what the project holds."""

from __future__ import annotations

from procmap.app.assets import component


def leave_keys_to_typing() -> None:
    """Keep the shortcuts of undo and redo from Streamlit while a text field has the keyboard.

    Streamlit (1.67) leaves keys without Ctrl to text fields, and carries out shortcuts with Ctrl there too.
    """
    component("typing-keys", "typing_keys.js")(key="typing-keys", height="content")
