"""Project: every part of the page, and what it changes."""

from __future__ import annotations

import sqlite3

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.pages.project_page import AT_ONCE, PARTS
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.model import Scale, ScaleLevel
from procmap.workspace.commands import AddOrganisation, AddService, SetScale
from procmap.workspace.exchange import import_project
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.projects import BY, empty_in, sample_in

SAY = translator("en")
SAVE = SAY.text("processes-keep")


def script() -> None:
    from procmap.app import project
    from procmap.app.pages import project_page

    project_page.show()
    import streamlit as st

    told = project.take_told()
    if told:
        st.error(told)


def page(language: str = "en", **place: str) -> AppTest:
    return shown_page(script, language, **place)


def press(at: AppTest, label: str) -> AppTest:
    next(button for button in at.button if shown(button.label) == label).click().run()
    assert not at.exception
    return at


def html_of(at: AppTest) -> str:
    return "".join(each.proto.body for each in at.get("html"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_there_in_every_language(folder, part, language):
    sample_in(folder)
    at = page(language, open="byggesoknad", part=part)
    assert shown(at.title[0].value) == translator(language).text("app-page-project")
    assert place_of(at, "part") == part


def test_without_anything_open_it_offers_the_sample():
    assert [button.key for button in page().button] == ["open-sample"]


def test_the_name_and_the_language_of_the_project_are_kept(folder):
    made = empty_in(folder)
    at = page(open="empty")
    at.text_input[0].set_value("  Nye   Fjord ")
    at.selectbox[0].select("sv")
    press(at, SAVE)
    state = made.state()
    assert (state.setting("name"), state.setting("language")) == ("Nye Fjord", "sv")


def test_who_somebody_is_stands_in_the_address_and_in_the_history(folder):
    made = empty_in(folder)
    at = page(open="empty")
    at.text_input(key="who").set_value(" Kari  N ").run()
    assert place_of(at, "who") == "Kari N"
    at.text_input[0].set_value("Ny")
    press(at, SAVE)
    assert made.history()[0].who == "Kari N"


def test_organisations_take_each_others_names_letters_and_places(folder):
    made = sample_in(folder)
    first, second, third = made.state().organisations
    at = page(open="byggesoknad", part="organisations")
    at.text_input(key=f"name-{first.id}-{first.version}").set_value("Nordås")
    at.text_input(key=f"name-{second.id}-{second.version}").set_value("Fjordvik")
    at.text_input(key=f"letter-{first.id}-{first.version}").set_value("N")
    at.number_input(key=f"place-of-{third.id}-{third.version}").set_value(1)
    at.checkbox(key=f"is-{third.id}-{third.version}").check()
    press(at, SAVE)
    now = {one.id: one for one in made.state().organisations}
    assert [now[each.id].name for each in (first, second, third)] == ["Nordås", "Fjordvik", "Solhaug"]
    assert [now[each.id].place for each in (first, second, third)] == [2, 3, 1]
    assert (now[first.id].letter, now[third.id].is_reference) == ("N", True)
    assert len(made.history()) == 4
    assert made.misfits() == ()
    at.text_input(key=f"letter-{second.id}-{now[second.id].version}").set_value("n")
    press(at, SAVE)
    assert [error.value for error in at.error] == ["The letter N is taken. Take another."]


def test_only_an_organisation_without_processes_is_removed_and_after_a_question(folder):
    made = sample_in(folder)
    made.do(AddOrganisation(called="Ekstra"), BY)
    at = page(open="byggesoknad", part="organisations")
    extra = next(one for one in made.state().organisations if one.name == "Ekstra")
    yes = [button for button in at.button if (button.key or "").endswith("-yes")]
    assert [button.key for button in yes] == [f"remove-{extra.id}-yes"]
    yes[0].click().run()
    assert "Ekstra" not in [one.name for one in made.state().organisations]
    at.text_input(key="new-organisation").set_value("Ekstra")
    press(at, SAY.text("page-project-add-organisation"))
    assert "Ekstra" in [one.name for one in made.state().organisations]


def test_a_state_is_kept_and_returned_to_and_that_can_be_undone(folder):
    made = sample_in(folder)
    at = page(open="byggesoknad", part="states")
    at.text_input(key="new-state-name").set_value("Før møtet")
    press(at, SAY.text("page-project-keep-state"))
    (kept,) = made.snapshots()
    made.do(AddService(called="Skilt"), BY)
    at.run()
    assert len(made.state().services) == 2
    at.button(key=f"return-{kept.id}-yes").click().run()
    assert len(made.state().services) == 1
    made.undo(BY)
    assert len(made.state().services) == 2


def test_history_tells_the_newest_first_page_by_page(folder):
    made = empty_in(folder)
    for number in range(2 * AT_ONCE):
        made.do(AddService(called=f"<b>{number}"), BY)
    at = page(open="empty", part="history")
    assert html_of(at).count("<tr>") == AT_ONCE + 1
    assert f"&lt;b&gt;{2 * AT_ONCE - 1}" in html_of(at)
    assert "<b>" not in html_of(at)
    at.button(key="page-project-older").click().run()
    at.button(key="page-project-older").click().run()
    assert place_of(at, "entries") == "3"
    assert html_of(at).count("<tr>") == 2
    assert at.button(key="page-project-older").disabled


def test_a_scale_is_made_and_changed(folder):
    made = empty_in(folder)
    made.do(SetScale(scale=Scale(id="s", name="Sannsynlighet", levels=(ScaleLevel(value="1", name="lav"),))), BY)
    at = page(open="empty", part="scales")
    at.text_input(key="scale-id-").set_value("k")
    at.text_area[0].set_value("1; lav; #2e7d32\n2; høy")
    press(at, SAVE)
    scales = {one.id: one for one in made.state().all_scales()}
    assert scales["k"].levels == (
        ScaleLevel(value="1", name="lav", colour="#2e7d32"),
        ScaleLevel(value="2", name="høy"),
    )
    at.selectbox(key="scale-which").select("s").run()
    assert at.text_area[0].value == "1; lav"
    at.text_area[0].set_value("1; a\n1; b")
    press(at, SAVE)
    assert "1; b: this is no level." in at.error[0].value


@pytest.mark.parametrize("without", [False, True])
def test_the_project_is_exported_whole_or_without_people(folder, tmp_path, without):
    made = sample_in(folder)
    at = page(open="byggesoknad", part="export")
    if without:
        at.checkbox(key="without-people").check().run()
    assert not at.exception
    assert len(at.get("download_button")) == 1
    from procmap.app.project import Opened
    from procmap.app.project_parts.exported import exported

    content = exported(Opened("x", made, made.state()), "en", without_people=without).content
    (tmp_path / "given.procmap").write_bytes(content)
    again = import_project(str(tmp_path / "given.procmap"), str(tmp_path / "again.procmap"))
    assert len(again.state().processes) == 3
    with sqlite3.connect(tmp_path / "given.procmap") as held:
        assert held.execute("pragma integrity_check").fetchone() == ("ok",)
