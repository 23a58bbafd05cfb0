"""A routine as it is meant: steps one after the other, choices and parallel parts, each with its ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from procmap.formats.routine.lines import Line
from procmap.formats.spreadsheet.columns import Column


@dataclass(frozen=True)
class Detail:
    """A property of a step, as it stands in its line."""

    column: Column
    value: str
    line: Line


@dataclass(eq=False)
class Task:
    """A step, or a start or end event. `number` is what jumps call it; `notes` explain it."""

    line: Line
    text: str
    role: str = ""
    number: str = ""
    section: int = 0
    type: Literal["task", "startEvent", "endEvent"] = "task"
    details: list[Detail] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Jump:
    """The work goes on at the item that `target` names, by number or by text."""

    line: Line
    target: str
    section: int = 0


@dataclass(eq=False)
class Way:
    """One way out of a split: taken when `condition` holds; `otherwise`: when no other is (and the word for it)."""

    line: Line
    condition: str = ""
    otherwise: bool = False
    parts: list[Part] = field(default_factory=list)


@dataclass(eq=False)
class Split:
    """Where ways part: one of them is taken (choice) or all are, and waited for (parallel)."""

    kind: Literal["choice", "parallel"]
    ways: list[Way] = field(default_factory=list)
    number: str = ""
    section: int = 0


Part = Task | Jump | Split


def walk(parts: list[Part]) -> Iterator[Part]:
    """Yield all parts of an outline, in the order of their lines."""
    waiting = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, Split):
            waiting += (inner for way in reversed(part.ways) for inner in reversed(way.parts))
