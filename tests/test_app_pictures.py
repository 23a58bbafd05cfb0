"""Every page of the app has a picture in both languages, small, shown in the walk-through of that language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.app_pictures import OUT, SHOTS
from benchmarks.app_project import TOLD
from procmap.app.shell import PAGES
from procmap.messages import translator

LARGEST = 150_000
LARGEST_OF_ALL = 3_000_000
PNG = b"\x89PNG\r\n\x1a\n"
NAMED = re.compile(r"!\[[^\]]*\]\(([^)#?]+)\)|<img[^>]+src=\"([^\"]+)\"")


def pages_of_docs(root: Path) -> list[Path]:
    """Return the README and all pages of docs."""
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]


def pictures_in(page: Path) -> list[Path]:
    """Return the files of the pictures that a page shows."""
    named = (one or other for one, other in NAMED.findall(page.read_text("utf-8")))
    return [page.parent / name for name in named if "://" not in name]


def test_every_picture_that_docs_show_exists(root):
    missing = [
        f"{page.relative_to(root)}: {picture.name}"
        for page in pages_of_docs(root)
        for picture in pictures_in(page)
        if not picture.is_file()
    ]
    assert missing == []


def test_every_page_is_photographed():
    assert [shot.name for shot in SHOTS if "-" not in shot.name] == [name for name, _ in PAGES]


@pytest.mark.parametrize("language", list(TOLD))
def test_pictures_are_those_of_the_command_and_small(root, language):
    stored = {file.name: file for file in (root / OUT / language).iterdir()}
    assert set(stored) == {f"{shot.name}.png" for shot in SHOTS}
    for file in stored.values():
        assert file.read_bytes().startswith(PNG)
        assert file.stat().st_size < LARGEST, file.name
    assert sum(file.stat().st_size for file in (root / OUT).rglob("*.png")) < LARGEST_OF_ALL


@pytest.mark.parametrize("language", list(TOLD))
def test_a_walk_through_shows_every_page_under_its_name_in_the_order_of_the_work(root, language):
    page = root / "docs" / language / "appen.md"
    headings = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)
    assert headings == [translator(language).text(f"app-page-{name}") for name, _ in PAGES]
    shown = [picture.resolve() for picture in pictures_in(page)]
    assert {picture.parent for picture in shown} == {(root / OUT / language).resolve()}
    assert [picture.stem for picture in shown if "-" not in picture.stem] == [name for name, _ in PAGES]
