"""Asking before something is taken away or put back."""

from __future__ import annotations

import streamlit as st

from procmap.app.safe import markdown
from procmap.messages import Translator


def ask_first(label: str, question: str, *, key: str, say: Translator, disabled: bool = False) -> bool:
    """Show a button that asks a question, and return whether somebody has just said yes to it."""
    with st.popover(markdown(label), key=f"{key}-ask", disabled=disabled):
        st.markdown(markdown(question))
        return st.button(markdown(say.text("ask-yes")), key=f"{key}-yes", type="primary")
