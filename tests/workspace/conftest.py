"""A project to work on: a new SQLite file, and (where a test takes `any_project`) a database on PostgreSQL too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from procmap.workspace import Person, Project, create_project
from tests import postgres

LEADER = Person(name="Kari", role="facilitator")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a new project in a file."""
    return create_project(str(tmp_path / "ny.procmap"), "Ny kommune", LEADER)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Return the URL of a PostgreSQL server."""
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Return what gives places for new projects, each another one: files, and databases on PostgreSQL."""
    with ExitStack() as stack:
        made: list[str] = []

        def place() -> str:
            if request.param == "sqlite":
                made.append(str(tmp_path / f"{len(made)}.procmap"))
            else:
                made.append(stack.enter_context(postgres.database(request.getfixturevalue("postgres_server"))))
            return made[-1]

        yield place


@pytest.fixture
def any_place(new_place: Callable[[], str]) -> str:
    """Return where `any_project` is."""
    return new_place()


@pytest.fixture
def any_project(any_place: str) -> Project:
    """Return a new project in a file; and in another run of the test, one on PostgreSQL."""
    return create_project(any_place, "Ny kommune", LEADER)
