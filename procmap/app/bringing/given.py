"""What somebody has dropped or pasted to be brought in. It stands in the project as their drafts until it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from procmap.app import project
from procmap.app.bringing.fields import FORM, forget
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent, drafts
from procmap.messages import LanguageCode, Translator, translator
from procmap.model import BadInput
from procmap.workspace.drafts import DroppedFile
from procmap.workspace.proposals import Looked, key_of, look_at

_UPLOADS = "import-uploads"
_PASTED = {"routine": ".txt", "table": ".csv"}
"""How texts are called that are pasted: their names tell what they are."""


def files(opened: project.Opened, say: Translator) -> tuple[Looked, ...]:
    """Return what was given, looked at."""
    kept = drafts(opened)
    found: list[Looked] = []
    for file in kept.files(FORM):

        def content(file: DroppedFile = file) -> bytes:
            return kept.content(FORM, file)

        try:
            found.append(_looked(file.key, file.name, say.language, content))
        except BadInput as error:  # another window has just taken it away
            project.tell(error)
    return tuple(found)


def ask(opened: project.Opened, say: Translator) -> None:
    """Show where files are dropped and texts pasted."""
    uploads = int(st.session_state.get(_UPLOADS, 0))
    # Another key for each time makes it empty again: what it had is kept in the project.
    key = f"{_UPLOADS}-{uploads}"
    st.file_uploader(
        markdown(say.text("import-files")),
        accept_multiple_files=True,
        key=key,
        on_change=_take_uploads,
        args=(opened, key),
    )
    form = Unsent(opened, *FORM, "paste")
    with st.expander(markdown(say.text("import-paste")), expanded=form.is_kept), form.box("import-paste"):
        _ask_for_text(opened, form, say)


def remover(opened: project.Opened, file: Looked) -> Callable[[], None]:
    """Return what takes a file away again."""
    return lambda: forget(opened, [file])


def _ask_for_text(opened: project.Opened, form: Unsent, say: Translator) -> None:
    st.markdown(markdown(say.text("import-paste-about")))
    kinds = list(_PASTED)
    st.radio(
        markdown(say.text("import-paste-kind")),
        kinds,
        format_func=lambda kind: markdown(say.text(f"import-paste-{kind}")),
        horizontal=True,
        **form.field("kind", kinds[0], key="import-paste-kind", among=kinds),
    )
    name = form.field("name", key="import-paste-name")
    st.text_input(markdown(say.text("import-paste-name")), live=PAUSE, **name)
    st.text_area(markdown(say.text("import-paste-text")), height=220, **form.field("text", key="import-paste-text"))
    form.send(say.text("import-paste-read"), "import-paste-read", lambda: _take_text(opened, form))


def _take_uploads(opened: project.Opened, key: str) -> None:
    for each in st.session_state.get(key) or ():
        _take(opened, each.name, each.getvalue())
    st.session_state[_UPLOADS] = int(st.session_state.get(_UPLOADS, 0)) + 1


def _take_text(opened: project.Opened, form: Unsent) -> bool:
    kind = form.text("kind")
    name = " ".join(form.text("name").split()) or kind
    if PurePath(name).suffix.lower() != _PASTED[kind]:
        name += _PASTED[kind]
    return _take(opened, name, form.text("text").encode("utf-8", "replace"))


def _take(opened: project.Opened, name: str, source: bytes) -> bool:
    try:
        drafts(opened).keep_file(FORM, key_of(source, name), name, source)
    except BadInput as error:
        project.tell(error)
        return False
    return True


@st.cache_resource(max_entries=100, show_spinner=False)
def _looked(key: str, name: str, language: LanguageCode, _content: Callable[[], bytes]) -> Looked:  # noqa: ARG001 - the key
    return look_at(_content(), name, translator(language))
