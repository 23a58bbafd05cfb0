"""A project to work on: a new SQLite file, and (where a test takes `any_project`) a database on PostgreSQL too."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.workspace import Person, Project, create_project

LEADER = Person(name="Kari", role="facilitator")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a new project in a file."""
    return create_project(str(tmp_path / "ny.procmap"), "Ny kommune", LEADER)
