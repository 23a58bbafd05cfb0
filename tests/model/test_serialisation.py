from __future__ import annotations

import json

import pytest

from procmap.model import BadInput, Control, from_json, to_json
from tests.model.builders import small


def test_a_process_comes_back_equal():
    process = small(attached=(Control(id="K1", on=("decide",)),))
    assert from_json(to_json((process,))).processes == (process,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not-json"),
        ("[" * 100_000, "not-json"),
        ("[]", "not-a-model"),
        ('{"procmap": "decisions/1"}', "not-a-model"),
        ('{"procmap": "model/999"}', "model-version"),
        ('{"procmap": "model/1", "processes": [{"id": "p", "colour": "red"}]}', "model-field"),
        ('{"procmap": "model/1", "processes": [{"id": "p", "nodes": [{"kind": "tea", "id": "n"}]}]}', "model-field"),
    ],
)
def test_what_is_no_model_file_is_refused(text, code):
    with pytest.raises(BadInput) as refused:
        from_json(text, "file.json")
    assert refused.value.finding.code == code
    assert refused.value.finding.params["source"] == "file.json"


def test_what_has_its_default_is_left_out():
    content = json.loads(to_json((small(),)))
    assert "documentation" not in content["processes"][0]
    assert content["processes"][0]["nodes"][1] == {
        "id": "receive",
        "name": "Motta søknad",
        "pool": "Pool",
        "kind": "activity",
    }
