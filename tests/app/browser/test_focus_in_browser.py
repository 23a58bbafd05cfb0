"""The keyboard in a browser: it is never nowhere, pages begin at their heading, F2 leads to the menu and back."""

from __future__ import annotations

import pytest

from tests.app.by_keyboard import EN, Typist
from tests.app.visiting import SAMPLE, load, settled
from tests.reports.browsing import until

pytestmark = pytest.mark.browser


@pytest.fixture
def typist(page):
    return Typist(page)


def at(typist, holds):
    """Wait until something holds of what the keyboard is at."""
    until(typist.page, lambda: holds(typist.focus))


def test_a_page_begins_at_its_heading_and_f2_leads_to_the_menu_and_back(typist, server):
    load(typist.page, server, f"align?{SAMPLE}")
    assert typist.focus.tag == "body"  # Tab begins on top, where the way past the menu is
    typist.press("F2")
    at(typist, lambda focus: (focus.tag, focus.text) == ("a", EN.text("app-page-align")))
    typist.press("F2")
    at(typist, lambda focus: focus.tag == "h1")
    typist.to("align-of")
    typist.press("F2")
    at(typist, lambda focus: focus.tag == "a")
    typist.press("F2")
    at(typist, lambda focus: focus.names[:1] == ("align-of",))
    typist.open_page("compare")
    settled(typist.page)
    at(typist, lambda focus: focus.tag == "h1")
    typist.press("Tab")
    at(typist, lambda focus: focus.names[:1] == ("compare-view",))


def test_what_is_taken_away_gives_the_keyboard_to_the_part_that_it_was_in(typist, server):
    load(typist.page, server, f"align?{SAMPLE}")
    typist.press("F2", "F2")
    typist.to("align-board", "button")
    while not typist.focus.text.startswith("1 "):
        typist.press("Tab")
    typist.press("Enter", then=lambda: "aligned=" in typist.page.url)
    typist.to("align-close")
    typist.press("Enter", then=lambda: "aligned=" not in typist.page.url)
    # The name of its row.
    at(typist, lambda focus: focus.text.startswith("1 ") and "align-board" in focus.names)


def test_a_click_beside_everything_leaves_on_purpose(typist, server):
    page = typist.page
    load(page, server, f"align?{SAMPLE}")
    typist.press("F2", "F2")
    typist.to("align-only-unsure")
    page.mouse.click(640, 5)
    typist.press("Control+F12")
    page.wait_for_timeout(3000)  # longer than the page looks for what others change
    assert typist.focus.tag == "body"


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_page_does_not_move_aside_for_the_keyboard(typist, server, width):
    page = typist.page
    page.set_viewport_size({"width": width, "height": 720})
    load(page, server, f"compare?{SAMPLE}&lang=nb")
    for _ in range(40):
        typist.press("Tab")
        assert page.locator(".stAppViewContainer").evaluate("box => box.scrollLeft") == 0
    assert page.locator("[data-testid=stMainMenu]").bounding_box()["x"] < width - 20


def test_what_is_told_on_top_moves_nothing_from_under_the_keyboard(typist, server):
    load(typist.page, server, f"harmonise?{SAMPLE}")
    drop = typist.page.locator(".st-key-way-4 button", has_text="Drop")
    question = typist.page.locator(".st-key-harmonise-question h2")
    typist.press("F2", "F2")
    for _ in range(40):
        if drop.count():
            break
        before = question.inner_text()
        typist.press("5", then=lambda before=before: question.inner_text() != before)
    typist.to("way-4")
    typist.press("Enter", then=lambda: typist.page.locator(".st-key-told [data-testid=stAlert]").count())
    at(typist, lambda focus: focus.names[:1] == ("way-4",))
    typist.to(EN.text("harmonise-reason"), "input")
    typist.type("4")
    typist.press("Escape")
    at(typist, lambda focus: focus.tag == "h2")
