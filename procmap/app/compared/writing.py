"""What people write on the card of a row: why it is done differently, problems and ideas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

import streamlit as st

from procmap.alignment import Member
from procmap.app import project
from procmap.app.safe import markdown
from procmap.app.unsent import Unsent
from procmap.messages import Translator
from procmap.workspace.command import Command
from procmap.workspace.commands import AddNote, ChangeNote, GiveCause, RemoveCause, RemoveNote
from procmap.workspace.members import Members
from procmap.workspace.noted import Written, written_about, written_on_nothing
from procmap.workspace.values import Cause, CauseKind, Note, NoteKind, Service

_NOBODY = ""
_ROOM = 100
"""The height of the field for a text, in pixels of CSS."""


class Writing:
    """What is written about the steps of a row of a service, and what more can be."""

    def __init__(
        self, opened: project.Opened, service: Service, steps: Iterable[Member], members: Members, say: Translator
    ) -> None:
        self._opened, self._service, self._say = opened, service, say
        self._steps, self._members = tuple(steps), members
        owners = {one.organisation: None for one in opened.state.processes_of(service.id)}
        self._owners = [opened.state.organisation(key).name for key in owners]

    def show(self) -> None:
        """Show what is written, each where it can be changed, and the forms for more."""
        say = self._say
        written = written_about(self._opened.state, self._service.id, self._steps, self._members)
        st.subheader(markdown(say.text("card-causes")), anchor=False)
        for cause in written.causes:
            self._fold(told(cause, "cause", say), "cause", cause, RemoveCause(cause=cause.id))
        self._fold(say.text("card-add-cause"), "cause", None)
        st.subheader(markdown(say.text("card-notes")), anchor=False)
        for note in written.notes:
            self._fold(told(note, "note", say), "note", note, RemoveNote(note=note.id))
        self._fold(say.text("card-add-note"), "note", None)

    def _fold(self, label: str, what: str, before: Cause | Note | None, removal: Command | None = None) -> None:
        """Show a form under a label: open where something was typed into it before the page was loaded."""
        key = f"{what}-{before.id}" if before else f"{what}-new-{self._row_key()}"
        form = Unsent(self._opened, "card", self._service.id, key)
        with st.expander(markdown(label), expanded=form.is_kept):
            self._form(form, key, what, before)
            if before is not None and removal is not None:
                label = markdown(self._say.text("card-remove"))
                st.button(label, key=f"remove-{before.id}", on_click=self._remove, args=(removal, form))

    def _remove(self, removal: Command, form: Unsent) -> None:
        if self._opened.do(removal):
            form.done()

    def _form(self, form: Unsent, key: str, what: str, before: Cause | Note | None) -> None:
        """Show the form for a cause or a note; `before` is the one that it changes."""
        say = self._say
        kinds = get_args(CauseKind) if what == "cause" else ("problem", "idea", "note")
        whose = {_NOBODY: say.text("card-whose-nobody"), **{name: name for name in self._owners}}
        if before is not None and before.organisation not in whose:
            whose[before.organisation] = before.organisation
        with form.box(key):
            st.radio(
                markdown(say.text(f"card-{what}-kind")),
                kinds,
                format_func=lambda kind: markdown(say.text(f"card-{what}-{kind}")),
                horizontal=True,
                **form.field("kind", before.kind if before else kinds[0], key=f"{key}-kind", among=kinds),
            )
            known = form.field("whose", before.organisation if before else _NOBODY, key=f"{key}-whose", among=whose)
            st.selectbox(
                markdown(say.text("card-whose")),
                list(whose),
                format_func=lambda name: whose.get(name, name),
                **known,
            )
            text = form.field("text", before.text if before else "", key=f"{key}-text")
            st.text_area(markdown(say.text("card-text")), height=_ROOM, **text)
            form.send(say.text("card-keep"), f"{key}-keep", lambda: self._keep(what, form, before))

    def _row_key(self) -> str:
        return f"{self._steps[0].process}:{self._steps[0].step}"

    def _keep(self, what: str, form: Unsent, before: Cause | Note | None) -> bool:
        kind, whose, text = (form.text(name) for name in ("kind", "whose", "text"))
        return self._opened.do(_MAKING[what](self, kind, whose or _NOBODY, text, before))

    def make_cause(self, kind: CauseKind, whose: str, text: str, before: Cause | Note | None) -> Command:
        """Return the command that gives a cause, or changes one."""
        known = before if isinstance(before, Cause) else None
        steps = known.steps if known else self._members.references(self._steps)
        return GiveCause(
            service=self._service.id, steps=steps, kind=kind, text=text, organisation=whose, replaces=known
        )

    def make_note(self, kind: NoteKind, whose: str, text: str, before: Cause | Note | None) -> Command:
        """Return the command that adds a note, or changes one."""
        if isinstance(before, Note):
            return ChangeNote(note=before.replace(kind=kind, organisation=whose, text=text))
        steps = self._members.references(self._steps)
        return AddNote(service=self._service.id, text=text, kind=kind, steps=steps, organisation=whose)


_MAKING: Mapping[str, Callable[..., Command]] = {"cause": Writing.make_cause, "note": Writing.make_note}


def told(record: Cause | Note, what: str, say: Translator) -> str:
    """Return a cause or a note on one line: its kind, whose words, and the text."""
    kind = say.text(f"card-{what}-{record.kind}")
    text = " ".join(record.text.split())
    if not record.organisation:
        return say.text("card-said-plain", kind=kind, text=text) if text else kind
    return say.text("card-said", kind=kind, whose=record.organisation, text=text)


def lost(opened: project.Opened, service: Service, members: Members, say: Translator) -> None:
    """Show what is written on steps that are not there any more, so that nothing disappears silently."""
    found: Written = written_on_nothing(opened.state, service.id, members)
    if not len(found):
        return
    with st.expander(markdown(say.text("card-lost", count=len(found)))):
        for cause in found.causes:
            st.markdown(markdown(told(cause, "cause", say)))
        for note in found.notes:
            st.markdown(markdown(told(note, "note", say)))
