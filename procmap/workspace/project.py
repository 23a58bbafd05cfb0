"""A project: everything that people said and brought, kept in one database, and changed by named commands only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from sqlalchemy import Connection, Engine

from procmap.formats.files import check_target
from procmap.model import BadInput
from procmap.workspace import contents, log, replay, schema
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.database import engine_of, is_url, reading, shown, writing
from procmap.workspace.drafts import Drafts
from procmap.workspace.log import Entry, EntryKind
from procmap.workspace.state import State, read_state
from procmap.workspace.values import Person, Role, Setting
from procmap.workspace.work import Work, net

RETURNED = "return-to"
SNAPSHOT = "snapshot"
CREATED = "create-project"
NAME = "name"
"""The setting that holds the name of the project."""


class Project:
    """An open project. May be used by several threads, and by several processes at once."""

    def __init__(self, location: str, engine: Engine) -> None:
        self.location = location
        self._engine = engine
        self._lock = Lock()
        self._state: tuple[str, State] | None = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine, self.location) as connection:
            schema.check(connection, self.location)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with writing(self._engine, self.location) as connection:
            schema.check(connection, self.location)
            yield connection

    @property
    def version(self) -> int:
        """The number of the last change; it grows with every change by anybody."""
        with self._reading() as connection:
            return log.version(connection)

    def state(self) -> State:
        """Return everything that the project holds, as it is now; read anew only when something changed."""
        with self._reading() as connection:
            # Not by the number alone: a copy with as many entries may have been put in the place of the file.
            stamp, number = log.stamp(connection), log.version(connection)
            with self._lock:
                if self._state is not None and self._state[0] == stamp:
                    return self._state[1]
            state = read_state(connection, number)
        with self._lock:
            self._state = stamp, state
        return state

    def content(self, wanted: str) -> bytes:
        """Return the bytes that a record cites by their hash. Raises BadInput when they are damaged or not there."""
        with self._reading() as connection:
            return contents.fetch(connection, wanted)

    def drafts(self, by: Person) -> Drafts:
        """Return what somebody has typed or dropped and not sent."""
        return Drafts(by, self._reading, self._writing)

    def do(self, command: Command, by: Person) -> int:
        """Carry out a command, whole or not at all; return the version that the project has then.

        A command that would change nothing leaves no entry. Raises BadInput when it cannot be done, or `by` may not.
        """
        _permit(by, command.needs, command.name)
        with self._writing() as connection:
            version = log.version(connection)
            entry = log.begin(connection, "do" if command.is_step else "mark", command.name, by)
            work = Work(connection, entry)
            told = command.apply(work)
            if not work.changes:
                connection.rollback()
                return version
            log.finish(connection, entry, work.changes, told)
        return entry

    def undo(self, by: Person) -> Entry:
        """Undo what was done last and is not undone; return its entry.

        Who leads may undo everybody's; others only their own. Raises BadInput when there is nothing to undo, or `by`
        may not.
        """
        return self._step_back(by, is_redo=False)

    def redo(self, by: Person) -> Entry:
        """Do again what was undone last; return its entry. Raises BadInput like `undo`."""
        return self._step_back(by, is_redo=True)

    def _step_back(self, by: Person, *, is_redo: bool) -> Entry:
        _permit(by, "participant", "redo" if is_redo else "undo")
        with self._writing() as connection:
            done, undone = log.to_undo(connection)
            stack = undone if is_redo else done
            if not stack:
                raise BadInput("nothing-to-redo" if is_redo else "nothing-to-undo")
            target = log.entry(connection, stack[-1])
            if target.who != by.name:
                _permit(by, "facilitator", "undo-of-others", who=target.who)
            kind: EntryKind = "redo" if is_redo else "undo"
            entry = log.begin(connection, kind, target.name, by, told=target.told, target=target.id)
            work = Work(connection, entry)
            made = net(log.changes_of(connection, target.id))
            work.take_back([change.turned() for change in made] if is_redo else made)
            log.finish(connection, entry, work.changes)
        return target

    def undoable(self) -> tuple[Entry | None, Entry | None]:
        """Return what would be undone next, and what redone."""
        with self._reading() as connection:
            done, undone = log.to_undo(connection)
            return (
                log.entry(connection, done[-1]) if done else None,
                log.entry(connection, undone[-1]) if undone else None,
            )

    def history(self, limit: int | None = None) -> tuple[Entry, ...]:
        """Return who did what and when, the newest first."""
        with self._reading() as connection:
            return log.entries(connection, limit)

    def misfits(self) -> tuple[str, ...]:
        """Return where log, records and contents do not fit each other; nothing when the project is whole."""
        with self._reading() as connection:
            return replay.misfits(connection)

    def records(self, entry: int | None = None) -> replay.Records:
        """Return all records as they are; or as they were after an entry, by what the log says."""
        with self._reading() as connection:
            return replay.records_of(connection) if entry is None else replay.records_at(connection, entry)

    def snapshot(self, name: str, by: Person) -> int:
        """Give the project as it is now a name to return to; return its number. Raises BadInput if `by` may not."""
        _permit(by, "scribe", SNAPSHOT)
        told = {"name": given_name(name, "snapshot")}
        with self._writing() as connection:
            return log.begin(connection, "mark", SNAPSHOT, by, told=told)

    def snapshots(self) -> tuple[Entry, ...]:
        """Return the states that have a name, the newest first."""
        return tuple(entry for entry in self.history() if entry.kind == "mark" and entry.name == SNAPSHOT)

    def return_to(self, number: int, by: Person) -> int:
        """Make the project as it was after entry `number`; return its version then. It can be undone like all else.

        Raises BadInput when there is no such entry, or `by` may not.
        """
        _permit(by, "facilitator", RETURNED)
        with self._writing() as connection:
            target = log.entry(connection, number)
            changes = net(log.changes_since(connection, number))
            if not changes:
                return log.version(connection)
            told = {"name": short(str(target.told.get("name", ""))) or str(number), "at": target.at}
            entry = log.begin(connection, "do", RETURNED, by, told=told)
            work = Work(connection, entry)
            work.take_back(changes)
            log.finish(connection, entry, work.changes)
            return entry


def _permit(by: Person, needed: Role, action: str, **params: str) -> None:
    if not by.may(needed):
        raise BadInput("not-permitted", role=by.role, needed=needed, action=action, **params)


def create_project(location: str, name: str, by: Person) -> Project:
    """Make a new project: a file ending in .procmap, or in the empty database of a URL.

    Raises BadInput when there is something already, or it cannot be made; then nothing is left behind.
    """
    made = given_name(name, "project")
    if is_url(location):
        engine = engine_of(location)
        _fill(engine, location, made, by)
        return Project(location, engine)
    path = Path(location)
    try:
        check_target(location)
        for left in _LEFT_BEHIND:
            check_target(location + left)
        # Made beside its place and then moved there: no half of a project is ever found under its name.
        with TemporaryDirectory(prefix=f".{path.name[:40]}.", dir=path.absolute().parent) as folder:
            temporary = Path(folder) / path.name
            engine = engine_of(str(temporary), is_new=True)
            schema.mark(engine, location)
            _fill(engine, location, made, by)
            _move(temporary, path)
    except (OSError, ValueError) as error:
        raise BadInput("cannot-write", target=location, detail=_reason(error)) from None
    return Project(location, engine_of(location))


_LEFT_BEHIND = ("-wal", "-journal")
"""What a project that was killed leaves beside its file. SQLite would put it into whatever file has that name then."""


def _move(temporary: Path, path: Path) -> None:
    """Give a file its name. Raises BadInput when somebody else has taken it meanwhile, OSError otherwise."""
    try:
        os.link(temporary, path)  # unlike renaming, it never replaces
    except FileExistsError:
        raise BadInput("output-exists", target=str(path)) from None
    except OSError:  # no links on this kind of disk
        temporary.rename(path)


def _fill(engine: Engine, location: str, name: str, by: Person) -> None:
    with writing(engine, location) as connection:
        schema.create(connection, location)
        entry = log.begin(connection, "mark", CREATED, by, told={"name": name})
        work = Work(connection, entry)
        work.put(Setting(id=NAME, value=name))
        log.finish(connection, entry, work.changes)


def open_project(location: str) -> Project:
    """Open a project: a file, or a database by its URL. One of an earlier procmap is brought up to date.

    Raises BadInput when it is not there, is no project, is damaged, or was made by a newer procmap.
    """
    if not is_url(location):
        path = Path(location)
        try:
            if path.is_dir():
                raise BadInput("is-folder", source=location)
            if not path.exists():
                raise BadInput("no-such-project", project=location)
        except OSError as error:
            raise BadInput("project-cannot-open", project=location, detail=_reason(error)) from None
    engine = engine_of(location)
    schema.bring_up_to_date(engine, location)
    return Project(location, engine)


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def location_name(location: str) -> str:
    """Return what a project's place is called where people read it."""
    return shown(location) if is_url(location) else Path(location).name
