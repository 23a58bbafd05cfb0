"""The ways from page to page: pages are known by name once the menu is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

_PAGES = "pages"


def know(pages: Mapping[str, StreamlitPage]) -> None:
    """Note the pages of this run by name."""
    st.session_state[_PAGES] = dict(pages)


def page(name: str) -> StreamlitPage:
    """Return a page by its name. Raises KeyError when there is none of that name."""
    found: StreamlitPage = st.session_state[_PAGES][name]
    return found


def has(name: str) -> bool:
    """Tell whether there is a page of that name."""
    return name in st.session_state.get(_PAGES, {})
