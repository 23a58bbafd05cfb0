from __future__ import annotations

import pytest

from procmap.answers import check
from procmap.cli.text import check_text
from tests.conftest import SHARED

FILES = sorted(str(path) for kind in ("*.bpmn", "*.epml") for path in SHARED.glob(f"data/**/{kind}"))


@pytest.fixture(scope="module")
def answer():
    return check(FILES)


@pytest.mark.shared
def test_every_file_of_the_collections_has_an_answer_in_words(answer):
    assert len(answer.files) == len(FILES) > 600
    assert sum(not file.read for file in answer.files) <= 3
    assert "\n    unsound: " in check_text(answer)


@pytest.mark.shared
def test_what_is_unsound_says_where(answer):
    for process in (process for file in answer.files if file.read for process in file.processes):
        verdict = process.soundness
        assert bool(verdict.text) == (verdict.verdict != "sound"), process.id
        assert "  " not in verdict.text
        assert not any(gap in verdict.text for gap in ('""', "()", " ,", " :")), (process.id, verdict.text)


def test_samples_are_sound(root):
    names = [str(path) for path in sorted(root.glob("bpmn_samples/**/*.bpmn"))]
    answer = check([*names, "gone.bpmn"])
    assert [file.read for file in answer.files] == [True] * len(names) + [False]
    read = [file for file in answer.files if file.read]
    assert {process.soundness.verdict for file in read for process in file.processes} == {"sound"}
    assert not any(file.warnings for file in read)
