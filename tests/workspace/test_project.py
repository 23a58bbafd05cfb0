"""A project keeps what was done, tells who did it, and takes everything back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from procmap.model import BadInput, StepReference
from procmap.workspace import Person, Project, State, create_project, open_project
from procmap.workspace.commands import (
    AddNote,
    AddOrganisation,
    AddService,
    ChangeNote,
    ChangeOrganisation,
    ChangeService,
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


def test_what_was_done_is_there_when_the_project_is_opened_again(any_project: Project) -> None:
    with_sample(any_project, LEADER)
    before = any_project.state()
    assert open_project(any_project.location).state() == before
    assert [one.name for one in before.organisations] == ["Fjordvik", "Nordås", "Solhaug"]
    assert [one.source_name for one in before.processes] == ["fjordvik.bpmn", "nordas.bpmn", "solhaug.bpmn"]


def test_the_bytes_of_a_file_are_kept_as_they_came(any_project: Project) -> None:
    with_sample(any_project, LEADER)
    for entry in any_project.state().processes:
        path = Path(__file__).resolve().parents[2] / "bpmn_samples" / "byggesoknad" / entry.source_name
        assert any_project.content(entry.source) == path.read_bytes()


def test_undo_and_redo_go_all_the_way_back_and_forth(any_project: Project) -> None:
    states = [content(any_project)]
    service = with_sample(any_project, LEADER)
    any_project.do(AddNote(service=service.id, text="Mangler ofte tegninger", kind="problem"), LEADER)
    any_project.do(RemoveService(service=service.id), LEADER)
    states.append(content(any_project))
    for _ in range(4):
        any_project.undo(LEADER)
    assert content(any_project) == states[0]
    with pytest.raises(BadInput, match="nothing-to-undo"):
        any_project.undo(LEADER)
    for _ in range(4):
        any_project.redo(LEADER)
    assert content(any_project) == states[1]
    with pytest.raises(BadInput, match="nothing-to-redo"):
        any_project.redo(LEADER)


def test_what_is_done_after_undoing_ends_redoing(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    any_project.undo(LEADER)
    any_project.do(AddService(called="Barnehageopptak"), LEADER)
    with pytest.raises(BadInput, match="nothing-to-redo"):
        any_project.redo(LEADER)
    undo, redo = any_project.undoable()
    assert undo is not None
    assert (undo.name, undo.told, redo) == ("add-service", {"name": "Barnehageopptak"}, None)


def test_history_says_who_did_what(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), Person(name="Ola", role="scribe"))
    any_project.undo(LEADER)
    told = [(entry.who, entry.kind, entry.name) for entry in any_project.history()]
    assert told == [
        ("Kari", "undo", "add-service"),
        ("Ola", "do", "add-service"),
        ("Kari", "mark", "create-project"),
    ]


def test_a_state_with_a_name_can_be_returned_to_and_the_return_undone(any_project: Project) -> None:
    service = with_sample(any_project, LEADER)
    number = any_project.snapshot("Før møtet", LEADER)
    before = content(any_project)
    any_project.do(RemoveService(service=service.id), LEADER)
    any_project.do(AddService(called="byggesoknad"), LEADER)
    after = content(any_project)
    any_project.return_to(number, LEADER)
    assert content(any_project) == before
    any_project.undo(LEADER)
    assert content(any_project) == after
    assert [entry.told["name"] for entry in any_project.snapshots()] == ["Før møtet"]


def test_names_may_have_changed_places_since_the_state_that_is_returned_to(any_project: Project) -> None:
    any_project.do(AddOrganisation(called="Nord"), LEADER)
    any_project.do(AddOrganisation(called="Sør"), LEADER)
    number = any_project.snapshot("Før", LEADER)
    north, south = any_project.state().organisations
    any_project.do(ChangeOrganisation(organisation=north.replace(name="Midt")), LEADER)
    any_project.do(ChangeOrganisation(organisation=south.replace(name="Nord")), LEADER)
    any_project.do(ChangeOrganisation(organisation=any_project.state().organisations[0].replace(name="Sør")), LEADER)
    any_project.return_to(number, LEADER)
    assert [one.name for one in any_project.state().organisations] == ["Nord", "Sør"]


def test_a_command_that_fails_changes_nothing(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    before, version = content(any_project), any_project.version
    with pytest.raises(BadInput, match="name-taken"):
        any_project.do(AddService(called=" byggesøknad "), LEADER)
    assert (content(any_project), any_project.version) == (before, version)


def test_a_command_that_changes_nothing_leaves_no_entry(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    any_project.do(ChangeSetting(setting="language", value="nb"), LEADER)
    version = any_project.version
    any_project.do(ChangeSetting(setting="language", value="nb"), LEADER)
    any_project.do(ChangeService(service=any_project.state().services[0]), LEADER)
    assert any_project.version == version


def test_two_who_change_the_same_are_told(any_project: Project) -> None:
    service = with_sample(any_project, LEADER)
    any_project.do(AddNote(service=service.id, text="Sent svar"), LEADER)
    seen = any_project.state().notes[0]
    any_project.do(ChangeNote(note=seen.replace(text="Sent svar fra søker")), LEADER)
    with pytest.raises(BadInput, match="record-changed"):
        any_project.do(ChangeNote(note=seen.replace(text="For sent svar")), LEADER)
    any_project.do(RemoveNote(note=seen.id), LEADER)
    with pytest.raises(BadInput, match="record-gone"):
        any_project.do(RemoveNote(note=seen.id), LEADER)


def test_what_was_taken_away_does_not_come_back_by_a_change(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    service = any_project.state().services[0]
    any_project.do(AddNote(service=service.id, text="Sent svar"), LEADER)
    note = any_project.state().notes[0]
    any_project.do(RemoveService(service=service.id), LEADER)
    for command in (ChangeNote(note=note.replace(text="x")), ChangeService(service=service.replace(gain="x"))):
        with pytest.raises(BadInput, match="record-gone"):
            any_project.do(command, LEADER)


def test_a_change_of_what_was_seen_before_an_undo_is_told(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    service = any_project.state().services[0]
    any_project.do(ChangeService(service=service.replace(gain="Stor")), LEADER)
    seen = any_project.state().services[0]
    any_project.undo(LEADER)
    any_project.do(ChangeService(service=service.replace(gain="Liten")), LEADER)
    with pytest.raises(BadInput, match="record-changed"):
        any_project.do(ChangeService(service=seen.replace(owner="Kari")), LEADER)


@pytest.mark.parametrize(
    ("role", "command"),
    [
        ("reader", AddNote(service="1", text="x")),
        ("participant", AddService(called="x")),
        ("scribe", ChangeSetting(setting="x", value="y")),
    ],
)
def test_who_may_not_is_refused(any_project: Project, role: str, command: AddNote) -> None:
    version = any_project.version
    with pytest.raises(BadInput, match="not-permitted"):
        any_project.do(command, Person.model_validate({"name": "Ola", "role": role}))
    assert any_project.version == version


def test_only_who_leads_undoes_what_others_did(any_project: Project) -> None:
    any_project.do(AddService(called="Byggesøknad"), LEADER)
    with pytest.raises(BadInput, match="not-permitted"):
        any_project.undo(Person(name="Ola", role="scribe"))
    any_project.undo(LEADER)


def test_an_organisation_with_processes_stays(any_project: Project) -> None:
    with_sample(any_project, LEADER)
    with pytest.raises(BadInput, match="organisation-in-use"):
        any_project.do(RemoveOrganisation(organisation=any_project.state().organisations[0].id), LEADER)


def test_a_project_is_never_made_over_another(tmp_path: Path) -> None:
    place = tmp_path / "a.procmap"
    create_project(str(place), "A", LEADER)
    with pytest.raises(BadInput, match="output-exists"):
        create_project(str(place), "B", LEADER)
    assert [path.name for path in tmp_path.iterdir()] == ["a.procmap"]


HOSTILE = st.text(st.characters(), max_size=40)


# Every example leaves the project as it was.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(texts=st.lists(HOSTILE, min_size=1, max_size=4))
@example(["\0", "a\0b", "\ud800", "\u202e", "x" * 9_999, "=1+1", "<script>", "{}", "%s", "'; DROP TABLE note; --"])
def test_any_text_is_kept_or_refused_and_can_be_undone(any_project: Project, texts: list[str]) -> None:
    any_project.do(AddService(called="S"), LEADER)
    service = any_project.state().services[0].id
    before = content(any_project)
    done = 0
    refused: set[str] = set()
    for text in texts:
        reference = StepReference(organisation=text, label=text)
        for command in (
            AddNote(service=service, text=text, organisation=text),
            AddOrganisation(called=text, letter=text),
            GiveCause(service=service, steps=(reference,), kind="other", text=text),
            Confirm(service=service, kind="alone", steps=(reference,)),
            ChangeSetting(setting=text, value=text),
        ):
            version = any_project.version
            try:
                done += any_project.do(command, LEADER) != version
            except BadInput as error:
                refused.add(error.finding.code)
    assert refused <= {"note-empty", "name-empty", "name-too-long", "name-taken", "note-too-long", "letter-too-long"}
    assert open_project(any_project.location).state() == any_project.state()
    assert any_project.misfits() == ()
    for _ in range(done):
        any_project.undo(LEADER)
    assert content(any_project) == before
    any_project.undo(LEADER)
