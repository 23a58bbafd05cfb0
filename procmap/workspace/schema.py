"""Making a project's tables, and bringing those of an earlier version up to date (alembic)."""

from __future__ import annotations

import sqlite3
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text

from procmap.model import BadInput
from procmap.workspace.database import APPLICATION, reading, shown, told, writing
from procmap.workspace.tables import COMMAND

REVISIONS = ("0001", "0002")
"""The versions of a project's tables, oldest first: the modules in `migrations/versions`."""


_ALEMBIC = Lock()
"""Alembic runs its scripts with a context that the whole program shares: two threads would have each other's."""


def mark(engine: Engine, location: str) -> None:
    """Set what a new project file is, and that readers and a writer don't wait for each other.

    A database on a server needs neither.
    """
    with told(location), engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        if isinstance(driver, sqlite3.Connection):  # outside SQLAlchemy's transactions, where SQLite refuses both
            driver.execute("PRAGMA journal_mode = WAL")
            driver.execute(f"PRAGMA application_id = {APPLICATION}")


def create(connection: Connection, location: str) -> None:
    """Make the tables of a new project in an empty database.

    Raises BadInput when it holds tables already, or cannot hold every text.
    """
    if inspect(connection).get_table_names():
        raise BadInput("project-exists", project=shown(location))
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            raise BadInput("project-trouble", project=shown(location), detail=f"server_encoding {encoding}, not UTF8")
    _upgrade(connection)


def bring_up_to_date(engine: Engine, location: str) -> None:
    """Let a project have the tables of today.

    Raises BadInput when the database is not a project, is damaged, or is one of a newer procmap; then nothing of it is
    changed.
    """
    with reading(engine, location) as connection:
        _look_through(connection, location)
        found = _revision(connection, location)
    if found != REVISIONS[-1]:
        with writing(engine, location, remakes=True) as connection:
            _upgrade(connection)


def check(connection: Connection, location: str) -> None:
    """Raise BadInput when the tables of an open project are no longer those of today.

    Another program may have brought them up to date meanwhile, or an old copy may have been put in their place.
    """
    found = _revision(connection, location)
    if found != REVISIONS[-1]:
        detail = f"tables {found}, not {REVISIONS[-1]}; open the project again"
        raise BadInput("project-trouble", project=shown(location), detail=detail)


def _look_through(connection: Connection, location: str) -> None:
    """Let SQLite look at every page of a file, before anything is written (0.1 s for 300 MB that were read before)."""
    if connection.dialect.name != "sqlite":
        return
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise BadInput("project-damaged", project=shown(location), detail=" ".join(str(said).split())[:300])
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
        raise BadInput("project-not-one", project=shown(location), detail="")


def _revision(connection: Connection, location: str) -> str:
    """Return the version of the tables, one of REVISIONS. Raises BadInput when there is none, or a newer one."""
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None:
        raise BadInput("project-not-one", project=shown(location), detail="")
    if found not in REVISIONS:
        if not inspect(connection).has_table(COMMAND.name):  # others keep their versions in such a table too
            raise BadInput("project-not-one", project=shown(location), detail="")
        raise BadInput("project-newer", project=shown(location), found=str(found), known=REVISIONS[-1])
    return str(found)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "procmap.workspace:migrations")
    config.attributes["connection"] = connection
    with _ALEMBIC:
        command.upgrade(config, REVISIONS[-1])
