"""Start: open a project, make one, or try the sample."""

from __future__ import annotations

import streamlit as st

from procmap.answers.sample import SAMPLE, sample_folders
from procmap.app import place, project, ways
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.workspace import SUFFIX
from procmap.workspace.project import NAME


def show() -> None:
    """Show the page."""
    say = place.say()
    with st.container(key="start"):
        st.title(markdown(say.text("app-start-title")), anchor=False)
        st.markdown(markdown(say.text("app-start-about")))
        opened = project.current()
        if opened is not None:
            _opened(opened, say)
        if not project.given():
            _projects(opened, say)
            _new(say)
            _samples(say, is_first=opened is None and not project.known())
            _take_in(say)


def _opened(opened: project.Opened, say: Translator) -> None:
    """Show what is open, and lead on to it."""
    st.header(markdown(say.text("app-open-now")), anchor=False)
    with st.container(border=True, key="opened"):
        st.markdown(f"**{markdown(opened.state.setting(NAME))}**")
        state = opened.state
        counts = (
            say.text("app-count-services", count=len(state.services)),
            say.text("app-count-organisations", count=len(state.organisations)),
            say.text("app-count-processes", count=len(state.processes)),
        )
        st.text(" · ".join(counts))
        to = "processes" if state.services else "import"
        if st.button(markdown(say.text(f"app-to-{to}")), type="primary", key=f"to-{to}"):
            st.switch_page(ways.page(to))


def _projects(opened: project.Opened | None, say: Translator) -> None:
    """Show the other project files of the folder."""
    others = [name for name in project.known() if opened is None or name != opened.name]
    if not others:
        return
    st.header(markdown(say.text("app-projects")), anchor=False)
    st.markdown(markdown(say.text("app-projects-about", folder=str(project.folder()))))
    for name in others[:_MOST]:
        st.button(markdown(say.text("app-open-project", name=name)), key=f"open-{name}", on_click=_open, args=(name,))
    if len(others) > _MOST:
        st.markdown(markdown(say.text("app-more-projects", count=len(others) - _MOST)))


def _open(name: str) -> None:
    project.open_named(name)


def _new(say: Translator) -> None:
    """Show the form for a new project."""
    st.header(markdown(say.text("app-new-project")), anchor=False)
    with st.form("new-project", border=True):
        st.text_input(markdown(say.text("app-project-name")), key=_NAME, max_chars=200)
        st.form_submit_button(markdown(say.text("app-make-project")), on_click=_make)


def _make() -> None:
    if project.create(st.session_state[_NAME]):
        st.session_state[_NAME] = ""


def _samples(say: Translator, *, is_first: bool) -> None:
    """Show the samples, the main one with the button that stands out when it is what to do first."""
    known = sample_folders()
    if not known:
        return
    st.header(markdown(say.text("app-samples")), anchor=False)
    st.markdown(markdown(say.text("app-samples-about")))
    for first in range(0, len(known), 2):  # row by row, so that the keyboard goes as people read
        for column, name in zip(st.columns(2), list(known)[first : first + 2], strict=False):
            with column.container(border=True, key=f"sample-{name}", height="stretch"):
                _sample(name, say, stands_out=name == SAMPLE and is_first)


def _sample(name: str, say: Translator, *, stands_out: bool) -> None:
    """Show a sample with the button that opens it."""
    title = say.text(f"sample-{name}")
    st.markdown(f"**{markdown(title)}**  \n{markdown(say.text(f'sample-{name}-about'))}")
    st.button(
        markdown(say.text("app-open-sample", name=title)),
        key=f"open-sample-{name}",
        type="primary" if stands_out else "secondary",
        on_click=_open_sample,
        args=(name, title),
    )


def _open_sample(name: str, title: str) -> None:
    project.open_sample(name, title)


def _take_in(say: Translator) -> None:
    """Show where an exported project is handed in."""
    st.header(markdown(say.text("start-take-in")), anchor=False)
    with st.form("take-in", border=True, clear_on_submit=True):
        st.markdown(markdown(say.text("start-take-in-about")))
        # Streamlit gives the label to screen readers as it is, with what `markdown` escapes: no sign may be in it.
        given = st.file_uploader(
            say.text("start-take-in"), type=[SUFFIX[1:]], key="exported", label_visibility="collapsed"
        )
        if st.form_submit_button(markdown(say.text("start-take-in-do"))) and given is not None:
            project.take_in(given.name, given.getvalue())
            st.rerun()


_NAME = "project-name"
_MOST = 20
"""So many project files are listed."""
