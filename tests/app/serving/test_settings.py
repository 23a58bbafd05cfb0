"""The rules hold, whatever files, environment and options say."""

from __future__ import annotations

import json
import time
import tomllib

import pytest
from streamlit import config

from procmap.app.serving.settings import CHOICES, LOCAL, LOOKS, RULES
from tests.app.asking import ask
from tests.app.conftest import run_by_streamlit
from tests.contrast import contrast

TELLS = """
import json
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config
from procmap.app.serving import settings
from procmap.app.serving import SCRIPT, parts

async def told(_):
    names = [*settings.RULES, *settings.CHOICES, *settings.LOOKS]
    return PlainTextResponse(json.dumps({name: config.get_option(name) for name in names}))

made = parts()
app = st.App(SCRIPT, **{**made, "routes": [*made["routes"], Route("/told", told)]})
"""
HOSTILE = {
    "runner": {"postScriptGC": "true"},
    "client": {"showErrorDetails": '"full"', "toolbarMode": '"developer"'},
    "browser": {"gatherUsageStats": "true"},
    "server": {
        "fileWatcherType": '"auto"', "enableAgentApi": "true", "enableXsrfProtection": "false", "enableCORS": "false",
        "enableStaticServing": "true",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", [*RULES, *CHOICES, *LOOKS])
def test_streamlit_still_has_the_setting(name):
    assert name in config._config_options_template


def test_what_streamlit_reads_before_the_app_is_what_the_app_sets(root):
    before = tomllib.loads((root / ".streamlit" / "config.toml").read_text("utf-8"))
    told = {f"{section}.{name}": value for section, values in before.items() for name, value in values.items()}
    assert told["server.address"] == "localhost"
    assert told == {name: {**RULES, **CHOICES}[name] for name in told}


@pytest.fixture(scope="module")
def besieged(tmp_path_factory):
    """A server that everything around it wants to be otherwise."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "app.py").write_text(TELLS, "utf-8")
    (folder / ".streamlit").mkdir()
    lines = [
        f"[{section}]\n" + "".join(f"{name} = {value}\n" for name, value in values.items())
        for section, values in HOSTILE.items()
    ]
    (folder / ".streamlit" / "config.toml").write_text("\n".join(lines), "utf-8")
    running = run_by_streamlit(
        folder,
        folder / "app.py",
        "--runner.postScriptGC=true",
        "--server.address=127.0.0.1",
        "--server.maxUploadSize=7",
        STREAMLIT_CLIENT_SHOW_ERROR_DETAILS="full",
    )
    yield running, folder / ".streamlit" / "config.toml"
    running.stop()


def told_by(running) -> dict[str, object]:
    return json.loads(ask(running.port, "/told").body)


def test_rules_hold_against_files_environment_and_options(besieged):
    told = told_by(besieged[0])
    assert {name: told[name] for name in RULES} == RULES


def test_choices_are_left_to_who_starts_it(besieged):
    told = told_by(besieged[0])
    assert told["server.maxUploadSize"] == 7
    assert told["server.allowedHosts"] == list(LOCAL)


def test_rules_hold_after_settings_are_read_anew(besieged):
    running, file = besieged
    file.write_text(file.read_text("utf-8") + "\n[theme]\nbaseFontSize = 31\n", "utf-8")
    for _ in range(100):
        if told_by(running)["theme.baseFontSize"] == 31:
            break
        time.sleep(0.1)
    told = told_by(running)
    assert told["theme.baseFontSize"] == 31  # so they were
    assert {name: told[name] for name in RULES} == RULES


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_and_frames_can_be_seen(theme):
    def colour(name):
        return LOOKS[f"theme.{theme}.{name}"]

    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for ink in ("textColor", "linkColor", "grayTextColor", "primaryColor"):
            assert contrast(colour(ink), colour(ground)) >= 4.5, (ink, ground)
        assert contrast(colour("borderColor"), colour(ground)) >= 3
