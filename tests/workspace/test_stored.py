"""Projects that people have on their disks are opened, brought up to date, and hold what they held."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from procmap.workspace import Project, open_project
from procmap.workspace.database import APPLICATION
from procmap.workspace.exchange import import_project
from procmap.workspace.schema import REVISIONS
from procmap.workspace.tables import METADATA
from tests.workspace.conftest import LEADER
from tests.workspace.stored import SAMPLES, content_of, fill


def restored(revision: str, folder: Path) -> Path:
    place = folder / f"{revision}.procmap"
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(SAMPLES.joinpath(f"{revision}.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")  # no dump has it
    return place


def kept_in(kept: Any, found: Any) -> bool:
    """Tell whether all that was kept is found again; records may have got more fields since."""
    if isinstance(kept, dict):
        return isinstance(found, dict) and all(key in found and kept_in(kept[key], found[key]) for key in kept)
    if isinstance(kept, list):
        return len(kept) == len(found) and all(map(kept_in, kept, found))
    return bool(kept == found)


def test_every_version_is_stored() -> None:
    assert tuple(sorted(path.stem for path in SAMPLES.glob("*.sql"))) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_stored_project_holds_what_it_held(revision: str, tmp_path: Path) -> None:
    project = open_project(str(restored(revision, tmp_path)))
    kept = json.loads(SAMPLES.joinpath(f"{revision}.json").read_text("utf-8"))
    found = content_of(project)
    for part in kept:
        assert kept_in(kept[part], found[part]), part


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_stored_project_can_be_undone_to_its_beginning_and_redone(revision: str, tmp_path: Path) -> None:
    project = open_project(str(restored(revision, tmp_path)))
    before = project.state().replace(version=0)
    times = 0
    while project.undoable()[0] is not None:
        project.undo(LEADER)
        times += 1
    assert not project.state().services
    for _ in range(times):
        project.redo(LEADER)
    assert project.state().replace(version=0) == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_older_export_is_imported_and_stays_as_it_is(revision: str, tmp_path: Path) -> None:
    place = restored(revision, tmp_path)
    before = place.read_bytes()
    project = import_project(str(place), str(tmp_path / "inn.procmap"))
    assert place.read_bytes() == before
    assert project.state() == open_project(str(place)).state()


def test_the_newest_stored_project_uses_every_table(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path)
    for place in (Path(project.location), restored(REVISIONS[-1], tmp_path)):
        with closing(sqlite3.connect(place)) as connection:
            for table in METADATA.tables:
                assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table
