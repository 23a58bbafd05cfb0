"""Findings: what was seen, where, and how grave it is. Sentences are made of them in `procmap.messages`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from procmap.model.value import Value

Severity = Literal["info", "note", "warning", "blocking"]


class Finding(Value):
    """Something to tell people: a `code` with its parameters, and the ids of the elements it is about."""

    code: str
    severity: Severity = "warning"
    elements: tuple[str, ...] = ()
    params: dict[str, str | int] = Field(default_factory=dict)


class BadInput(Exception):  # noqa: N818 - it is the input that is bad; the name is what callers read
    """Input that cannot be used. Carries the finding that says what, where and what to do."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.finding = Finding(code=code, severity="blocking", params=params)
        super().__init__(f"{code}: {params}")
