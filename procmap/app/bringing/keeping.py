"""Keeping what was looked at: one command, undone in one step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from procmap.app import place, project, ways
from procmap.app.bringing.fields import FORM, SERVICE, choices, forget, service
from procmap.app.safe import markdown
from procmap.app.unsent import Unsent
from procmap.messages import Translator
from procmap.workspace.commands import AddFiles
from procmap.workspace.history import told
from procmap.workspace.proposals import Looked, obstacles

_KEPT = "import-kept"
Files = Sequence[Looked]


def ask_for_service(opened: project.Opened, proposed: str, say: Translator) -> str:
    """Show the choice of the service, and return its name."""
    names = dict.fromkeys((proposed, *(one.name for one in opened.services)))
    st.selectbox(
        markdown(say.text("import-service")),
        [name for name in names if name],
        accept_new_options=True,
        placeholder=say.text("import-service-help"),
        **Unsent(opened, *FORM).field("service", proposed or None, key=SERVICE, is_proposed=True),
        width=560,
    )
    return service(proposed)


def show(opened: project.Opened, files: Files, proposed: str, say: Translator) -> None:
    """Show what is in the way, and the button that keeps what was chosen."""
    taken = choices(files)
    in_the_way = obstacles(opened.state, service(proposed), taken)
    for code, params in in_the_way:
        st.warning(markdown(say.text(code, **params)))
    st.button(
        markdown(say.text("import-keep", count=len(taken))),
        key="import-keep",
        type="primary",
        disabled=bool(in_the_way),
        on_click=_keep,
        args=(files, proposed),
    )


def show_kept(opened: project.Opened, say: Translator) -> None:
    """Tell what was kept last, while that is what would be undone, and lead on to it."""
    last, _ = opened.project.undoable()
    if last is None or st.session_state.get(_KEPT) != last.id:
        return
    st.success(markdown(say.text("import-kept", what=told(last, say))))
    with st.container(horizontal=True):
        for name, code in (("map", "import-to-map"), ("align", "app-page-align"), ("compare", "import-to-compare")):
            if st.button(markdown(say.text(code)), key=f"import-to-{name}"):
                st.switch_page(ways.page(name))


def _keep(files: Files, proposed: str) -> None:
    opened = project.current()
    if opened is None:
        return
    called, taken = service(proposed), choices(files)
    if obstacles(opened.state, called, taken):
        return  # something has changed since the button was shown; the page tells what
    command = AddFiles(
        service=called,
        incoming=tuple(each.incoming for each in taken),
        replaces=any(each.replaces for each in taken),
    )
    if opened.do(command):
        forget(opened, files)
        form = Unsent(opened, *FORM)
        form.field("service", key=SERVICE)
        form.done()
        last, _ = opened.project.undoable()
        st.session_state[_KEPT] = None if last is None else last.id
        found = next(one for one in opened.project.state().services if one.name.casefold() == called.casefold())
        place.keep(project.SERVICE, found.id)
