"""Whatever happens to a project's file: nothing that was saved is lost, and people are told plainly."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import event

from procmap.messages import sentence
from procmap.model import BadInput
from procmap.workspace import Person, Project, create_project, database, open_project
from procmap.workspace.commands import AddNote, AddService, ChangeSetting
from procmap.workspace.schema import REVISIONS
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample

NOBODY = 65534


def refusal(do: Callable[[], object]) -> str:
    """Return the code of the sentence that something is refused with; the sentence can be made."""
    with pytest.raises(BadInput) as raised:
        do()
    finding = raised.value.finding
    assert "{" not in sentence(finding)
    return finding.code


def filled(project: Project) -> str:
    """Fill a project, and return the service that it has."""
    service = with_sample(project, LEADER).id
    project.do(AddNote(service=service, text="Husk fristen"), LEADER)
    return service


def whole(project: Project) -> None:
    """Look whether a project is whole, and can be written to."""
    opened = open_project(project.location)
    assert opened.misfits() == ()
    opened.do(ChangeSetting(setting="sist", value=str(opened.version)), LEADER)
    assert opened.misfits() == ()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that belongs to somebody without rights, where that can be tried."""
    with tempfile.TemporaryDirectory(prefix="procmap-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def without_rights(*given: Path) -> Iterator[None]:
    """Be somebody whom files may be forbidden to, who owns the `given` ones: the superuser is never refused."""
    if os.geteuid() != 0:
        yield
        return
    for path in given:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


# --- the disk is full ---


def test_a_full_database_keeps_what_was_saved(project: Project) -> None:
    service = filled(project)
    before = project.state()

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # no more pages than there are

    event.listen(project._engine, "connect", limit)
    command = AddNote(service=service, text="Lang tekst " * 9000)
    assert refusal(lambda: project.do(command, LEADER)) == "disk-full-project"
    assert project.state() == before
    event.remove(project._engine, "connect", limit)
    project.do(command, LEADER)
    whole(project)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk with 600 kB, where this may be made."""
    from subprocess import run

    if os.geteuid() != 0 or run(["mount", "-t", "tmpfs", "-o", "size=600k", "none", folder], check=False).returncode:
        pytest.skip("no disk may be made here")
    try:
        yield folder
    finally:
        run(["umount", folder], check=True)


def test_a_full_disk_keeps_what_was_saved(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        project = create_project(str(disk / "p.procmap"), "P", LEADER)
        project.do(AddService(called="S"), LEADER)
        service = project.state().services[0].id
        texts: list[str] = []
        said = ""
        while len(texts) < 100:
            text = f"{len(texts)} " * 5000
            try:
                project.do(AddNote(service=service, text=text), LEADER)
            except BadInput as error:
                said = error.finding.code
                break
            texts.append(text.strip())
        assert said == "disk-full-project"
        assert len(texts) > 0
        assert [note.text for note in open_project(project.location).state().notes] == texts
        assert refusal(lambda: create_project(str(disk / "q.procmap"), "Q", LEADER)) in {
            "disk-full-project",
            "cannot-write",
        }
        assert [path.name for path in disk.iterdir() if "q" in path.name] == []
        assert project.misfits() == ()


def _fill_up(place: str, most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    project = open_project(place)
    service = project.state().services[0].id
    for number in range(1000):
        try:
            project.do(AddNote(service=service, text=f"{number} " * 5000), LEADER)
        except BadInput as error:
            Path(f"{place}.said").write_text(f"{number} {error.finding.code}")
            return


def test_a_file_that_may_not_grow_keeps_what_was_saved(project: Project) -> None:
    project.do(AddService(called="S"), LEADER)
    worker = get_context("spawn").Process(target=_fill_up, args=(project.location, 1_000_000))
    worker.start()
    worker.join()
    count, code = Path(f"{project.location}.said").read_text().split()
    assert (int(count) > 0, code) == (True, "project-trouble")
    assert len(project.state().notes) == int(count)
    whole(project)


# --- somebody else holds the lock ---


def test_a_locked_project_is_read_and_not_written(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 50)
    before = project.state()
    with closing(sqlite3.connect(project.location, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(lambda: project.do(AddService(called="S"), LEADER)) == "project-busy"
        assert refusal(lambda: project.undo(LEADER)) in {"project-busy", "nothing-to-undo"}
        assert refusal(lambda: project.snapshot("Nå", LEADER)) == "project-busy"
        assert open_project(project.location).state() == before
        other.execute("ROLLBACK")
    project.do(AddService(called="S"), LEADER)
    whole(project)


def test_a_project_that_is_locked_for_all_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 50)
    with closing(sqlite3.connect(project.location, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(lambda: open_project(project.location)) == "project-busy"
        assert refusal(project.state) == "project-busy"
    whole(project)


# --- the file is damaged, or no project ---


def harmed(project: Project, place: int, length: int) -> bytes:
    """Overwrite bytes of a project's file, and return what it is then."""
    path = Path(project.location)
    content = bytearray(path.read_bytes())
    content[place : place + length] = bytes(byte ^ 0xA5 for byte in content[place : place + length])
    path.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize(
    ("place", "length"), [(0, 16), (16, 84), (100, 400), (4096, 200), (40_000, 4096), (-9000, 9000)]
)
def test_a_damaged_project_is_told_before_anything_is_written(project: Project, place: int, length: int) -> None:
    filled(project)
    size = Path(project.location).stat().st_size
    content = harmed(project, place % size, length)
    assert refusal(lambda: open_project(project.location)) == "project-damaged"
    assert Path(project.location).read_bytes() == content


@pytest.mark.parametrize("left", [0.1, 0.5, 0.97])
def test_a_project_that_was_cut_off_is_told(project: Project, left: float) -> None:
    filled(project)
    size = int(Path(project.location).stat().st_size * left)
    os.truncate(project.location, size)
    assert refusal(lambda: open_project(project.location)) == "project-damaged"
    assert Path(project.location).stat().st_size == size


def test_any_bytes_may_be_wrong(project: Project) -> None:
    service = filled(project)
    good = Path(project.location).read_bytes()
    chance = random.Random(1)
    refused: Counter[str] = Counter()
    for _ in range(80):
        Path(project.location).write_bytes(good)
        harmed(project, chance.randrange(len(good)), chance.choice((1, 8, 100)))
        try:
            opened = open_project(project.location)
            for entry in opened.state().processes:
                opened.content(entry.source)
            opened.history()
            opened.misfits()
            opened.do(AddNote(service=service, text="Mer"), LEADER)
            opened.undo(LEADER)
        except BadInput as error:
            refused[error.finding.code] += 1
    assert min(refused["project-damaged"], refused["project-content"]) > 0
    assert set(refused) <= {
        "project-damaged", "project-content", "project-not-one", "project-newer", "record-gone", "record-changed",
        "project-read-only",
    }  # fmt: skip


def test_what_is_no_project_is_refused_and_left_alone(tmp_path: Path) -> None:
    files = {
        "empty.procmap": b"",
        "text.txt": "Møtereferat, og ikke et prosjekt\n".encode() * 40,
        "short.txt": b"x",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        assert refusal(lambda name=name: open_project(str(tmp_path / name))) == "project-not-one"
        assert (tmp_path / name).read_bytes() == content
    named_so = tmp_path / "text.procmap"
    named_so.write_bytes(files["text.txt"])
    assert refusal(lambda: open_project(str(named_so))) == "project-damaged"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "empty.procmap", "short.txt", "text.procmap", "text.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table", ["CREATE TABLE photo (id)", "CREATE TABLE alembic_version (version_num)", "CREATE TABLE command (id)"]
)
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, table: str) -> None:
    place = tmp_path / "other.procmap"
    with closing(sqlite3.connect(place)) as other:
        other.execute(table)
        if "alembic" in table:
            other.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
        other.commit()
    content = place.read_bytes()
    assert refusal(lambda: open_project(str(place))) == "project-not-one"
    assert place.read_bytes() == content


