"""What works where the packages of the extra `pdf` are not installed: all but PNG and PDF."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from procmap.answers.demo import REPORT

_WITHOUT = """
import sys
sys.modules["typst"] = sys.modules["pymupdf_fonts"] = None
from procmap.cli import main
sys.argv[0] = "procmap"
sys.exit(main())
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_demo_tells_its_whole_story(tmp_path: Path) -> None:
    done = run("demo", "--out", str(tmp_path / "demo"), "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "demo" / REPORT) as report:
        assert not [name for name in report.namelist() if name.endswith(".png")]


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_who_asks_for_more_is_told_what_to_install(root: Path, tmp_path: Path, ending: str) -> None:
    sample = root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn"
    done = run("draw", str(sample), "-o", str(tmp_path / f"a.{ending}"), "--lang", "en")
    assert done.returncode == 2
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
