"""The database of a project: a SQLite file, or a database server by its URL; and its errors as sentences.

Writing transactions begin with the lock (`BEGIN IMMEDIATE`; on PostgreSQL an advisory lock of the schema), so that two
writers wait for each other rather than failing half-way, and numbers of the log are seen in their order.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from json import JSONDecodeError
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import NullPool

from procmap.model import BadInput
from procmap.workspace.work import UnreadableError

SUFFIX = ".procmap"

APPLICATION = 0x70_6D_61_70
"""What a project file says it is ("pmap"), as SQLite's `application_id`."""

WAIT = 10_000
"""Milliseconds that a writer waits for another."""

_URL = re.compile(r"[a-z][a-z0-9+]*://")


def is_url(location: str) -> bool:
    """Tell whether a location is the URL of a database rather than a file."""
    return _URL.match(location) is not None


def shown(location: str) -> str:
    """Return a location as people may see it: without the password of a URL."""
    if not is_url(location):
        return location
    try:
        return make_url(location).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return location.partition("://")[0] + "://…"


def engine_of(location: str, *, is_new: bool = False) -> Engine:
    """Return an engine for a project: a path, or a URL as `postgresql://user@host/name`. Opens nothing yet.

    A file that is not there is made only when `is_new`. Raises BadInput when a URL is none, or the driver for it is
    not installed.
    """
    if not is_url(location):
        return _sqlite(Path(location).absolute(), is_new=is_new)
    try:
        url = make_url(location)
        if url.get_backend_name() != "postgresql":
            raise BadInput("project-url", project=shown(location), detail=url.get_backend_name())
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"client_encoding": "utf8"},
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",
        )
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise BadInput("project-url", project=shown(location), detail=str(error)) from None
    except ImportError as error:
        raise BadInput("project-driver", project=shown(location), detail=str(error)) from None


def _sqlite(path: Path, *, is_new: bool) -> Engine:
    # SQLite would make a file that was moved away anew, empty; so it is told not to.
    uri = f"{path.as_uri()}?mode={'rwc' if is_new else 'rw'}"

    # A connection is used for one transaction and closed: a file that is moved or put back is seen at once, and no
    # thread holds another's.
    def connect() -> sqlite3.Connection:
        _give_rights(path)
        return sqlite3.connect(uri, uri=True, check_same_thread=False)

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _give_rights(path: Path) -> None:
    """Let what lies beside a file have the rights of the file.

    SQLite makes `-wal` and `-shm` with the rights of the file, and leaves them there when the file may only be read.
    Once it may be written to, they would still hold everybody off.
    """
    for end in ("-wal", "-shm"):
        with suppress(OSError):  # not there, or somebody else's: what SQLite says then is told
            beside, rights = path.with_name(path.name + end), path.stat().st_mode & 0o777
            if rights & ~beside.stat().st_mode:
                beside.chmod(rights)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself
    for pragma in (f"busy_timeout = {WAIT}", "foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("remakes", False):
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # SQLite hears that only outside of a transaction
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")


@contextmanager
def reading(engine: Engine, location: str) -> Iterator[Connection]:
    """Give a connection that sees one state of the project. Raises BadInput for whatever the database says."""
    with told(location), engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, location: str, *, remakes: bool = False) -> Iterator[Connection]:
    """Give a connection whose changes are kept whole at the end, or not at all. Raises BadInput like `reading`.

    With `remakes`, tables may be made anew that others cite. SQLite changes most of a table only so, and would take
    the rows of others away, or refuse, when the old table goes; what cites what is then looked at once, at the end
    (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    with (
        told(location),
        engine.connect().execution_options(writes=True, remakes=remakes) as connection,
        _turn(engine, location),  # waits with a connection: the last one that is closed would empty SQLite's log
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {WAIT}")
            connection.exec_driver_sql(_LOCK)
        yield connection
        if remakes and engine.dialect.name == "sqlite":
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if lost is not None:
                raise BadInput("project-damaged", project=shown(location), detail=f"{lost[0]} cites {lost[2]}")


@contextmanager
def _turn(engine: Engine, location: str) -> Iterator[None]:
    """Let the threads of this program write to a file one after the other.

    SQLite would let them try again and again, and some would wait for seconds while others come first.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    lock = _TURNS.setdefault(str(engine.url.database), Lock())
    if not lock.acquire(timeout=WAIT / 1000):
        raise BadInput("project-busy", project=shown(location), detail="")
    try:
        yield
    finally:
        lock.release()