def of_version(project: Project, revision: str) -> None:
    """Let a project say that its tables are of a version."""
    with closing(sqlite3.connect(project.location)) as other:
        other.execute("UPDATE alembic_version SET version_num = ?", [revision])
        other.commit()


def test_a_project_of_a_newer_procmap_is_refused_and_left_alone(project: Project) -> None:
    filled(project)
    of_version(project, "9999")
    content = Path(project.location).read_bytes()
    assert refusal(lambda: open_project(project.location)) == "project-newer"
    # One that is open meanwhile writes no more into tables that it does not know.
    assert refusal(lambda: project.do(AddService(called="S"), LEADER)) == "project-newer"
    assert refusal(project.state) == "project-newer"
    assert Path(project.location).read_bytes() == content
    of_version(project, REVISIONS[-1])
    whole(project)


# --- the file is not where it was, or not to be had ---


def test_a_project_that_was_moved_away_is_told_and_never_made_anew(project: Project) -> None:
    filled(project)
    before = project.state()
    place = Path(project.location)
    moved = place.rename(place.with_name("flyttet.procmap"))
    for do in (
        project.state,
        project.history,
        lambda: project.version,
        lambda: project.do(AddService(called="S"), LEADER),
        lambda: project.undo(LEADER),
        lambda: open_project(project.location),
    ):
        assert refusal(do) == "no-such-project"
    assert [path.name for path in place.parent.iterdir()] == ["flyttet.procmap"]
    moved.rename(place)
    assert project.state() == before
    whole(project)


