"""Drafts: what is typed is kept at once, and no step of undo."""

from __future__ import annotations

import pytest

from procmap.messages import translator
from procmap.model import BadInput
from procmap.workspace import Person, Project, open_project
from procmap.workspace.commands import ChangeService, KeepDraft
from procmap.workspace.drafts import draft, draft_key
from procmap.workspace.history import told
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_small


def test_what_is_typed_is_there_when_the_project_is_opened_again(any_project: Project) -> None:
    service = with_small(any_project, LEADER).id
    assert draft(any_project.state(), service, "open-1/", "reason") is None
    for text in ("Vi", "Vi har ikke", ""):
        any_project.do(KeepDraft(service=service, about="open-1/", field="reason", text=text), LEADER)
        assert draft(open_project(any_project.location).state(), service, "open-1/", "reason") == text
    assert draft(any_project.state(), service, "open-2/", "reason") is None
    assert any_project.misfits() == ()


def test_undoing_passes_drafts_by_and_they_stay(project: Project) -> None:
    service = with_small(project, LEADER)
    project.do(ChangeService(service=service.replace(owner="Kari")), LEADER)
    project.do(KeepDraft(service=service.id, about="q", field="reason", text="Halvferdig"), LEADER)
    project.undo(LEADER)
    assert project.state().service(service.id).owner == ""
    assert draft(project.state(), service.id, "q", "reason") == "Halvferdig"
    project.do(KeepDraft(service=service.id, about="q", field="reason", text="Ferdig"), LEADER)
    project.redo(LEADER)
    assert project.state().service(service.id).owner == "Kari"


def test_history_tells_of_it(project: Project) -> None:
    service = with_small(project, LEADER).id
    project.do(KeepDraft(service=service, about="q", field="reason", text="Halvferdig"), LEADER)
    assert told(project.history(1)[0], translator("nb")) == "«Halvferdig» skrevet, ikke avgjort ennå"
    assert project.snapshots() == ()


def test_a_key_is_as_short_as_a_key_may_be() -> None:
    assert len(draft_key("1-1", "x" * 10_000, "why")) <= 64


def test_too_much_is_refused_and_a_reader_may_not(project: Project) -> None:
    service = with_small(project, LEADER).id
    with pytest.raises(BadInput, match="note-too-long"):
        project.do(KeepDraft(service=service, about="q", field="reason", text="x" * 100_001), LEADER)
    with pytest.raises(BadInput, match="not-permitted"):
        project.do(KeepDraft(service=service, about="q", field="reason", text="x"), Person(role="reader"))
