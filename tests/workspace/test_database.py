"""Where a project may be, and what is said when it is not to be had there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from procmap.model import BadInput
from procmap.workspace import Project, create_project, database, open_project
from procmap.workspace.commands import AddService
from procmap.workspace.database import shown, writing
from tests import postgres
from tests.workspace.conftest import LEADER


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(BadInput) as raised:
        do()
    assert "hemmelig" not in str(raised.value)
    return raised.value.finding.code


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("mysql://kari:hemmelig@server/x", "project-url"),
        ("sqlite:///x.procmap", "project-url"),
        ("nodatabase://kari:hemmelig@server/x", "project-url"),
        ("postgresql://kari:hemmelig@server:port/x", "project-url"),
        ("postgresql://kari:hemmelig@127.0.0.1:1/x?connect_timeout=2", "project-cannot-open"),
        ("postgresql://kari:hemmelig@/x?host=/no/such/folder", "project-cannot-open"),
    ],
)
def test_an_address_where_no_project_can_be(location: str, code: str) -> None:
    assert refusal(lambda: open_project(location)) == code
    assert refusal(lambda: create_project(location, "P", LEADER)) == code
    assert "hemmelig" not in shown(location)


@pytest.fixture
def empty(postgres_server: str) -> str:
    with postgres.database(postgres_server) as url:
        yield url


def execute(url: str, *statements: str) -> None:
    with create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.mark.postgres
def test_an_empty_database_is_no_project_and_becomes_one_once(empty: str) -> None:
    assert refusal(lambda: open_project(empty)) == "project-not-one"
    project = create_project(empty, "P", LEADER)
    assert open_project(empty).state() == project.state()
    assert refusal(lambda: create_project(empty, "Q", LEADER)) == "project-exists"
    assert project.state().setting("name") == "P"


@pytest.mark.postgres
def test_a_database_of_another_program_is_refused(empty: str) -> None:
    execute(empty, "CREATE TABLE alembic_version (version_num text)", "INSERT INTO alembic_version VALUES ('ae10')")
    assert refusal(lambda: open_project(empty)) == "project-not-one"
    assert refusal(lambda: create_project(empty, "P", LEADER)) == "project-exists"


@pytest.mark.postgres
def test_a_newer_project_is_refused(empty: str) -> None:
    project = create_project(empty, "P", LEADER)
    execute(empty, "UPDATE alembic_version SET version_num = '9999'")
    assert refusal(lambda: open_project(empty)) == "project-newer"
    assert refusal(lambda: project.do(AddService(called="S"), LEADER)) == "project-newer"


@pytest.mark.postgres
def test_a_database_that_cannot_hold_every_text_is_refused(postgres_server: str) -> None:
    with postgres.database(postgres_server, "SQL_ASCII") as url:
        assert refusal(lambda: create_project(url, "P", LEADER)) == "project-trouble"
        assert refusal(lambda: open_project(url)) == "project-not-one"  # nothing was left in it


@pytest.mark.postgres
def test_a_server_that_went_away_is_told_and_found_again(empty: str, postgres_server: str) -> None:
    project = create_project(empty, "P", LEADER)
    name = empty.partition("?")[0].rpartition("/")[2]
    project.do(AddService(called="A"), LEADER)
    execute(postgres_server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    project.do(AddService(called="B"), LEADER)
    assert [one.name for one in project.state().services] == ["A", "B"]
    with writing(project._engine, empty) as connection:
        mine = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        execute(postgres_server, f"SELECT pg_terminate_backend({mine})")

        def go_on() -> None:
            with database.told(empty):
                connection.exec_driver_sql("SELECT 1")

        assert refusal(go_on) == "project-cannot-open"
        connection.rollback()
    assert project.misfits() == ()


@pytest.mark.postgres
def test_who_may_only_read_is_told(empty: str) -> None:
    create_project(empty, "P", LEADER)
    role = f"leser_{empty.partition('?')[0].rpartition('/')[2]}"
    execute(empty, f"CREATE ROLE {role} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    try:
        reader = open_project(f"{empty}&options=-c%20role%3D{role}")
        assert reader.state().setting("name") == "P"
        assert refusal(lambda: reader.do(AddService(called="S"), LEADER)) == "project-read-only"
    finally:
        execute(empty, f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def test_a_writer_that_waits_too_long_is_told(any_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 50)
    other = open_project(any_project.location)
    with writing(other._engine, other.location):
        assert refusal(lambda: any_project.do(AddService(called="S"), LEADER)) == "project-busy"
        assert any_project.state().services == ()
    any_project.do(AddService(called="S"), LEADER)
