"""What the classes on behaviour have in common: rows, and on which side each party stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from procmap.alignment import Member
from procmap.comparison.grid import Grid, strict_majority
from procmap.comparison.values import Difference, DifferenceCode, Place

Sides = tuple[tuple[str, str], ...]
"""Parties, sorted, each with what it does there. Parties that tell nothing are not among them."""


@dataclass(frozen=True)
class Found:
    """Rows of which parties stand on different sides. What shares a `tie` is one phenomenon, where the sides agree."""

    rows: tuple[str, ...]
    sides: Sides
    ties: frozenset[Hashable]


def gathered(found: Iterable[Found], position: Mapping[str, int]) -> Iterator[list[Found]]:
    """Yield what is one phenomenon: what is tied, directly or by others, and on which no party stands on two sides.

    What has the very same sides comes together first. Groups then join where some parties on each side are the same: a
    party that lacks a row stands on no side there. The larger groups come first.
    """
    ordered = sorted(found, key=lambda one: ([position[row] for row in one.rows], one.sides))
    groups = [_Group(dict(members[0].sides), members) for members in _tied(ordered)]
    groups.sort(key=lambda group: (-len(group.members), -len(group.sides)))
    place = 0
    while place < len(groups):
        joining = next((one for one in groups[place + 1 :] if groups[place].is_one_with(one)), None)
        if joining is None:
            place += 1
        else:
            groups[place].take(joining)
            groups.remove(joining)
    for group in groups:
        yield group.members


def agree(some: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Tell whether no party is on two sides, and every side has a party in common."""
    both = [party for party in some if party in others]
    return all(some[party] == others[party] for party in both) and {some[party] for party in both} == set(some.values())


class _Group:
    def __init__(self, sides: dict[str, str], members: list[Found]) -> None:
        self.sides, self.members = sides, members
        self.ties = {tie for one in members for tie in one.ties}

    def is_one_with(self, other: _Group) -> bool:
        """Tell whether two groups are tied and agree."""
        return not self.ties.isdisjoint(other.ties) and agree(self.sides, other.sides)

    def take(self, other: _Group) -> None:
        self.sides.update(other.sides)
        self.ties |= other.ties
        self.members.extend(other.members)


def _tied(found: Sequence[Found]) -> list[list[Found]]:
    """Return what has the same sides in groups that are tied, each group in the order given."""
    with_tie: dict[tuple[Sides, Hashable], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for tie in one.ties:
            with_tie[one.sides, tie].append(number)
    groups: list[list[Found]] = []
    seen: set[int] = set()
    for start in range(len(found)):
        if start in seen:
            continue
        members = [start]
        seen.add(start)
        for number in members:  # grows while it is read
            for tie in found[number].ties:
                # What has a tie is taken all at once, so nothing is looked for by it again.
                for other in with_tie.pop((found[number].sides, tie), ()):
                    if other not in seen:
                        seen.add(other)
                        members.append(other)
        groups.append([found[number] for number in sorted(members)])
    return groups


def stars(pairs: Mapping[tuple[str, str], Sides], position: Mapping[str, int]) -> Iterator[tuple[str, list[Found]]]:
    """Yield each row with the pairs in which it stands in the same way to others; every pair once.

    The row with most others comes first, of equals the first in the common order. `pairs`: the sides as seen from the
    first of two rows; what is yielded has the sides as seen from the row, which comes first in each pair.
    """
    left: dict[str, dict[str, Sides]] = defaultdict(dict)
    for (row, other), sides in pairs.items():
        left[row][other] = sides
        left[other][row] = tuple((party, _TURNED.get(word, word)) for party, word in sides)
    stars_of = {row: _most(row, others, position) for row, others in left.items()}
    waiting = [(-len(star), position[row], row) for row, star in stars_of.items()]
    heapify(waiting)
    while waiting:
        _, place, row = heappop(waiting)
        if any(pair.rows[1] not in left[row] for pair in stars_of[row]):
            # Others have taken pairs of it since, which makes it smaller: it waits for its turn again.
            stars_of[row] = _most(row, left[row], position)
            heappush(waiting, (-len(stars_of[row]), place, row))
            continue
        if not stars_of[row]:
            continue
        yield row, stars_of[row]
        for pair in stars_of[row]:
            del left[row][pair.rows[1]], left[pair.rows[1]][row]
        heappush(waiting, (-len(stars_of[row]), place, row))


def _most(row: str, others: Mapping[str, Sides], position: Mapping[str, int]) -> list[Found]:
    """Return the largest group of others to which a row stands in the same way, in the common order."""
    found = (Found((row, other), sides, frozenset([row])) for other, sides in others.items())
    groups = [sorted(group, key=lambda one: position[one.rows[1]]) for group in gathered(found, position)]
    return max(groups, key=len, default=[])


def sides_of(found: Iterable[Found]) -> dict[str, str]:
    """Return the sides of all that was found together."""
    return {party: word for one in found for party, word in one.sides}


WITHIN = "within"
"""The parameter, followed by a party, that names the steps within which the party does what it has no step for."""
_TURNED = {"before": "after", "after": "before"}


def difference(
    grid: Grid,
    code: DifferenceCode,
    rows: Sequence[str],
    *,
    values: Mapping[str, str],
    params: Mapping[str, str],
    about: Sequence[str] = (),
) -> Difference:
    """Return a difference: `values` is what each party does in these rows; those that do as most do are not marked.

    `about`: the rows of which it is said within which steps parties do them that have no step for them.
    """
    usual = strict_majority([values[p.id] for p in grid.parties if p.id in values and not p.is_reference])
    return Difference(
        code=code,
        params={**params, **_wholes(grid, about, values)},
        rows=tuple(rows),
        elements=tuple(
            Place(process=member.process, id=member.step)
            for row in rows
            for member in (*grid.row[row].steps, *_within(grid, row))
            if member.process in values
        ),
        values={party.id: values.get(party.id) for party in grid.parties},
        marks=tuple(party.id for party in grid.parties if party.id in values and values[party.id] != usual),
    )


def _wholes(grid: Grid, rows: Sequence[str], values: Mapping[str, str]) -> dict[str, str]:
    """Return what steps are called within which parties do any of the rows: a parameter for each such party."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for member in _within(grid, row):
            if member.process in values and grid.row_of[member.process, member.step].id not in rows:
                found[f"{WITHIN} {member.process}"][" ".join(grid.step(member).name.split())] = None
    return {name: ", ".join(f'"{title}"' for title in titles) for name, titles in found.items()}


def _within(grid: Grid, row: str) -> Iterator[Member]:
    """Yield the steps within which parties do a row that they do not have."""
    for party in grid.parties:
        if (row, party.id) in grid.parts.within:
            yield from grid.parts.wholes[row, party.id]


def parties_with(values: Mapping[str, str], word: str) -> str:
    """Return the ids of the parties on one side, in their order."""
    return ", ".join(party for party in sorted(values) if values[party] == word)
