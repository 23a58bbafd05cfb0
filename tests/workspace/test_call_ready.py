"""Calling a common process ready although something blocks: kept, undone, told, and part of what follows."""

from __future__ import annotations

import pytest

from procmap.messages import LANGUAGES, translator
from procmap.model import BadInput
from procmap.workspace import Deriver, Person, Project
from procmap.workspace.answering import derived_of
from procmap.workspace.commands import CallReady, RemoveService
from procmap.workspace.history import told
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def test_a_draft_is_ready_once_somebody_answers_for_it_and_a_draft_again_when_not(any_project: Project):
    service = with_sample(any_project, LEADER)

    def result():
        found = Deriver().derived(any_project, any_project.state(), service.id).harmonised.result
        assert found is not None
        return found

    assert result().status == "draft"
    any_project.do(CallReady(service=service.id, reason="  Rådmannen  vil \n i gang "), LEADER)
    assert (result().status, result().override) == ("ready", "Rådmannen vil i gang")
    assert result().blocking
    assert derived_of(any_project).harmonised.result == result()
    given = derived_of(any_project, override="Noe annet").harmonised.result
    assert given is not None
    assert given.override == "Noe annet"
    any_project.undo(LEADER)
    assert result().status == "draft"
    any_project.redo(LEADER)
    any_project.do(CallReady(service=service.id, reason=""), LEADER)
    assert (result().status, result().override) == ("draft", "")


def test_it_is_told_in_the_history(project: Project):
    service = with_sample(project, LEADER)
    project.do(CallReady(service=service.id, reason="Vi må i gang"), LEADER)
    assert told(project.history(1)[0]) == (
        'Common process of "byggesoknad" called ready although something blocks: "Vi må i gang"'
    )
    project.do(CallReady(service=service.id, reason=" "), LEADER)
    for language in LANGUAGES:
        assert "byggesoknad" in told(project.history(1)[0], translator(language))


def test_only_a_facilitator_may(project: Project):
    service = with_sample(project, LEADER)
    with pytest.raises(BadInput):
        project.do(CallReady(service=service.id, reason="x"), Person(role="scribe"))
    with pytest.raises(BadInput):
        project.do(CallReady(service=service.id, reason="x" * 5000), LEADER)


def test_a_service_that_is_taken_away_leaves_nothing_behind(project: Project):
    service = with_sample(project, LEADER)
    before = project.state().settings
    project.do(CallReady(service=service.id, reason="x"), LEADER)
    project.do(RemoveService(service=service.id), LEADER)
    assert project.state().settings == before
    project.undo(LEADER)
    assert project.state().override_of(service.id) == "x"
