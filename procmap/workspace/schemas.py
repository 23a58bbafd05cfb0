"""JSON schemas of the answers on projects: `python -m procmap.workspace.schemas DIR` writes them."""

from __future__ import annotations

import sys
from pathlib import Path

from procmap.answers.schemas import schema_of
from procmap.answers.shapes import Answer
from procmap.workspace.history import HistoryAnswer
from procmap.workspace.summary import ProjectAnswer

ANSWERS: dict[str, type[Answer]] = {"project-history": HistoryAnswer, "project-list": ProjectAnswer}
"""The answer of each command."""


def write_all(folder: Path) -> None:
    """Write the schemas of all answers on projects into a folder."""
    for command, answer in ANSWERS.items():
        folder.joinpath(f"{command}.schema.json").write_text(schema_of(answer), "utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
