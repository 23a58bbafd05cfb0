"""What the command prints, wherever it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys


def test_what_goes_to_a_file_is_utf_8_on_every_machine(root):
    sample = root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn"
    printed = subprocess.run(
        [sys.executable, "-m", "procmap", "list", str(sample), "--format", "json"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        cwd=root,
        capture_output=True,
        check=True,
    ).stdout
    assert json.loads(printed.decode("utf-8"))["processes"][0]["name"] == "Byggesøknad, ett trinn"
