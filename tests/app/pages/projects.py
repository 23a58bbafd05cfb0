"""Projects for tests of pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from procmap.answers.sample import sample_folder
from procmap.workspace import Person, Project, create_project
from procmap.workspace.adding import add_files

ME = Person(name="", role="facilitator")


def empty(folder: Path) -> Project:
    """Return a new project."""
    return create_project(str(folder / "test.procmap"), "Test", ME)


def with_sample(folder: Path, names: Iterable[str] = ("fjordvik", "nordas", "solhaug")) -> Project:
    """Return a new project with the main sample."""
    made = empty(folder)
    add_files(made, [str(sample_folder() / f"{name}.bpmn") for name in names], ME, service="Byggesøknad")
    return made
