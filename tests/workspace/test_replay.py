"""A project fits its log, and what does not fit is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.kills import run
from procmap.workspace import Project, open_project
from procmap.workspace.commands import AddNote, AddService
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def test_a_project_fits_its_log_whatever_was_done(any_project: Project) -> None:
    project = any_project
    service = with_sample(project, LEADER)
    before = project.records()
    number = project.snapshot("Før", LEADER)
    project.do(AddNote(service=service.id, text="Sent svar"), LEADER)
    project.undo(LEADER)
    project.undo(LEADER)
    project.redo(LEADER)
    project.redo(LEADER)
    project.return_to(number, LEADER)
    assert project.misfits() == ()
    assert project.records(number) == before == project.records()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE note SET text = 'Annet'", "note 4-1: not as the log leaves it"),
        ("DELETE FROM note", "note 4-1: not as the log leaves it"),
        ("DELETE FROM change WHERE command = 4", "command 4: it changed nothing"),
        ("UPDATE change SET before = after WHERE command = 4", "command 4: note 4-1 was not as it says"),
        ("UPDATE command SET kind = 'redo' WHERE id = 4", "command 4: there was nothing to take back"),
        ("DELETE FROM content", "content"),
        ("UPDATE content SET data = x'00'", "content"),
    ],
)
def test_what_was_changed_past_the_log_is_found(project: Project, harm: str, said: str) -> None:
    service = with_sample(project, LEADER)
    project.do(AddNote(service=service.id, text="Sent svar"), LEADER)
    assert project.misfits() == ()
    with closing(sqlite3.connect(project.location)) as connection:
        connection.execute(harm)
        connection.commit()
    assert any(each.startswith(said) for each in open_project(project.location).misfits())


def test_nothing_is_lost_when_a_project_is_killed_at_work(tmp_path: Path) -> None:
    figures = run(5, 7, tmp_path)
    assert figures.wrong == []
    assert figures.kills.total() == 5
    assert figures.saved > 0


def test_an_entry_is_seen_only_with_its_changes(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    version = any_project.version
    assert any_project.records(version) == any_project.records()
