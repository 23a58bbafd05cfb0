"""What somebody has given to be brought in: files, and texts that were pasted. It is theirs alone until it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from procmap.app.bringing.fields import forget
from procmap.app.safe import markdown
from procmap.messages import LanguageCode, Translator, translator
from procmap.workspace.proposals import Looked, key_of, look_at

_GIVEN = "import-given"
_UPLOADS = "import-uploads"
_PASTED = {"routine": ".txt", "table": ".csv"}
"""How texts are called that are pasted: their names tell what they are."""


def files(say: Translator) -> tuple[Looked, ...]:
    """Return what was given, looked at."""
    return tuple(_looked(key, name, say.language, source) for key, (name, source) in _given().items())


def ask(say: Translator) -> None:
    """Show where files are dropped and texts pasted."""
    uploads = int(st.session_state.get(_UPLOADS, 0))
    # Another key for each time makes it empty again: what it had is kept here, where it outlives going to another page.
    key = f"{_UPLOADS}-{uploads}"
    st.file_uploader(
        markdown(say.text("import-files")),
        accept_multiple_files=True,
        key=key,
        on_change=_take_uploads,
        args=(key,),
    )
    with st.expander(markdown(say.text("import-paste"))):
        _ask_for_text(say)


def forget_all() -> None:
    """Forget what was given, and what was said of it."""
    st.session_state.pop(_GIVEN, None)
    forget()


def remover(file: Looked) -> Callable[[], None]:
    """Return what takes a file away again."""

    def remove() -> None:
        _given().pop(file.key, None)

    return remove


def _ask_for_text(say: Translator) -> None:
    st.markdown(markdown(say.text("import-paste-about")))
    with st.form("import-paste", border=False, clear_on_submit=True, enter_to_submit=False):
        st.radio(
            markdown(say.text("import-paste-kind")),
            list(_PASTED),
            format_func=lambda kind: markdown(say.text(f"import-paste-{kind}")),
            horizontal=True,
            key="import-paste-kind",
        )
        st.text_input(markdown(say.text("import-paste-name")), key="import-paste-name")
        st.text_area(markdown(say.text("import-paste-text")), key="import-paste-text", height=220)
        st.form_submit_button(markdown(say.text("import-paste-read")), key="import-paste-read", on_click=_take_text)


def _take_uploads(key: str) -> None:
    for each in st.session_state.get(key) or ():
        _take(each.name, each.getvalue())
    st.session_state[_UPLOADS] = int(st.session_state.get(_UPLOADS, 0)) + 1


def _take_text() -> None:
    state = st.session_state
    text = str(state["import-paste-text"])
    suffix = _PASTED[state["import-paste-kind"]]
    name = " ".join(str(state["import-paste-name"]).split()) or str(state["import-paste-kind"])
    if PurePath(name).suffix.lower() != suffix:
        name += suffix
    _take(name, text.encode("utf-8", "replace"))


def _take(name: str, source: bytes) -> None:
    _given()[key_of(source, name)] = (name, source)


def _given() -> dict[str, tuple[str, bytes]]:
    """Return what was given, by key: a name and bytes."""
    found: dict[str, tuple[str, bytes]] = st.session_state.setdefault(_GIVEN, {})
    return found


@st.cache_resource(max_entries=100, show_spinner=False)
def _looked(key: str, name: str, language: LanguageCode, _source: bytes) -> Looked:  # noqa: ARG001 - the key
    return look_at(_source, name, translator(language))
