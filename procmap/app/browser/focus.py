"""The keyboard is always somewhere: also where a page is made anew without what had it, and where another begins."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def keep_focus(opened: str) -> None:
    """Keep the keyboard in its place, and let F2 lead to the menu and back.

    Where another page or project is opened (`opened` is its name), it begins at the heading of the page.

    Streamlit (1.67) leaves it at the document when the element that has it is taken away or disabled.
    """
    _component()(key="focus", data={"opened": opened}, height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-focus", js=asset("focus.js"))
