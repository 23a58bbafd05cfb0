"""What the browser is given beside Streamlit's own: style sheets, scripts, the icon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


@cache
def asset(*names: str) -> str:
    """Return files that lie in this folder, one behind the other."""
    folder = files("procmap.app.assets")
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)


@cache
def component(name: str, *scripts: str, style: str = "") -> ComponentRenderer:
    """Return what mounts a part of a page: scripts of this folder, one behind the other, and a style sheet."""
    import streamlit as st

    return st.components.v2.component(f"procmap-{name}", css=asset(style) if style else None, js=asset(*scripts))


def path_of(name: str) -> str:
    """Return where a file of this folder lies."""
    return str(files("procmap.app.assets").joinpath(name))
