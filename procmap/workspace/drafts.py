"""What somebody has typed or dropped and not sent: kept as it is typed, so that no page that is loaded anew loses it.

Nothing follows from a draft, undoing and history know nothing of it, and no export has it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from procmap.model import BadInput
from procmap.workspace.tables import DRAFT
from procmap.workspace.values import Person
from procmap.workspace.work import plain

MOST_OF_A_DRAFT = 10_000_000
"""Letters of a draft: of a pasted text, or of a process that was corrected."""
MOST_OF_A_FILE = 20 * 1024 * 1024
"""Bytes of a file that was dropped and not taken in yet."""

Form = tuple[str, ...]
"""What tells a form apart from all others: the service, what it is about …"""
Connecting = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True)
class DroppedFile:
    """A file that was dropped and not taken in: the key that its bytes are read by, and its name."""

    key: str
    name: str


class Drafts:
    """The drafts of one person in a project. What is kept takes the place of what was kept there before.

    `before` is what a field says without the draft: a draft counts only while that is so. All raise BadInput for
    whatever the database says; who may only read keeps nothing.
    """

    def __init__(self, by: Person, reading: Connecting, writing: Connecting) -> None:
        self._by, self._person, self._reading, self._writing = by, digest(by.name), reading, writing

    def texts(self, form: Form) -> dict[str, tuple[str, str]]:
        """Return what is typed into a form: by the hash of the field, the hash of what it said before, and the text."""
        query = select(DRAFT.c.field, DRAFT.c.before, DRAFT.c.text).where(self._of(form))
        with self._reading() as connection:
            return {field: (before, text) for field, before, text in connection.execute(query)}

    def text(self, form: Form, field: str, before: str = "") -> str | None:
        """Return what is typed into a field; None where nobody has typed."""
        found = self.texts(form).get(digest(field))
        return found[1] if found is not None and found[0] == digest(before) else None

    def keep(self, form: Form, field: str, text: str, before: str = "") -> None:
        """Keep a text as far as it is typed. Raises BadInput when it is too long."""
        if len(text) > MOST_OF_A_DRAFT:
            raise BadInput("note-too-long", most=MOST_OF_A_DRAFT)
        self._put(form, field, text=str(plain(text)), before=before, data=None)

    def files(self, form: Form) -> tuple[DroppedFile, ...]:
        """Return the files of a form, in the order in which they were dropped."""
        query = select(DRAFT.c.field, DRAFT.c.text).where(self._of(form), DRAFT.c.data.is_not(None))
        with self._reading() as connection:
            found = connection.execute(query.order_by(DRAFT.c.place, DRAFT.c.field))
            return tuple(DroppedFile(key=key, name=name) for key, name in found)

    def content(self, form: Form, file: DroppedFile) -> bytes:
        """Return the bytes of a file. Raises BadInput when they are gone or damaged."""
        query = select(DRAFT.c.data).where(self._of(form), DRAFT.c.field == file.key)
        with self._reading() as connection:
            data = connection.execute(query).scalar()
        try:
            return zlib.decompress(data or b"")
        except zlib.error:
            raise BadInput("draft-gone", source=file.name) from None

    def keep_file(self, form: Form, field: str, name: str, content: bytes) -> None:
        """Keep the bytes of a file that was dropped. Raises BadInput when there are too many."""
        if len(content) > MOST_OF_A_FILE:
            raise BadInput("draft-too-large", source=name, most=MOST_OF_A_FILE // 1024**2)
        self._put(form, field, text=str(plain(name)), before="", data=zlib.compress(content, 6))

    def forget(self, form: Form, *fields: str) -> None:
        """Take away what is kept of some fields of a form; without any, of all."""
        there = self._of(form)
        if fields:
            there = and_(there, DRAFT.c.field.in_([digest(field) for field in fields]))
        self._take_away(there)

    def forget_file(self, form: Form, file: DroppedFile) -> None:
        """Take away a file that was dropped."""
        self._take_away(and_(self._of(form), DRAFT.c.field == file.key))

    def hand_over(self, to: Person) -> None:
        """Let everything be another's, but what they have typed at the same place: whoever gives their name keeps it.

        To be called on the drafts of nobody: those of somebody with a name stay theirs.
        """
        person = digest(to.name)
        mine, other = DRAFT, DRAFT.alias()
        typed = select(other.c.form).where(
            other.c.person == person, other.c.form == mine.c.form, other.c.field == mine.c.field
        )
        if self._by.name or not to.name:
            return
        with self._writing() as connection:
            connection.execute(update(mine).where(mine.c.person == self._person, ~typed.exists()).values(person=person))

    def _of(self, form: Form) -> ColumnElement[bool]:
        return and_(DRAFT.c.person == self._person, DRAFT.c.form == digest(*form))

    def _put(self, form: Form, field: str, *, text: str, before: str, data: bytes | None) -> None:
        if not self._by.may("participant"):
            raise BadInput("not-permitted", role=self._by.role, needed="participant", action="keep-draft")
        there = and_(self._of(form), DRAFT.c.field == digest(field))
        values = {"text": text, "before": digest(before), "data": data}
        with self._writing() as connection:
            if connection.execute(update(DRAFT).where(there).values(**values)).rowcount:
                return
            place = (connection.execute(select(func.max(DRAFT.c.place))).scalar() or 0) + 1
            key = {"person": self._person, "form": digest(*form), "field": digest(field), "place": place}
            connection.execute(insert(DRAFT).values(**key, **values))

    def _take_away(self, there: ColumnElement[bool]) -> None:
        with self._reading() as connection:
            is_there = connection.execute(select(DRAFT.c.field).where(there).limit(1)).first() is not None
        if is_there:
            with self._writing() as connection:
                connection.execute(delete(DRAFT).where(there))


def digest(*parts: str) -> str:
    """Return what stands for texts of any length in a key."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]
