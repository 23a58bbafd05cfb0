import json
from pathlib import Path

import jsonschema
import pytest

from procmap.answers import check, list_processes
from procmap.answers.align import align_answer, align_files
from procmap.answers.compare import compare_aligned, compare_answer
from procmap.answers.harmonise import harmonise_answer, harmonise_files
from procmap.answers.lexicon import check_layers, cover
from procmap.answers.schemas import ANSWERS, schema
from procmap.answers.shapes import as_json


@pytest.mark.parametrize("command", sorted(ANSWERS))
def test_the_schema_in_docs_is_that_of_the_code(root: Path, command: str):
    written = (root / "docs" / "schemas" / f"{command}.schema.json").read_text("utf-8")
    assert written == schema(command), "run python -m procmap.answers.schemas docs/schemas"


@pytest.mark.parametrize("command", sorted(ANSWERS))
def test_answers_are_as_their_schema_says(root: Path, command: str):
    names = [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]
    aligned = align_files(names)
    answers = {
        "align": lambda: align_answer(aligned),
        "check": lambda: check([*names, "there-is-none.bpmn"]),
        "compare": lambda: compare_answer(aligned, compare_aligned(aligned)),
        "harmonise": lambda: harmonise_answer(harmonise_files(names), "common.bpmn"),
        "lexicon-check": lambda: check_layers(["there-is-none.csv"]),
        "lexicon-coverage": lambda: cover([*names, "there-is-none.bpmn"]),
        "list": lambda: list_processes([*names, "there-is-none.bpmn"]),
    }
    whole = json.loads(schema(command))
    jsonschema.Draft202012Validator.check_schema(whole)
    jsonschema.validate(json.loads(as_json(answers[command]())), whole)


@pytest.mark.parametrize("command", ["align", "compare", "harmonise"])
def test_answers_on_what_cannot_be_used_are_as_their_schema_says(command: str):
    aligned = align_files(["there-is-none.bpmn"])
    answers = {
        "align": lambda: align_answer(aligned),
        "compare": lambda: compare_answer(aligned, compare_aligned(aligned)),
        "harmonise": lambda: harmonise_answer(harmonise_files(["there-is-none.bpmn"])),
    }
    answer = answers[command]()
    jsonschema.validate(json.loads(as_json(answer)), json.loads(schema(command)))
