"""`order` and `earlier_later`: two rows, one before the other here and after it there.

Where rows change places with several others, between the same parties, it is told once: they stand earlier here and
later there. What a third party does at the same time is told with it. Events that only name a state have no order of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.comparison.differences.sides import Sides, agree, difference, parties_with, sides_of, stars
from procmap.comparison.grid import Grid
from procmap.comparison.relations import Relations
from procmap.comparison.runs import Runs
from procmap.comparison.values import Difference

Conflicts = Mapping[tuple[str, str], Sides]
"""Pairs of rows with the parties that have the first before the second, and those that have it after."""


def contradicts(by_party: Mapping[str, str]) -> bool:
    """Tell whether two rows stand in one order here and in the other there."""
    return {"before", "after"} <= set(by_party.values())


def conflicts(
    relations: Relations, runs: Mapping[str, Sequence[Runs]], within: Mapping[tuple[str, str], str]
) -> Conflicts:
    """Return the pairs of rows that stand in one order here and in the other there.

    `within`: the row of the step within which a party does a row, by row and party.
    """
    acts = {party: frozenset(row for pool in pools for row in pool.acts) for party, pools in runs.items()}
    found = {}
    for pair, by_party in relations.items():
        if contradicts(by_party):
            told = [
                (party, word)
                for party, word in sorted(by_party.items())
                if acts[party].issuperset(within.get((row, party), row) for row in pair)
            ]
            sides = tuple((party, word) for party, word in told if word in ("before", "after"))
            if contradicts(dict(sides)):
                found[pair] = sides
    return found


@dataclass
class _Move:
    """Rows that change places with others. `sides`: as seen from the rows that move."""

    moved: list[str]
    others: list[str]
    sides: dict[str, str]

    def takes(self, other: _Move) -> bool:
        """Tell whether another row moves along: between the same parties, and past most of the same rows.

        Rows that change places among themselves are told of each other, and no row moves past itself.
        """
        if not set(self.others).isdisjoint(other.moved) or not set(self.moved).isdisjoint(other.others):
            return False
        shared = len(set(self.others) & set(other.others))
        return agree(self.sides, other.sides) and 2 * shared > max(len(self.others), len(other.others))


def differences(
    grid: Grid, relations: Relations, found: Conflicts, position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield the order conflicts that were found; `position` is the place of each row in the common order."""
    moves: list[_Move] = []
    for row, star in stars(found, position):
        move = _Move([row], [pair.rows[1] for pair in star], sides_of(star))
        along = next((known for known in moves if known.takes(move)), None) if len(star) > 1 else None
        if along is None:
            moves.append(move)
        else:
            along.moved.append(row)
            along.others = sorted({*along.others, *move.others}, key=position.__getitem__)
            along.sides.update(move.sides)
    for move in moves:
        moved = sorted(move.moved, key=position.__getitem__)
        params = {
            "others": grid.quoted(move.others),
            "earlier": parties_with(move.sides, "before"),
            "later": parties_with(move.sides, "after"),
        }
        if len(moved) > 1:
            params |= {"part": "block", "labels": grid.quoted(moved)}
        else:
            params["label"] = grid.title(grid.row[moved[0]])
        yield difference(
            grid,
            "order" if len(moved) == len(move.others) == 1 else "earlier_later",
            (*moved, *move.others),
            values=_beside(relations, move) | move.sides,
            params=params,
            about=moved,
        )


def _beside(relations: Relations, move: _Move) -> dict[str, str]:
    """Return the parties that do all that moves at the same time as all that it moves past."""
    pairs = [relations.get((row, other)) or relations[other, row] for row in move.moved for other in move.others]
    return {party: "parallel" for party in pairs[0] if all(of_pair.get(party) == "parallel" for of_pair in pairs)}
