"""Pairs of versions, one for each thing that can change: a folder with `before.bpmn`, `after.bpmn`, `expected.json`.

`expected`: all differences that are told; `with_other_ids`: those that are told when every id of `after` is another,
where that is not the same. That the process has another id is told besides.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from procmap.answers.align import align_files
from procmap.comparison import compare
from tests.comparison.versions.renaming import renamed

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))


def told(before: Path, after: Path, *, turned: bool = False) -> list[dict[str, object]]:
    names = [f"Fjordvik/2024={before}", f"Fjordvik/2025={after}"]
    aligned = align_files(names[::-1] if turned else names)
    assert aligned.alignment is not None
    differences = compare(aligned.parties, aligned.alignment).differences
    known = ("part", "trait", "kind", "label", "labels", "fields")
    return [
        {
            "code": difference.code,
            "params": {name: difference.params[name] for name in known if name in difference.params},
            "values": difference.values,
            "elements": sum(place.process == "Fjordvik/2025" for place in difference.elements),
        }
        for difference in differences
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_told_of_two_versions(folder: Path, tmp_path: Path):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    before, after = folder / "before.bpmn", folder / "after.bpmn"
    found = told(before, after)
    assert found == expected["expected"], json.dumps(found, ensure_ascii=False, indent=1)
    assert told(before, after, turned=True) == found
    other = tmp_path / "after.bpmn"
    other.write_bytes(renamed(after.read_bytes()))
    (ids, *by_words) = told(before, other)
    assert ids["params"]["part"] == "id"
    assert by_words == expected.get("with_other_ids", expected["expected"]), json.dumps(by_words, ensure_ascii=False)


def test_there_is_a_pair_for_all_that_can_change():
    assert len(FOLDERS) >= 30
