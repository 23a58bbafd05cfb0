"""Words that Streamlit has in English in every language and takes from nobody, said by style rules instead."""

from __future__ import annotations

from procmap.messages import Translator

_WORDS = {
    '[data-testid="stFileUploaderDropzone"] button p': "upload-choose",
    '[data-testid="stFileUploaderDropzoneInstructions"] span': "upload-drop",
}
"""Where such words stand, and the code of what stands there instead."""


def in_words_of(say: Translator) -> str:
    """Return style rules that hide Streamlit's words, also from screen readers, and put those of `say` in their place."""
    return " ".join(
        f"body .stApp {place} {{ visibility: hidden; font-size: 0; }} "
        f"body .stApp {place}::after {{ visibility: visible; font-size: .875rem; content: {_quoted(say.text(code))}; }}"
        for place, code in _WORDS.items()
    )


def _quoted(text: str) -> str:
    r"""Return a text as CSS writes it; a character that would end it, or the style sheet, becomes its number."""
    return '"' + "".join(char if char not in '"\\<\n' else f"\\{ord(char):x} " for char in text) + '"'
