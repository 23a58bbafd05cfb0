"""What most difference classes have in common: parties tell something of a row, and it is equal or not.

An aspect is a function from the steps of one party in one row to what the party tells there, or to None where it tells
nothing: what is not told is neither equal nor different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.alignment import Party, Row
from procmap.comparison.grid import NOTHING, Grid, strict_majority
from procmap.comparison.values import Difference, DifferenceCode, Place
from procmap.model import Step


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
    same are one phenomenon (the same roles do many steps) and are told together. `refine` may
    give the difference of a row a part that says more (weaker, judged otherwise).
    """

    code: DifferenceCode
    tell: Callable[[Grid, Party, tuple[Step, ...]], Told | None] = field(repr=False)
    part: str = ""
    recurs: bool = False
    refine: Callable[[Grid, Row, Difference], Difference] | None = field(default=None, repr=False)

    def told(self, grid: Grid, row: Row) -> dict[str, Told]:
        """Return what each party tells of a row; parties that tell nothing are not in it."""
        found = {party.id: self.tell(grid, party, grid.steps(row, party)) for party in grid.having(row)}
        return {party: told for party, told in found.items() if told is not None}


def differences(aspect: Aspect, grid: Grid, rows: Iterable[Row]) -> Iterator[Difference]:
    """Yield a difference for each row (or rows, where the aspect recurs) of which parties tell different things."""
    together: dict[Hashable, list[tuple[Row, dict[str, Told]]]] = defaultdict(list)
    for row in rows:
        told = aspect.told(grid, row)
        if len({one.key for one in told.values()}) > 1:
            said = tuple((party, one.shown) for party, one in told.items())
            together[said if aspect.recurs else row.id].append((row, told))
    for found in together.values():
        made = _difference(aspect, grid, found)
        yield aspect.refine(grid, found[0][0], made) if aspect.refine else made


def _difference(aspect: Aspect, grid: Grid, found: list[tuple[Row, dict[str, Told]]]) -> Difference:
    told = found[0][1]
    return told_apart(
        grid,
        aspect.code,
        aspect.part,
        rows=[row.id for row, _ in found],
        told=told,
        elements=tuple(
            Place(process=party.id, id=element)
            for row, of_row in found
            for party in grid.parties
            if party.id in of_row
            for element in (*(step.id for step in grid.steps(row, party)), *of_row[party.id].elements)
        ),
        params={"labels": ", ".join(f'"{grid.title(row)}"' for row, _ in found)},
    )


def told_apart(
    grid: Grid,
    code: DifferenceCode,
    part: str,
    *,
    rows: Sequence[str],
    told: Mapping[str, Told],
    elements: tuple[Place, ...],
    params: Mapping[str, str | int],
) -> Difference:
    """Return the difference between what parties tell. Parties that tell nothing are not in `told`.

    `params` are those of the sentence; what is told (`values`) and the part are added. Marked are those that tell
    otherwise than most, or all where there is no majority.
    """
    in_order = {party.id: told[party.id] for party in grid.parties if party.id in told}
    counted = [in_order[party.id].key for party in grid.parties if party.id in in_order and not party.is_reference]
    usual = strict_majority(counted)
    values = "; ".join(f"{party}: {one.shown or NOTHING}" for party, one in in_order.items())
    return Difference(
        code=code,
        params={**params, "values": values, **({"part": part} if part else {})},
        rows=tuple(rows),
        elements=elements,
        values={party.id: in_order[party.id].shown if party.id in in_order else None for party in grid.parties},
        marks=tuple(party for party, one in in_order.items() if usual is None or one.key != usual),
    )
