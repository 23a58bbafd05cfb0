"""Drafts: what is typed or dropped is kept at once, and is no part of what the project says."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.model import BadInput
from procmap.workspace import Person, Project, drafts, open_project
from procmap.workspace.commands import ChangeService
from procmap.workspace.exchange import export_project
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_small

FORM = ("1-1", "open-1/")
NOBODY, KARI = Person(), Person(name="Kari", role="scribe")


def test_what_is_typed_is_there_when_the_project_is_opened_again(any_project: Project) -> None:
    assert any_project.drafts(LEADER).text(FORM, "reason") is None
    for text in ("Vi", "Vi har ikke \0", ""):
        any_project.drafts(LEADER).keep(FORM, "reason", text)
        again = open_project(any_project.location).drafts(LEADER)
        assert again.text(FORM, "reason") == text.replace("\0", "")
    assert any_project.drafts(LEADER).text((*FORM, "x"), "reason") is None
    any_project.drafts(LEADER).forget(FORM)
    assert any_project.drafts(LEADER).text(FORM, "reason") is None


def test_a_draft_counts_while_the_field_says_what_it_said(project: Project) -> None:
    mine = project.drafts(LEADER)
    mine.keep(FORM, "label", "Motta søknaden", "Motta")
    assert mine.text(FORM, "label", "Motta") == "Motta søknaden"
    assert mine.text(FORM, "label", "Ta imot") is None


def test_everybody_has_drafts_of_their_own_and_whoever_gives_a_name_keeps_theirs(any_project: Project) -> None:
    nobody, kari = any_project.drafts(NOBODY), any_project.drafts(KARI)
    nobody.keep(FORM, "reason", "uten navn")
    nobody.keep(FORM, "text", "uten navn")
    kari.keep(FORM, "reason", "Karis")
    assert nobody.text(FORM, "reason") == "uten navn"
    nobody.hand_over(KARI)
    assert (kari.text(FORM, "reason"), kari.text(FORM, "text")) == ("Karis", "uten navn")
    assert nobody.text(FORM, "text") is None
    kari.hand_over(Person(name="Ola"))
    assert kari.text(FORM, "text") == "uten navn"


def test_neither_history_nor_undo_nor_the_version_knows_of_drafts(project: Project) -> None:
    service = with_small(project, LEADER)
    project.do(ChangeService(service=service.replace(owner="Kari")), LEADER)
    before, entries = project.state(), project.history()
    project.drafts(LEADER).keep(FORM, "reason", "Halvferdig")
    assert project.state() is before
    assert project.history() == entries
    project.undo(LEADER)
    assert project.drafts(LEADER).text(FORM, "reason") == "Halvferdig"
    project.redo(LEADER)
    assert project.state().service(service.id).owner == "Kari"
    assert project.misfits() == ()


@pytest.mark.parametrize("without_people", [False, True])
def test_no_export_has_drafts(project: Project, tmp_path: Path, without_people: bool) -> None:
    project.drafts(LEADER).keep(FORM, "reason", "Halvferdig tekst")
    project.drafts(LEADER).keep_file(FORM, "f", "a.txt", b"Halvferdig fil")
    target = tmp_path / "ut.procmap"
    export_project(project, str(target), without_people=without_people)
    made = open_project(str(target)).drafts(LEADER)
    assert made.text(FORM, "reason") is None
    assert made.files(FORM) == ()


def test_files_are_kept_in_the_order_in_which_they_were_dropped(any_project: Project) -> None:
    mine = any_project.drafts(LEADER)
    for field, name, content in (("2", "b.txt", b""), ("1", "a.txt", bytes(range(256)) * 9), ("2", "b.txt", b"anew")):
        mine.keep_file(FORM, field, name, content)
    mine.keep(FORM, "name", "Nord")
    files = open_project(any_project.location).drafts(LEADER).files(FORM)
    assert [(each.name, mine.content(FORM, each)) for each in files] == [
        ("b.txt", b"anew"), ("a.txt", bytes(range(256)) * 9),
    ]  # fmt: skip
    mine.forget_file(FORM, files[0])
    assert mine.files(FORM) == files[1:]
    with pytest.raises(BadInput, match="draft-gone"):
        mine.content(FORM, files[0])
    assert mine.text(FORM, "name") == "Nord"
    mine.forget(FORM, "name")
    assert mine.files(FORM) == files[1:]


def test_too_much_is_refused_and_a_reader_may_not(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_OF_A_DRAFT", 10)
    monkeypatch.setattr(drafts, "MOST_OF_A_FILE", 10)
    mine = project.drafts(LEADER)
    with pytest.raises(BadInput, match="note-too-long"):
        mine.keep(FORM, "reason", "x" * 11)
    with pytest.raises(BadInput, match="draft-too-large"):
        mine.keep_file(FORM, "f", "a.txt", b"x" * 11)
    with pytest.raises(BadInput, match="not-permitted"):
        project.drafts(Person(role="reader")).keep(FORM, "reason", "x")
    assert mine.texts(FORM) == {}


def test_a_key_is_as_short_as_a_key_may_be() -> None:
    assert len(drafts.digest("1-1", "x" * 10_000, "\ud800")) <= 64
