"""The pages that take a user through procmap: their commands are run as they stand, and print what the pages show."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from procmap.cli.main import main

PAGES = ("nb/kom-i-gang.md", "sv/kom-igang.md")
VERBS = {"template", "check", "list", "align", "compare", "harmonise", "draw", "convert"}
PROJECT_PAGES = ("nb/prosjekt.md", "sv/projekt.md")
PROJECT_VERBS = {"project", "compare"}

# A fence opens with its language, and for a file that the reader is to write, with the name of that file.
FENCE = re.compile(r"^```(?P<language>\w*) ?(?P<file>[\w.-]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "…"


@dataclass(frozen=True)
class Block:
    """What stands between two fences: `file` is empty where it is no file to write, `language` where it is output."""

    language: str
    file: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    """Return the fenced blocks of a page, in order."""
    for found in FENCE.finditer(page):
        yield Block(found["language"], found["file"], found["text"])


def run(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a line of a page where the reader stands; return its verb, empty where it goes to a folder."""
    program, *arguments = shlex.split(line)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    assert program == "procmap", line
    assert main(arguments) == 0, line
    for made in made_by(arguments):
        assert Path(made).stat().st_size > 0, f"{line}: {made} is empty"
    return arguments[0]


def made_by(arguments: list[str]) -> list[str]:
    """Return the files that a command says it makes."""
    places = [
        place + 1 for place, argument in enumerate(arguments) if argument in ("-o", "--out", "--sidecar", "--questions")
    ]
    places += {"template": [1], "convert": [2]}.get(arguments[0], [])
    return [arguments[place] for place in places]


def missing(shown: str, printed: str) -> list[str]:
    """Return the lines of a page's output that were not printed in that order; `…` stands for what is left out."""
    rest = iter(printed.splitlines())
    return [
        line
        for line in shown.splitlines()
        if line.strip() not in ("", ELLIPSIS) and not any(is_same(line, other) for other in rest)
    ]


def is_same(shown: str, printed: str) -> bool:
    """Tell whether a line of a page is a printed line, or its beginning or end where it ends or begins with `…`."""
    if shown.startswith(ELLIPSIS) and shown != ELLIPSIS and printed.endswith(shown[1:].rstrip()):
        return True
    if shown.endswith(ELLIPSIS) and printed.startswith(shown[: -len(ELLIPSIS)]):
        return True
    return shown.rstrip() == printed.rstrip()


@pytest.mark.parametrize("page", [*PAGES, *PROJECT_PAGES])
def test_a_page_can_be_followed(
    page: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(root / "bpmn_samples", tmp_path / "bpmn_samples")
    monkeypatch.chdir(tmp_path)
    printed, verbs = "", set()
    for block in blocks((root / "docs" / page).read_text(encoding="utf-8")):
        if block.file:
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            verbs |= {run(line, monkeypatch) for line in block.text.splitlines()}
            printed = capsys.readouterr().out
        else:
            assert not missing(block.text, printed), page
    assert verbs >= (VERBS if page in PAGES else PROJECT_VERBS)


@pytest.mark.parametrize("page", [*PAGES, *PROJECT_PAGES])
def test_a_page_is_short_and_names_no_index_to_install_from(page: str, root: Path) -> None:
    text = (root / "docs" / page).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert "pip install procmap" not in text


def test_output_that_was_not_printed_is_found() -> None:
    assert missing("a\n…\nb (1)…\n", "a\nx\nb (1) and more\n") == []
    assert missing("b\na\n", "a\nb\n") == ["a"]
    assert missing("a…\n", "ba\n") == ["a…"]
    assert missing("…a\n…b\n", "ba\nbc\n") == ["…b"]
