"""Beginning a process that is typed from nothing."""

from __future__ import annotations

import streamlit as st

from procmap.app import place, project, ways
from procmap.app.mapped.work import PROCESS
from procmap.app.safe import markdown
from procmap.editing import new_process
from procmap.messages import Translator
from procmap.model import to_json
from procmap.workspace.commands import AddFiles, Incoming

_FIELDS = ("service", "organisation", "variant")


def show(opened: project.Opened, say: Translator) -> None:
    """Show the form, and the way to bring in files instead."""
    st.markdown(markdown(say.text("map-new-about")))
    if st.button(markdown(say.text("app-to-import")), key="to-import"):
        st.switch_page(ways.page("import"))
    service = opened.service
    with st.container(key="map-begin", width=760), st.form("map-new", border=True):
        if service is None:
            st.text_input(markdown(say.text("map-service")), key="map-new-service")
        st.text_input(markdown(say.text("map-organisation")), key="map-new-organisation")
        st.text_input(
            markdown(say.text("map-variant")), key="map-new-variant", placeholder=say.text("import-variant-help")
        )
        st.form_submit_button(
            markdown(say.text("map-begin")),
            key="map-begin-do",
            type="primary",
            on_click=_begin,
            args=(opened, "" if service is None else service.name),
        )


def _begin(opened: project.Opened, service: str) -> None:
    """Make a process that only begins and ends, and look at it."""
    typed = {field: " ".join(str(st.session_state.get(f"map-new-{field}", "")).split()) for field in _FIELDS}
    called = service or typed["service"]
    made = new_process(called, typed["organisation"], typed["variant"])
    incoming = Incoming(
        organisation=typed["organisation"],
        variant=typed["variant"],
        source_name=f"{typed['organisation'] or 'process'}.json",
        source=to_json((made,)).encode(),
        element=made.id,
    )
    if opened.do(AddFiles(service=called, incoming=(incoming,))):
        entry = opened.project.state().processes[-1]
        place.keep(PROCESS, entry.id)
        place.keep(project.SERVICE, entry.service)
