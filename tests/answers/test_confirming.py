from pathlib import Path

import pytest

from procmap.answers.people import read_confirmations
from procmap.model import BadInput


def test_a_file_of_confirmations(tmp_path: Path):
    file = tmp_path / "c.json"
    file.write_text('{"procmap": "confirmations/1", "alone": [{"organisation": "A", "label": "X"}]}', "utf-8-sig")
    assert read_confirmations(str(file)).alone[0].label == "X"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "not-json"),
        ("[" * 100_000, "not-json"),
        ("[]", "not-confirmations"),
        ('{"procmap": "decisions/1"}', "not-confirmations"),
        ('{"procmap": "confirmations/1", "same": [[{"etter": 1}]]}', "confirmations-field"),
    ],
)
def test_what_is_no_file_of_confirmations_is_refused(tmp_path: Path, content: str, code: str):
    file = tmp_path / "c.json"
    file.write_text(content)
    with pytest.raises(BadInput) as error:
        read_confirmations(str(file))
    assert error.value.finding.code == code
