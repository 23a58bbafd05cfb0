"""Internal control, service level, records: tables, the card of a step, changing, findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.workspace import Project
from tests.app.pages.opened import html_of, new_project, shown_page
from tests.app.pages.places import place_of


def control() -> None:
    import streamlit as st

    from procmap.app import project
    from procmap.app.pages import control

    told = project.take_told()
    if told:
        st.error(told)
    control.show()


def rosa() -> None:
    from procmap.app.pages import rosa

    rosa.show()


def records() -> None:
    import streamlit as st

    from procmap.app import project
    from procmap.app.pages import records

    told = project.take_told()
    if told:
        st.error(told)
    records.show()


VIEWS: tuple[tuple[Callable[[], None], str], ...] = (
    (control, "control"), (control, "risk"), (control, "findings"), (rosa, "rosa"), (rosa, "findings"),
    (records, "record"), (records, "findings"),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch, "byggesoknad")


def table_of(at: AppTest) -> dict:
    return json.loads(at.get("bidi_component")[0].proto.json)


def row_with(at: AppTest, column: int, *, there: bool) -> int:
    return next(row["number"] for row in table_of(at)["rows"] if row["cells"][column]["there"] is there)


@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_every_view_is_there_with_and_without_a_step_open(project: Project, page: Callable[[], None], view: str):
    del project
    for language in LANGUAGES:
        at = shown_page(page, language, view=view, row="6")
        assert place_of(at, "view") == view
        if view == "findings":
            assert "<li>" in html_of(at)
        else:
            columns = table_of(at)["columns"]
            assert [column["name"] for column in columns[:-1]] == ["Fjordvik", "Nordås", "Solhaug"]
            assert columns[-1]["name"] == translator(language).text("at-steps-common")
            assert table_of(at)["opened"] == 6


@pytest.mark.parametrize("page", [control, rosa, records])
def test_an_empty_project_says_what_to_do_first(
    page: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    new_project(tmp_path, monkeypatch)
    assert shown(shown_page(page).info[0].value) == translator("en").text("app-no-service")


@pytest.mark.parametrize("row", ["0", "999", "-1", "x", "<b>"])
def test_a_row_that_is_not_there_opens_nothing(project: Project, row: str):
    del project
    assert table_of(shown_page(control, row=row))["opened"] == 0


def test_cells_have_a_word_and_risks_a_light(project: Project):
    del project
    at = shown_page(control, view="risk")
    cells = [cell for row in table_of(at)["rows"] for cell in row["cells"]]
    assert {cell["roles"] for cell in cells} >= {"only here", "missing", "no such step"}
    lights = {(value["light"], value["word"]) for cell in cells for value in cell["values"]}
    assert {("white", "not assessed"), ("red", "high")} <= lights
    at.checkbox(key="only-risk").check().run()
    assert all(any(cell["there"] for cell in row["cells"]) for row in table_of(at)["rows"])


def save(at: AppTest) -> AppTest:
    at.button(key=next(each.key for each in at.button if (each.key or "").startswith("save-"))).click().run()
    assert not at.exception
    return at


def field(at: AppTest, kind: str, name: str):
    return next(each for each in at.get(kind) if (each.key or "").endswith(f"-{name}"))


def test_a_control_is_added_changed_and_taken_away(project: Project):
    at = shown_page(control)
    row = row_with(at, 0, there=False)
    while True:  # the first row in which Fjordvik has a step with nothing at it
        told = next(each for each in table_of(at)["rows"] if each["number"] == row)
        if not told["cells"][0]["there"] and told["cells"][0]["roles"] != "no such step":
            break
        row += 1
    at = shown_page(control, row=str(row), whose="Fjordvik")
    field(at, "text_input", "name").set_value("<script>alert(1)</script>")
    field(at, "text_area", "description").set_value("=1+1")
    field(at, "selectbox", "type").select("detective")
    field(at, "checkbox", "key").check()
    save(at)
    (entry,) = project.state().attached
    assert entry.content["name"] == "<script>alert(1)</script>"
    assert (entry.content["type"], entry.content["key"]) == ("detective", True)
    assert entry.step is not None
    cell = next(each for each in table_of(at)["rows"] if each["number"] == row)["cells"][0]
    assert [value["name"] for value in cell["values"]] == ["<script>alert(1)</script> (key control)"]
    assert "<script>" not in html_of(at)
    assert field(at, "text_area", "description").value == "=1+1"
    field(at, "text_input", "name").set_value("Four eyes")
    save(at)
    assert project.state().attached[0].content["name"] == "Four eyes"
    at.button(key=next(each.key for each in at.button if (each.key or "").startswith("remove-"))).click().run()
    assert not at.exception
    assert project.state().attached[0].is_removed


def test_a_control_without_a_name_is_refused_with_a_sentence(project: Project):
    at = shown_page(control, row="6", whose="Nordås")
    save(at)
    assert shown(at.error[0].value) == translator("en").text("name-empty")
    assert not project.state().attached


def test_a_level_is_changed_and_moved_to_the_whole_process(project: Project):
    at = shown_page(rosa, row="6", whose="Fjordvik")
    field(at, "selectbox", "level").select("7")
    on = next(each for each in at.selectbox if (each.key or "").startswith("on-"))
    on.select("")
    save(at)
    (entry,) = project.state().attached
    assert (entry.kind, entry.content["level"], entry.step) == ("rosa", 7, None)
    assert table_of(at)["rows"][-1]["cells"][0]["there"]


def test_a_date_that_is_none_is_refused(project: Project):
    at = shown_page(records)
    row = row_with(at, 0, there=True)
    at = shown_page(records, row=str(row), whose="Fjordvik")
    field(at, "text_input", "review_date").set_value("next year")
    save(at)
    assert shown(at.error[0].value) == translator("en").text("not-a-date", given="next year")
    field(at, "text_input", "review_date").set_value("2027-01-31")
    save(at)
    assert project.state().attached[0].content["review_date"] == "2027-01-31"


def test_a_step_that_an_organisation_has_not_can_get_nothing(project: Project):
    del project
    at = shown_page(control)
    row = next(each["number"] for each in table_of(at)["rows"] if each["cells"][0]["roles"] == "no such step")
    at = shown_page(control, row=str(row), whose="Fjordvik")
    assert shown(at.info[0].value) == translator("en").text("at-steps-no-such-step", party="Fjordvik")


def test_risks_have_their_controls(project: Project):
    del project
    at = shown_page(control, view="risk")
    row = row_with(at, 0, there=True)
    at = shown_page(control, view="risk", row=str(row), whose="Fjordvik")
    assert any("Treated by" in shown(each.value) for each in at.markdown)
    at = shown_page(control, row=str(row_with(shown_page(control), 0, there=True)), whose="Fjordvik")
    assert field(at, "multiselect", "risks").options
