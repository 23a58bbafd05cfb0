"""Start: what it offers, and where it leads."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from procmap.answers.sample import sample_folders
from procmap.app.project import PROJECT
from procmap.app.safe import shown
from procmap.app.serving import SCRIPT
from procmap.messages import LANGUAGES, translator
from procmap.workspace import open_project
from procmap.workspace.commands import ChangeSetting
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.projects import BY, empty_in, sample_in


def start(language: str = "en", **place: str) -> AppTest:
    return shown_page(SCRIPT, language, **place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_offers_every_sample_in_the_language_of_the_reader(language):
    at = start(language)
    say = translator(language)
    assert [shown(title.value) for title in at.title] == [say.text("app-start-title")]
    offered = [shown(button.label) for button in at.button if (button.key or "").startswith("open-sample-")]
    assert offered == [say.text("app-open-sample", name=say.text(f"sample-{name}")) for name in sample_folders()]


def test_one_click_opens_the_sample_and_the_next_leads_on(folder):
    at = start()
    at.button(key="open-sample-byggesoknad").click().run()
    assert not at.exception
    assert place_of(at, "open") == "Building-application"
    assert "1 service · 3 organisations · 3 processes" in [text.value for text in at.text]
    assert at.button(key="to-processes")
    assert open_project(str(folder / "Building-application.procmap")).state().confirmations


def test_a_new_project_is_made_and_open(folder):
    at = start()
    at.text_input(key="project-name").set_value("Ny kommune")
    at.button(key="FormSubmitter:new-project-" + at.button[0].label).click().run()
    assert not at.exception
    assert place_of(at, "open") == "Ny-kommune"
    assert (folder / "Ny-kommune.procmap").exists()
    assert at.text_input(key="project-name").value == ""
    assert at.button(key="to-import")


def test_without_a_name_nothing_is_made_and_it_says_so(folder):
    at = start()
    at.button(key="FormSubmitter:new-project-" + at.button[0].label).click().run()
    assert [shown(error.value) for error in at.error] == ["Give a name."]
    assert not list(folder.iterdir())


def test_projects_of_the_folder_are_a_click_away(folder):
    empty_in(folder, "one")
    sample_in(folder)
    at = start()
    at.button(key="open-one").click().run()
    assert place_of(at, "open") == "one"
    at.button(key="open-byggesoknad").click().run()
    assert place_of(at, "open") == "byggesoknad"
    assert not [button for button in at.button if button.key == "open-byggesoknad"]


def test_the_language_is_changed_at_once():
    at = start("nb")
    at.selectbox(key="language-choice").select("sv").run()
    assert not at.exception
    assert place_of(at, "lang") == "sv"
    assert shown(at.title[0].value) == translator("sv").text("app-start-title")


@pytest.mark.parametrize("value", ["../../etc", "xx", "given", "<script>"])
def test_only_what_is_offered_can_be_opened(value):
    at = start(open=value)
    assert not at.text
    assert "open" not in at.query_params


def test_what_the_app_was_started_with_is_the_only_one(monkeypatch, folder):
    empty_in(folder, "other")
    monkeypatch.setenv(PROJECT, sample_in(folder).location)
    at = start(open="other")
    assert "1 service · 3 organisations · 3 processes" in [text.value for text in at.text]
    assert not [button for button in at.button if (button.key or "").startswith("open-")]


def test_a_project_that_cannot_be_read_is_told_of_and_closed(folder):
    (folder / "a.procmap").write_bytes(b"SQLite format 3\x00" + b"\x00" * 500)
    at = start(open="a")
    assert len(at.error) == 1
    assert "a.procmap" in shown(at.error[0].value)
    assert "Traceback" not in at.error[0].value
    assert "open" not in at.query_params


def test_a_project_speaks_its_language_to_who_has_chosen_none(folder):
    made = empty_in(folder, "one")
    made.do(ChangeSetting(setting="language", value="sv"), BY)
    at = AppTest.from_file(str(SCRIPT), default_timeout=60)
    at.query_params["open"] = "one"
    at.run()
    assert shown(at.title[0].value) == translator("sv").text("app-start-title")
    assert at.selectbox(key="language-choice").value == "sv"
    at.selectbox(key="language-choice").select("nn").run()
    assert shown(at.title[0].value) == translator("nn").text("app-start-title")
    assert shown(start("en", open="one").title[0].value) == translator("en").text("app-start-title")
