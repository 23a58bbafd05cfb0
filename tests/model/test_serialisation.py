"""The model as JSON: what was written is read again; what does not fit is refused with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from procmap.layout import place
from procmap.model import BadInput, from_json, to_json
from tests.strategies import processes


@given(processes())
def test_a_process_is_read_as_it_was_written(process):
    diagram = place(process)
    text = to_json((process,), (diagram,))
    file = from_json(text)

    assert file.processes == (process,)
    assert file.diagrams == (diagram,)
    assert to_json(file.processes, file.diagrams) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("[" * 100_000, "not-json"),
        ("[]", "not-a-model"),
        ("{}", "not-a-model"),
        ('{"procmap": "decisions/1"}', "not-a-model"),
        ('{"procmap": "model/99"}', "model-version"),
        ('{"procmap": "model/1", "processes": [{}]}', "model-field"),
        ('{"procmap": "model/1", "processes": [{"id": "P", "colour": "red"}]}', "model-field"),
        ('{"procmap": "model/1", "processes": [{"id": "P", "nodes": [{"kind": "task", "id": "T"}]}]}', "model-field"),
        (
            '{"procmap": "model/1", "processes": [{"id": "P", "nodes": [{"kind": "activity", "id": ""}]}]}',
            "model-field",
        ),
    ],
)
def test_what_is_no_model_is_refused(text, code):
    with pytest.raises(BadInput) as refused:
        from_json(text)

    assert refused.value.finding.code == code


def test_the_place_of_what_does_not_fit_is_named():
    content = {"procmap": "model/1", "processes": [{"id": "P", "nodes": [{"kind": "activity"}]}]}
    with pytest.raises(BadInput) as refused:
        from_json(json.dumps(content))

    assert "nodes/0" in refused.value.finding.params["place"]
