"""Keys that click buttons: any letter, also C and R, which `st.button(shortcut=…)` refuses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def listen(keys: Mapping[str, str], part: str) -> None:
    """Let each key (one character) click the button with the Streamlit key that stands for it, unless somebody types.

    Esc leads out of the fields of a part of the page (a container by its Streamlit key) to its heading.

    To be called once on a page; what is not asked for in a run is dead after it.
    """
    _component()(key="page-keys", data={"keys": dict(keys), "part": part}, height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-keys", js=asset("keys.js"))