def test_an_older_copy_that_was_put_back_is_what_counts(project: Project) -> None:
    copy = Path(project.location).read_bytes()
    project.do(AddService(called="Byggesøknad"), LEADER)
    assert [one.name for one in project.state().services] == ["Byggesøknad"]
    Path(project.location).write_bytes(copy)
    other = open_project(project.location)
    other.do(AddService(called="Barnehageopptak"), LEADER)
    assert project.version == 2
    assert [one.name for one in project.state().services] == ["Barnehageopptak"]


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "mappe.procmap").mkdir()
    place = str(tmp_path / "mappe.procmap")
    assert refusal(lambda: open_project(place)) == "is-folder"
    assert refusal(lambda: create_project(place, "P", LEADER)) == "target-is-folder"
    assert refusal(lambda: open_project(str(tmp_path / "no.procmap"))) == "no-such-project"
    assert refusal(lambda: create_project(str(tmp_path / "no" / "p.procmap"), "P", LEADER)) == "no-such-folder"
    assert refusal(lambda: open_project(str(tmp_path / ("x" * 300)))) == "project-cannot-open"
    assert refusal(lambda: create_project(str(tmp_path / ("x" * 300)), "P", LEADER)) == "cannot-write"
    assert refusal(lambda: open_project(f"{tmp_path}/nul\0")) == "no-such-project"
    assert refusal(lambda: create_project(f"{tmp_path}/nul\0", "P", LEADER)) == "cannot-write"


def test_names_that_mean_something_in_an_address(tmp_path: Path) -> None:
    for name in ("a?mode=memory.procmap", "b#c%20d.procmap", "å ø ö 'x'.procmap", "-wal.procmap"):
        project = create_project(str(tmp_path / name), "P", LEADER)
        assert (tmp_path / name).is_file()
        whole(project)


def test_a_file_that_may_only_be_read(open_folder: Path) -> None:
    project = create_project(str(open_folder / "p.procmap"), "P", LEADER)
    place = Path(project.location)
    place.chmod(0o444)
    with without_rights(open_folder, place):
        assert open_project(project.location).state().setting("name") == "P"
        assert refusal(lambda: project.do(AddService(called="S"), LEADER)) == "project-read-only"
        place.chmod(0)
        assert refusal(lambda: open_project(project.location)) == "project-cannot-open"
        place.chmod(0o644)
        whole(project)


def test_a_folder_that_may_only_be_read(open_folder: Path) -> None:
    project = create_project(str(open_folder / "p.procmap"), "P", LEADER)
    content = Path(project.location).read_bytes()
    open_folder.chmod(0o555)
    with without_rights(open_folder, Path(project.location)):
        # SQLite must write beside a file even to read it; "it may be read" would not be true.
        assert refusal(lambda: open_project(project.location)) == "project-cannot-open"
        assert refusal(lambda: create_project(str(open_folder / "q.procmap"), "Q", LEADER)) == "cannot-write"
        open_folder.chmod(0)
        assert refusal(lambda: open_project(project.location)) == "project-cannot-open"
        assert refusal(lambda: create_project(str(open_folder / "q.procmap"), "Q", LEADER)) == "cannot-write"
        open_folder.chmod(0o755)
        assert [path.name for path in open_folder.iterdir()] == ["p.procmap"]
        assert Path(project.location).read_bytes() == content
        whole(project)


# --- what is left beside the file ---


