"""Files that are made when somebody asks for them: a button each, and what is told where one could not be made."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import streamlit as st

from procmap.answers.files import FileKind, Wish
from procmap.app.safe import markdown
from procmap.drawing.export import check_installed
from procmap.messages import Translator
from procmap.model import BadInput, Finding
from procmap.workspace import Derived

_FAILED = "downloads-failed"
_POLL = 2
"""Seconds after which it is looked again whether a file could not be made."""


def button(kind: FileKind, derived: Derived, wish: Wish, say: Translator) -> None:
    """Show the button that makes a file and gives it to the browser; the page is not run again for it.

    Where PNG and PDF cannot be made it is shown, and cannot be pressed.
    """
    label = say.text(f"reports-file-{kind.code}")
    st.download_button(
        markdown(label),
        data=_making(kind, derived, wish, label),
        file_name=kind.file_name(derived.inputs.service.name),
        mime=kind.media_type,
        key=f"download-{kind.code}",
        on_click="ignore",
        disabled=kind.needs_typesetting and bool(missing(say)),
        width="stretch",
    )


def missing(say: Translator) -> str:
    """Return what is to be installed for PNG and PDF, as a sentence; empty where they can be made."""
    try:
        check_installed()
    except BadInput as error:
        return say.sentence(error.finding)
    return ""


@st.fragment(run_every=_POLL)
def failures(say: Translator) -> None:
    """Tell of the files that could not be made since the page was opened."""
    for label, finding in _failed().items():
        st.error(markdown(say.text("reports-failed", file=say.quoted(label), why=say.sentence(finding))))


def _failed() -> dict[str, Finding]:
    found: dict[str, Finding] = st.session_state.setdefault(_FAILED, {})
    return found


def _making(kind: FileKind, derived: Derived, wish: Wish, label: str) -> Callable[[], bytes]:
    """Return what makes the file. It is called outside any run of the page, so it notes what went wrong beside it."""
    failed = _failed()

    def make() -> bytes:
        with _ONE_AT_A_TIME:
            failed.pop(label, None)
            try:
                return kind.make(derived.harmonised, wish)
            except BadInput as error:
                failed[label] = error.finding
                raise

    return make


_ONE_AT_A_TIME = Lock()
"""Typesetting takes a whole processor: a second file waits, and pages stay quick."""
