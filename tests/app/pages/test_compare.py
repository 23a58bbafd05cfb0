"""Compare: the matrix and its filters, the card, differences, pictures, agreement."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.pages.compare import VIEWS
from procmap.app.project import FOLDER
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.projects import sample_in


def script() -> None:
    from procmap.app.pages import compare

    compare.show()


def compare(language: str = "en", opened: str = "byggesoknad", **place: str) -> AppTest:
    if opened:
        sample_in(Path(os.environ[FOLDER]), opened)
    return shown_page(script, language, open=opened, **place)


def matrix_of(at: AppTest):
    """Return what the matrix is given to draw."""
    return json.loads(at.get("bidi_component")[0].proto.json)


def numbers(at: AppTest) -> list[int]:
    return [row["number"] for row in matrix_of(at)["rows"]]


def html_of(at: AppTest) -> str:
    return "".join(each.proto.body for each in at.get("html"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_there_in_every_language(view, language):
    at = compare(language, view=view, row="5")
    say = translator(language)
    title = say.text("page-title", parties=["Fjordvik", "Nordås", "Solhaug"])
    assert shown(at.title[0].value) == f"Byggesøknad: {title}"
    assert place_of(at, "view") == view


def test_without_anything_open_it_says_what_to_do_and_offers_the_sample():
    at = compare(opened="")
    assert len(at.info) == 1
    at.button(key="open-sample").click().run()
    assert matrix_of(at)["rows"]


def test_the_matrix_shows_all_rows_with_all_organisations():
    told = matrix_of(compare())
    assert [column["letter"] for column in told["columns"]] == ["A", "B", "C"]
    assert numbers(compare()) == list(range(1, len(told["rows"]) + 1))
    assert {len(row["cells"]) for row in told["rows"]} == {3}
    assert told["opened"] == 0


def test_filters_leave_what_they_say():
    at = compare()
    every = numbers(at)
    at.checkbox(key="filter-differences").check().run()
    few = numbers(at)
    assert 0 < len(few) < len(every)
    role = at.selectbox(key="filter-role")
    role.select(role.options[1]).run()
    assert 0 < len(numbers(at)) < len(few)
    at.text_input(key="filter-search").set_value("no such words anywhere").run()
    assert not at.get("bidi_component")
    assert shown(at.info[0].value) == translator("en").text("filter-nothing")


def test_a_row_in_the_address_is_open_and_the_rows_beside_it_are_a_click_away():
    at = compare(row="5")
    assert matrix_of(at)["opened"] == 5
    assert "Registrere søknad i Fjordarkiv" in html_of(at)
    at.button(key="card-next").click().run()
    assert (matrix_of(at)["opened"], place_of(at, "row")) == (6, "6")
    at.button(key="card-close").click().run()
    assert matrix_of(at)["opened"] == 0
    assert "row" not in at.query_params


@pytest.mark.parametrize("row", ["0", "999", "-1", "x", "<b>"])
def test_a_row_that_is_not_there_opens_nothing(row):
    assert matrix_of(compare(row=row))["opened"] == 0


def test_differences_of_one_kind():
    at = compare(view="differences")
    everything = html_of(at)
    at.selectbox(key="filter-class").select("order").run()
    few = html_of(at)
    assert "Fordele til saksbehandler" in few
    assert few.count("<li") < everything.count("<li")


@pytest.mark.parametrize("name", ["anskaffelse", "barnehageopptak", "bygglov", "journalforing", "premises-licence"])
def test_every_sample_can_be_compared(name):
    assert matrix_of(compare(opened=name))["rows"]
