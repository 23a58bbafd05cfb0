"""Attached values of different organisations that came to one common element and cannot both hold there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from procmap.model import AttachedValue


@dataclass(frozen=True)
class Placed:
    """A value of a party (of an organisation) that came to common elements. `number` is its place among the fates."""

    number: int
    party: str
    organisation: str
    value: AttachedValue
    on: tuple[str, ...]


def contradictions(placed: Sequence[Placed], settled: Collection[int]) -> tuple[tuple[Placed, ...], ...]:
    """Return groups of values of which each contradicts another at the same element, in the order of the values.

    Values of one organisation do not contradict each other, nor does one (by number) that people settled.
    """
    at: dict[str, list[Placed]] = {}
    for each in placed:
        for element in each.on:
            at.setdefault(element, []).append(each)
    group: dict[int, int] = {}
    for here in at.values():
        for one, other in combinations(here, 2):
            if one.organisation == other.organisation or {one.number, other.number} & set(settled):
                continue
            if one.value.contradicts(other.value):
                _join(group, one.number, other.number)
    found: dict[int, list[Placed]] = {}
    for each in placed:
        if each.number in group:
            found.setdefault(_root(group, each.number), []).append(each)
    return tuple(map(tuple, found.values()))


def _root(group: dict[int, int], number: int) -> int:
    while group[number] != number:
        number = group[number]
    return number


def _join(group: dict[int, int], one: int, other: int) -> None:
    first, second = sorted(_root(group, group.setdefault(number, number)) for number in (one, other))
    group[second] = first
