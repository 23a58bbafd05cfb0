"""Files of what people decided: workbooks and JSON, each known by what it begins with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from procmap.answers.people import read_confirmations, read_decisions
from procmap.model import BadInput, Decisions
from procmap.reports import decision_workbook

STEP = {"organisation": "A", "label": "X"}


def written(folder: Path, *about: dict) -> str:
    made = [{"id": f"B{number}", "about": each, "choice": "keep"} for number, each in enumerate(about, start=1)]
    file = folder / "d.json"
    file.write_text(json.dumps({"procmap": "decisions/1", "decisions": made}), "utf-8-sig")
    return str(file)


def test_the_same_from_json_and_from_a_workbook(tmp_path: Path) -> None:
    said = read_decisions(written(tmp_path, {"steps": [STEP]}, {"presence": [STEP], "within": [STEP]}))
    book = tmp_path / "d.xlsx"
    book.write_bytes(decision_workbook((), said, ()))
    assert read_decisions(str(book)) == said
    assert isinstance(said, Decisions)


@pytest.mark.parametrize(
    ("about", "count"),
    [({}, 0), ({"steps": [STEP], "repeat": [STEP]}, 2), ({"steps": [STEP], "within": [STEP]}, 2)],
)
def test_a_decision_is_about_exactly_one_thing(tmp_path: Path, about: dict, count: int) -> None:
    with pytest.raises(BadInput) as error:
        read_decisions(written(tmp_path, about))
    assert (error.value.finding.code, error.value.finding.params["things"]) == ("decisions-about", count)


@pytest.mark.parametrize("read", [read_confirmations, read_decisions])
def test_files_of_another_kind_are_refused(tmp_path: Path, read) -> None:
    for content, codes in (
        (b"PK\x03\x04 and no more", {"not-zip"}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", {"office-old"}),
        (b"\x00\xff", {"not-json"}),
    ):
        file = tmp_path / "x.xlsx"
        file.write_bytes(content)
        with pytest.raises(BadInput) as error:
            read(str(file))
        assert error.value.finding.code in codes
