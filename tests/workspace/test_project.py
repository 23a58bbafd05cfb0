"""A project keeps what was done, tells who did it, and takes everything back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.model import BadInput, StepReference
from procmap.workspace import Person, Project, State, create_project, open_project
from procmap.workspace.commands import (
    AddNote,
    AddOrganisation,
    AddService,
    ChangeNote,
    ChangeOrganisation,
    ChangeSetting,
    Confirm,
    GiveCause,
    RemoveNote,
    RemoveOrganisation,
    RemoveService,
)
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def content(project: Project) -> State:
    """Return what a project holds, without the number of the state."""
    return project.state().replace(version=0)


def test_what_was_done_is_there_when_the_project_is_opened_again(project: Project) -> None:
    with_sample(project, LEADER)
    before = project.state()
    assert open_project(project.location).state() == before
    assert [one.name for one in before.organisations] == ["Fjordvik", "Nordås", "Solhaug"]
    assert [one.source_name for one in before.processes] == ["fjordvik.bpmn", "nordas.bpmn", "solhaug.bpmn"]


def test_the_bytes_of_a_file_are_kept_as_they_came(project: Project) -> None:
    with_sample(project, LEADER)
    for entry in project.state().processes:
        path = Path(__file__).resolve().parents[2] / "bpmn_samples" / "byggesoknad" / entry.source_name
        assert project.content(entry.source) == path.read_bytes()


def test_undo_and_redo_go_all_the_way_back_and_forth(project: Project) -> None:
    states = [content(project)]
    service = with_sample(project, LEADER)
    project.do(AddNote(service=service.id, text="Mangler ofte tegninger", kind="problem"), LEADER)
    project.do(RemoveService(service=service.id), LEADER)
    states.append(content(project))
    for _ in range(4):
        project.undo(LEADER)
    assert content(project) == states[0]
    with pytest.raises(BadInput, match="nothing-to-undo"):
        project.undo(LEADER)
    for _ in range(4):
        project.redo(LEADER)
    assert content(project) == states[1]
    with pytest.raises(BadInput, match="nothing-to-redo"):
        project.redo(LEADER)


def test_what_is_done_after_undoing_ends_redoing(project: Project) -> None:
    project.do(AddService(called="Byggesøknad"), LEADER)
    project.undo(LEADER)
    project.do(AddService(called="Barnehageopptak"), LEADER)
    with pytest.raises(BadInput, match="nothing-to-redo"):
        project.redo(LEADER)
    undo, redo = project.undoable()
    assert undo is not None
    assert (undo.name, undo.told, redo) == ("add-service", {"name": "Barnehageopptak"}, None)


def test_history_says_who_did_what(project: Project) -> None:
    project.do(AddService(called="Byggesøknad"), Person(name="Ola", role="scribe"))
    project.undo(LEADER)
    told = [(entry.who, entry.kind, entry.name) for entry in project.history()]
    assert told == [
        ("Kari", "undo", "add-service"),
        ("Ola", "do", "add-service"),
        ("Kari", "mark", "create-project"),
    ]


def test_a_state_with_a_name_can_be_returned_to_and_the_return_undone(project: Project) -> None:
    service = with_sample(project, LEADER)
    number = project.snapshot("Før møtet", LEADER)
    before = content(project)
    project.do(RemoveService(service=service.id), LEADER)
    project.do(AddService(called="byggesoknad"), LEADER)
    after = content(project)
    project.return_to(number, LEADER)
    assert content(project) == before
    project.undo(LEADER)
    assert content(project) == after
    assert [entry.told["name"] for entry in project.snapshots()] == ["Før møtet"]


def test_names_may_have_changed_places_since_the_state_that_is_returned_to(project: Project) -> None:
    project.do(AddOrganisation(called="Nord"), LEADER)
    project.do(AddOrganisation(called="Sør"), LEADER)
    number = project.snapshot("Før", LEADER)
    north, south = project.state().organisations
    project.do(ChangeOrganisation(organisation=north.replace(name="Midt")), LEADER)
    project.do(ChangeOrganisation(organisation=south.replace(name="Nord")), LEADER)
    project.do(ChangeOrganisation(organisation=project.state().organisations[0].replace(name="Sør")), LEADER)
    project.return_to(number, LEADER)
    assert [one.name for one in project.state().organisations] == ["Nord", "Sør"]


def test_a_command_that_fails_changes_nothing(project: Project) -> None:
    project.do(AddService(called="Byggesøknad"), LEADER)
    before, version = content(project), project.version
    with pytest.raises(BadInput, match="name-taken"):
        project.do(AddService(called=" byggesøknad "), LEADER)
    assert (content(project), project.version) == (before, version)


def test_a_command_that_changes_nothing_leaves_no_entry(project: Project) -> None:
    project.do(ChangeSetting(setting="language", value="nb"), LEADER)
    version = project.version
    project.do(ChangeSetting(setting="language", value="nb"), LEADER)
    assert project.version == version


def test_two_who_change_the_same_are_told(project: Project) -> None:
    service = with_sample(project, LEADER)
    project.do(AddNote(service=service.id, text="Sent svar"), LEADER)
    seen = project.state().notes[0]
    project.do(ChangeNote(note=seen.replace(text="Sent svar fra søker")), LEADER)
    with pytest.raises(BadInput, match="record-changed"):
        project.do(ChangeNote(note=seen.replace(text="For sent svar")), LEADER)
    project.do(RemoveNote(note=seen.id), LEADER)
    with pytest.raises(BadInput, match="record-gone"):
        project.do(RemoveNote(note=seen.id), LEADER)


@pytest.mark.parametrize(
    ("role", "command"),
    [
        ("reader", AddNote(service="1", text="x")),
        ("participant", AddService(called="x")),
        ("scribe", ChangeSetting(setting="x", value="y")),
    ],
)
def test_who_may_not_is_refused(project: Project, role: str, command: AddNote) -> None:
    version = project.version
    with pytest.raises(BadInput, match="not-permitted"):
        project.do(command, Person.model_validate({"name": "Ola", "role": role}))
    assert project.version == version


def test_only_who_leads_undoes_what_others_did(project: Project) -> None:
    project.do(AddService(called="Byggesøknad"), LEADER)
    with pytest.raises(BadInput, match="not-permitted"):
        project.undo(Person(name="Ola", role="scribe"))
    project.undo(LEADER)


def test_an_organisation_with_processes_stays(project: Project) -> None:
    with_sample(project, LEADER)
    with pytest.raises(BadInput, match="organisation-in-use"):
        project.do(RemoveOrganisation(organisation=project.state().organisations[0].id), LEADER)


def test_a_project_is_never_made_over_another(tmp_path: Path) -> None:
    place = tmp_path / "a.procmap"
    create_project(str(place), "A", LEADER)
    with pytest.raises(BadInput, match="output-exists"):
        create_project(str(place), "B", LEADER)
    assert [path.name for path in tmp_path.iterdir()] == ["a.procmap"]


HOSTILE = st.text(st.characters(), max_size=40)


@given(texts=st.lists(HOSTILE, min_size=1, max_size=4))
def test_any_text_is_kept_or_refused_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    place = tmp_path_factory.mktemp("any") / "p.procmap"
    project = create_project(str(place), "P", LEADER)
    project.do(AddService(called="S"), LEADER)
    service = project.state().services[0].id
    before = content(project)
    done = 0
    for text in texts:
        reference = StepReference(organisation=text, label=text)
        for command in (
            AddNote(service=service, text=text),
            AddOrganisation(called=text),
            GiveCause(service=service, steps=(reference,), kind="other", text=text),
            Confirm(service=service, kind="alone", steps=(reference,)),
        ):
            try:
                project.do(command, LEADER)
                done += 1
            except BadInput:
                pass
    assert open_project(str(place)).state() == project.state()
    for _ in range(done):
        project.undo(LEADER)
    assert content(project) == before
