"""The language of the document, for screen readers and hyphenation, when somebody changes it without loading anew."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset
from procmap.messages import LanguageCode

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def set_language(language: LanguageCode) -> None:
    """Let the document of the reader say which language it is in."""
    _component()(key="document-language", data={"language": language}, height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-document-language", js=asset("document_language.js"))
