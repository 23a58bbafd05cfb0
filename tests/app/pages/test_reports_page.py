"""Reports: every file has a button, and a draft is called ready with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.answers.files import FILES, Wish
from procmap.app import downloads
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.model import BadInput
from procmap.workspace import Deriver, Project
from tests.app.pages.opened import new_project, shown_page
from tests.app.pages.places import place_of


def script() -> None:
    from procmap.app.pages import reports_page

    reports_page.show()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch, "byggesoknad")


def labels(at: AppTest) -> list[str]:
    return [shown(each.proto.label) for each in at.get("download_button")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_a_button_in_the_language_of_the_reader(project: Project, language: str):
    del project
    at = shown_page(script, language)
    say = translator(language)
    assert labels(at) == [say.text(f"reports-file-{kind.code}") for kind in FILES]
    assert shown(at.warning[0].value) == say.text("reports-is-draft")


def test_an_empty_project_says_what_to_do_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    new_project(tmp_path, monkeypatch)
    at = shown_page(script)
    assert shown(at.info[0].value) == translator("en").text("app-no-service")
    assert not at.get("download_button")


def test_somebody_answers_for_a_draft_and_takes_it_back(project: Project):
    at = shown_page(script)
    at.text_input(key="override-reason").set_value("  ")
    at.button[0].click().run()
    assert at.session_state["told"].code == "reports-override-empty"
    at.text_input(key="override-reason").set_value("We <b>must</b> start")
    at.button[0].click().run()
    assert project.state().override_of(project.state().services[0].id) == "We <b>must</b> start"
    assert shown(at.warning[0].value) == translator("en").text(
        "reports-is-ready-all-the-same", reason="We <b>must</b> start"
    )
    at.button(key="override-undo").click().run()
    assert not at.exception
    assert shown(at.warning[0].value) == translator("en").text("reports-is-draft")


def test_what_is_chosen_stands_in_the_address(project: Project):
    del project
    at = shown_page(script, "nb")
    at.selectbox(key="reports-language").select("sv").run()
    at.selectbox(key="reports-mirror").select("camunda8").run()
    at.text_input(key="reports-date").set_value("12. mars").run()
    assert (place_of(at, "files"), place_of(at, "for"), place_of(at, "date")) == ("sv", "camunda8", "12. mars")
    again = shown_page(script, "nb", files="sv", **{"for": "camunda8", "date": "12. mars"})
    assert again.selectbox(key="reports-language").value == "sv"
    assert again.selectbox(key="reports-mirror").value == "camunda8"
    assert again.text_input(key="reports-date").value == "12. mars"


@pytest.mark.parametrize("value", ["xx", "<script>", "camunda9"])
def test_an_address_that_nobody_wrote_is_as_none(project: Project, value: str):
    del project
    at = shown_page(script, "nb", files=value, **{"for": value})
    assert at.selectbox(key="reports-language").value == "nb"
    assert at.selectbox(key="reports-mirror").value == "none"


def test_where_nothing_can_be_typeset_it_says_what_to_install(project: Project, monkeypatch: pytest.MonkeyPatch):
    def refuse() -> None:
        raise BadInput("nothing-harmonised")

    del project
    monkeypatch.setattr(downloads, "check_installed", refuse)
    at = shown_page(script)
    off = [kind.ending for kind, each in zip(FILES, at.get("download_button"), strict=True) if each.proto.disabled]
    assert set(off) == {"pdf", "png"}
    assert len(off) == sum(kind.needs_typesetting for kind in FILES)
    assert shown(at.info[0].value) == translator("en").text("nothing-harmonised")


def test_what_could_not_be_made_is_noted_until_it_can(project: Project, monkeypatch: pytest.MonkeyPatch):
    state = project.state()
    derived = Deriver().derived(project, state, state.services[0].id)
    failed: dict[str, object] = {}
    monkeypatch.setattr(downloads, "_failed", lambda: failed)
    kind = next(kind for kind in FILES if kind.code == "compare-json")

    def refuse(*_: object) -> bytes:
        raise BadInput("nothing-harmonised")

    make = downloads._making
    broken = make(type(kind)(kind.group, kind.name, kind.ending, refuse), derived, Wish(), "File")
    with pytest.raises(BadInput):
        broken()
    assert list(failed) == ["File"]
    assert make(kind, derived, Wish(), "File")().startswith(b"{")
    assert not failed
