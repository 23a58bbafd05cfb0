"""Project files for tests of the app; one of each sample is made once and then copied."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from procmap.messages import translator
from procmap.workspace import SUFFIX, Person, Project, create_project, open_project
from procmap.workspace.exchange import export_project
from procmap.workspace.sampling import sample_project

BY = Person(name="", role="facilitator")


def sample_in(folder: Path, sample: str = "byggesoknad") -> Project:
    """Put a project with a sample into a folder, under the name of the sample; return it."""
    place = folder / f"{sample}{SUFFIX}"
    shutil.copyfile(_made(sample), place)
    return open_project(str(place))


def empty_in(folder: Path, name: str = "empty") -> Project:
    """Put a project with nothing in it into a folder; return it."""
    return create_project(str(folder / f"{name}{SUFFIX}"), name, BY)


@cache
def _made(sample: str) -> str:
    folder = Path(mkdtemp())
    made = sample_project(str(folder / f"made{SUFFIX}"), sample, translator("nb").text(f"sample-{sample}"), BY)
    whole = str(folder / f"whole{SUFFIX}")
    export_project(made, whole)  # in one file, with nothing beside it
    return whole
