"""The command `app` before its server starts."""

from __future__ import annotations

import subprocess
import sys
from socket import socket

import pytest

from procmap.cli import main

_WITHOUT = """
import sys
sys.modules["streamlit"] = None
from procmap.cli import main
sys.exit(main())
"""


def test_who_has_not_the_extra_is_told_what_to_install():
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, "app", "--lang", "en"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_line_does_not_load_what_only_the_app_needs():
    script = "import sys; from procmap.cli import main; main(['app', '--help']); sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "203.0.113.7"], "no such address"),
        (["--host", "0.0.0.0"], "--allowed-host"),
        (["--host", "::"], "--allowed-host"),
        (["--project", "no-such-folder"], "no-such-folder"),
        (["--port", "0"], "--port"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_be_is_said_at_once(arguments, told, capsys):
    assert main(["app", "--no-browser", "--lang", "en", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_port_that_is_taken_is_told_of(capsys):
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["app", "--no-browser", "--port", str(port), "--lang", "en"]) == 2
    assert f"Port {port}" in capsys.readouterr().err
