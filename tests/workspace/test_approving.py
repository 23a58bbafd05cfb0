"""A common process is approved when nothing stands in its way."""

from __future__ import annotations

from procmap.workspace import Deriver, Project
from procmap.workspace.approving import hindrances
from procmap.workspace.commands import AddService
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def test_what_hinders_is_what_keeps_the_result_a_draft(project: Project) -> None:
    service = with_sample(project, LEADER)
    derived = Deriver().derived(project, project.state(), service.id)
    found = derived.harmonised.result
    assert found is not None
    assert found.status == "draft"
    assert hindrances(derived) == found.blocking != ()


def test_one_process_is_too_few(project: Project) -> None:
    project.do(AddService(called="Skilt"), LEADER)
    derived = Deriver().derived(project, project.state(), project.state().services[0].id)
    assert [each.code for each in hindrances(derived)] == ["service-too-few"]
