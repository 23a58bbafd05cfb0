"""What most difference classes have in common: parties tell something of a row, and it is equal or not.

An aspect is a function from the steps of one party in one row to what the party tells there, or to None where it tells
nothing: what is not told is neither equal nor different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from procmap.alignment import Party, Row
from procmap.comparison.grid import NOTHING, Grid, strict_majority
from procmap.comparison.values import Difference, DifferenceCode, Place
from procmap.model import Severity, Step


@dataclass(frozen=True)
class Told:
    """What a party tells of a row: `key` is equal where parties agree, `shown` is the text to show, if any.

    `elements` are ids of attached values to cite beside the steps.
    """

    key: Hashable
    shown: str | None
    elements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aspect:
    """One thing that parties can tell of a row.

    `part` names what of a class it is, where a class has several. Where it `recurs`, rows of which all parties tell the
    same are one phenomenon (the same roles do many steps) and are told together. `side_by_side` looks once more at what
    parties tell of one row, where that can only be judged beside what the others tell.
    """

    code: DifferenceCode
    severity: Severity
    tell: Callable[[Grid, Party, tuple[Step, ...]], Told | None] = field(repr=False)
    part: str = ""
    recurs: bool = False
    side_by_side: Callable[[Grid, dict[str, Told]], dict[str, Told]] | None = field(default=None, repr=False)

    def told(self, grid: Grid, row: Row) -> dict[str, Told]:
        """Return what each party tells of a row; parties that tell nothing are not in it."""
        found = {party.id: self.tell(grid, party, grid.steps(row, party)) for party in grid.having(row)}
        told = {party: one for party, one in found.items() if one is not None}
        return self.side_by_side(grid, told) if self.side_by_side is not None else told


def differences(aspect: Aspect, grid: Grid, rows: Iterable[Row]) -> Iterator[Difference]:
    """Yield a difference for each row (or rows, where the aspect recurs) of which parties tell different things."""
    together: dict[Hashable, list[tuple[Row, dict[str, Told]]]] = defaultdict(list)
    for row in rows:
        told = aspect.told(grid, row)
        if len({one.key for one in told.values()}) > 1:
            said = tuple((party, one.key) for party, one in told.items())
            together[said if aspect.recurs else row.id].append((row, told))
    for found in together.values():
        yield _difference(aspect, grid, found)


def _difference(aspect: Aspect, grid: Grid, found: list[tuple[Row, dict[str, Told]]]) -> Difference:
    told = found[0][1]
    counted = [told[party.id].key for party in grid.parties if party.id in told and not party.is_reference]
    usual = strict_majority(counted)
    params: dict[str, str | int] = {
        "labels": ", ".join(f'"{grid.title(row)}"' for row, _ in found),
        "values": "; ".join(f"{party}: {one.shown or NOTHING}" for party, one in told.items()),
    }
    if aspect.part:
        params["part"] = aspect.part
    return Difference(
        code=aspect.code,
        severity=aspect.severity,
        params=params,
        rows=tuple(row.id for row, _ in found),
        elements=tuple(
            Place(process=party.id, id=element)
            for row, of_row in found
            for party in grid.parties
            if party.id in of_row
            for element in (*(step.id for step in grid.steps(row, party)), *of_row[party.id].elements)
        ),
        values={party.id: told[party.id].shown if party.id in told else None for party in grid.parties},
        marks=tuple(party for party, one in told.items() if usual is None or one.key != usual),
    )
