"""Which of some parts comes next after which, by vote of the organisations: the links of a choice graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from procmap.behaviour import View
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import BEGIN, END, Link

MOST_STATES = 20_000
"""Organisations whose process has more states than this have no say in what comes next."""


class Following:
    """Asks the organisations what comes next. Parts are given as their rows, by number in `names`."""

    def __init__(self, names: Sequence[str], rows: Rows, sources: Sequence[Source]) -> None:
        self.names, self.rows, self.sources = names, rows, sources

    def links(self, parts: Sequence[Sequence[int]], after: Sequence[int], loops: Iterable[int] = ()) -> list[Link]:
        """Return the links that most organisations have between parts.

        `after[i]`: the parts that come after part i, as bits; all have higher numbers. `loops`: sets of parts that are
        done again together, between which links can lead back. An organisation that lacks a part between two says
        nothing about a link between them.
        """
        inside = list(loops)
        votes: dict[Link, int] = {}
        for source in self.sources:
            if sum(len(view.edges) for view in source.views) > MOST_STATES:
                continue
            steps = [self.rows.steps((self.names[row] for row in part), source.id) for part in parts]
            having = sum(1 << number for number, own in enumerate(steps) if own)
            found = _next(source.views, steps, after, inside)
            weight = source.weight or 1
            for link, lacking in _possible(after, inside):
                if not lacking & ~having and all(part < 0 or having >> part & 1 for part in link):
                    votes[link] = votes.get(link, 0) + (weight if link in found else -weight)
        return sorted(link for link, sum_of_votes in votes.items() if sum_of_votes > 0)


def _possible(after: Sequence[int], loops: Sequence[int]) -> Iterable[tuple[Link, int]]:
    """Yield the links that there can be, each with the parts that lie between."""
    count = len(after)
    before = [sum(1 << other for other in range(count) if after[other] >> number & 1) for number in range(count)]
    for number in range(count):
        yield (BEGIN, number), before[number]
        yield (number, END), after[number]
    for one, other in combinations(range(count), 2):
        if after[one] >> other & 1:
            yield (one, other), after[one] & before[other]
    for one in range(count):
        for other in range(count):
            if _leads_back(one, other, after, loops):
                yield (one, other), 0


def _leads_back(one: int, other: int, after: Sequence[int], loops: Sequence[int]) -> bool:
    both = 1 << one | 1 << other
    return not after[one] >> other & 1 and any(both & ~loop == 0 for loop in loops)


def _next(
    views: Iterable[View], steps: Sequence[frozenset[str]], after: Sequence[int], loops: Sequence[int]
) -> set[Link]:
    """Return the links of one organisation: what can be first, next and last of all parts, others passed over."""
    found: set[Link] = set()
    count = len(steps)
    for view in views:
        part_of = [-1] * len(view.rows)
        for number, own in enumerate(steps):
            for row, name in enumerate(view.rows):
                if name in own:
                    part_of[row] = number
        starts: dict[int, set[int]] = {number: set() for number in range(count)}
        for edges in view.edges:
            for row, _, target in edges:
                if row >= 0 and part_of[row] >= 0:
                    starts[part_of[row]].add(target)
        if not any(starts.values()):
            continue
        ahead, ends = _reach(view, part_of, {0}, -1)
        found.update((BEGIN, part) for part in ahead)
        for number in range(count):
            ahead, ends = _reach(view, part_of, starts[number], number)
            if ends:
                found.add((number, END))
            if _leads_back(number, number, after, loops) and _again(view, part_of, number):
                found.add((number, number))
            for part in ahead:
                if after[number] >> part & 1 or _leads_back(number, part, after, loops):
                    found.add((number, part))
                else:  # by a way back outside these parts: here it ends, and begins anew
                    found.update(((number, END), (BEGIN, part)))
    return found


def _reach(view: View, part_of: Sequence[int], states: set[int], own: int) -> tuple[set[int], bool]:
    """Return the parts that come next from some states, and whether a run can complete without any.

    Steps of the part `own` itself are passed over.
    """
    goals = view.space.goals
    ahead: set[int] = set()
    ends = False
    found, pending = set(states), sorted(states)
    while pending:
        state = pending.pop()
        ends = ends or state in goals
        for row, _, target in view.edges[state]:
            part = part_of[row] if row >= 0 else -1
            if part >= 0 and part != own:
                ahead.add(part)
            elif target not in found:
                found.add(target)
                pending.append(target)
    return ahead, ends


def _again(view: View, part_of: Sequence[int], own: int) -> bool:
    """Tell whether one of the steps of a part can be done a second time with no other part between."""
    for first in [row for row, part in enumerate(part_of) if part == own]:
        found = {target for edges in view.edges for row, _, target in edges if row == first}
        pending = sorted(found)
        while pending:
            for row, _, target in view.edges[pending.pop()]:
                if row == first:
                    return True
                if (row < 0 or part_of[row] in (-1, own)) and target not in found:
                    found.add(target)
                    pending.append(target)
    return False
