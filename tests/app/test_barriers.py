"""No page has barriers, in light and in dark, with something in all of it; a new page is among them by itself."""

from __future__ import annotations

from itertools import groupby

import pytest

from procmap.workspace import Project, open_project
from tests.app import barriers
from tests.app.conftest import opened
from tests.app.views import View, address, pages, views
from tests.app.visiting import settled
from tests.workspace.hostile import HostileProject, plain

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """Return a project with something in every field."""
    made = HostileProject(str(tmp_path_factory.mktemp("barriers") / "p.procmap"), plain, plain)
    made.fill()
    return open_project(made.project.location)


@pytest.fixture(scope="module")
def seen(project, tmp_path_factory, browser):
    """Return a function that shows a view of the project, and gives what axe finds in it."""
    running = opened(tmp_path_factory.mktemp("elsewhere"), "--project", project.location, LC_ALL="C")
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nb-NO")
    page = context.new_page()

    def look(view: View, scheme: str) -> set[tuple[str, str, str]]:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{running.address}/{address(view, lang='nb')}")
        settled(page)
        return barriers.found(page)

    yield look
    context.close()
    running.stop()


@pytest.fixture(scope="module")
def by_page(project) -> dict[str, list[View]]:
    return {page: list(each) for page, each in groupby(views(project), key=lambda view: view[0])}


@pytest.mark.parametrize("page", pages())
def test_there_are_no_barriers(seen, by_page, page):
    for view in by_page[page]:
        assert barriers.but_for_exceptions(seen(view, "light")) == set(), view
    first = by_page[page][0]
    assert barriers.but_for_exceptions(seen(first, "dark")) == set(), first


def test_every_exception_is_still_needed(seen, by_page):
    for each in barriers.OF_STREAMLIT:
        found = {rule[:2] for view in by_page[each.page] for rule in seen(view, "light")}
        assert (each.rule, each.target) in found, f"{each} is not needed any more: take it away"
