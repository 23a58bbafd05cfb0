"""What people said of a step stays with it when it is called otherwise or moved in the project."""

from __future__ import annotations

from procmap.behaviour import References
from procmap.editing import rename
from procmap.workspace import Project
from procmap.workspace.commands import AddNote, Confirm, EditProcess
from procmap.workspace.parties import process_now
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def test_a_step_that_is_called_otherwise_keeps_what_was_said_of_it(project: Project) -> None:
    service = with_sample(project, LEADER).id
    state = project.state()
    entry = state.processes[0]
    process = process_now(project, state, entry)
    step = next(step for step in process.steps if step.name)
    reference = References(process).make(step.id)
    project.do(Confirm(service=service, kind="alone", steps=(reference,)), LEADER)
    project.do(AddNote(service=service, text="Tar for lang tid", steps=(reference,)), LEADER)
    before = project.state()
    edited = rename(process, step.id, "Noe helt annet")
    project.do(EditProcess(process=entry, before=process, now=edited, step=step.name), LEADER)
    state = project.state()
    now = References(process_now(project, state, state.processes[0]))
    assert now.resolve(state.confirmations[0].steps[0]) == step.id
    assert now.resolve(state.notes[0].steps[0]) == step.id
    project.undo(LEADER)
    assert project.state().replace(version=0) == before.replace(version=0)
