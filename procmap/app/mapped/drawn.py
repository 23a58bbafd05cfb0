"""One process of a project as people see and change it, and its picture: made once for each state of it."""

from __future__ import annotations

import streamlit as st

from procmap.app.project import Opened
from procmap.messages import LanguageCode
from procmap.model import Process
from procmap.workspace.parties import document_of, drawn_process
from procmap.workspace.values import ProcessEntry


def process_svg(opened: Opened, entry: ProcessEntry, process: Process, language: LanguageCode) -> str:
    """Return a process of a project as SVG (light): as its file draws it, and what was changed placed around that."""
    return _drawn(_key(entry), language, opened, entry, process)


def shown_process(opened: Opened, entry: ProcessEntry) -> Process:
    """Return a process as its file has it or people changed it. Raises BadInput when it cannot be read any more."""
    return _shown(_key(entry), opened, entry)


def _key(entry: ProcessEntry) -> str:
    return f"{entry.source}/{entry.element}/{entry.edited}"


@st.cache_resource(max_entries=200, show_spinner=False)
def _shown(key: str, _opened: Opened, _entry: ProcessEntry) -> Process:  # noqa: ARG001 - the key
    return drawn_process(_opened.project, _entry)


@st.cache_resource(max_entries=200, show_spinner=False)
def _drawn(key: str, language: LanguageCode, _opened: Opened, _entry: ProcessEntry, _process: Process) -> str:  # noqa: ARG001 - the key
    from procmap.answers.draw import diagram_for
    from procmap.drawing import diagrams_of, draw
    from procmap.layout import place

    diagrams = document_of(_opened.project, _entry).diagrams
    if _entry.edited:
        there = diagrams_of(_process, diagrams)
        diagram = place(_process, fixed=there[0] if there else None)
    else:
        diagram, _ = diagram_for(_process, diagrams)
    return draw(_process, diagram, language=language)
