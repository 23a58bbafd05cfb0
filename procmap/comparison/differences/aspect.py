"""What most difference classes have in common: parties tell something of a row, and it is equal or not.

An aspect is a function from the steps of one party in one row to what the party tells there, or to None where it tells
nothing: what is not told is neither equal nor different.
"""

from __future__ import annotations

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
    same are one phenomenon (the same roles do many steps) and are told together.
    """

    code: DifferenceCode
    severity: Severity
    tell: Callable[[Grid, Party, tuple[Step, ...]], Told | None] = field(repr=False)
    part: str = ""
    recurs: bool = False

    def told(self, grid: Grid, row: Row) -> dict[str, Told]:
        """Return what each party tells of a row; parties that tell nothing are not in it."""
        found = {party.id: self.tell(grid, party, grid.steps(row, party)) for party in grid.having(row)}
        return {party: told for party, told in found.items() if told is not None}


Entry = tuple[Row, dict[str, Told]]
"""A row, and what the parties tell of it."""


def differences(aspect: Aspect, grid: Grid, rows: Iterable[Row]) -> Iterator[Difference]:
    """Yield a difference for each row (or rows, where the aspect recurs) of which parties tell different things."""
    entries = [(row, told) for row in rows if _differ(told := aspect.told(grid, row))]
    for found in _together(entries) if aspect.recurs else [[entry] for entry in entries]:
        yield _difference(aspect, grid, found)


def _differ(told: dict[str, Told]) -> bool:
    return len({one.key for one in told.values()}) > 1


def _together(entries: list[Entry]) -> list[list[Entry]]:
    """Return the rows that are one phenomenon, in the order of their first rows.

    Two rows are where two parties at least tell of both, and nobody tells another thing of one than of the other: a row
    that one party lacks stands with those that all have.
    """
    groups: list[tuple[dict[str, Hashable], list[int]]] = []
    for place, (_, told) in sorted(enumerate(entries), key=lambda entry: (-len(entry[1][1]), entry[0])):
        keys = {party: one.key for party, one in told.items()}
        for said, places in groups:
            both = said.keys() & keys.keys()
            if len(both) > 1 and all(said[party] == keys[party] for party in both) and _differ_in(keys, both):
                said.update(keys)
                places.append(place)
                break
        else:
            groups.append((keys, [place]))
    return [[entries[place] for place in sorted(places)] for _, places in sorted(groups, key=lambda one: min(one[1]))]


def _differ_in(keys: dict[str, Hashable], parties: Iterable[str]) -> bool:
    return len({keys[party] for party in parties}) > 1


def _difference(aspect: Aspect, grid: Grid, found: list[Entry]) -> Difference:
    told = {party.id: of_row[party.id] for party in grid.parties for _, of_row in reversed(found) if party.id in of_row}
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
