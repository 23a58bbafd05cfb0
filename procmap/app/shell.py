"""What stands around every page, and which page it is. `script/run.py` runs it for everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from procmap.app import bar, place, project, unsent, ways
from procmap.app.assets import path_of
from procmap.app.browser import keep_focus, leave_keys_to_typing, measure_room, put_words, set_language
from procmap.app.pages import (
    align,
    compare,
    control,
    harmonise,
    importing,
    mapping,
    processes,
    project_page,
    records,
    reports_page,
    rosa,
    start,
)
from procmap.app.safe import markdown
from procmap.messages import LANGUAGES, Translator
from procmap.messages.languages import NAMES
from procmap.model import BadInput

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

PAGES: tuple[tuple[str, Callable[[], None]], ...] = (
    ("start", start.show),
    ("processes", processes.show),
    ("import", importing.show),
    ("map", mapping.show),
    ("align", align.show),
    ("compare", compare.show),
    ("harmonise", harmonise.show),
    ("control", control.show),
    ("rosa", rosa.show),
    ("records", records.show),
    ("reports", reports_page.show),
    ("project", project_page.show),
)
"""The pages in the order of the work, by the name in their address (the first is at the root). Titles have the code
`app-page-NAME`."""


def main() -> None:
    """Show the page that the address names, in the language of the reader."""
    opened = _opened()
    place.speak(opened.state.setting(place.PROJECT_LANGUAGE) if opened is not None else "")
    say = place.say()
    page = navigation(say)
    # Streamlit's title of a page is what its menu says; a browser's tab and a bookmark need the program too.
    st.set_page_config(page_title=f"{page.title} \u2013 procmap", layout="wide", page_icon=path_of("icon.svg"))
    st.html(f"<style>{_ON_PRIMARY}</style>")
    set_language(say.language)
    leave_keys_to_typing()
    unsent.watch()
    keep_focus(opened.name if opened is not None else "")
    measure_room()
    put_words(say)
    with st.container(key="bar", horizontal=True, vertical_alignment="center", wrap=False):
        if opened is not None:
            bar.show(opened, say)
        _languages(say)
    told = project.take_told()
    with st.container(key="told"):  # It is always there: what stands below is not made anew, and keeps the keyboard.
        if told:
            st.error(markdown(told))
    page.run()
    if opened is not None:
        bar.watch(opened.project, opened.state.version, place.theme())


def _opened() -> project.Opened | None:
    """Return what is open; what cannot be opened any more is told, and closed."""
    try:
        project.check_wanted()
        return project.current()
    except BadInput as error:
        project.tell(error)
        if not project.given():
            place.keep(project.OPEN, "")
        return None


def navigation(say: Translator) -> StreamlitPage:
    """Return the page that the address names; the menu stands on top, where it takes no width from maps."""
    pages = {
        name: st.Page(show, title=say.text(f"app-page-{name}"), url_path=name, default=number == 0)
        for number, (name, show) in enumerate(PAGES)
    }
    ways.know(pages)
    return st.navigation(list(pages.values()), position="top")


def _languages(say: Translator) -> None:
    """Show the choice of the language."""

    def change() -> None:
        place.keep(place.LANGUAGE, st.session_state[_CHOICE])

    st.session_state[_CHOICE] = say.language
    with st.container(key="language", horizontal=True, horizontal_alignment="right", width=150):
        st.selectbox(
            say.text("app-language"),
            LANGUAGES,
            format_func=NAMES.__getitem__,
            key=_CHOICE,
            on_change=change,
            label_visibility="collapsed",
            width=150,
        )


_CHOICE = "language-choice"


_ON_PRIMARY = (
    ':is([data-testid^="stBaseButton-primary"], [data-testid^="stBaseButton-primary"] *)'
    ":not(:disabled, :disabled *) { color: light-dark(#fff, #10151b); }"
)
"""Streamlit writes white on every primary colour; in the dark ours is light, to stand out on the ground. Which of the
two counts is the browser's to say: a reader who changes to the dark does not make the page run again."""
