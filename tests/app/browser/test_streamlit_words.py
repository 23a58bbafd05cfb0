"""Streamlit's own words in the language of the reader: every one is translated."""

from __future__ import annotations

from procmap.app.browser.streamlit_words import WORDS
from procmap.messages import LANGUAGES, translator


def test_each_word_is_another_one_in_each_language():
    for code in WORDS.values():
        assert len({translator(language).text(code) for language in LANGUAGES}) == len(LANGUAGES)
