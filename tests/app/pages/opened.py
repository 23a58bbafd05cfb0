"""A page on a project of its own, as tests look at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.project import PROJECT
from procmap.workspace import Person, Project, create_project, open_project
from tests.workspace.samples import with_sample

LEADER = Person()


def new_project(folder: Path, monkeypatch: pytest.MonkeyPatch, *samples: str, by: Person = LEADER) -> Project:
    """Return a new project with samples in it, which the app is started with."""
    location = str(folder / "prove.procmap")
    made = create_project(location, "Prøve", by)
    for sample in samples:
        with_sample(made, LEADER, sample)
    monkeypatch.setenv(PROJECT, location)
    return open_project(location)


def shown_page(script: Callable[[], None] | Path, language: str = "en", **place: str) -> AppTest:
    """Return a page, or the whole app, as it is first shown at a place."""
    if isinstance(script, Path):
        at = AppTest.from_file(str(script), default_timeout=90)
    else:
        at = AppTest.from_function(script, default_timeout=90)
    for name, value in {"lang": language, **place}.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def html_of(at: AppTest) -> str:
    return "".join(each.proto.body for each in at.get("html"))
