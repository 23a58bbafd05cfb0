"""A project goes out as one file and comes back as the same; without people nobody is named in it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from procmap.model import BadInput, Decision, StepReference
from procmap.model.decisions import About
from procmap.workspace import Deriver, Person, Project, create_project, open_project
from procmap.workspace.adding import add_files
from procmap.workspace.commands import (
    AddNote,
    AddOrganisation,
    ChangeNote,
    Confirm,
    Decide,
    GiveCause,
    RemoveNote,
    Sign,
)
from procmap.workspace.exchange import export_project, import_project
from procmap.workspace.history import told
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample

OLA = Person(name="Ola Hansen", role="facilitator")
NAME, NUMBER = "Kari Nordmann", "01018750186"


def with_people(project: Project, folder: Path) -> str:
    """Let people be named wherever they can be, and return the id of the service."""
    file = folder / "vik.txt"
    file.write_text(f"1. Motta søknad\n2. Ring {NAME}\n3. Sjekk {NUMBER}\n4. Arkiver saken\n", "utf-8")
    other = folder / "nes.txt"
    other.write_text(f"1. Motta søknad\n2. Ring {NAME}\n3. Arkiver saken\n", "utf-8")
    add_files(project, [str(file), str(other)], OLA, service="Søknad")
    service = project.state().services[0].id
    long = f"{'x' * 68} {NAME} glemmer vedlegg"
    project.do(AddNote(service=service, text=long), OLA)
    project.do(AddNote(service=service, text=f"Fødselsnummer {NUMBER}"), OLA)
    project.do(ChangeNote(note=project.state().notes[1].replace(text=f"Spør {NAME}")), OLA)
    project.do(RemoveNote(note=project.state().notes[1].id), OLA)
    step = StepReference(organisation="vik", label=f"Ring {NAME}", before=("Motta søknad",))
    project.do(GiveCause(service=service, steps=(step,), kind="habit", text=f"{NAME} vil ha det slik"), OLA)
    project.do(Confirm(service=service, kind="alone", steps=(step,)), OLA)
    about = About(steps=(step,))
    decision = Decision(id="B1", about=about, choice="keep", reason=f"{NAME} mener det", by=NAME)
    project.do(Decide(service=service, decisions=(decision,)), OLA)
    entry, owner = project.state().decisions[0], project.state().organisations[0]
    project.do(Sign(decision=entry.id, organisation=owner.id, agrees=False, why=f"{NAME} er imot"), OLA)
    project.snapshot(f"Møte med {NAME}", OLA)
    return service


def all_that_is_in(path: str) -> bytes:
    """Return every byte of a project file that says something, with contents unpacked."""
    with closing(sqlite3.connect(path)) as connection:
        dump = "\n".join(connection.iterdump()).encode("utf-8", "surrogatepass")
        return dump + b"".join(zlib.decompress(data) for (data,) in connection.execute("SELECT data FROM content"))


def test_a_project_comes_back_as_it_was(project: Project, tmp_path: Path):
    with_sample(project, LEADER)
    project.do(AddNote(service=project.state().services[0].id, text="Husk fristen"), LEADER)
    project.undo(LEADER)
    answer = export_project(project, str(tmp_path / "ut.procmap"))
    assert (answer.version, answer.masked, answer.left) == (project.version, (), ())
    again = import_project(str(tmp_path / "ut.procmap"), str(tmp_path / "inn.procmap"))
    assert (again.state(), again.history()) == (project.state(), project.history())
    for entry in project.state().processes:
        assert again.content(entry.source) == project.content(entry.source)
    again.redo(LEADER)
    assert [note.text for note in again.state().notes] == ["Husk fristen"]
    again.do(AddOrganisation(called="Ny"), LEADER)
    assert again.history(1)[0].id == project.version + 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inn.procmap", "ny.procmap", "ut.procmap"]


def test_without_people_nobody_is_named_anywhere(project: Project, tmp_path: Path):
    with_people(project, tmp_path)
    target = str(tmp_path / "ut.procmap")
    assert b"Nordmann" in all_that_is_in(project.location)
    answer = export_project(project, target, without_people=True)
    content = all_that_is_in(target)
    for secret in (b"Nordmann", b"nordmann", b"Kari", b"kari", NUMBER.encode(), b"Hansen", b"Ola"):
        assert secret not in content
    shown = {(finding.code, finding.params["shown"]) for finding in answer.masked}
    assert shown >= {("masked-in-process", "Kari N."), ("masked-in-record", "Kari N.")}
    assert all(finding.elements for finding in answer.masked if finding.code == "masked-in-process")


def test_without_people_everything_else_stays_and_can_be_undone(project: Project, tmp_path: Path):
    service = with_people(project, tmp_path)
    target = str(tmp_path / "ut.procmap")
    export_project(project, target, without_people=True)
    copy = open_project(target)
    assert [entry.id for entry in copy.history()] == [entry.id for entry in project.history()]
    assert all(not entry.who for entry in copy.history())
    assert "***" in told(copy.history(1)[0])
    ours = Deriver().derived(project, project.state(), service).harmonised
    theirs = Deriver().derived(copy, copy.state(), service).harmonised
    assert ours.result is not None
    assert theirs.result is not None
    assert [len(row.steps) for row in theirs.comparison.alignment.work] == [
        len(row.steps) for row in ours.comparison.alignment.work
    ]
    assert theirs.result.newest == ours.result.newest == ("B1",)
    assert len(theirs.result.trace) == len(ours.result.trace)
    while copy.undoable()[0] is not None:
        copy.undo(LEADER)
    assert not copy.state().services


def test_names_of_organisations_that_look_like_persons_are_told(project: Project, tmp_path: Path):
    project.do(AddOrganisation(called=NAME), LEADER)
    answer = export_project(project, str(tmp_path / "ut.procmap"), without_people=True)
    assert [(finding.code, finding.params["name"]) for finding in answer.left] == [("left-in-name", NAME)]


def test_a_sample_without_people_gives_the_same_common_process(project: Project, tmp_path: Path):
    service = with_sample(project, LEADER).id
    export_project(project, str(tmp_path / "ut.procmap"), without_people=True)
    copy = open_project(str(tmp_path / "ut.procmap"))
    ours = Deriver().derived(project, project.state(), service).harmonised.result
    theirs = Deriver().derived(copy, copy.state(), service).harmonised.result
    assert ours == theirs


@pytest.mark.parametrize("target", ["ny.procmap", "ut.db", "ut", "none/ut.procmap", "postgresql://localhost/x"])
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    project: Project, tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    before = all_that_is_in(project.location)
    with pytest.raises(BadInput, match=r"output-exists|project-suffix|no-such-folder|export-to-url"):
        export_project(project, target)
    assert [path.name for path in tmp_path.iterdir()] == ["ny.procmap"]
    assert all_that_is_in(project.location) == before


def test_an_export_is_replaced_only_by_force(project: Project, tmp_path: Path):
    target = str(tmp_path / "ut.procmap")
    export_project(project, target)
    with pytest.raises(BadInput, match="output-exists"):
        export_project(project, target)
    project.do(AddOrganisation(called="Ny"), LEADER)
    export_project(project, target, force=True)
    assert open_project(target).state() == project.state()


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE process SET source = 'nothing'",
        "UPDATE content SET data = x'00'",
        "UPDATE organisation SET place = 'first'",
        "UPDATE decision SET decision = '{'",
        "UPDATE command SET kind = 'undo'",
        "UPDATE command SET told = '[[[['",
        "DELETE FROM organisation",
        "DELETE FROM command",
        "DROP TABLE note",
        "UPDATE alembic_version SET version_num = '9999'",
    ],
)
def test_a_damaged_file_is_refused_with_a_sentence(project: Project, tmp_path: Path, statement: str):
    service = with_sample(project, LEADER).id
    about = About(steps=(StepReference(organisation="Fjordvik", label="Motta søknad"),))
    project.do(Decide(service=service, decisions=(Decision(id="", about=about, choice="keep"),)), LEADER)
    export = tmp_path / "ut.procmap"
    export_project(project, str(export))
    damage(export, statement)
    before = export.read_bytes()
    with pytest.raises(BadInput, match=r"project-|record-gone"):
        import_project(str(export), str(tmp_path / "inn.procmap"))
    assert not (tmp_path / "inn.procmap").exists()
    assert export.read_bytes() == before


def test_what_is_no_project_is_not_imported(tmp_path: Path):
    for name, content in (("text.procmap", b"hello"), ("empty.procmap", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BadInput, match=r"project-damaged|project-not-one") as refused:
            import_project(str(tmp_path / name), str(tmp_path / "inn.procmap"))
        assert refused.value.finding.params["project"] == str(tmp_path / name)
    with pytest.raises(BadInput, match="no-such-project"):
        import_project(str(tmp_path / "gone.procmap"), str(tmp_path / "inn.procmap"))
    with pytest.raises(BadInput, match="is-folder"):
        import_project(str(tmp_path), str(tmp_path / "inn.procmap"))


def test_an_import_is_never_made_over_a_project(project: Project, tmp_path: Path):
    other = create_project(str(tmp_path / "annet.procmap"), "Annet", LEADER)
    with pytest.raises(BadInput, match="output-exists"):
        import_project(project.location, other.location)
    assert other.state().setting("name") == "Annet"


def test_a_project_goes_from_any_database_to_any_other(
    any_project: Project, new_place: Callable[[], str], tmp_path: Path
):
    with_sample(any_project, LEADER)
    any_project.undo(LEADER)
    export_project(any_project, str(tmp_path / "ut.procmap"))
    again = import_project(str(tmp_path / "ut.procmap"), new_place())
    assert (again.state(), again.history()) == (any_project.state(), any_project.history())
    again.redo(LEADER)
    assert again.history(1)[0].id == any_project.version + 1
    with pytest.raises(BadInput, match=r"project-exists|output-exists"):
        import_project(str(tmp_path / "ut.procmap"), again.location)
