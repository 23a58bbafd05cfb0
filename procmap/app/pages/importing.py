"""Import: files are dropped or texts pasted, looked at, corrected, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from procmap.answers.sources import format_name
from procmap.app import place, project
from procmap.app.bringing import fields, given, keeping, one
from procmap.app.nothing import nothing_open
from procmap.app.safe import markdown
from procmap.app.serving.settings import UPLOAD_MB
from procmap.formats.spreadsheet.template import template_csv, template_workbook
from procmap.messages import LanguageCode, Translator
from procmap.workspace.proposals import Looked, service_for

TITLE = "app-page-import"


def show() -> None:
    """Show the page."""
    say = place.say()
    st.title(markdown(say.text(TITLE)), anchor=False)
    opened = project.current()
    if opened is None:
        nothing_open(say)
        return
    keeping.show_kept(opened, say)
    st.markdown(markdown(say.text("import-about", most=UPLOAD_MB)))
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="import-given"):
        given.ask(opened, say)
    with right:
        _templates(say)
    with st.spinner(markdown(say.text("app-working"))):
        files = given.files(opened, say)
    _unreadable(opened, [file for file in files if file.unread is not None], say)
    read = [file for file in files if file.unread is None]
    if read:
        proposed = service_for(read, opened.state)
        service = keeping.ask_for_service(opened, proposed, say)
        for file in read:
            _head(opened, file, say)
            fields.recall(opened, file)
            for proposal in one.chosen(opened, file, say) if file.has_many else file.proposals:
                one.show(opened, file, proposal, service, say)
        keeping.show(opened, read, proposed, say)


def _head(opened: project.Opened, file: Looked, say: Translator) -> None:
    """Show what a file is, and the button that takes it away again."""
    told = {"source": file.name, "format": format_name(file.format, say)}
    with st.container(horizontal=True, vertical_alignment="center"):
        if file.tool:
            st.header(markdown(say.text("import-format-tool", tool=file.tool, **told)), anchor=False)
        else:
            st.header(markdown(say.text("import-format", **told)), anchor=False)
        _remove(opened, file, say)


def _remove(opened: project.Opened, file: Looked, say: Translator) -> None:
    st.button(
        markdown(say.text("import-remove", name=file.name)),
        key=f"import-remove-{file.key}",
        on_click=given.remover(opened, file),
    )


def _unreadable(opened: project.Opened, files: list[Looked], say: Translator) -> None:
    """Tell what could not be read, and why."""
    if not files:
        return
    st.error(markdown(say.text("import-unreadable")))
    for file in files:
        with st.container(horizontal=True, vertical_alignment="center"):
            if file.unread is not None:
                st.markdown(markdown(say.sentence(file.unread)))
            _remove(opened, file, say)


def _templates(say: Translator) -> None:
    """Offer empty spreadsheets in the language of the reader."""
    st.markdown(f"**{markdown(say.text('import-templates'))}**  \n{markdown(say.text('import-templates-about'))}")
    name = say.text("import-template-name")
    with st.container(horizontal=True):
        for ending, (media_type, made) in _TEMPLATES.items():
            st.download_button(
                markdown(say.text(f"import-template-{ending}")),
                partial(made, say.language),
                file_name=f"{name}.{ending}",
                mime=media_type,
                key=f"template-{ending}",
                on_click="ignore",
            )


_TEMPLATES: Mapping[str, tuple[str, Callable[[LanguageCode], bytes]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", template_workbook),
    "csv": ("text/csv", template_csv),
}
