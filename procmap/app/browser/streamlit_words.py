"""Words that Streamlit has in English in every language and takes from nobody, said in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from procmap.app.assets import asset
from procmap.messages import Translator

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_ZONE = '[data-testid="stFileUploaderDropzone"]'
WORDS: Mapping[str, str] = {
    f"{_ZONE} button p": "upload-choose",
    f'{_ZONE} [data-testid="stFileUploaderDropzoneInstructions"] span': "upload-drop",
}
"""Where such words stand (a CSS selector of elements with nothing but a text), and the code of what stands there."""


def put_words(say: Translator) -> None:
    """Let the page say these words as `say` does, also where Streamlit writes them anew."""
    data = {"words": {where: say.text(code) for where, code in WORDS.items()}}
    _component()(key="streamlit-words", data=data, height="content")


@cache
def _component() -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component("procmap-streamlit-words", js=asset("streamlit_words.js"))
