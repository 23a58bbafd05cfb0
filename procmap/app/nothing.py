"""What every page shows while there is nothing to show: what to do first."""

from __future__ import annotations

import streamlit as st

from procmap.answers.sample import SAMPLE, sample_folders
from procmap.app import project, ways
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.workspace import Derived
from procmap.workspace.values import Service


def opened_service(title: str, say: Translator) -> tuple[project.Opened, Service] | None:
    """Return what is open and the service that is looked at; where there is none, say what to do first."""
    opened = project.current()
    if opened is not None and opened.service is not None:
        return opened, opened.service
    st.title(markdown(say.text(title)), anchor=False)
    if opened is None:
        nothing_open(say)
    else:
        no_service(say)
    return None


def no_service(say: Translator) -> None:
    """Say that the project has no service yet, and lead on to where processes are brought in."""
    st.info(markdown(say.text("app-no-service")))
    _to_import(say)


def comparable_service(title: str, say: Translator) -> tuple[project.Opened, Service, Derived] | None:
    """Return what is open, the service that is looked at and what follows from it; else say what to do first."""
    found = opened_service(title, say)
    if found is None:
        return None
    opened, service = found
    derived = opened.derived(service)
    return None if _too_few(title, derived, say) else (opened, service, derived)


def _too_few(title: str, derived: Derived, say: Translator) -> bool:
    """Say what to do first where there are not two processes to look at side by side; return whether there are."""
    if len(derived.parties) > 1:
        return False
    st.title(markdown(say.text(title)), anchor=False)
    st.info(markdown(say.text("app-too-few-processes", count=len(derived.parties))))
    _to_import(say)
    return True


def _to_import(say: Translator) -> None:
    if st.button(markdown(say.text("app-to-import")), key="to-import", type="primary"):
        st.switch_page(ways.page("import"))


def nothing_open(say: Translator) -> None:
    """Say that nothing is open, and offer the sample."""
    st.info(markdown(say.text("app-nothing-open")))
    if SAMPLE in sample_folders():
        st.button(
            markdown(say.text("app-open-sample", name=say.text(f"sample-{SAMPLE}"))),
            key="open-sample",
            type="primary",
            on_click=_sample,
            args=(say.text(f"sample-{SAMPLE}"),),
        )


def _sample(title: str) -> None:
    project.open_sample(SAMPLE, title)
