"""A folder of projects for each test of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.app.project import FOLDER, PROJECT


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the app finds and makes project files."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.delenv(PROJECT, raising=False)
    return tmp_path
