"""Words that Streamlit has in English in every language and takes from nobody, said in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.app.assets import component
from procmap.messages import Translator

_ZONE = '[data-testid="stFileUploaderDropzone"]'
WORDS: Mapping[str, str] = {
    f"{_ZONE} button p": "upload-choose",
    f'{_ZONE} [data-testid="stFileUploaderDropzoneInstructions"] span': "upload-drop",
}
"""Where such words stand (a CSS selector of elements with nothing but a text), and the code of what stands there."""


def put_words(say: Translator) -> None:
    """Let the page say these words as `say` does, also where Streamlit writes them anew."""
    data = {"words": {where: say.text(code) for where, code in WORDS.items()}}
    component("streamlit-words", "streamlit_words.js")(key="streamlit-words", data=data, height="content")
