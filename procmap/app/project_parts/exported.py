"""A project as one file to take along, made once for each state of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from procmap.app.project import Opened
from procmap.messages import LanguageCode, translator
from procmap.workspace import SUFFIX
from procmap.workspace.exchange import ExportAnswer, export_project


@dataclass(frozen=True)
class Exported:
    """The content of an exported file, and what is told of it."""

    content: bytes
    answer: ExportAnswer


def exported(opened: Opened, language: LanguageCode, *, without_people: bool) -> Exported:
    """Return a project as one file. Raises BadInput when something in it cannot be read."""
    return _exported(opened.project.location, opened.state.version, language, without_people, opened)


@st.cache_resource(max_entries=4, show_spinner=False)
def _exported(place: str, version: int, language: LanguageCode, without_people: bool, _opened: Opened) -> Exported:  # noqa: ARG001 - the key
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"export{SUFFIX}"
        answer = export_project(_opened.project, str(target), without_people=without_people, say=translator(language))
        return Exported(target.read_bytes(), answer)
