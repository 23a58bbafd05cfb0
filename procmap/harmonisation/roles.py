"""Roles of different organisations that do the same steps: are they the same role?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations


def roles_alike(roles: Iterable[Mapping[str, str]]) -> list[list[tuple[str, str]]]:
    """Return groups of (party, role) with different names that do the same. `roles`: who does each step, by party.

    Two belong together when each has more steps in common with the other than with any other role of that party.
    """
    together: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    seen: dict[tuple[str, str], None] = {}
    for of_step in roles:
        named = [(party, role) for party, role in sorted(of_step.items()) if role]
        seen.update(dict.fromkeys(named))
        for one, other in combinations(named, 2):
            together[one, other] += 1
            together[other, one] += 1
    groups = {name: [name] for name in seen}
    for one, other in combinations(seen, 2):
        if one[0] != other[0] and _best(one, other[0], together) == other and _best(other, one[0], together) == one:
            joined = groups[one] + [name for name in groups[other] if name not in groups[one]]
            for name in joined:
                groups[name] = joined
    unique = {id(group): sorted(group) for group in groups.values()}
    return [group for group in unique.values() if len({role for _, role in group}) > 1]


def _best(
    name: tuple[str, str], party: str, together: Counter[tuple[tuple[str, str], tuple[str, str]]]
) -> tuple[str, str] | None:
    """Return the role of a party that has most steps in common with a role."""
    found = [other for one, other in together if one == name and other[0] == party]
    return min(found, key=lambda other: (-together[name, other], other), default=None)
