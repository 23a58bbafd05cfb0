"""The fixtures of the difference classes: a folder in `fixtures/` for each class, found here by itself.

A folder holds two or three small sources named by organisation (`Alfa.bpmn`, `Beta.csv`), read as users' files are;
where people must have confirmed something, `confirmations.json`; and `expected.json`: all differences that are to be
told of these sources, in order. So each shows that one phenomenon is told once.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from procmap.answers.align import align_files
from procmap.comparison import compare

FOLDERS = sorted(path for path in (Path(__file__).parent / "fixtures").iterdir() if path.is_dir())
BESIDE_SOURCES = ("expected.json", "confirmations.json")


def sources(folder: Path) -> list[Path]:
    """Return the files of a fixture that hold processes."""
    return sorted(path for path in folder.iterdir() if path.name not in BESIDE_SOURCES)


def told(folder: Path) -> list[dict[str, object]]:
    """Return all differences of a fixture in the form of `expected.json`."""
    confirmed = folder / "confirmations.json"
    aligned = align_files(
        [f"{path.stem}={path}" for path in sources(folder)], confirm=str(confirmed) if confirmed.exists() else ""
    )
    assert aligned.picked.unread == (), aligned.picked.unread
    assert aligned.alignment is not None
    assert "reference-not-found" not in {doubt.finding.code for doubt in aligned.alignment.doubts}
    label = {row.id: row.label for row in aligned.alignment.rows}
    return [
        {
            "code": difference.code,
            "labels": [label[row] for row in difference.rows],
            "values": difference.values,
            "severity": difference.severity,
        }
        for difference in compare(aligned.parties, aligned.alignment).differences
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_differences_of_the_sources_are_those_expected(folder: Path):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    found = told(folder)
    assert found == expected, json.dumps({"expected": found}, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fixture_shows_its_class_in_two_or_three_sources(folder: Path):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    assert folder.name in {difference["code"] for difference in expected}
    assert 2 <= len(sources(folder)) <= 3
