"""Map: typing, changing, splitting, ways, notes, and what is told of people."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.project import PROJECT
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.workspace.parties import drawn_process
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.pages.projects import ME, empty, with_sample

SAY = translator("en")


def script() -> None:
    from procmap.app import project
    from procmap.app.pages import mapping

    told = project.take_told()
    if told:
        import streamlit as st

        st.error(told)
    mapping.show()


def opened(monkeypatch, project, language="en", **place) -> AppTest:
    monkeypatch.setenv(PROJECT, project.location)
    return shown_page(script, language, **place)


@pytest.fixture
def sample(tmp_path):
    return with_sample(tmp_path, ["fjordvik"])


def list_of(at):
    return component(at, "lines")


def component(at, part):
    found = (json.loads(each.proto.json or "{}") for each in at.get("bidi_component"))
    return next(each for each in found if part in each)


def labels(at):
    return [line["label"] for line in list_of(at)["lines"]]


def id_of(at, label):
    return next(line["id"] for line in list_of(at)["lines"] if line["label"] == label)


def button(at, code, **params):
    return next(each for each in at.button if shown(each.label) == SAY.text(code, **params))


def chosen(monkeypatch, project, label) -> AppTest:
    return opened(monkeypatch, project, step=id_of(opened(monkeypatch, project), label))


def done(at):
    at.run()
    assert not at.exception
    return at


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_steps_and_the_picture_in_every_language(monkeypatch, sample, language):
    at = opened(monkeypatch, sample, language)
    assert labels(at)[:2] == ["Søknad mottatt", "Registrere søknad i Fjordarkiv"]
    assert component(at, "svg")["svg"].startswith("<svg")
    assert list_of(at)["selected"] == ""


def test_a_step_is_added_after_the_chosen_one_and_chosen(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Søknad mottatt")
    for label in ("Åpne posten", "Stemple søknaden"):
        at.text_input(key="map-add-label").set_value(label)
        button(at, "map-add").click()
        done(at)
    assert labels(at)[:3] == ["Søknad mottatt", "Åpne posten", "Stemple søknaden"]
    assert place_of(at, "step") == id_of(at, "Stemple søknaden")
    assert sample.history(1)[0].told["step"] == "Stemple søknaden"
    sample.undo(ME)
    assert labels(opened(monkeypatch, sample))[:3] == [
        "Søknad mottatt",
        "Åpne posten",
        "Registrere søknad i Fjordarkiv",
    ]


def test_nothing_chosen_adds_at_the_end(monkeypatch, sample):
    at = opened(monkeypatch, sample)
    at.text_input(key="map-add-label").set_value("Arkivere saken")
    button(at, "map-add").click()
    done(at)
    assert "Arkivere saken" in labels(at)


def test_a_step_without_words_is_refused_with_a_sentence(monkeypatch, sample):
    at = opened(monkeypatch, sample)
    button(at, "map-add").click()
    done(at)
    assert [each.value for each in at.error] == [SAY.text("step-label-empty")]
    assert len(sample.history()) == 2


def test_what_is_known_of_a_step_is_changed_in_one_go(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Registrere søknad i Fjordarkiv")
    key = place_of(at, "step")
    at.text_input(key=f"map-label-{key}").set_value("Registrere")
    at.selectbox(key=f"map-type-{key}").select("receiveTask")
    at.text_area(key=f"map-deadline-{key}").set_value("2 dager")
    at.button(key="map-facts-keep").click()
    done(at)
    line = next(line for line in list_of(at)["lines"] if line["id"] == key)
    assert (line["label"], line["kind"]) == ("Registrere", SAY.word("element", "receiveTask"))
    assert len(sample.history()) == 3
    sample.undo(ME)
    done(at)
    assert at.text_input(key=f"map-label-{key}").value == "Registrere søknad i Fjordarkiv"


def test_a_step_is_moved_and_taken_away(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    before = labels(at)
    at.button(key="map-up").click()
    done(at)
    assert labels(at).index("Fordele til saksbehandler") < before.index("Fordele til saksbehandler")
    at.button(key="map-remove").click()
    done(at)
    assert "Fordele til saksbehandler" not in labels(at)
    assert place_of(at, "step") == ""


def test_a_step_becomes_several_and_several_become_one(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    key = place_of(at, "step")
    at.text_area(key=f"map-split-{key}").set_value("Lese søknaden\nFordele søknaden")
    at.button(key="submit-map-split-do").click()
    done(at)
    at.multiselect(key=f"map-merge-{key}").select(id_of(at, "Fordele søknaden"))
    at.button(key="submit-map-merge-do").click()
    done(at)
    assert "Lese søknaden" in labels(at)
    assert "Fordele søknaden" not in labels(at)


def test_ways_part_and_lead_back(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    key = place_of(at, "step")
    at.text_area(key=f"map-branch-ways-{key}").set_value("Ja: Varsle naboene\nNei:")
    at.button(key="submit-map-branch-do").click()
    done(at)
    line = next(line for line in list_of(at)["lines"] if line["label"] == "Varsle naboene")
    assert line["when"] == "Ja"
    at.selectbox(key=f"map-back-to-{key}").select(id_of(at, "Registrere søknad i Fjordarkiv"))
    at.text_input(key=f"map-back-when-{key}").set_value("feil avdeling")
    at.button(key="submit-map-back-do").click()
    done(at)
    told = next(line for line in list_of(at)["lines"] if line["id"] == key)
    assert "Registrere søknad i Fjordarkiv" in told["next"]


def test_notes_are_kept_and_taken_away(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    key = place_of(at, "step")
    at.radio(key=f"map-note-kind-{key}").set_value("problem")
    at.text_area(key=f"map-note-{key}").set_value("Tar lang tid")
    at.button(key="map-note-add").click()
    done(at)
    (note,) = sample.state().notes
    assert (note.kind, note.text, note.organisation) == ("problem", "Tar lang tid", "Fjordvik")
    at.button(key=f"remove-note-{note.id}").click()
    done(at)
    assert sample.state().notes == ()


def test_who_is_named_is_warned_of_in_steps_and_notes(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    key = place_of(at, "step")
    at.text_area(key=f"map-note-{key}").set_value("Kari Nordmann gjør dette")
    at.button(key="map-note-add").click()
    done(at)
    at.text_input(key="map-add-label").set_value("Ringe Ola Nordmann")
    button(at, "map-add").click()
    done(at)
    (warning,) = at.warning
    assert "Ola N." in shown(warning.value)
    assert "Kari N." in shown(warning.value)


def test_a_step_that_somebody_else_has_taken_away_is_told_of(monkeypatch, sample):
    at = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    other = chosen(monkeypatch, sample, "Fordele til saksbehandler")
    other.button(key="map-remove").click()
    done(other)
    at.button(key="map-up").click()
    done(at)
    assert len(at.error) == 1
    assert "not there any more" in at.error[0].value


def test_a_process_is_begun_from_nothing(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = opened(monkeypatch, project)
    at.text_input(key="map-new-service").set_value("Skjenkebevilling")
    at.text_input(key="map-new-organisation").set_value("Fjordvik")
    at.button(key="map-begin-do").click()
    done(at)
    assert len(labels(at)) == 2
    at.text_input(key="map-add-label").set_value("Motta søknad")
    button(at, "map-add").click()
    done(at)
    assert labels(at)[1] == "Motta søknad"
    state = project.state()
    assert [one.name for one in state.services] == ["Skjenkebevilling"]
    process = drawn_process(project, state.processes[0])
    assert [step.name for step in process.steps if step.name] == ["Motta søknad"]


def test_a_process_without_an_organisation_is_refused_with_a_sentence(monkeypatch, tmp_path):
    at = opened(monkeypatch, empty(tmp_path))
    at.text_input(key="map-new-service").set_value("Skjenkebevilling")
    at.button(key="map-begin-do").click()
    done(at)
    assert [each.value for each in at.error] == [SAY.text("name-empty")]


def test_without_anything_open_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv(PROJECT, raising=False)
    monkeypatch.setenv("PROCMAP_FOLDER", str(tmp_path))
    at = shown_page(script)
    assert shown(at.info[0].value) == SAY.text("app-nothing-open")
