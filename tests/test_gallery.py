"""The gallery shows every picture that is stored, and says whose works they are made from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

LARGEST = 300_000
PICTURE = re.compile(r"!\[([^\]]+)\]\(pictures/([\w-]+\.svg)\)\n\n\*(.+?)\*\n", re.DOTALL)


def shown(root: Path) -> dict[str, str]:
    """Return the caption of every picture by the name of its file."""
    return {name: caption for _, name, caption in PICTURE.findall((root / "docs" / "gallery.md").read_text("utf-8"))}


def test_every_picture_is_shown(root):
    assert set(shown(root)) == {file.name for file in (root / "docs" / "pictures").glob("*.svg")}
    assert len(shown(root)) == 12


def test_pictures_are_small_and_can_be_drawn(root):
    for file in (root / "docs" / "pictures").glob("*.svg"):
        content = file.read_bytes()
        assert len(content) < LARGEST
        assert etree.fromstring(content).get("viewBox")


@pytest.mark.parametrize(
    ("names", "licence"),
    [
        (("lanes-and-messages.svg", "four-pools.svg", "boundary-events.svg"), "licenses/by/3.0"),
        (("side-by-side-ten.svg", "overlay-ten.svg"), "licenses/by/4.0"),
    ],
)
def test_works_of_others_are_attributed(root, names, licence):
    captions = shown(root)
    assert all(licence in captions[name] for name in names)
