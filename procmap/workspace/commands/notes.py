"""Commands on causes and notes."""

from __future__ import annotations

from typing import ClassVar

from procmap.model import BadInput, StepReference
from procmap.workspace.command import Command, short
from procmap.workspace.values import Cause, CauseKind, Note, NoteKind, Role, Service
from procmap.workspace.work import Work, plain

MOST_OF_A_NOTE = 100_000


class GiveCause(Command):
    """Say why organisations do the steps of a row differently; `replaces` is the id of the cause that it changes."""

    name = "give-cause"
    service: str
    steps: tuple[StepReference, ...]
    kind: CauseKind
    text: str = ""
    organisation: str = ""
    replaces: Cause | None = None

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it."""
        work.get(Service, self.service)
        before = self.replaces
        made = Cause(
            id=before.id if before else work.new_id(),
            version=before.version if before else 0,
            service=self.service,
            steps=self.steps,
            kind=self.kind,
            text=_text(self.text),
            organisation=self.organisation,
        )
        if made != before:
            work.put(made)
        return {"kind": self.kind, "step": short(_label(self.steps))}


class RemoveCause(Command):
    """Take a cause away."""

    name = "remove-cause"
    cause: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away."""
        found = work.get(Cause, self.cause)
        work.remove(found)
        return {"step": short(_label(found.steps))}


class AddNote(Command):
    """Note a problem, an idea or a remark."""

    name = "add-note"
    needs: ClassVar[Role] = "participant"
    service: str
    text: str
    kind: NoteKind = "note"
    steps: tuple[StepReference, ...] = ()
    organisation: str = ""

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it. Raises BadInput when it says nothing, or too much."""
        work.get(Service, self.service)
        text = _text(self.text)
        if not text:
            raise BadInput("note-empty")
        made = Note(
            id=work.new_id(),
            service=self.service,
            kind=self.kind,
            text=text,
            steps=self.steps,
            organisation=self.organisation,
        )
        work.put(made)
        return {"kind": self.kind, "text": short(text)}


class ChangeNote(Command):
    """Change a note; `note` as it was when it was looked at, with what is new."""

    name = "change-note"
    note: Note

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put it in the place of what it was."""
        text = _text(self.note.text)
        if not text:
            raise BadInput("note-empty")
        work.put(self.note.replace(text=text))
        return {"text": short(text)}


class RemoveNote(Command):
    """Take a note away."""

    name = "remove-note"
    note: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away; undoing brings it back."""
        found = work.get(Note, self.note)
        work.remove(found)
        return {"text": short(found.text)}


def _text(given: str) -> str:
    text: str = plain(given).strip()
    if len(text) > MOST_OF_A_NOTE:
        raise BadInput("note-too-long", most=MOST_OF_A_NOTE)
    return text


def _label(steps: tuple[StepReference, ...]) -> str:
    return next((step.label for step in steps if step.label), "")
