"""Beginning a process that is typed from nothing."""

from __future__ import annotations

import streamlit as st

from procmap.app import place, project, ways
from procmap.app.mapped.work import NEW, PROCESS
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent
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
    form = Unsent(opened, "map", NEW)
    with st.container(key="map-begin", width=760, border=True), form.box("map-new"):
        for field in _FIELDS if service is None else _FIELDS[1:]:
            st.text_input(
                markdown(say.text(f"map-{field}")),
                placeholder=say.text("import-variant-help") if field == "variant" else None,
                live=PAUSE,
                **form.field(field, key=f"map-new-{field}"),
            )
        called = "" if service is None else service.name
        form.send(say.text("map-begin"), "map-begin-do", lambda: _begin(opened, called, form), type="primary")


def _begin(opened: project.Opened, service: str, form: Unsent) -> bool:
    """Make a process that only begins and ends, and look at it; return whether it was made."""
    typed = {field: " ".join(form.text(field).split()) for field in _FIELDS}
    called = service or typed["service"]
    made = new_process(called, typed["organisation"], typed["variant"])
    incoming = Incoming(
        organisation=typed["organisation"],
        variant=typed["variant"],
        source_name=f"{typed['organisation'] or 'process'}.json",
        source=to_json((made,)).encode(),
        element=made.id,
    )
    if not opened.do(AddFiles(service=called, incoming=(incoming,))):
        return False
    entry = opened.project.state().processes[-1]
    place.keep(PROCESS, entry.id)
    place.keep(project.SERVICE, entry.service)
    return True
