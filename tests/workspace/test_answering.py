"""The verbs on a project give what they give for the same files, and how far a project has come is told."""

from __future__ import annotations

import pytest

from procmap.answers import check, list_processes
from procmap.behaviour import References
from procmap.model import BadInput, Decision
from procmap.workspace import Deriver, Project
from procmap.workspace.adding import add_files
from procmap.workspace.answering import check_project, chosen_process, derived_of, list_project
from procmap.workspace.commands import AddOrganisation, ChangeService, Confirm, Decide, EditProcess
from procmap.workspace.parties import drawn_process
from procmap.workspace.summary import project_answer
from tests.workspace.conftest import LEADER
from tests.workspace.samples import SAMPLES, with_sample


def test_a_project_lists_and_checks_as_its_files(project: Project, monkeypatch: pytest.MonkeyPatch):
    with_sample(project, LEADER)
    monkeypatch.chdir(SAMPLES / "byggesoknad")
    names = ["fjordvik.bpmn", "nordas.bpmn", "solhaug.bpmn"]
    assert list_project(project) == list_processes(names)
    assert check_project(project) == check(names)


def test_files_of_one_name_are_told_apart(project: Project):
    files = [str(SAMPLES / "byggesoknad" / "fjordvik.bpmn")]
    add_files(project, files, LEADER, service="A")
    add_files(project, [f"Vik={files[0]}"], LEADER, service="B")
    assert {one.source for one in list_project(project).processes} == {"Fjordvik=fjordvik.bpmn", "Vik=fjordvik.bpmn"}
    assert [one.organisation for one in list_project(project, "B").processes] == ["Vik"]


def test_what_people_edited_is_what_is_drawn(project: Project):
    service = with_sample(project, LEADER)
    entry = project.state().processes[0]
    process = drawn_process(project, entry)
    nodes = tuple(node.replace(name="Ny tekst") if node.id == process.steps[1].id else node for node in process.nodes)
    project.do(EditProcess(process=entry, now=process.replace(nodes=nodes)), LEADER)
    _, chosen = chosen_process(project, service.name, "Fjordvik")
    assert "Ny tekst" in {step.name for step in chosen.steps}
    with pytest.raises(BadInput, match="several-in-service"):
        chosen_process(project)
    with pytest.raises(BadInput, match="no-process-of"):
        chosen_process(project, "", "Oslo")


def test_too_few_processes_are_no_comparison(project: Project):
    with pytest.raises(BadInput, match="project-empty"):
        derived_of(project)
    add_files(project, [str(SAMPLES / "byggesoknad" / "fjordvik.bpmn")], LEADER)
    with pytest.raises(BadInput, match="service-too-few"):
        derived_of(project)


def statuses(project: Project) -> dict[str, str]:
    (service,) = project_answer(project, Deriver()).services
    return {one.organisation: one.status for one in service.processes}


def test_how_far_each_organisation_has_come(project: Project):
    files = [str(SAMPLES / "byggesoknad" / f"{name}.bpmn") for name in ("fjordvik", "nordas")]
    add_files(project, files, LEADER)
    project.do(AddOrganisation(called="Solhaug"), LEADER)
    assert statuses(project) == {"Fjordvik": "mapped", "Nordås": "mapped", "Solhaug": "not-mapped"}
    service = project.state().services[0]
    result = derived_of(project).harmonised.result
    assert result is not None
    process = drawn_process(project, project.state().processes[0])
    step = References(process).make(process.steps[2].id).replace(organisation="Fjordvik")
    project.do(Confirm(service=service.id, kind="alone", steps=(step,)), LEADER)
    assert statuses(project) == {"Fjordvik": "compared", "Nordås": "mapped", "Solhaug": "not-mapped"}
    project.do(ChangeService(service=service.replace(approved=True)), LEADER)
    assert statuses(project) == {"Fjordvik": "approved", "Nordås": "approved", "Solhaug": "not-mapped"}


def test_what_is_the_same_everywhere_is_decided(project: Project):
    file = str(SAMPLES / "byggesoknad" / "fjordvik.bpmn")
    add_files(project, [f"A={file}", f"B={file}"], LEADER)
    (service,) = project_answer(project, Deriver()).services
    assert service.open == sum(one.open for one in service.processes) == 0
    assert statuses(project) == {"A": "decided", "B": "decided"}


def test_decisions_are_counted_and_close_questions(project: Project):
    service = with_sample(project, LEADER)
    (before,) = project_answer(project, Deriver()).services
    result = derived_of(project).harmonised.result
    assert result is not None
    assert before.open == len(result.open)
    asked = next(one for one in result.open if one.kind == "row")
    project.do(Decide(service=service.id, decisions=(Decision(id="", about=asked.about, choice="keep"),)), LEADER)
    (after,) = project_answer(project, Deriver()).services
    assert after.decided == 1
    still = derived_of(project).harmonised.result
    assert still is not None
    assert after.open == len(still.open)
    assert asked.about not in [one.about for one in still.open]
