"""Making a project's tables, and bringing those of an earlier version up to date (alembic)."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine, inspect, text

from procmap.model import BadInput
from procmap.workspace.database import APPLICATION, reading, shown, told, writing

REVISIONS = ("0001",)
"""The versions of a project's tables, oldest first: the modules in `migrations/versions`."""


def create(engine: Engine, location: str) -> None:
    """Make the tables of a new project in an empty database. Raises BadInput when it holds tables already."""
    if engine.dialect.name == "sqlite":
        with told(location), engine.connect() as connection:
            _mark(connection)
    with writing(engine, location) as connection:
        if inspect(connection).get_table_names():
            raise BadInput("project-exists", project=shown(location))
        _upgrade(connection)


def _mark(connection: Connection) -> None:
    """Set what a project file is, and that readers and a writer don't wait for each other; outside transactions."""
    driver = connection.connection.dbapi_connection
    if isinstance(driver, sqlite3.Connection):
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute(f"PRAGMA application_id = {APPLICATION}")


def bring_up_to_date(engine: Engine, location: str) -> None:
    """Let a project have the tables of today.

    Raises BadInput when the database is not a project, or one of a newer procmap.
    """
    with reading(engine, location) as connection:
        found = _revision(connection)
    if found is None:
        raise BadInput("project-not-one", project=shown(location), detail="")
    if found not in REVISIONS:
        raise BadInput("project-newer", project=shown(location), found=found, known=REVISIONS[-1])
    if found != REVISIONS[-1]:
        with writing(engine, location) as connection:
            _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "procmap.workspace:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, REVISIONS[-1])
