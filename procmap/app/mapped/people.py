"""What a process and the notes on it tell of people, to be taken out again."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from procmap.app.mapped.work import Mapped
from procmap.app.safe import markdown
from procmap.language.personal import personal
from procmap.language.privacy import personal_data
from procmap.model import Finding

MOST = 5
"""So many places are shown; there are more when these are mended."""


def show(mapped: Mapped) -> None:
    """Warn of identity numbers, addresses and names of persons in steps and notes."""
    told = list(dict.fromkeys(_warnings(mapped)))
    if not told:
        return
    lines = [markdown(each) for each in told[:MOST]]
    if len(told) > MOST:
        lines.append(markdown(mapped.say.text("map-personal-more", count=len(told) - MOST)))
    st.warning("  \n".join(lines))


def _warnings(mapped: Mapped) -> Iterator[str]:
    say = mapped.say
    names = {element.id: element.name for element in mapped.process.elements()}
    for finding in personal_data(mapped.process):
        place = next((names[each] for each in finding.elements if names.get(each)), mapped.owner)
        yield say.text("map-personal", place=place, warning=say.sentence(finding))
    for note in mapped.opened.state.notes:
        if note.service == mapped.entry.service and note.organisation == mapped.owner:
            for found in personal(note.text):
                warning = say.sentence(Finding(code=found.kind, severity="warning", params={"shown": found.shown}))
                yield say.text("map-personal", place=say.text(f"map-note-{note.kind}"), warning=warning)
