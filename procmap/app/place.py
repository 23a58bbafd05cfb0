"""Where somebody is: language, what is open, what is looked at.

It stands in the address, so that loading the page again, a new server or a link lead to the same place.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from procmap.messages import LANGUAGES, LanguageCode, Translator, language_of, language_of_environment, translator

if TYPE_CHECKING:
    from procmap.drawing.theme import ThemeName

LANGUAGE = "lang"
PROJECT_LANGUAGE = "language"
"""The setting of a project that says which language it is in, for those who have not chosen another."""
_KEPT = "place-"
_SPOKEN = "spoken"


def recall(name: str, allowed: Collection[str] | None = None) -> str:
    """Return what the session knows of `name`, else the address; nothing where it is not one of `allowed`."""
    import streamlit as st

    known = st.session_state.get(_KEPT + name)
    value = str(st.query_params.get(name, "")) if known is None else str(known)
    if allowed is not None and value not in allowed:
        value = ""
    keep(name, value)
    return value


def keep(name: str, value: str) -> None:
    """Note something in the session and in the address; nothing takes it from the address."""
    import streamlit as st

    st.session_state[_KEPT + name] = value
    if value and st.query_params.get(name) != value:
        st.query_params[name] = value
    elif not value and name in st.query_params:
        del st.query_params[name]


def speak(language: str) -> None:
    """Let a language be that of readers who have chosen none: that of the project which is open."""
    import streamlit as st

    st.session_state[_SPOKEN] = language


def language() -> LanguageCode:
    """Return the language that is chosen, else that of the project, of the browser, of the machine."""
    import streamlit as st

    chosen = language_of(recall(LANGUAGE, LANGUAGES)) or language_of(st.session_state.get(_SPOKEN, ""))
    if chosen is None:
        asked = (st.context.headers.get("Accept-Language") or "").split(",")
        found = (language_of(tag.partition(";")[0]) for tag in asked)
        chosen = next(filter(None, found), None) or language_of_environment(os.environ)
    return chosen


def say() -> Translator:
    """Return who speaks to this reader."""
    return translator(language())


def theme() -> ThemeName:
    """Return whether pages are light or dark for this reader."""
    import streamlit as st

    return "dark" if st.context.theme.type == "dark" else "light"
