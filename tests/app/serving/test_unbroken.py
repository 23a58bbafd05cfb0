"""What is asked for while a callback runs waits until it has come to its end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from procmap.app.serving import unbroken
from tests.app.conftest import run_by_streamlit


def test_what_is_used_of_streamlit_is_there():
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
    from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

    unbroken.hold()
    first = getattr(ScriptRunner, unbroken.LOOKS)
    unbroken.hold()
    assert getattr(ScriptRunner, unbroken.LOOKS) is first
    assert not hasattr(first.__wrapped__, "__wrapped__")
    assert isinstance(ScriptRunContext.has_script_started, property)


@pytest.mark.browser
def test_a_callback_comes_to_its_end_whatever_is_asked_for_meanwhile(browser, tmp_path):
    running = run_by_streamlit(tmp_path, Path(__file__).with_name("slow_page.py"))
    page = browser.new_page()
    page.goto(running.address)
    try:
        page.get_by_role("button", name="slow").click(timeout=60_000)
        page.wait_for_timeout(200)
        page.get_by_role("button", name="quick").click()
        expect(page.get_by_test_id("stCode")).to_have_text(json.dumps(["begun", "done", "quick"]), timeout=20_000)
    finally:
        page.close()
        running.stop()
