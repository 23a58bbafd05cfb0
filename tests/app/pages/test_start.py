"""Start: what it offers, and where it leads."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from procmap.answers.sample import sample_folders
from procmap.app.project import FOLDER
from procmap.app.safe import shown
from procmap.app.serving import SCRIPT
from procmap.messages import LANGUAGES, translator
from tests.app.pages.places import place_of


def start(language: str = "en", **place: str) -> AppTest:
    at = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in {"lang": language, **place}.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_offers_every_sample_in_the_language_of_the_reader(language):
    at = start(language)
    say = translator(language)
    assert [shown(title.value) for title in at.title] == [say.text("app-start-title")]
    offered = [shown(button.label) for button in at.button]
    assert offered == [say.text("app-open-sample", name=say.text(f"sample-{name}")) for name in sample_folders()]


def test_one_click_opens_the_sample_and_the_next_leads_to_it():
    at = start()
    at.button(key="open-byggesoknad").click().run()
    assert not at.exception
    assert place_of(at, "open") == "byggesoknad"
    assert [text.value for text in at.text] == ["Fjordvik: 25 steps\nNordås: 30 steps\nSolhaug: 22 steps"]
    assert at.button(key="to-compare")


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


def test_what_the_app_was_started_with_is_open_and_can_be_come_back_to(monkeypatch):
    monkeypatch.setenv(FOLDER, str(sample_folders()["bygglov"]))
    at = start()
    assert "Granvidda" in at.text[0].value
    at.button(key="open-premises-licence").click().run()
    assert "Hallowfen" in at.text[0].value
    at.button(key="open-given").click().run()
    assert "Granvidda" in at.text[0].value


def test_a_folder_that_cannot_be_read_is_told_of(monkeypatch, tmp_path):
    (tmp_path / "a.bpmn").write_text("<nothing>", "utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    at = start()
    assert len(at.error) == 1
    assert "a.bpmn" in shown(at.error[0].value)
    assert "Traceback" not in at.error[0].value
