"""Asking: for a name, and before something is taken away or put back."""

from __future__ import annotations

import streamlit as st

from procmap.app.safe import markdown
from procmap.messages import Translator


def ask_first(label: str, question: str, *, key: str, say: Translator, disabled: bool = False) -> bool:
    """Show a button that asks a question, and return whether somebody has just said yes to it."""
    with st.popover(markdown(label), key=f"{key}-ask", disabled=disabled):
        st.markdown(markdown(question))
        return st.button(markdown(say.text("ask-yes")), key=f"{key}-yes", type="primary")


def new_name(label: str, add: str, *, key: str, form: str) -> str | None:
    """Show a line for the name of something new; return what stood in it when somebody has just sent it."""
    with st.form(form, border=False, clear_on_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(markdown(label), key=key, width=420)
        return name if st.form_submit_button(markdown(add)) else None
