"""The app in a browser: first load, languages, keyboard alone, no barriers, nothing fetched from elsewhere."""

from __future__ import annotations

import re

import pytest

from procmap.messages import LANGUAGES, translator
from tests.app.barriers import broken
from tests.app.conftest import Running, opened
from tests.app.projects import sample_in
from tests.app.visiting import SAMPLE, focused, load, settled
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser


def said(language, code, **params):
    return translator(language).text(code, **params)


def in_language(page, language):
    """Wait until the page says that it is in a language."""
    until(page, lambda: page.evaluate("document.documentElement.lang") == language)


def speaks(page, language):
    """Wait until the start page is in a language, and says so."""
    title = said(language, "app-start-title")
    in_language(page, language)
    until(page, lambda: page.locator("h1").text_content().replace("\u2060", "") == title)


def test_the_first_load_fetches_nothing_from_elsewhere(page, server):
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: told.append(message.text))
    for path in ("", f"compare?{SAMPLE}", f"compare?{SAMPLE}&view=overlay"):
        load(page, server, path)
    own = re.compile(rf"(https?|ws)://localhost:{server.port}/|data:|blob:http://localhost:{server.port}/")
    assert [url for url in asked if not own.match(url)] == []
    assert any(url.startswith("ws") for url in asked)
    assert [text for text in told if "Content Security Policy" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_of_its_address(page, server, language):
    load(page, server, f"?lang={language}")
    speaks(page, language)
    until(page, lambda: page.title() == f"{said(language, 'app-page-start')} \u2013 procmap")


def test_the_language_is_changed_without_loading_anew_and_stays(page, server):
    load(page, server, "?lang=nb")
    page.evaluate("window.same = true")
    page.locator(".st-key-language input").click()
    page.get_by_role("option", name="Svenska").click()
    speaks(page, "sv")
    settled(page)
    page.get_by_role("link", name=said("sv", "app-page-compare")).click()
    until(page, lambda: "/compare" in page.url and "lang=sv" in page.url)
    settled(page)
    assert page.evaluate("window.same")
    page.reload()
    settled(page)
    in_language(page, "sv")


def tab_to(page, wanted, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted(*focused(page)):
            return
    raise AssertionError(focused(page))


def test_from_the_start_to_the_card_of_a_row_by_keyboard_alone(page, server):
    load(page, server, "?lang=en")
    name = said("en", "app-open-sample", name=said("en", "sample-byggesoknad"))
    tab_to(page, lambda text, tag: (text, tag) == (name, "button"), most=80)
    page.keyboard.press("Enter")
    page.locator(".st-key-to-processes button").wait_for(timeout=60_000)
    settled(page)
    page.locator("body").press("Home")
    tab_to(page, lambda text, tag: (text, tag) == (said("en", "app-to-processes"), "button"))
    page.keyboard.press("Enter")
    page.locator("table.services").wait_for(timeout=60_000)
    settled(page)
    tab_to(page, lambda text, tag: (text, tag) == (said("en", "sample-byggesoknad"), "button"))
    page.keyboard.press("Enter")
    page.locator("[role=grid]").wait_for(timeout=60_000)
    settled(page)
    tab_to(page, lambda _, tag: tag == "th")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    until(page, lambda: focused(page)[1] == "td")
    page.keyboard.press("Enter")
    page.locator(".procmap.card").wait_for(timeout=60_000)
    settled(page)
    until(page, lambda: "row=2" in page.url)
    until(page, lambda: focused(page)[1] == "td")  # the keyboard stays where it was
    until(page, lambda: page.get_by_role("status").get_by_text(said("en", "app-card-open", row=2)).count() == 1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, lambda: "row=3" in page.url)
    settled(page)
    page.keyboard.press("Escape")
    until(page, lambda: "row=" not in page.url)
    until(page, lambda: page.locator(".procmap.card").count() == 0)


def test_a_click_opens_a_row_and_loading_again_leads_back(page, server):
    load(page, server, f"compare?lang=nb&{SAMPLE}")
    page.get_by_role("rowheader", name=re.compile("Mangelsjekk")).click()
    page.locator(".procmap.card").wait_for(timeout=60_000)
    settled(page)
    heading = page.locator(".st-key-card h2").first
    until(page, lambda: "Mangelsjekk" in heading.text_content())
    title = heading.text_content()
    page.reload()
    page.locator(".procmap.card").wait_for(timeout=60_000)
    until(page, lambda: heading.text_content() == title)
    page.locator('tr[aria-selected="true"]').wait_for(timeout=60_000)


def test_a_new_server_leads_back_to_the_same_place(page, tmp_path):
    sample_in(tmp_path)
    first = opened(tmp_path)
    load(page, first, f"compare?lang=nn&{SAMPLE}&row=4")
    first.stop()
    arguments = ["-m", "procmap", "app", "--no-browser", "--port", str(first.port)]
    again = Running(arguments, tmp_path, first.port, {})
    try:
        page.locator(".st-key-card-next button").wait_for(timeout=60_000)
        page.reload()
        page.locator(".procmap.card").wait_for(timeout=60_000)
        until(page, lambda: "row=4" in page.url)
        in_language(page, "nn")
    finally:
        again.stop()


def test_the_head_and_the_first_column_stay(page, server):
    page.set_viewport_size({"width": 900, "height": 700})
    load(page, server, f"compare?lang=nb&{SAMPLE}")
    head = page.locator("[role=grid] thead th").first
    before = at_rest(page, head.bounding_box)
    page.locator(".frame").evaluate("frame => { frame.scrollTop = 900; frame.scrollLeft = 60 }")
    assert at_rest(page, head.bounding_box) == before


@pytest.mark.parametrize("path", ["?lang=nb", "compare?lang=nb"])
def test_there_are_no_barriers_where_nothing_is_open(page, server, path):
    load(page, server, path)
    assert broken(page) == set()