def killed_copy(project: Project, place: Path) -> Path:
    """Copy a project as it lies on the disk while its last entries are in the file beside it."""
    with closing(sqlite3.connect(project.location, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM command").fetchall()  # while somebody reads, the log stays beside the file
        project.do(AddService(called="Byggesøknad"), LEADER)
        for end in ("", "-wal"):
            shutil.copy(project.location + end, f"{place}{end}")
    return place


def test_what_is_in_the_log_beside_the_file_is_there(project: Project, tmp_path: Path) -> None:
    copy = killed_copy(project, tmp_path / "kopi.procmap")
    assert Path(f"{copy}-wal").stat().st_size > 0
    opened = open_project(str(copy))
    assert [one.name for one in opened.state().services] == ["Byggesøknad"]
    whole(opened)


def test_a_new_project_never_gets_what_another_left_behind(project: Project, tmp_path: Path) -> None:
    copy = killed_copy(project, tmp_path / "kopi.procmap")
    copy.unlink()
    left = Path(f"{copy}-wal").read_bytes()
    assert refusal(lambda: create_project(str(copy), "Ny", LEADER)) == "output-exists"
    assert Path(f"{copy}-wal").read_bytes() == left


def test_a_log_beside_the_file_that_is_cut_off_or_harmed(project: Project, tmp_path: Path) -> None:
    copy = killed_copy(project, tmp_path / "kopi.procmap")
    log = Path(f"{copy}-wal")
    content, file = log.read_bytes(), copy.read_bytes()
    for harm in (content[: len(content) // 2], content[:100], b"", bytes(len(content)), content[:-50] + bytes(50)):
        copy.write_bytes(file)
        log.write_bytes(harm)
        Path(f"{copy}-shm").unlink(missing_ok=True)
        opened = open_project(str(copy))  # as it was before what had not come into the log whole
        assert opened.state().services == ()
        whole(opened)


# --- two who make or change the same ---


def test_of_two_who_make_the_same_project_one_is_told(tmp_path: Path) -> None:
    place = str(tmp_path / "p.procmap")

    def make(name: str) -> str:
        try:
            create_project(place, name, LEADER)
        except BadInput as error:
            return error.finding.code
        return name

    with ThreadPoolExecutor(4) as pool:
        said = sorted(pool.map(make, ("A", "B", "C", "D")))
    assert said[1:] == ["output-exists"] * 3
    assert open_project(place).state().setting("name") == said[0]
    assert [path.name for path in tmp_path.iterdir()] == ["p.procmap"]


def _work(place: str, name: str, count: int) -> None:
    project = open_project(place)
    who = Person(name=name, role="facilitator")
    for number in range(count):
        project.do(AddService(called=f"{name} {number}"), who)


def test_two_processes_that_write_at_the_same_time(any_place: str, any_project: Project) -> None:
    processes = [get_context("spawn").Process(target=_work, args=(any_place, name, 200)) for name in ("Ola", "Kari")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    history = any_project.history()
    assert [entry.id for entry in history] == sorted((entry.id for entry in history), reverse=True)
    for name in ("Ola", "Kari"):
        told = [entry.told["name"] for entry in reversed(history) if entry.told["name"].startswith(name)]
        assert told == [f"{name} {number}" for number in range(200)]
    assert len(any_project.state().services) == 400
    assert any_project.misfits() == ()
    for entry in history[:20]:
        assert any_project.undo(LEADER) == entry
    assert len(any_project.state().services) == 380


def test_thirty_threads_on_two_projects_open_at_once(any_place: str, any_project: Project) -> None:
    projects = any_project, open_project(any_place)

    def work(thread: int) -> list[str]:
        who, said = Person(name=f"P{thread}", role="scribe"), []
        for number in range(6):
            project = projects[(thread + number) % 2]
            try:
                project.do(AddService(called=f"{thread} {number}"), who)
                if number % 3 == 2:
                    project.undo(who)
                said.append("done")
            except BadInput as error:
                said.append(error.finding.code)
            assert project.version <= project.state().version
        return said

    with ThreadPoolExecutor(30) as pool:
        said = [each for thread in pool.map(work, range(30)) for each in thread]
    # Somebody's own last entry is not the last one of all: undoing that is refused.
    assert set(said) <= {"done", "not-permitted", "project-busy"}
    assert any_project.misfits() == ()
    assert projects[0].state() == projects[1].state()
    undone = sum(entry.kind == "undo" for entry in any_project.history())
    done = sum(entry.kind == "do" for entry in any_project.history())
    assert len(any_project.state().services) == done - undone
    assert done >= 180 - said.count("project-busy")