_TURNS: dict[str, Lock] = {}
"""The locks of the files that this program has written to."""

_LOCK = f"""
    SELECT pg_advisory_xact_lock({APPLICATION}, oid::integer) FROM pg_namespace WHERE nspname = current_schema()
"""
"""Waits for other writers of the project: those whose tables are in the same schema. It need not have tables yet."""


@contextmanager
def told(location: str) -> Iterator[None]:
    """Let what the database says become a sentence."""
    try:
        yield
    except NoConnectionFree:
        raise BadInput("project-busy", project=shown(location)) from None
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise problem(error, location) from error
    except (JSONDecodeError, UnicodeDecodeError, UnreadableError) as error:
        raise BadInput("project-damaged", project=shown(location), detail=_line(error)) from error


_SQLITE = {
    sqlite3.SQLITE_BUSY: "project-busy",
    sqlite3.SQLITE_LOCKED: "project-busy",
    sqlite3.SQLITE_PROTOCOL: "project-busy",  # too many others came in between, again and again
    sqlite3.SQLITE_FULL: "disk-full-project",
    sqlite3.SQLITE_CORRUPT: "project-damaged",
    sqlite3.SQLITE_NOTADB: "project-damaged",
    sqlite3.SQLITE_READONLY: "project-read-only",
    sqlite3.SQLITE_PERM: "project-read-only",
    sqlite3.SQLITE_CANTOPEN: "project-cannot-open",
}
"""Result codes of SQLite (https://www.sqlite.org/rescode.html), and the sentence for each."""

_POSTGRESQL = {
    "08": "project-cannot-open",  # connection exception
    "28": "project-cannot-open",  # invalid authorization
    "25006": "project-read-only",
    "3D000": "project-cannot-open",  # no such database
    "40001": "project-busy",
    "40P01": "project-busy",
    "42501": "project-read-only",
    "42P01": "project-not-one",  # no such table
    "53100": "disk-full-project",
    "53300": "project-busy",  # too many connections
    "55P03": "project-busy",  # the lock was not to be had in time
    "57P": "project-cannot-open",  # the server is stopped, or starts
    "XX001": "project-damaged",
    "XX002": "project-damaged",
}
"""Beginnings of SQLSTATE (PostgreSQL's documentation, appendix A), and the sentence for each."""


def problem(error: Exception, location: str) -> BadInput:
    """Return what is wrong with a project as a sentence."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = _sqlite_code(cause, location) if isinstance(cause, sqlite3.Error) else _postgresql_code(cause)
    return BadInput(code, project=shown(location), detail=_line(cause))


def _sqlite_code(cause: sqlite3.Error, location: str) -> str:
    number = getattr(cause, "sqlite_errorcode", None)  # what Python's module says by itself has none
    said = str(cause)
    if number is None:
        return "project-damaged" if said.startswith("Could not decode") else "project-trouble"
    code = _SQLITE.get(number & 0xFF, "project-trouble")
    if number == sqlite3.SQLITE_ERROR and said.startswith("no such"):
        return "project-not-one"
    if number == sqlite3.SQLITE_NOTADB and not location.endswith(SUFFIX):
        return "project-not-one"
    if number == sqlite3.SQLITE_READONLY_DIRECTORY:  # SQLite writes beside the file even to read it
        return "project-cannot-open"
    if code == "project-cannot-open" and not os.path.lexists(location):
        return "no-such-project"
    return code


def _postgresql_code(cause: BaseException) -> str:
    state = getattr(cause, "sqlstate", None)
    if state is None:  # it was never reached, or went away
        return "project-cannot-open" if type(cause).__name__ == "OperationalError" else "project-trouble"
    return next((code for start, code in _POSTGRESQL.items() if state.startswith(start)), "project-trouble")


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
