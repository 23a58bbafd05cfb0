"""What stands in a window: the menu in one line, what scrolls within its frame, Streamlit's own words."""

from __future__ import annotations

import pytest

from procmap.app.shell import PAGES
from procmap.drawing.theme import DARK, LIGHT
from procmap.messages import LANGUAGES, translator
from procmap.workspace.commands import AddNote
from tests.app.barriers import broken
from tests.app.conftest import LAPTOP, WALL, opened
from tests.app.projects import BY, sample_in
from tests.app.visiting import SAMPLE, load, settled
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser
LINK = "stTopNavLink"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_pages_stand_in_the_menu_and_the_language_at_its_end(page, server, language):
    for width, height in (LAPTOP, WALL):
        page.set_viewport_size({"width": width, "height": height})
        load(page, server, f"?lang={language}")
        names, links = [translator(language).text(f"app-page-{name}") for name, _ in PAGES], page.get_by_test_id(LINK)
        until(page, lambda names=names, links=links: links.all_inner_texts() == names)
        box = at_rest(page, page.locator(".st-key-language").bounding_box)
        assert width - 100 < box["x"] + box["width"] < width


@pytest.mark.parametrize("window", [LAPTOP, WALL])
def test_what_undo_would_do_leaves_room_for_the_rest_of_the_bar(page, tmp_path_factory, window):
    folder = tmp_path_factory.mktemp("long")
    made = sample_in(folder)
    service = made.state().services[0]
    for text in ("En lang merknad om noe som noen sa i dag", "Enda en lang merknad om det samme"):
        made.do(AddNote(service=service.id, text=text), BY)
    made.undo(BY)
    running = opened(folder)
    try:
        page.set_viewport_size({"width": window[0], "height": window[1]})
        load(page, running, f"processes?lang=sv&{SAMPLE}")
        parts = page.locator(".st-key-app-redo button"), page.locator(".st-key-language")
        redo, language = at_rest(page, lambda: [part.bounding_box() for part in parts])
    finally:
        running.stop()
    assert redo["x"] + redo["width"] <= language["x"]


@pytest.mark.parametrize("window", [LAPTOP, WALL])
@pytest.mark.parametrize("language", ["nb", "sv"])
@pytest.mark.parametrize(
    "shown",
    [
        ("compare?", "[role=grid]"),
        ("compare?row=5&", "[role=grid]"),
        ("compare?view=side-by-side&", ".frame svg"),
        ("compare?view=overlay&", ".frame svg"),
        ("align?", ".board table"),
        ("control?", "[role=grid]"),
        ("rosa?", "[role=grid]"),
        ("records?row=5&", "[role=grid]"),
    ],
)
def test_what_scrolls_ends_within_the_window(page, server, window, language, shown):
    (width, height), (path, frame) = window, shown
    page.set_viewport_size({"width": width, "height": height})
    load(page, server, f"{path}lang={language}&{SAMPLE}")
    page.locator(frame).first.wait_for(timeout=60_000)
    within = page.locator(".frame").first
    place = "frame => { const box = frame.getBoundingClientRect(); return [box.top, box.bottom]; }"
    least = 400  # a frame is never lower than this, also where a window leaves less

    def fits():
        top, ends = within.evaluate(place)
        return ends <= max(height, top + least)

    until(page, fits)
    top, ends = at_rest(page, lambda: within.evaluate(place))
    assert ends <= max(height, top + least)
    assert ends - top > height / 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_handing_in_files_is_said_in_the_language_of_the_page(page, server, language):
    load(page, server, f"import?lang={language}&{SAMPLE}")
    zone = page.locator("[data-testid=stFileUploaderDropzone]")
    said = translator(language)
    zone.get_by_role("button", name=said.text("upload-choose"), exact=True).wait_for(timeout=60_000)
    zone.get_by_text(said.text("upload-drop"), exact=True).wait_for(timeout=60_000)
    until(page, lambda: "per file" not in zone.inner_text())


def test_such_words_change_with_the_language_and_come_back_after_a_file(page, server, tmp_path):
    load(page, server, f"import?lang=nb&{SAMPLE}")
    page.locator(".st-key-language input").click()
    page.get_by_role("option", name="Svenska").click()
    zone = page.locator("[data-testid=stFileUploaderDropzone]")
    wanted = translator("sv").text("upload-choose")
    until(page, lambda: zone.get_by_role("button", name=wanted, exact=True).count() == 1)
    file = tmp_path / "a.txt"
    file.write_text("1. Motta\n2. Svare\n", "utf-8")
    zone.locator("input").set_input_files(str(file))
    page.get_by_text("a.txt").first.wait_for(timeout=60_000)
    until(page, lambda: zone.get_by_role("button", name=wanted, exact=True).count() == 1)


def test_a_button_that_cannot_be_pressed_yet_can_be_read_in_the_dark(page, server, tmp_path):
    page.emulate_media(color_scheme="dark")
    load(page, server, f"import?lang=nb&{SAMPLE}")
    file = tmp_path / "b.txt"
    file.write_text("1. Motta\n2. Svare\n", "utf-8")
    page.locator("[data-testid=stFileUploaderDropzone] input").set_input_files(str(file))
    dead = page.locator('[data-testid^="stBaseButton-primary"]:disabled p').first
    dead.wait_for(timeout=60_000)
    parts = "each => getComputedStyle(each).color.match(/[\\d.]+/g).slice(0, 3).map(Number)"
    until(page, lambda: min(dead.evaluate(parts)) > 100)


def test_who_goes_from_light_to_dark_sees_all_of_a_page_in_the_dark(page, server):
    load(page, server, f"harmonise?lang=nb&{SAMPLE}")
    asked = page.locator(".procmap").first
    asked.wait_for(timeout=60_000)

    def red():
        return asked.evaluate("each => getComputedStyle(each).getPropertyValue('--lost').trim()")

    until(page, lambda: red() == LIGHT.lost)
    page.emulate_media(color_scheme="dark")
    until(page, lambda: not broken(page, ".st-key-harmonise-ways"))
    until(page, lambda: red() == DARK.lost)
    settled(page)
    until(page, lambda: not broken(page))
