"""The database of a project: a SQLite file, or a database server by its URL; and its errors as sentences.

Writing transactions begin with the lock (`BEGIN IMMEDIATE`; on PostgreSQL the log is locked), so that two writers wait
for each other rather than failing half-way, and numbers of the log are seen in their order.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from procmap.model import BadInput
from procmap.workspace.tables import COMMAND

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
    except ArgumentError:
        return location.partition("://")[0] + "://…"


def engine_of(location: str) -> Engine:
    """Return an engine for a project: a path, or a URL such as `postgresql://user@host/name`. Opens nothing yet.

    Raises BadInput when a URL is none, or the driver for it is not installed.
    """
    if not is_url(location):
        return _sqlite(Path(location).absolute())
    try:
        url = make_url(location)
        if url.get_backend_name() == "sqlite":
            return _sqlite(Path(url.database or "").absolute())
        if url.get_backend_name() == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        return create_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")
    except (ArgumentError, NoSuchModuleError) as error:
        raise BadInput("project-url", project=shown(location), detail=str(error)) from None
    except ImportError as error:
        raise BadInput("project-driver", project=shown(location), detail=str(error)) from None


def _sqlite(path: Path) -> Engine:
    # A connection is used for one transaction and closed: a file that is moved or put back is seen at once, and no
    # thread holds another's.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"timeout": WAIT / 1000, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself
    for pragma in (f"busy_timeout = {WAIT}", "foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


@contextmanager
def reading(engine: Engine, location: str) -> Iterator[Connection]:
    """Give a connection that sees one state of the project. Raises BadInput for whatever the database says."""
    with told(location), engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, location: str) -> Iterator[Connection]:
    """Give a connection whose changes are kept whole at the end, or not at all. Raises BadInput like `reading`."""
    with told(location), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"LOCK TABLE {COMMAND.name} IN EXCLUSIVE MODE")
        yield connection


@contextmanager
def told(location: str) -> Iterator[None]:
    """Let what the database says become a sentence."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise problem(error, location) from error


_SAYINGS = (
    ("project-busy", ("database is locked", "database table is locked", "lock timeout", "deadlock")),
    ("disk-full-project", ("database or disk is full", "disk full", "no space left", "disk i/o error")),
    ("project-damaged", ("malformed", "not a database", "file is encrypted", "corrupt", "disk image")),
    ("project-read-only", ("readonly database", "read-only", "permission denied")),
    ("project-cannot-open", ("unable to open", "could not connect", "connection failed", "connection refused")),
    ("project-not-one", ("no such table", "does not exist", "undefinedtable")),
)
"""What databases say, in lower case, and the sentence for it; asked in this order."""


def problem(error: Exception, location: str) -> BadInput:
    """Return what is wrong with a project as a sentence."""
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    detail = " ".join(str(cause).split())[:300]
    said = detail.lower()
    for code, sayings in _SAYINGS:
        if any(saying in said for saying in sayings):
            return BadInput(code, project=shown(location), detail=detail)
    return BadInput("project-trouble", project=shown(location), detail=detail)
