"""JSON schemas of the answers, made from their classes: `python -m procmap.answers.schemas DIR` writes them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from procmap.answers.align import AlignAnswer
from procmap.answers.check import CheckAnswer
from procmap.answers.compare import CompareAnswer
from procmap.answers.harmonise import HarmoniseAnswer
from procmap.answers.lexicon import LexiconCheckAnswer, LexiconCoverageAnswer
from procmap.answers.listing import ListAnswer
from procmap.answers.shapes import Answer

ANSWERS: dict[str, type[Answer]] = {
    "align": AlignAnswer,
    "check": CheckAnswer,
    "compare": CompareAnswer,
    "harmonise": HarmoniseAnswer,
    "lexicon-check": LexiconCheckAnswer,
    "lexicon-coverage": LexiconCoverageAnswer,
    "list": ListAnswer,
}
"""The answer of each command."""


def schema(command: str) -> str:
    """Return the JSON schema of a command's answer as JSON text."""
    return schema_of(ANSWERS[command])


def schema_of(answer: type[Answer]) -> str:
    """Return the JSON schema of an answer as JSON text."""
    content = answer.model_json_schema(mode="serialization", by_alias=True)
    # The version of procmap is what an answer says, not what its schema asks for.
    content["properties"]["procmap"].pop("default", None)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write_all(folder: Path) -> None:
    """Write the schemas of all answers into a folder."""
    for command in ANSWERS:
        folder.joinpath(f"{command}.schema.json").write_text(schema(command), "utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
