"""Bringing in and typing in a browser: the keyboard stays where people type, and a list is chosen from by both."""

from __future__ import annotations

import re

import pytest

from procmap.answers.sample import sample_folder
from tests.app.barriers import broken
from tests.app.conftest import WALL
from tests.app.pages.projects import empty, with_sample
from tests.app.visiting import focused, settled
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser
WINDOW = WALL


def labels(page):
    return page.locator("[role=option] .label").all_text_contents()


def test_steps_are_typed_one_after_the_other_without_the_mouse(tmp_path, page, serve):
    serve(with_sample(tmp_path, ["fjordvik"]), "map?lang=en")
    page.locator("[role=listbox]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator('[role=option][aria-selected="true"]').wait_for()
    until(page, lambda: labels(page)[1:2] == ["Registrere søknad i Fjordarkiv"])
    settled(page)
    field = page.locator(".st-key-map-add-label input")
    field.focus()
    for text in ("Åpne posten", "Stemple", "Skanne"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)  # faster than the page is drawn
    until(page, lambda: labels(page)[2:5] == ["Åpne posten", "Stemple", "Skanne"])
    settled(page)
    assert labels(page)[2:5] == ["Åpne posten", "Stemple", "Skanne"]
    until(page, lambda: field.input_value() == "")
    until(page, lambda: field.evaluate("field => field === document.activeElement"))
    page.keyboard.press("Alt+ArrowUp")
    until(page, lambda: labels(page)[3:4] == ["Skanne"])
    settled(page)
    until(page, lambda: focused(page)[1] == "input")
    page.locator("[role=listbox]").focus()  # in a field the key is the field's own
    page.keyboard.press("Control+z")
    until(page, lambda: labels(page)[3:4] == ["Stemple"])


def test_a_click_in_the_list_shows_the_step_in_the_picture_and_back(tmp_path, page, serve):
    serve(with_sample(tmp_path, ["fjordvik"]), "map?lang=en")
    page.locator("[role=option]").last.click()
    page.locator('[role=option][aria-selected="true"]').wait_for()
    settled(page)
    parts = [page.locator(name) for name in (".map .frame", "[aria-current=true] .ring")]
    frame, chosen = at_rest(page, lambda: [part.bounding_box() for part in parts])
    assert frame["x"] <= chosen["x"]
    assert chosen["x"] + chosen["width"] <= frame["x"] + frame["width"]
    page.locator(".frame").get_by_role("button", name=re.compile("Registrere søknad")).first.click()
    marked = page.locator('[role=option][aria-selected="true"]').filter(has_text="Registrere søknad")
    marked.wait_for(timeout=60_000)
    settled(page)
    parts = [page.locator("[role=listbox]"), marked]
    listed, box = at_rest(page, lambda: [part.bounding_box() for part in parts])
    assert listed["y"] <= box["y"] <= listed["y"] + listed["height"]


def test_files_are_dropped_and_kept(tmp_path, page, serve):
    serve(empty(tmp_path), "import?lang=en")
    page.locator("input[type=file]").set_input_files([str(each) for each in sorted(sample_folder().glob("*.bpmn"))])
    page.locator(".st-key-import-keep button").wait_for(timeout=60_000)
    settled(page)
    page.locator(".st-key-import-keep button").click()
    page.locator(".st-key-import-to-map button").click()
    page.locator("[role=option]").first.wait_for(timeout=60_000)


def test_there_are_no_barriers_in_what_was_read(tmp_path, page, serve):
    serve(with_sample(tmp_path, ["fjordvik"]), "import?lang=nb")
    page.locator("input[type=file]").set_input_files(str(sample_folder() / "nordas.bpmn"))
    page.locator(".st-key-import-keep button").wait_for(timeout=60_000)
    settled(page)
    assert broken(page) == set()
