"""What goes wrong is told in words: no page shows a traceback, or what an error says of the inside."""

from __future__ import annotations

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.safe import shown
from procmap.messages import translator
from tests.app.conftest import run_by_streamlit
from tests.reports.browsing import until


def unforeseen() -> None:
    from procmap.app.serving.failing import tell_of_error

    assert tell_of_error(ValueError("secret"))


def foreseen() -> None:
    from procmap.app.serving.failing import tell_of_error
    from procmap.model import BadInput

    assert tell_of_error(BadInput("app-no-folder", folder="<b>*x*</b>"))


def told_by(script) -> str:
    at = AppTest.from_function(script, default_timeout=30)
    at.query_params["lang"] = "nb"
    at.run()
    assert not at.exception
    return shown(at.error[0].value)


def test_what_nobody_foresaw_has_a_number_that_the_log_has_too(caplog):
    with caplog.at_level(logging.ERROR, "procmap.app"):
        told = told_by(unforeseen)
    number = re.search("[0-9a-f]{8}", told)[0]
    assert told == translator("nb").text("app-error", number=number)
    assert number in caplog.text
    assert "secret" in caplog.text


def test_bad_input_is_a_sentence():
    assert told_by(foreseen) == translator("nb").text("app-no-folder", folder="<b>*x*</b>")


APP = """
import streamlit as st
from procmap.app.serving import parts
app = st.App("page.py", **parts())
"""


@pytest.mark.browser
def test_a_page_shows_no_traceback(browser, tmp_path):
    (tmp_path / "app.py").write_text(APP, "utf-8")
    (tmp_path / "page.py").write_text("raise ValueError('secret')", "utf-8")
    running = run_by_streamlit(tmp_path, tmp_path / "app.py", "--server.address=127.0.0.1")
    try:
        page = browser.new_page()
        page.goto(f"{running.address}/?lang=sv")
        page.get_by_role("alert").wait_for(timeout=60_000)
        until(page, lambda: re.search("[0-9a-f]{8}", page.locator("body").inner_text()))
        text = page.locator("body").inner_text()
        assert "secret" not in text
        assert "Traceback" not in text
        number = re.search("[0-9a-f]{8}", text)[0]
        assert translator("sv").text("app-error", number=number) in text.replace("\u2060", "")
        until(page, lambda: number in running.said)
    finally:
        running.stop()
