"""The migrations make the tables that the code says there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Text

from procmap.model import BadInput
from procmap.workspace import Project
from procmap.workspace.database import engine_of, writing
from procmap.workspace.schema import REVISIONS
from procmap.workspace.tables import METADATA
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def test_migrations_make_the_tables_of_today(any_project: Project) -> None:
    with engine_of(any_project.location).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_migration_is_known() -> None:
    config = Config()
    config.set_main_option("script_location", "procmap.workspace:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


def test_a_project_says_that_it_is_one(project: Project) -> None:
    head = Path(project.location).read_bytes()[:100]
    assert head[:15] == b"SQLite format 3"
    assert head[68:72] == b"pmap"


def _remake_services(connection: Connection, *, loses: bool = False) -> None:
    """Change a table that others cite, as a migration does it on SQLite: made anew, and the old one taken away."""
    with Operations(MigrationContext.configure(connection)).batch_alter_table("service", recreate="always") as table:
        table.add_column(Column("extra", Text))
    if loses:
        connection.exec_driver_sql("DELETE FROM service")


def test_a_table_that_others_cite_is_made_anew_with_all_that_cites_it(project: Project) -> None:
    with_sample(project, LEADER)
    before = project.records()
    with writing(engine_of(project.location), project.location, remakes=True) as connection:
        _remake_services(connection)
    assert project.records() == before
    assert project.misfits() == ()


def test_a_migration_that_would_leave_something_cited_out_changes_nothing(project: Project) -> None:
    with_sample(project, LEADER)
    before = project.records()
    with (
        pytest.raises(BadInput, match="project-damaged"),
        writing(engine_of(project.location), project.location, remakes=True) as connection,
    ):
        _remake_services(connection, loses=True)
    assert project.records() == before
    assert project.misfits() == ()
