"""Every page of the app in each of its views: a page that is new in `shell.PAGES` is among them by itself."""

from __future__ import annotations

from urllib.parse import urlencode

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from procmap.app import shell
from procmap.app.compared.aligned import key_of
from procmap.app.pages.compare import VIEWS
from procmap.app.pages.project_page import PARTS
from procmap.app.serving import SCRIPT
from procmap.workspace import Project
from procmap.workspace.agenda import Agenda
from procmap.workspace.deriving import Deriver
from procmap.workspace.parties import drawn_process

View = tuple[str, tuple[tuple[str, str], ...]]
"""The name of a page, and what stands in its address."""


def pages() -> tuple[str, ...]:
    """Return the names of all pages."""
    return tuple(name for name, _ in shell.PAGES)


def views(project: Project) -> tuple[View, ...]:
    """Return the views of all pages on a project with a service that can be compared.

    They are its parts, a card of a row, a question of each kind, a step that is chosen; of a page without such, the
    page as it is.
    """
    state = project.state()
    service = state.services[0].id
    derived = Deriver().derived(project, state, service)
    rows = derived.comparison.alignment.rows
    entry = next(iter(state.processes_of(service)))
    step = drawn_process(project, entry).steps[1].id
    questions = {item.asked.kind: item.asked.id for item in Agenda(derived).items}
    more: dict[str, list[dict[str, str]]] = {
        "processes": [{"details": service}],
        "map": [{"process": entry.id, "step": step}, {"process": "new"}],
        "align": [{"aligned": key_of(max(rows, key=lambda row: len(row.steps)).steps[0])}],
        "compare": [{"view": "matrix", "row": "2"}, *({"view": view} for view in VIEWS[1:])],
        "harmonise": [{"question": question} for _, question in sorted(questions.items())],
        "control": [{"view": "control", "row": "2"}, {"view": "risk", "row": "2"}, {"view": "findings"}],
        "rosa": [{"row": "2"}, {"view": "findings"}],
        "records": [{"row": "2"}, {"view": "findings"}],
        "project": [{"part": part} for part in PARTS],
    }
    return tuple((page, tuple(sorted(at.items()))) for page in pages() for at in more.get(page, [{}]))


def address(view: View, **more: str) -> str:
    """Return the address of a view within a server."""
    page, at = view
    return f"{'' if page == pages()[0] else page}?{urlencode({**dict(at), **more})}"


def app_at(view: View, **more: str) -> AppTest:
    """Return the whole app as it is first shown at a view: the bar, what is told, the page."""
    page, at = view
    app = AppTest.from_file(str(SCRIPT), default_timeout=120)
    for name, value in {"lang": "en", **dict(at), **more}.items():
        app.query_params[name] = value
    if page != pages()[0]:
        app._page_hash = calc_hash(page)  # `switch_page` knows pages that are files only; ours are functions
    app.run()
    return app
