"""Columns: how far from the start a node stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Ranks(NamedTuple):
    """How long the longest way is that leads to each node, and how long the longest that leads on from it."""

    columns: dict[str, int]
    onward: dict[str, int]


def ranks(nodes: Sequence[str], arrows: Iterable[tuple[str, str]]) -> Ranks:
    """Return the column of each node, the length of the longest way to it, and that of the way on, once loops are cut.

    `arrows` are pairs (source, target) of ids in `nodes`. The arrows that close a loop are those that a depth-first
    search in the given order finds to lead back; it begins at nodes that nothing leads to. Linear in nodes + arrows.
    """
    following: dict[str, list[str]] = {node: [] for node in nodes}
    entered = set()
    for source, target in arrows:
        if source != target:
            following[source].append(target)
            entered.add(target)
    starts = [node for node in nodes if node not in entered] + [node for node in nodes if node in entered]
    columns, onward = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, 0)
    # A finished node comes after all that it leads to, so the reverse of that order is topological.
    finished = _finished(starts, following)
    for node in finished:
        onward[node] = max((onward[target] + 1 for target in following[node]), default=0)
    for node in reversed(finished):
        for target in following[node]:
            columns[target] = max(columns[target], columns[node] + 1)
    return Ranks(columns, onward)


def _finished(starts: Sequence[str], following: Mapping[str, list[str]]) -> list[str]:
    """Return the nodes in the order in which the search leaves them; arrows back are taken out of `following`."""
    done: list[str] = []
    state: dict[str, bool] = {}  # False: on the way now, True: left
    for start in starts:
        if start in state:
            continue
        state[start] = False
        way = [(start, iter(list(following[start])))]
        kept: dict[str, list[str]] = {start: []}
        while way:
            node, targets = way[-1]
            for target in targets:
                known = state.get(target)
                if known is False:
                    continue
                kept[node].append(target)
                if known is None:
                    state[target] = False
                    kept[target] = []
                    way.append((target, iter(list(following[target]))))
                    break
            else:
                way.pop()
                state[node] = True
                following[node][:] = kept.pop(node)
                done.append(node)
    return done
