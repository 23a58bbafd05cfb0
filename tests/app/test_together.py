"""Undo and redo by key, what two tabs see of each other, the table of services, and the menu on a small screen."""

from __future__ import annotations

import time

import pytest

from procmap.messages import LANGUAGES
from procmap.workspace import open_project
from procmap.workspace.commands import AddService
from tests.app.projects import BY, empty_in, sample_in
from tests.app.test_browser import said
from tests.app.visiting import load, settled
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    return tmp_path_factory.mktemp("together")


@pytest.fixture(scope="module")
def server(here):
    from tests.app.conftest import opened

    running = opened(here, LC_ALL="C")
    yield running
    running.stop()


def names(project):
    return [one.name for one in project.state().services]


def test_keys_undo_and_redo_but_not_while_somebody_types(here, server, new_page):
    project = empty_in(here, "keys")
    project.do(AddService(called="Skilt"), BY)
    page = load(new_page(), server, "processes?lang=en&open=keys")
    field = page.locator(".st-key-new-service input")
    field.click()
    page.keyboard.type("Skog")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    page.wait_for_timeout(1500)
    assert names(project) == ["Skilt"]
    page.locator("h1").click()
    page.keyboard.press("Control+z")
    until(page, lambda: names(project) == [])
    redo, undo = (page.locator(f".st-key-app-{which} button") for which in ("redo", "undo"))
    until(page, lambda: redo.text_content().startswith('Redo: Service "Skilt" added'))
    settled(page)
    page.keyboard.press("Control+y")
    until(page, lambda: names(project) == ["Skilt"])
    until(page, lambda: undo.text_content().startswith('Undo: Service "Skilt" added'))


def test_what_one_tab_changes_the_other_shows_by_itself(here, server, new_page):
    empty_in(here, "two")
    one, other = (load(new_page(), server, "processes?lang=en&open=two") for _ in range(2))
    one.locator(".st-key-new-service input").fill("Skilt")
    one.keyboard.press("Enter")
    one.locator("table.services").get_by_text("Skilt", exact=True).wait_for(timeout=30_000)
    seen = time.monotonic()
    other.locator("table.services").get_by_text("Skilt", exact=True).wait_for(timeout=30_000)
    print(f"seen after {time.monotonic() - seen:.1f} s")
    other.locator("h1").click()
    other.keyboard.press("Control+z")
    one.locator("table.services").wait_for(state="detached", timeout=30_000)


def test_a_cell_leads_to_the_map_and_a_service_to_its_comparison(here, server, new_page):
    project = sample_in(here)
    page = load(new_page(), server, "processes?lang=nb&open=byggesoknad")
    page.locator("button.status").nth(1).click()
    service = f"service={project.state().services[0].id}"
    until(page, lambda: "/map?" in page.url and service in page.url)
    load(page, server, "processes?lang=nb&open=byggesoknad")
    page.locator("button.name").click()
    page.locator("[role=grid]").wait_for(timeout=60_000)
    until(page, lambda: "/compare?" in page.url)


def test_the_table_is_walked_by_arrows_and_keeps_the_keyboard(here, server, new_page):
    sample_in(here)
    page = load(new_page(), server, "processes?lang=nb&open=byggesoknad")
    page.locator("button.name").focus()
    told = "() => document.activeElement.shadowRoot?.activeElement?.textContent ?? ''"
    page.keyboard.press("ArrowRight")
    until(page, lambda: page.evaluate(told).startswith(said("nb", "status-compared")))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.locator("button.details").focus()
    page.keyboard.press("Enter")
    page.locator(".st-key-details").wait_for(timeout=30_000)
    settled(page)
    until(page, lambda: page.evaluate(told) == said("nb", "processes-details"))
    page.reload()
    page.locator(".st-key-details").wait_for(timeout=60_000)


def test_the_project_is_taken_along_as_one_file(here, server, new_page, tmp_path):
    sample_in(here)
    page = load(new_page(), server, "project?lang=en&open=byggesoknad&part=export")
    with page.expect_download() as taken:
        page.get_by_role("button", name=said("en", "page-project-download")).click()
    taken.value.save_as(tmp_path / "taken.procmap")
    assert len(open_project(str(tmp_path / "taken.procmap")).state().processes) == 3
    load(page, server, "?lang=en")
    page.locator("input[type=file]").set_input_files(tmp_path / "taken.procmap")
    page.get_by_text("taken.procmap").wait_for()
    page.get_by_role("button", name=said("en", "start-take-in-do")).click()
    until(page, lambda: "open=taken" in page.url)
    assert (here / "taken.procmap").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_and_the_bar_have_room_on_a_small_screen(here, server, new_page, language):
    sample_in(here)
    page = load(new_page(), server, f"project?lang={language}&open=byggesoknad")
    until(page, lambda: page.get_by_test_id("stTopNavSection").count() == 0)
    until(page, lambda: page.locator(".st-key-bar").bounding_box()["height"] < 60)
    room = at_rest(page, page.locator(".stMainBlockContainer").bounding_box)["width"]
    until(page, lambda: page.evaluate("document.documentElement.scrollWidth") <= room)
