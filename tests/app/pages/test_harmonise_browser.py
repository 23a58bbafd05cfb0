"""Harmonise in a browser: by keyboard alone, also with C and R; nothing typed is lost."""

from __future__ import annotations

import pytest

from procmap.messages import translator
from procmap.workspace import Person, create_project, open_project
from procmap.workspace.agenda import Agenda
from procmap.workspace.deriving import Deriver
from tests.app.conftest import WALL, opened
from tests.reports.browsing import until
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_small

pytestmark = pytest.mark.browser
WINDOW = WALL
EN = translator("en")


@pytest.fixture
def harmonising(tmp_path, page):
    """Return a project, and a page of the app that it is open in."""
    location = str(tmp_path / "samordne.procmap")
    project = create_project(location, "Ny kommune", LEADER)
    with_small(project, LEADER)
    running = opened(tmp_path, "--project", location)
    yield open_project(location), page, running
    running.stop()


def load(page, running, row):
    page.goto(f"{running.address}/harmonise?lang=en&question=row-{row}")
    settled(page)


def settled(page):
    page.locator(".st-key-harmonise-ways").wait_for(timeout=60_000)
    page.wait_for_timeout(300)
    page.locator('[data-testid=stApp][data-test-script-state="notRunning"]').wait_for(timeout=60_000)
    page.wait_for_timeout(300)


def choices(project):
    return [(entry.decision.choice, entry.decision.from_) for entry in project.state().decisions]


def test_keys_answer_but_not_while_somebody_types(harmonising):
    project, page, running = harmonising
    state = project.state()
    found = Agenda(Deriver().derived(project, state, state.services[0].id))
    row = next(row for row in found.deciding.rows if len(row.steps) == 3)
    load(page, running, row.id)
    reason = page.get_by_label(EN.text("harmonise-reason"))
    reason.press_sequentially("ABC 1234 r")
    typed = project.state().services[0].id, f"row-{row.id}/"
    until(page, lambda: project.drafts(Person()).text(typed, "reason", '""') == '"ABC 1234 r"')
    assert choices(project) == []
    page.reload()
    settled(page)
    until(page, lambda: reason.input_value() == "ABC 1234 r")
    page.locator("h1").click()
    page.keyboard.press("c")
    until(page, lambda: choices(project) == [("adopt", "S\u00f8r")])
    settled(page)
    assert project.state().decisions[0].decision.reason == "ABC 1234 r"
    page.keyboard.press("Control+z")
    until(page, lambda: choices(project) == [])
    assert project.drafts(Person()).text(typed, "reason", '""') == '"ABC 1234 r"'
