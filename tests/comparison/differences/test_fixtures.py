"""The fixtures of the difference classes: a folder in `fixtures/` for each class, found here by itself.

A folder holds two or three small sources named by organisation (`Alfa.bpmn`, `Beta.csv`) or variant of one
(`Alfa~2024.bpmn` is Alfa/2024), read as users' files are;
where people must have confirmed something, `confirmations.json`; and `expected.json`: all differences that are to be
told of these sources, in order. So each shows that one phenomenon is told once. What the page of the class quotes is
what is told of its fixtures: a class that tells of several things has more than one (`order`, `order-within`).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from procmap.answers.align import align_files
from procmap.comparison import Comparison, compare
from procmap.messages import LANGUAGES, translator
from procmap.reports.telling import difference_finding

FOLDERS = sorted(path for path in (Path(__file__).parent / "fixtures").iterdir() if path.is_dir())
BESIDE_SOURCES = ("expected.json", "confirmations.json")


def code_of(folder: Path) -> str:
    """Return the class that a fixture shows."""
    return folder.name.partition("-")[0]


def sources(folder: Path) -> list[Path]:
    """Return the files of a fixture that hold processes."""
    return sorted(path for path in folder.iterdir() if path.name not in BESIDE_SOURCES)


def compared(folder: Path) -> Comparison:
    """Return the comparison of the sources of a fixture."""
    confirmed = folder / "confirmations.json"
    aligned = align_files(
        [f"{path.stem.replace('~', '/')}={path}" for path in sources(folder)],
        confirm=str(confirmed) if confirmed.exists() else "",
    )
    assert aligned.picked.unread == (), aligned.picked.unread
    assert aligned.alignment is not None
    assert "reference-not-found" not in {doubt.finding.code for doubt in aligned.alignment.doubts}
    return compare(aligned.parties, aligned.alignment)


def told(comparison: Comparison) -> list[dict[str, object]]:
    """Return all differences in the form of `expected.json`."""
    label = {row.id: row.label for row in comparison.alignment.rows}
    return [
        {
            "code": difference.code,
            "labels": [label[row] for row in difference.rows],
            "values": difference.values,
            "severity": difference.severity,
        }
        for difference in comparison.differences
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_differences_of_the_sources_are_those_expected(folder: Path):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    found = told(compared(folder))
    assert found == expected, json.dumps({"expected": found}, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fixture_shows_its_class_in_two_or_three_sources(folder: Path):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    assert code_of(folder) in {difference["code"] for difference in expected}
    assert 2 <= len(sources(folder)) <= 3


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_sentences_that_a_page_quotes_are_those_of_the_fixture(folder: Path, root: Path):
    page = (root / "docs" / "differences" / f"{code_of(folder)}.md").read_text("utf-8")
    quoted = [" ".join(block.replace("\n> ", " ").split()) for block in re.findall(r"(?m)^> (.+(?:\n> .+)*)", page)]
    of_class = (other for other in FOLDERS if code_of(other) == code_of(folder))
    differences = [one for other in of_class for one in compared(other).differences]
    said = [say.sentence(difference_finding(one, say)) for say in map(translator, LANGUAGES) for one in differences]
    assert quoted
    assert [sentence for sentence in quoted if sentence not in said] == []
