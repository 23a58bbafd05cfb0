"""A server that dies in the middle of work, and two servers on one project: nothing that was shown as saved is lost."""

from __future__ import annotations

import signal

import pytest

from procmap.messages import translator
from procmap.workspace import Person, create_project, open_project
from procmap.workspace.agenda import Agenda
from procmap.workspace.deriving import Deriver
from tests.app.conftest import WALL, Running, opened
from tests.app.visiting import load, settled
from tests.reports.browsing import until
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_small

pytestmark = pytest.mark.browser
WINDOW = WALL
EN = translator("en")
TYPED = "Fordi kommunen har "
MORE = "to arkiv"


@pytest.fixture
def project(tmp_path):
    made = create_project(str(tmp_path / "p.procmap"), "Ny kommune", LEADER)
    with_small(made, LEADER)
    return open_project(made.location)


def rows(project):
    state = project.state()
    found = Agenda(Deriver().derived(project, state, state.services[0].id))
    return [row.id for row in found.deciding.rows if len(row.steps) == 3]


def again(first, project, folder):
    """Return a new server in the place of one that is gone."""
    arguments = ["-m", "procmap", "app", "--no-browser", "--port", str(first.port), "--project", project.location]
    return Running(arguments, folder, first.port, {"LC_ALL": "C"})


def test_a_killed_server_loses_no_decision_and_no_word_that_was_kept(project, new_page, tmp_path):
    decided, asked = rows(project)[:2]
    running = opened(tmp_path, "--project", project.location, LC_ALL="C")
    page = new_page()
    try:
        load(page, running, f"harmonise?lang=en&question=row-{decided}")
        page.locator('[class*="st-key-way-"] button').first.click()
        until(page, lambda: len(project.state().decisions) == 1)
        settled(page)
        load(page, running, f"harmonise?lang=en&question=row-{asked}")
        question = page.locator(".st-key-harmonise-question h2").first.text_content()
        reason = page.get_by_label(EN.text("harmonise-reason"))
        reason.press_sequentially(TYPED)
        form = project.state().services[0].id, f"row-{asked}/"
        until(page, lambda: TYPED in (project.drafts(Person()).text(form, "reason", '""') or ""))
        settled(page)
        before, version = project.records(), project.version
        reason.press_sequentially(MORE)
        running.stop(signal.SIGKILL)
        assert open_project(project.location).misfits() == ()
        assert project.records(version) == before
        running = again(running, project, tmp_path)
        page.locator('[data-testid=stApp][data-test-connection-state="CONNECTED"]').wait_for(timeout=60_000)
        settled(page)
        # The page finds the new server by itself, and asks the same.
        asks = page.locator(".st-key-harmonise-question h2").first
        until(page, lambda: asks.text_content() == question)
        page.reload()
        settled(page)
        until(page, lambda: asks.text_content() == question)
        until(page, lambda: reason.input_value().startswith(TYPED))
        until(page, lambda: f"question=row-{asked}" in page.url)
        assert len(project.state().decisions) == 1
        assert project.misfits() == ()
    finally:
        running.stop()


def test_two_servers_on_one_project_see_what_the_other_changes(project, new_page, tmp_path):
    servers = [opened(tmp_path, "--project", project.location, LC_ALL="C") for _ in range(2)]
    one, other = new_page(), new_page()
    try:
        for page, server in zip((one, other), servers, strict=True):
            load(page, server, "processes?lang=en")
        for writer, reader, name in ((one, other, "Skilt"), (other, one, "Skog")):
            writer.locator(".st-key-new-service input").fill(name)
            writer.keyboard.press("Enter")
            for page in (writer, reader):
                page.locator("table.services").get_by_text(name, exact=True).wait_for(timeout=30_000)
        other.locator("h1").click()
        other.keyboard.press("Control+z")
        one.locator("table.services").get_by_text("Skog", exact=True).wait_for(state="detached", timeout=30_000)
        assert [each.name for each in project.state().services] == ["Byggesøknad", "Skilt"]
        assert project.misfits() == ()
    finally:
        for server in servers:
            server.stop()
