"""The values of a comparison: order, differences, agreement, and the matrix of steps by organisations."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from procmap.alignment import Alignment, Doubt
from procmap.model import Severity
from procmap.model.value import Value

DifferenceCode = Literal[
    "step_missing", "wording", "type", "role", "system", "document", "split_merged", "order", "earlier_later",
    "parallel_sequential", "either_or_both", "optional", "repeated",
    "deadline", "legal_basis", "rosa_level", "control", "risk", "record_rule",
    "partly_corresponding",
    "condition",
    "trigger",
    "participant_message",
    "annotation",
    "structure",
]  # fmt: skip
Sign = Literal["only", "missing", "differs", "order", "split", "time", "control", "level", "record", "open"]
"""What a cell or row is marked with; how a sign looks is a matter of `reports`."""


class Place(Value):
    """An element (or attached value) of a party: the id of the party, and its own."""

    process: str
    id: str


class Difference(Value):
    """A difference between parties, named.

    `values` tells for each party what it is there; null where the party does not have it or does not tell. `marks` are
    the parties that do otherwise than most (all that tell, where there is no majority). Classes leave `severity` out:
    `compare` sets it by a table (see `severity`).
    """

    code: DifferenceCode
    severity: Severity = "info"
    params: dict[str, str | int] = Field(default_factory=dict)
    rows: tuple[str, ...]
    elements: tuple[Place, ...] = ()
    values: dict[str, str | None] = Field(default_factory=dict)
    marks: tuple[str, ...] = ()


class Agreement(Value):
    """How far two parties agree in one aspect.

    `index` (0 to 1) is the share of what could be compared that is equal, null where nothing could; `coverage` (0 to 1)
    the share of what both have that could be compared.
    """

    aspect: str
    a: str
    b: str
    index: float | None
    coverage: float
    equal: int
    compared: int
    shared: int


class Cell(Value):
    """What one party has in one row; nothing in it when it has no such step."""

    process: str
    steps: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


class MatrixRow(Value):
    """One row of the matrix.

    `number` counts from 1 in the common order, `conflicts` are the numbers of rows that some have in another order,
    `title` is the label or, where there is none, the BPMN elements that the row is made of.
    """

    id: str
    number: int
    label: str
    title: str
    confidence: float
    signs: tuple[Sign, ...] = ()
    conflicts: tuple[int, ...] = ()
    cells: tuple[Cell, ...]


class Matrix(Value):
    """The matrix of steps by organisations: rows in common order, a cell for each party in each."""

    parties: tuple[str, ...] = ()
    rows: tuple[MatrixRow, ...] = ()


class Comparison(Value):
    """How parties differ and agree. `order` are the ids of all rows in one common order."""

    alignment: Alignment
    order: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    agreement: tuple[Agreement, ...] = ()
    matrix: Matrix = Matrix()
    doubts: tuple[Doubt, ...] = ()
