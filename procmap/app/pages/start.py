"""Start: what this is, and what to open."""

from __future__ import annotations

import streamlit as st

from procmap.answers.sample import SAMPLE, sample_folders
from procmap.app import place, project, ways
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import BadInput
from procmap.reports.pictures.parties import process_name


def show() -> None:
    """Show the page."""
    say = place.say()
    with st.container(key="start"):
        st.title(markdown(say.text("app-start-title")), anchor=False)
        st.markdown(markdown(say.text("app-start-about")))
        opened = project.current()
        if opened is not None:
            _opened(opened, say)
        _samples(say, is_first=opened is None)


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
        key=f"open-{name}",
        type="primary" if stands_out else "secondary",
        on_click=project.open_sample,
        args=(name,),
    )


def _opened(opened: project.Opened, say: Translator) -> None:
    """Show what is open, and lead on to it."""
    st.header(markdown(say.text("app-open-now")), anchor=False)
    for key in opened.services:
        try:
            with st.spinner(markdown(say.text("app-working"))):
                derived = opened.service(key)
        except BadInput as error:
            st.error(markdown(say.sentence(error.finding)))
            continue
        with st.container(border=True, key="opened"):
            st.markdown(f"**{markdown(process_name(derived.parties, say))}**")
            lines = (
                f"{party.id}: {say.text('steps-count', count=len(party.process.steps))}" for party in derived.parties
            )
            st.text("\n".join(lines))
            if st.button(markdown(say.text("app-to-compare")), type="primary", key="to-compare"):
                st.switch_page(ways.page("compare"))
    if project.can_go_back():
        st.button(markdown(say.text("app-open-given")), key="open-given", on_click=project.open_given)
