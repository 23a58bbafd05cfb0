"""From pairs to groups: all parties at once, never pair by pair, so that no order of joining has a say.

Two groups become one when enough of the pairs between them have evidence of their own. A chain of pairs, each right by
itself, would else end in a group whose ends have nothing in common (single link against average link: Sokal and
Michener, A statistical method for evaluating systematic relationships, 1958).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from procmap.alignment.evidence import Evidence

SUPPORT = 0.5
"""The share of the pairs between two groups that must have evidence."""

_Ties = dict[int, tuple[int, float]]
"""For a group, by other group: how many pairs have evidence, and the sum of their scores."""
_Ranked = tuple[float, float, int, int, int]
"""The smaller the better: support and mean score turned round, the first steps of two groups, pairs with evidence."""


def together(evidence: Evidence, scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs of groups (by one step of each) to be joined, in their order.

    `scores`: how sure each pair of steps with evidence is. No group gets two steps of a party that are called
    otherwise, nor what people keep apart.
    """
    members = {
        evidence.group(number): list(evidence.members(evidence.group(number))) for pair in scores for number in pair
    }
    called = {group: _called(evidence, of_group) for group, of_group in members.items()}
    ties: dict[int, _Ties] = defaultdict(dict)
    for (one, other), score in scores.items():
        first, second = evidence.group(one), evidence.group(other)
        if first != second:
            for a, b in ((first, second), (second, first)):
                count, total = ties[a].get(b, (0, 0.0))
                ties[a][b] = (count + 1, total + score)

    def rank(a: int, b: int) -> _Ranked:
        count, total = ties[a][b]
        first, second = sorted((members[a][0], members[b][0]))
        return (-count / (len(members[a]) * len(members[b])), -total / count, first, second, count)

    group_of = {number: group for group, of_group in members.items() for number in of_group}
    waiting = [rank(a, b) for a, near in ties.items() for b in near if members[a][0] < members[b][0]]
    heapify(waiting)
    joined = []
    while waiting:
        best = heappop(waiting)
        a, b = group_of[best[2]], group_of[best[3]]
        if a == b or b not in ties[a] or best != rank(a, b):
            continue  # one of the two has grown since
        if -best[0] < SUPPORT:
            break
        otherwise = any(called[a][party] != words for party, words in called[b].items() if party in called[a])
        if otherwise or not evidence.may_join(members[a][0], members[b][0]):
            del ties[a][b], ties[b][a]
            continue
        joined.append((members[a][0], members[b][0]))
        _merge(a, b, members, ties)
        called[a] |= called.pop(b)
        for number in members[a]:
            group_of[number] = a
        for near in ties[a]:
            heappush(waiting, rank(a, near))
    return joined


def _called(evidence: Evidence, numbers: list[int]) -> dict[str, frozenset[str]]:
    """Return what each party calls its steps among some."""
    placed = [evidence.steps[number] for number in numbers]
    return {
        party: frozenset(step.words for step in placed if step.party.id == party)
        for party in dict.fromkeys(step.party.id for step in placed)
    }


def _merge(a: int, b: int, members: dict[int, list[int]], ties: dict[int, _Ties]) -> None:
    """Put the second group into the first."""
    members[a] = sorted(members[a] + members.pop(b))
    del ties[a][b], ties[b][a]
    for near, (count, total) in ties.pop(b).items():
        del ties[near][b]
        known, sum_of_known = ties[a].get(near, (0, 0.0))
        ties[a][near] = ties[near][a] = (known + count, sum_of_known + total)
