"""The bar on top of every page: which project and service are looked at, undo and redo; and what others change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from procmap.app import place
from procmap.app.project import SERVICE, Opened
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import BadInput
from procmap.workspace import Entry, Project
from procmap.workspace.project import NAME

if TYPE_CHECKING:
    from procmap.drawing.theme import ThemeName

POLL = 2
"""Seconds after which it is looked again whether the page is out of date."""


def show(opened: Opened, say: Translator) -> None:
    """Show the bar."""
    with st.container(key="where", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.text(opened.state.setting(NAME))
        if len(opened.services) > 1:
            _service(opened, say)
        undo, redo = opened.project.undoable()
        _step(undo, "app-undo", "Ctrl+Z", opened.undo, say)
        _step(redo, "app-redo", "Ctrl+Y", opened.redo, say)


def _service(opened: Opened, say: Translator) -> None:
    """Show the choice of the service."""
    names = {one.id: one.name for one in opened.services}
    chosen = opened.service
    key = "service-choice"
    if chosen is not None and st.session_state.get(key) not in names:
        st.session_state[key] = chosen.id
    st.selectbox(
        markdown(say.text("app-service")),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: place.keep(SERVICE, st.session_state[key]),
        label_visibility="collapsed",
        width=260,
    )


def _step(entry: Entry | None, code: str, shortcut: str, action: object, say: Translator) -> None:
    """Show a button that undoes or redoes, and names what."""
    from procmap.workspace.history import told

    label = say.text(code)
    st.button(
        markdown(label if entry is None else say.text(f"{code}-what", what=told(entry, say))),
        key=code,
        shortcut=shortcut,
        disabled=entry is None,
        on_click=action,  # type: ignore[arg-type]
        type="tertiary",
    )


@st.fragment(run_every=POLL)
def watch(project: Project, seen: int, theme: ThemeName) -> None:
    """Run the page again when it is out of date.

    That is when somebody has changed the project since it was seen, or has moved its file, or when the reader has gone
    from light to dark: colours of organisations are those of one of the two.
    """
    try:
        is_seen = project.version == seen
    except BadInput:
        is_seen = False  # the page tells of it
    if not is_seen or place.theme() != theme:
        st.rerun()
