"""Attached values of different organisations that came to one common element and cannot both hold there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from procmap.harmonisation.rule_statements import Statement, contradict, statements
from procmap.language import guess_language
from procmap.model import AttachedValue, RecordRule


@dataclass(frozen=True)
class Placed:
    """A value of a party (of an organisation) that came to common elements. `number` is its place among the fates.

    `parts` are the common elements of what others do in steps of their own, and the party within the step of the value.
    """

    number: int
    party: str
    organisation: str
    value: AttachedValue
    on: tuple[str, ...]
    parts: tuple[str, ...] = ()


def contradictions(placed: Sequence[Placed], settled: Collection[int]) -> tuple[tuple[Placed, ...], ...]:
    """Return groups of values of which each contradicts another at the same element, in the order of the values.

    Record rules may call their document otherwise, or tell what holds in prose.
    Values of one organisation do not contradict each other, nor does one (by number) that people settled.
    """
    at: dict[str, list[Placed]] = {}
    for each in placed:
        for element in dict.fromkeys((*each.on, *each.parts)):
            at.setdefault(element, []).append(each)
    said = _said(placed)
    group: dict[int, int] = {}
    for here in at.values():
        for one, other in combinations(here, 2):
            if one.organisation == other.organisation or {one.number, other.number} & set(settled):
                continue
            at_one = bool(set(one.on) & set(other.on))
            otherwise = contradict(said.get(one.number, ()), said.get(other.number, ()))
            if otherwise or (at_one and one.value.contradicts(other.value)):
                _join(group, one.number, other.number)
    found: dict[int, list[Placed]] = {}
    for each in placed:
        if each.number in group:
            found.setdefault(_root(group, each.number), []).append(each)
    return tuple(map(tuple, found.values()))


def _said(placed: Sequence[Placed]) -> dict[int, tuple[Statement, ...]]:
    """Return what the record rules say, by number. All are read in the language that most are written in."""
    rules = [(each.number, each.value) for each in placed if isinstance(each.value, RecordRule)]
    language = guess_language(f"{rule.name} {rule.retention}" for _, rule in rules)
    return {number: statements(rule, language) for number, rule in rules}


def _root(group: dict[int, int], number: int) -> int:
    while group[number] != number:
        number = group[number]
    return number


def _join(group: dict[int, int], one: int, other: int) -> None:
    first, second = sorted(_root(group, group.setdefault(number, number)) for number in (one, other))
    group[second] = first
