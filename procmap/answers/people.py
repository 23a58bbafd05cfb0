"""Reading what people said: confirmations, decisions about the common process, how grave differences are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from procmap.comparison import Severities, parse_severities
from procmap.formats import read_bytes
from procmap.formats.encoding import decode_lines
from procmap.formats.people import confirmations_of, decisions_of
from procmap.formats.zip_input import ZIP, is_ole
from procmap.model import BadInput, Confirmations, Decisions
from procmap.model.value import Value

V = TypeVar("V", bound=Value)


def read_confirmations(name: str) -> Confirmations:
    """Return what people confirmed, from a workbook or a JSON file (`-`: standard input).

    Raises BadInput when it cannot be opened, is neither, holds no confirmations, or something in it does not fit.
    """
    return _read(name, Confirmations, "confirmations", confirmations_of)


def read_decisions(name: str) -> Decisions:
    """Return what people decided, from a workbook or a JSON file (`-`: standard input).

    Raises BadInput when it cannot be opened, is neither, holds no decisions, or something in it does not fit.
    """
    decisions = _read(name, Decisions, "decisions", decisions_of)
    told = [(each.id, each.about) for each in decisions.decisions] + [(each.id, each.about) for each in decisions.open]
    for decision, about in told:
        if len(about.kinds) != 1:
            raise BadInput("decisions-about", source=name, decision=decision, things=len(about.kinds))
    return decisions


def read_severities(name: str) -> Severities:
    """Return how grave people say differences are, from a TSV or CSV file (`-`: standard input).

    Raises BadInput when it cannot be opened, or is no table of severities.
    """
    text, _, _ = decode_lines(read_bytes(name))
    return parse_severities(text, name)


def _read(name: str, cls: type[V], kind: str, workbook: Callable[[bytes, str], V]) -> V:
    source = read_bytes(name)
    if source.startswith(ZIP) or is_ole(source):
        return workbook(source, name)
    try:
        content = json.loads(source.decode("utf-8-sig"))
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
