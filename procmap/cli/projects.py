"""Files or a project: which of the two a command was given."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procmap.workspace import Project

VARIABLE = "PROCMAP_PROJECT"


def project_instead_of(files: list[str] | None, given: str, **others: object) -> Project | None:
    """Return the project that is meant instead of files; None where files are given.

    It is the one that `--project` names, else the variable. `others` are the values of options that are only for files,
    by their names (`versions_of` for `--versions-of`).

    Raises BadInput when there are both files and `--project`, neither files nor a project, an option that does not go
    with a project, or the project cannot be opened.
    """
    from procmap.model import BadInput

    if files and given:
        raise BadInput("files-and-project", project=given)
    if files:
        return None
    location = given or os.environ.get(VARIABLE, "")
    if not location:
        raise BadInput("files-or-project")
    refuse_with_project(**others)
    from procmap.workspace import open_project

    return open_project(location)


def refuse_with_project(**options: object) -> None:
    """Refuse options that are only for files. Raises BadInput."""
    _refuse("option-not-with-project", options)


def refuse_without_project(**options: object) -> None:
    """Refuse options that are only for projects. Raises BadInput."""
    _refuse("option-only-with-project", options)


def _refuse(code: str, options: Mapping[str, object]) -> None:
    from procmap.model import BadInput

    for option, value in options.items():
        if value:
            raise BadInput(code, option=f"--{option.replace('_', '-')}")
