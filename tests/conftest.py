"""What all tests share: the Hypothesis profile, and parts of the machine that a test may need.

A test that needs something not every machine has (marker `shared`, `npm`, `browser`, `postgres`) skips with a reason
where it is absent, and fails where PROCMAP_REQUIRE names it.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import procmap
from tests import postgres

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("PROCMAP_SHARED", ROOT.parent / "shared"))
NODE_MODULES = Path(os.environ.get("PROCMAP_NODE_MODULES", ROOT / "node_modules"))

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# Hypothesis draws texts and numbers that occur in the modules that are loaded. All are, from the start, so that its
# examples do not depend on which tests have run before.
for _module in pkgutil.walk_packages(procmap.__path__, "procmap."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)

_REQUIRED = {name for name in os.environ.get("PROCMAP_REQUIRE", "").split(",") if name}
_PARTS = {
    "shared": ((SHARED / "data").is_dir, f"no development data beside the repository ({SHARED.name})"),
    "npm": (
        lambda: all((NODE_MODULES / name / "dist").is_dir() for name in ("bpmn-js", "camunda-bpmn-js")),
        "bpmn-js or camunda-bpmn-js is not there (.ci/run gets them by npm)",
    ),
    "browser": (lambda: _chromium() is not None, "no Chromium"),
    "postgres": (postgres.is_there, f"no PostgreSQL is installed, and {postgres.GIVEN} names none"),
}


def _chromium() -> str | None:
    from shutil import which

    return next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose part is absent, or fail it where that part is required."""
    for name, (is_there, reason) in _PARTS.items():
        if item.get_closest_marker(name) is not None and not is_there():
            if name in _REQUIRED:
                pytest.fail(f"PROCMAP_REQUIRE names {name}: {reason}")
            pytest.skip(reason)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands speak English on every machine, where a test does not say otherwise."""
    for name in ("PROCMAP_LANG", "LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the development data."""
    return SHARED


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the browser's program."""
    return _chromium() or ""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Return an open browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder that npm unpacked packages into."""
    return NODE_MODULES
