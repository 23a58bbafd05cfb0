"""What most difference classes have in common: parties tell something of a row, and it is equal or not.

An aspect is a function from the steps of one party in one row to what the party tells there, or to None where it tells
nothing: what is not told is neither equal nor different.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from procmap.alignment import Party, Row
from procmap.comparison.grid import NOTHING, Grid, strict_majority
from procmap.comparison.values import Difference, DifferenceCode, Place
from procmap.language import Language, label_key
from procmap.model import Step


@dataclass(frozen=True)
class Told:
    """What a party tells of a row: `key` is equal where parties agree, `shown` is the text to show, if any.

    `elements` are ids of attached values to cite beside the steps.
    """

    key: Hashable
    shown: str | None
    elements: tuple[str, ...] = ()


def other(keys: Sequence[Hashable]) -> bool:
    """Tell whether parties tell different things."""
    return len(set(keys)) > 1


def one_lacks(keys: Sequence[Hashable]) -> bool:
    """Tell whether sets have nothing in common, or one lacks what most have.

    Where one party names something beside what all name, it says more than the others, and not otherwise.
    """
    sets = [key for key in keys if isinstance(key, frozenset)]
    if len(set(sets)) < 2:
        return False
    held = Counter(one for key in sets for one in key)
    return all(times < len(sets) for times in held.values()) or any(
        len(sets) < 2 * times < 2 * len(sets) for times in held.values()
    )


@dataclass(frozen=True)
class Aspect:
    """One thing that parties can tell of a row.

    `part` names what of a class it is, where a class has several. Where it `recurs`, rows of which all parties tell the
    same are one phenomenon (the same roles do many steps) and are told together, as the first of them shows it, or,
    where it `gathers`, as all do; `phenomenon` says what of a key counts for that, and `worth` of what parties tell of
    all its rows whether anybody wants to hear of it. `differ` says of the keys of all parties that tell something
    whether they differ. Of values that are `attached` to steps, those of its parts belong to a step too, and who has
    not even a part of it has none: with the step its control is lost. `side_by_side` looks once more at what parties
    tell of one row, where that can only be judged beside what the others tell. What repeats in another way what another
    aspect compares is not counted `in_agreement`.
    """

    code: DifferenceCode
    tell: Callable[[Grid, Party, tuple[Step, ...]], Told | None] = field(repr=False)
    part: str = ""
    recurs: bool = False
    gathers: bool = False
    differ: Callable[[Sequence[Hashable]], bool] = other
    attached: bool = False
    refine: Callable[[Grid, Row, Difference], Difference] | None = field(default=None, repr=False)
    side_by_side: Callable[[Grid, dict[str, Told]], dict[str, Told]] | None = field(default=None, repr=False)
    phenomenon: Callable[[Hashable], Hashable] = field(default=lambda key: key, repr=False)
    in_agreement: bool = True
    worth: Callable[[Sequence[Mapping[str, Told]]], bool] | None = field(default=None, repr=False)

    def told(self, grid: Grid, row: Row) -> dict[str, Told]:
        """Return what each party tells of a row; parties that tell nothing are not in it."""
        asked = grid.having(row)
        if self.attached:
            whole = grid.parts.is_gathered(row)
            asked = () if whole else tuple(party for party in grid.parties if not grid.parts.does_elsewhere(row, party))
        found = {party.id: self.tell(grid, party, self.steps(grid, row, party)) for party in asked}
        told = {party: one for party, one in found.items() if one is not None}
        return self.side_by_side(grid, told) if self.side_by_side is not None else told

    def steps(self, grid: Grid, row: Row, party: Party) -> tuple[Step, ...]:
        """Return the steps of a party that tell of a row."""
        return (*grid.steps(row, party), *(grid.parts.gathered(row, party) if self.attached else ()))

    def differs(self, told: Mapping[str, Told]) -> bool:
        """Tell whether what parties tell of a row differs."""
        return self.differ([one.key for one in told.values()])


Entry = tuple[Row, dict[str, Told]]
"""A row, and what the parties tell of it."""


def differences(aspect: Aspect, grid: Grid, rows: Iterable[Row]) -> Iterator[Difference]:
    """Yield a difference for each row (or rows, where the aspect recurs) of which parties tell different things."""
    entries = [(row, told) for row in rows if aspect.differs(told := aspect.told(grid, row))]
    for found in _together(entries, aspect.phenomenon) if aspect.recurs else [[entry] for entry in entries]:
        if aspect.worth is not None and not aspect.worth([told for _, told in found]):
            continue
        made = _difference(aspect, grid, found)
        yield aspect.refine(grid, found[0][0], made) if aspect.refine else made


def _together(entries: list[Entry], phenomenon: Callable[[Hashable], Hashable]) -> list[list[Entry]]:
    """Return the rows that are one phenomenon, in the order of their first rows.

    Two rows are where two parties at least tell of both, and nobody tells another thing of one than of the other: a row
    that one party lacks stands with those that all have.
    """
    groups: list[tuple[dict[str, Hashable], list[int]]] = []
    for place, (_, told) in sorted(enumerate(entries), key=lambda entry: (-len(entry[1][1]), entry[0])):
        keys = {party: phenomenon(one.key) for party, one in told.items()}
        for said, places in groups:
            both = said.keys() & keys.keys()
            if other([keys[party] for party in both]) and all(said[party] == keys[party] for party in both):
                said.update(keys)
                places.append(place)
                break
        else:
            groups.append((keys, [place]))
    return [[entries[place] for place in sorted(places)] for _, places in sorted(groups, key=lambda one: min(one[1]))]


def _difference(aspect: Aspect, grid: Grid, found: list[Entry]) -> Difference:
    told = {party.id: of_row[party.id] for party in grid.parties for _, of_row in reversed(found) if party.id in of_row}
    if aspect.gathers:
        for party, one in told.items():
            shown = _once(grid.spoken(party), (of_row[party].shown for _, of_row in found if party in of_row))
            told[party] = replace(one, shown=", ".join(shown) or None)
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
            for element in (*(step.id for step in aspect.steps(grid, row, party)), *of_row[party.id].elements)
        ),
        params={"labels": grid.quoted(row.id for row, _ in found)},
    )


def _once(language: Language, texts: Iterable[str | None]) -> list[str]:
    """Return texts without repetitions, each as it stands first: other endings are no other text."""
    found: dict[tuple[str, ...], str] = {}
    for text in texts:
        if text:
            found.setdefault(label_key(text, language), text)
    return list(found.values())


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


def row_told_apart(grid: Grid, code: DifferenceCode, part: str, row: Row, told: Mapping[str, Told]) -> Difference:
    """Return the difference between what parties tell of one row, with their steps in it as elements."""
    steps = ((party.id, step) for party in grid.having(row) if party.id in told for step in grid.steps(row, party))
    return told_apart(
        grid,
        code,
        part,
        rows=[row.id],
        told=told,
        elements=tuple(Place(process=party, id=step.id) for party, step in steps),
        params={"labels": grid.quoted([row.id])},
    )
