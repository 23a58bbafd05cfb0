"""Whoever asks for another page gets there, also on a slow line, and whatever they press on the way."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.proto.ClientState_pb2 import ClientState

from procmap.app.serving import going
from procmap.messages import translator
from procmap.workspace import open_project
from tests.app.conftest import WALL, opened
from tests.app.projects import sample_in
from tests.app.visiting import SAMPLE, load
from tests.reports.browsing import until

WINDOW = WALL
NAMES = {"1": "", "2": "compare", "3": "reports"}
EN = translator("en")
SLOW = """
const listen = WebSocket.prototype.addEventListener;
WebSocket.prototype.addEventListener = function (kind, heard, ...more) {
  const late = kind === "message" ? (event) => setTimeout(() => heard(event), 500) : heard;
  return listen.call(this, kind, late, ...more);
};
"""
"""Lets what the server says come half a second late."""


class Pages:
    """What is used of Streamlit's."""

    def get_pages(self):
        return {page: {"url_pathname": name} for page, name in NAMES.items()}


def request(asked: str, stands_on: str, query: str = "", **more: bool) -> ClientState:
    found = ClientState(page_script_hash=asked, query_string=query, **more)
    found.context_info.url = f"http://localhost:8501/{NAMES[stands_on]}?open=a"
    return found


@pytest.fixture
def heard():
    """Return a function that tells where a request leads, and with what query."""
    pages = Pages()

    def leads(*asked, **more):
        made = request(*asked, **more)
        going._lead(pages, made)
        return made.page_script_hash, made.query_string

    return leads


def test_what_is_used_of_streamlit_is_there():
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType

    going.hold()
    first = getattr(AppSession, going.FROM_BROWSER)
    going.hold()
    assert getattr(AppSession, going.FROM_BROWSER) is first
    assert not hasattr(first.__wrapped__, "__wrapped__")
    assert going.PAGES in AppSession.__init__.__code__.co_names
    pages = PagesManager("page.py")
    assert list(pages.get_pages()) == [pages.main_script_hash]
    requests = ScriptRequests()
    assert requests.request_rerun(RerunData(page_script_hash="a", query_string="b=c"))
    asked = requests.on_scriptrunner_ready()
    assert (asked.type, asked.rerun_data.page_script_hash) == (ScriptRequestType.RERUN, "a")


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://localhost:8501/", "1"),
        ("http://localhost:8501", "1"),
        ("http://localhost:8501/compare?open=reports", "2"),
        ("https://kommune.example/procmap/reports/", "3"),
        ("https://kommune.example/procmap/", "1"),
        ("", "1"),
    ],
)
def test_an_address_is_that_of_a_page(url, page):
    assert going.page_of(url, NAMES) == page


def test_what_is_sent_from_the_old_page_leads_to_the_new_one(heard):
    assert heard("2", "2", "old") == ("2", "old")
    assert heard("3", "2", "new") == ("3", "new")
    assert heard("2", "2", "old") == ("3", "new")
    assert heard("2", "2", "older", is_auto_rerun=True) == ("3", "new")
    # It has arrived, and goes its own ways again.
    assert heard("3", "3", "more") == ("3", "more")
    assert heard("2", "2", "old") == ("2", "old")


def test_the_last_page_that_was_asked_for_counts(heard):
    heard("3", "2", "new")
    assert heard("1", "2", "newer") == ("1", "newer")
    assert heard("2", "2", "old") == ("1", "newer")


def test_the_way_back_of_the_browser_counts(heard):
    heard("3", "2", "new")
    assert heard("3", "3") == ("3", "")
    assert heard("2", "2", "back", is_history_navigation=True) == ("2", "back")
    assert heard("2", "2", "more") == ("2", "more")


def test_a_first_request_and_a_page_that_nobody_knows_are_left_alone(heard):
    heard("3", "2", "new")
    unknown = request("", "2")
    going._lead(Pages(), unknown)
    assert unknown.page_script_hash == ""


@pytest.fixture
def asks(monkeypatch):
    """Return a function that tells where a script leads that runs on a page and asks for one."""
    from streamlit.runtime import scriptrunner
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

    pages = Pages()

    def leads(runs_on, asked, browser=None):
        context = SimpleNamespace(pages_manager=pages, page_script_hash=runs_on)
        monkeypatch.setattr(scriptrunner, "get_script_run_ctx", lambda **_: context)
        if browser is not None:
            going._lead(pages, request(*browser))
        found = going._led(RerunData(page_script_hash=asked, query_string="of the script"))
        return found.page_script_hash, found.query_string

    return leads


def test_a_script_that_runs_again_does_not_take_people_back(asks):
    assert asks("2", "2") == ("2", "of the script")
    assert asks("2", "2", ("3", "2", "new")) == ("3", "new")
    assert asks("3", "3") == ("3", "of the script")


def test_a_page_that_a_script_asks_for_counts_too(asks):
    assert asks("2", "3") == ("3", "of the script")
    assert asks("3", "3", ("2", "2", "old")) == ("3", "of the script")
    assert asks("3", "1") == ("1", "of the script")


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    return tmp_path_factory.mktemp("going")


@pytest.fixture(scope="module")
def server(here):
    sample_in(here)
    running = opened(here, LC_ALL="C")
    yield running
    running.stop()


@pytest.fixture
def slow(page, server):
    """Return a page of the questions, on a slow line."""
    page.add_init_script(SLOW)
    load(page, server, f"harmonise?lang=en&{SAMPLE}")
    page.wait_for_timeout(1500)
    return page


def arrives(page):
    title = EN.text("app-page-reports")
    until(page, lambda: "/reports" in page.url and title in " ".join(page.locator("h1").all_inner_texts()))
    page.wait_for_timeout(3000)  # whatever comes late has come
    assert "/reports" in page.url
    assert title in page.locator("h1").inner_text()


def menu(page):
    return page.get_by_test_id("stTopNav").get_by_text(EN.text("app-page-reports"), exact=True)


@pytest.mark.browser
def test_what_is_typed_last_is_kept_and_takes_nobody_back(slow):
    reason = slow.get_by_label(EN.text("harmonise-reason"), exact=True).first
    reason.focus()
    slow.keyboard.type("Kortere vei")
    menu(slow).click()
    arrives(slow)
    slow.get_by_test_id("stTopNav").get_by_text(EN.text("app-page-harmonise"), exact=True).click()
    reason.wait_for(timeout=60_000)
    until(slow, lambda: reason.input_value() == "Kortere vei")


@pytest.mark.browser
@pytest.mark.parametrize("after", [0, 200, 600])
def test_a_key_that_is_pressed_on_the_way_takes_nobody_back(slow, here, after):
    (file,) = here.glob("*.procmap")
    before = len(open_project(str(file)).state().decisions)
    menu(slow).click()
    slow.wait_for_timeout(after)
    slow.keyboard.press("x")
    slow.keyboard.press("b")
    arrives(slow)
    assert len(open_project(str(file)).state().decisions) - before <= 1


@pytest.mark.browser
def test_who_clicks_again_and_again_gets_to_the_last_page(slow):
    for name in ("compare", "map", "reports"):
        slow.get_by_test_id("stTopNav").get_by_text(EN.text(f"app-page-{name}"), exact=True).click()
    arrives(slow)
