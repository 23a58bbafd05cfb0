"""The migrations make the tables that the code says there are."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from procmap.workspace import Project
from procmap.workspace.database import engine_of
from procmap.workspace.schema import REVISIONS
from procmap.workspace.tables import METADATA


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
