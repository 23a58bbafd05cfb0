"""The log: everything that was done, by whom, and what it changed. Undoing and redoing are entries like all others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, func, insert, select

from procmap.model import BadInput
from procmap.model.value import Value
from procmap.workspace.tables import CHANGE, COMMAND
from procmap.workspace.values import Person
from procmap.workspace.work import Change, UnreadableError, plain

EntryKind = Literal["do", "undo", "redo", "mark"]


class Entry(Value):
    """An entry of the log. `told` are the parameters of its sentence, `target` the entry that was undone or redone.

    `at` is UTC (ISO 8601). A mark is nothing to undo: a state of the project with a name to return to.
    """

    id: int
    kind: EntryKind
    name: str
    told: dict[str, str | int]
    who: str
    role: str
    at: str
    target: int | None = None


def version(connection: Connection) -> int:
    """Return the number of the last entry: it grows with every change of the project."""
    return connection.execute(select(func.max(COMMAND.c.id))).scalar() or 0


def stamp(connection: Connection) -> str:
    """Return what tells the last entry from that of any other project or copy: all that it says."""
    row = connection.execute(select(COMMAND).order_by(COMMAND.c.id.desc()).limit(1)).first()
    return repr(row)


def begin(
    connection: Connection,
    kind: EntryKind,
    name: str,
    by: Person,
    *,
    told: Mapping[str, str | int] | None = None,
    target: int | None = None,
) -> int:
    """Make an entry, and return its number."""
    made = connection.execute(
        insert(COMMAND).values(
            kind=kind,
            name=name,
            told=plain(dict(told or {})),
            who=plain(by.name),
            role=by.role,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            target=target,
        )
    )
    key = made.inserted_primary_key
    if key is None:  # no database that we know leaves it out
        raise BadInput("project-trouble", project="", detail="no number")
    return int(key[0])


def finish(
    connection: Connection, entry: int, changes: list[Change], told: Mapping[str, str | int] | None = None
) -> None:
    """Keep what an entry changed, and what its sentence tells."""
    if told:
        connection.execute(COMMAND.update().where(COMMAND.c.id == entry).values(told=plain(dict(told))))
    if changes:
        connection.execute(
            insert(CHANGE),
            [
                {"command": entry, "place": place, "kind": c.kind, "key": c.key, "before": c.before, "after": c.after}
                for place, c in enumerate(changes)
            ],
        )


def entries(connection: Connection, limit: int | None = None) -> tuple[Entry, ...]:
    """Return the entries of the log, the newest first, at most `limit`."""
    query = select(COMMAND).order_by(COMMAND.c.id.desc())
    if limit is not None:
        query = query.limit(limit)
    return tuple(map(_entry, connection.execute(query).mappings()))


def changes_of(connection: Connection, entry: int) -> list[Change]:
    """Return what an entry changed, in its order."""
    rows = connection.execute(select(CHANGE).where(CHANGE.c.command == entry).order_by(CHANGE.c.place)).mappings()
    return [_change(row) for row in rows]


def changes_since(connection: Connection, entry: int) -> list[Change]:
    """Return what was changed after an entry, in its order."""
    query = select(CHANGE).where(CHANGE.c.command > entry).order_by(CHANGE.c.command, CHANGE.c.place)
    return [_change(row) for row in connection.execute(query).mappings()]


def to_undo(connection: Connection) -> tuple[list[int], list[int]]:
    """Return the entries that can be undone and those that can be redone, each with the next one last."""
    done: list[int] = []
    undone: list[int] = []
    query = select(COMMAND.c.id, COMMAND.c.kind).where(COMMAND.c.kind != "mark").order_by(COMMAND.c.id)
    for entry, kind in connection.execute(query):
        if kind == "do":
            done.append(entry)
            undone.clear()
            continue
        taken, given = (done, undone) if kind == "undo" else (undone, done)
        if not taken:
            raise UnreadableError(f"{COMMAND.name} {entry}")
        given.append(taken.pop())
    return done, undone


def entry(connection: Connection, number: int) -> Entry:
    """Return an entry. Raises BadInput when there is none of that number."""
    row = connection.execute(select(COMMAND).where(COMMAND.c.id == number)).mappings().first()
    if row is None:
        raise BadInput("no-such-entry", number=number)
    return _entry(row)


def _entry(row: RowMapping) -> Entry:
    try:
        return Entry.model_validate(dict(row))
    except ValidationError as error:
        raise UnreadableError(f"{COMMAND.name} {row['id']}") from error


def _change(row: RowMapping) -> Change:
    return Change(row["kind"], row["key"], row["before"], row["after"])
