"""Reading what people said: confirmations, decisions about the common process, how grave differences are."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import ValidationError

from procmap.comparison import Severities, parse_severities
from procmap.formats import read_bytes
from procmap.formats.encoding import decode_lines
from procmap.model import BadInput, Confirmations, Decisions
from procmap.model.value import Value

V = TypeVar("V", bound=Value)


def read_confirmations(name: str) -> Confirmations:
    """Return what people confirmed, from a JSON file (`-`: standard input).

    Raises BadInput when it cannot be opened, is no JSON, no file of confirmations, or has fields that do not fit.
    """
    return _read(name, Confirmations, "confirmations")


def read_decisions(name: str) -> Decisions:
    """Return what people decided, from a JSON file (`-`: standard input).

    Raises BadInput when it cannot be opened, is no JSON, no file of decisions, or has fields that do not fit.
    """
    return _read(name, Decisions, "decisions")


def read_severities(name: str) -> Severities:
    """Return how grave people say differences are, from a TSV or CSV file (`-`: standard input).

    Raises BadInput when it cannot be opened, or is no table of severities.
    """
    text, _, _ = decode_lines(read_bytes(name))
    return parse_severities(text, name)


def _read(name: str, cls: type[V], kind: str) -> V:
    try:
        content = json.loads(read_bytes(name).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput("not-json", source=name, detail=str(error)) from None
    if not isinstance(content, dict) or content.get("procmap") != f"{kind}/1":
        raise BadInput(f"not-{kind}", source=name)
    try:
        return cls.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(str(part) for part in first["loc"])
        raise BadInput(f"{kind}-field", source=name, place=place, detail=first["msg"]) from None
