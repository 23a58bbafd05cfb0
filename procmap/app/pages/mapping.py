"""Map: the steps of one process as a list to type in, with the picture beside it as it grows."""

from __future__ import annotations

import streamlit as st

from procmap.app import place, project
from procmap.app.components.process_map import connections_of, process_map
from procmap.app.components.words import map_words
from procmap.app.mapped import beginning, people, step, typing
from procmap.app.mapped.drawn import process_svg, shown_process
from procmap.app.mapped.work import NEW, PROCESS, STEP, Mapped, catch_up
from procmap.app.nothing import nothing_open
from procmap.app.safe import markdown
from procmap.editing import outline
from procmap.messages import Translator
from procmap.workspace.values import ProcessEntry

TITLE = "app-page-map"
_CHOICE = "map-process"
_HEIGHT = 400
"""Of the picture, in pixels: what can be done with the chosen step is to be seen below it."""


def show() -> None:
    """Show the page."""
    say = place.say()
    opened = project.current()
    with st.container(key="map-head", horizontal=True, vertical_alignment="center", gap="large"):
        st.title(markdown(say.text(TITLE)), anchor=False, width="content")
        entry = None if opened is None else _chosen(opened, say)
    if opened is None:
        nothing_open(say)
        return
    if entry is None:
        beginning.show(opened, say)
    else:
        _process(opened, entry, say)


def _process(opened: project.Opened, entry: ProcessEntry, say: Translator) -> None:
    """Show the list and the picture of a process beside each other, and the chosen step below."""
    process = shown_process(opened, entry)
    lines = outline(process)
    ahead: dict[str, str] = st.session_state.setdefault(f"map-ahead-{entry.id}", {})
    catch_up(ahead)
    step_id = place.recall(STEP, [line.id for line in lines])
    mapped = Mapped(opened, entry, process, lines, step_id, ahead, say)
    people.show(mapped)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        typing.show(mapped)
    with right:
        process_map(
            process_svg(opened, entry, process, say.language),
            key=f"map-{entry.id}",
            words=map_words(say),
            connections=connections_of(process),
            selected=mapped.step,
            faded=False,
            height=_HEIGHT,
            on_choose=mapped.choose,
        )
    st.markdown(markdown(say.text("map-add-hint")))
    if mapped.chosen is None:
        st.markdown(markdown(say.text("map-nothing-chosen")))
    else:
        step.show(mapped, mapped.chosen)


def _chosen(opened: project.Opened, say: Translator) -> ProcessEntry | None:
    """Show which process is looked at, and return it; None for a new one."""
    entries = list(opened.state.processes_of(opened.service.id)) if opened.service else []
    names = {one.id: _name(opened, one) for one in entries} | {NEW: say.text("map-new")}
    if not entries:
        return None
    known = place.recall(PROCESS, names) or entries[0].id
    st.session_state[_CHOICE] = known
    st.segmented_control(
        markdown(say.text("map-whose")),
        list(names),
        format_func=lambda key: markdown(names[key]),
        key=_CHOICE,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: place.keep(PROCESS, st.session_state[_CHOICE]),
    )
    return next((one for one in entries if one.id == known), None)


def _name(opened: project.Opened, entry: ProcessEntry) -> str:
    owner = opened.state.organisation(entry.organisation).name
    return f"{owner} / {entry.variant}" if entry.variant else owner
