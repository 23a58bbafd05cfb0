"""Reports: everything that can be written of a service, as files; whether it is a draft, and why."""

from __future__ import annotations

from itertools import groupby
from typing import get_args

import streamlit as st

from procmap.answers.files import FILES, FileKind, Wish
from procmap.app import place, project
from procmap.app.downloads import button, failures, missing
from procmap.app.nothing import comparable_service
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent
from procmap.formats.document import Platform
from procmap.harmonisation import Harmonisation
from procmap.messages import LANGUAGES, LanguageCode, Translator, language_of, translator
from procmap.messages.languages import NAMES
from procmap.model import BadInput
from procmap.workspace import Derived
from procmap.workspace.commands import CallReady
from procmap.workspace.commands.services import MOST_OF_A_REASON
from procmap.workspace.values import Service

_LANGUAGE = "files"
_DATE = "date"
_MIRROR = "for"
_PLATFORMS: tuple[Platform, ...] = get_args(Platform)


def show() -> None:
    """Show the page."""
    say = place.say()
    found = comparable_service("app-page-reports", say)
    if found is None:
        return
    opened, service, derived = found
    with st.spinner(markdown(say.text("app-working"))):
        result = derived.harmonised.result
    st.title(markdown(f"{service.name}: {say.text('app-page-reports')}"), anchor=False)
    st.markdown(markdown(say.text("reports-about", service=say.quoted(service.name))))
    if result is not None:
        _standing(result, service, opened, say)
    wish = _wish(say)
    failures(say)
    _files(derived, wish, say)


def _standing(result: Harmonisation, service: Service, opened: project.Opened, say: Translator) -> None:
    """Show whether it is a draft or ready, what blocks, and what can be said against that."""
    with st.container(border=True, key="standing"):
        if result.override and result.blocking:
            st.warning(markdown(say.text("reports-is-ready-all-the-same", reason=result.override)))
        elif result.status == "draft":
            st.warning(markdown(say.text("reports-is-draft")))
        else:
            st.success(markdown(say.text("reports-is-ready")))
        if not result.blocking:
            return
        st.markdown(f"**{markdown(say.text('reports-blocking'))}**")
        st.markdown("\n".join(f"- {markdown(say.sentence(finding))}" for finding in result.blocking[:_MOST]))
        if len(result.blocking) > _MOST:
            st.markdown(markdown(say.text("reports-blocking-more", count=len(result.blocking) - _MOST)))
        if result.override:
            st.button(
                markdown(say.text("reports-override-undo")),
                key="override-undo",
                on_click=_back_to_draft,
                args=(opened, service),
            )
        else:
            _override(service, opened, say)


def _back_to_draft(opened: project.Opened, service: Service) -> None:
    opened.do(CallReady(service=service.id, reason=""))


def _override(service: Service, opened: project.Opened, say: Translator) -> None:
    """Show the form in which somebody answers for calling it ready."""
    form = Unsent(opened, "override", service.id)

    def do() -> bool:
        reason = form.text("reason")
        if not reason.strip():
            project.tell(BadInput("reports-override-empty"))
            return False
        return opened.do(CallReady(service=service.id, reason=reason))

    with st.expander(markdown(say.text("reports-override")), expanded=form.is_kept), form.box("override"):
        st.markdown(markdown(say.text("reports-override-about")))
        known = form.field("reason", key="override-reason")
        label = markdown(say.text("reports-override-reason"))
        st.text_input(label, max_chars=MOST_OF_A_REASON, live=PAUSE, **known)
        form.send(say.text("reports-override-do"), "override-do", do)


def _wish(say: Translator) -> Wish:
    """Show how files can be asked for, and return what is chosen; it stands in the address."""
    with st.container(key="wish", horizontal=True, vertical_alignment="bottom"):
        known = language_of(place.recall(_LANGUAGE, LANGUAGES)) or say.language
        st.session_state.setdefault("reports-language", known)
        language: LanguageCode = st.selectbox(
            markdown(say.text("reports-language")),
            LANGUAGES,
            format_func=NAMES.__getitem__,
            key="reports-language",
            on_change=lambda: place.keep(_LANGUAGE, st.session_state["reports-language"]),
            width=200,
        )
        st.session_state.setdefault("reports-date", place.recall(_DATE))
        date = st.text_input(
            markdown(say.text("reports-date")),
            key="reports-date",
            max_chars=60,
            help=markdown(say.text("reports-no-date")),
            on_change=lambda: place.keep(_DATE, st.session_state["reports-date"]),
            width=240,
        )
        st.session_state.setdefault("reports-mirror", place.recall(_MIRROR, _PLATFORMS) or "none")
        mirror = st.selectbox(
            markdown(say.text("reports-mirror")),
            ("none", *_PLATFORMS),
            format_func=lambda each: say.text(f"reports-mirror-{each}"),
            key="reports-mirror",
            on_change=lambda: place.keep(_MIRROR, st.session_state["reports-mirror"].replace("none", "")),
            width=240,
        )
    platform: Platform | None = next((each for each in _PLATFORMS if each == mirror), None)
    return Wish(translator(language), date.strip(), platform)


def _files(derived: Derived, wish: Wish, say: Translator) -> None:
    """Show a button for each kind of file, group by group."""
    not_installed = missing(say)
    if not_installed:
        st.info(markdown(not_installed))
    groups = [(group, list(kinds)) for group, kinds in groupby(FILES, key=lambda kind: kind.group)]
    for first in range(0, len(groups), 3):  # row by row, so that the keyboard goes as people read
        for column, (group, kinds) in zip(st.columns(3), groups[first : first + 3], strict=False):
            with column.container(border=True, key=f"group-{group}", height="stretch"):
                _group(group, kinds, derived, wish, say)


def _group(group: str, kinds: list[FileKind], derived: Derived, wish: Wish, say: Translator) -> None:
    st.header(markdown(say.text(f"reports-group-{group}")), anchor=False)
    with st.container(gap="xsmall"):
        for kind in kinds:
            button(kind, derived, wish, say)


_MOST = 10
"""So many sentences on what blocks are shown; the report has them all."""
