"""Notes on the step that is chosen."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from procmap.app import project
from procmap.app.mapped.work import Mapped
from procmap.app.safe import markdown
from procmap.app.unsent import Unsent
from procmap.behaviour import References
from procmap.editing import Line
from procmap.workspace.commands import AddNote, RemoveNote
from procmap.workspace.values import Note, NoteKind

KINDS: tuple[NoteKind, ...] = get_args(NoteKind)


def show(mapped: Mapped, line: Line) -> None:
    """Show the notes on a step, and the form that adds one."""
    say, found = mapped.say, notes_on(mapped, line)
    if not found:
        st.markdown(markdown(say.text("map-note-none")))
    for note in found:
        with st.container(horizontal=True, vertical_alignment="center", key=f"note-{note.id}"):
            st.markdown(f"**{markdown(say.text(f'map-note-{note.kind}'))}:** {markdown(note.text)}")
            st.button(
                markdown(say.text("map-note-remove")),
                key=f"remove-note-{note.id}",
                on_click=_remove,
                args=(note.id,),
            )
    kind, text = f"map-note-kind-{line.id}", f"map-note-{line.id}"
    form = mapped.form("note", line.id)
    with form.box("map-note"):
        st.radio(
            markdown(say.text("map-note-kind")),
            KINDS,
            format_func=lambda each: markdown(say.text(f"map-note-{each}")),
            horizontal=True,
            **form.field("kind", KINDS[0], key=kind, among=KINDS),
        )
        st.text_area(markdown(say.text("map-note")), **form.field("text", key=text))
        form.send(say.text("map-note-add"), "map-note-add", lambda: _add(mapped, line, form))


def notes_on(mapped: Mapped, line: Line) -> tuple[Note, ...]:
    """Return the notes that cite a step of this process."""
    references = References(mapped.process)
    return tuple(
        note
        for note in mapped.opened.state.notes
        if note.service == mapped.entry.service
        and any(
            (step.organisation, step.variant) == (mapped.owner, mapped.entry.variant)
            and references.resolve(step) == line.id
            for step in note.steps
        )
    )


def _add(mapped: Mapped, line: Line, form: Unsent) -> bool:
    opened = project.current()
    if opened is None:
        return False
    reference = References(mapped.process).make(line.id, mapped.owner, mapped.entry.variant)
    return opened.do(
        AddNote(
            service=mapped.entry.service,
            text=form.text("text"),
            kind=form.said("kind"),
            steps=(reference,),
            organisation=mapped.owner,
        )
    )


def _remove(note: str) -> None:
    opened = project.current()
    if opened is not None:
        opened.do(RemoveNote(note=note))
