"""What the runs of one process that complete have in common: what all do, what comes along with what, what some skip.

Rows, and sets of them, are those of a `View`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from procmap.behaviour.components import strong_components
from procmap.behaviour.relations import View


@dataclass(frozen=True)
class Certain:
    """`always`: the rows that happen in every run that completes. `implied`: for every row, those in every run with it.

    A row implies itself.
    """

    always: int
    implied: tuple[int, ...]


def certain(seen: View) -> Certain:
    """Return what is certain to happen in runs that complete.

    What is certain before a state is what all ways to it have done, what is certain after it what all ways on from it
    will do (dominators and post-dominators, by rows); a row implies what is certain on either side of it, wherever it
    happens. One pass in the order of the states does for all but loops, which are gone through until nothing changes.
    """
    everything = (1 << len(seen.rows)) - 1
    steps = [[(_bit(row), target) for row, _, target in edges] for edges in seen.edges]
    backwards = [
        state
        for component in strong_components([[target for _, _, target in edges] for edges in seen.edges])
        for state in component
    ]
    done = [everything] * len(seen.edges)
    ahead = [everything] * len(seen.edges)
    done[0] = 0
    changed = True
    while changed:
        changed = False
        for state in reversed(backwards):
            before = done[state]
            for bit, target in steps[state]:
                then = done[target] & (before | bit)
                if then != done[target]:
                    changed = True
                    done[target] = then
    changed = True
    while changed:
        changed = False
        for state in backwards:
            then = 0 if state in seen.space.goals else ahead[state]
            for bit, target in steps[state]:
                then &= ahead[target] | bit
            changed = changed or then != ahead[state]
            ahead[state] = then
    implied = [everything] * len(seen.rows)
    for state, edges in enumerate(seen.edges):
        for row, _, target in edges:
            if row >= 0:
                implied[row] &= done[state] | _bit(row) | ahead[target]
    return Certain(ahead[0] if seen.rows else 0, tuple(implied))


def _bit(row: int) -> int:
    return 1 << row if row >= 0 else 0


def implications(seen: View) -> dict[str, tuple[str, ...]]:
    """Return for every row the other rows that happen in every run in which it happens."""
    implied = certain(seen).implied
    return {row: seen.names(implied[number] & ~(1 << number)) for number, row in enumerate(seen.rows)}


def always(seen: View) -> tuple[str, ...]:
    """Return the rows that happen in every run that completes."""
    return seen.names(certain(seen).always)


def can_skip(seen: View, block: Collection[str], within: Collection[str]) -> bool:
    """Tell whether some run that completes does something of `within` outside `block`, and nothing of `block`.

    A block is optional only in its context: behind an early end everything would be. With `within` empty, any run that
    does nothing of `block` will do.
    """
    avoided = seen.mask(block)
    wanted = seen.mask(within) & ~avoided
    if within and not wanted:
        return False
    goals = seen.space.goals
    pending = [(0, not wanted)]
    found = set(pending)
    while pending:
        state, hit = pending.pop()
        if hit and state in goals:
            return True
        for row, _, target in seen.edges[state]:
            if row >= 0 and avoided >> row & 1:
                continue
            following = (target, hit or (row >= 0 and bool(wanted >> row & 1)))
            if following not in found:
                found.add(following)
                pending.append(following)
    return False


def without(seen: View, row: str) -> tuple[str, ...]:
    """Return the rows that can happen in runs that complete and do nothing of `row`; all others imply it."""
    return seen.names(remaining(seen, seen.mask([row])))


def remaining(seen: View, avoided: int, wanted: int = 0) -> int:
    """Return the rows that can happen in runs that complete and do nothing of the rows `avoided` (all as masks).

    With `wanted`, only runs count that do one of these rows.
    """
    # A node is a state and whether something wanted was done: twice the state, plus one if so.
    order = [0 if wanted else 1]
    found = set(order)
    before: dict[int, list[int]] = {}
    for node in order:  # grows while it is read
        for row, _, target in seen.edges[node >> 1]:
            if row >= 0 and avoided >> row & 1:
                continue
            following = 2 * target + (node & 1 or (row >= 0 and wanted >> row & 1))
            before.setdefault(following, []).append(node)
            if following not in found:
                found.add(following)
                order.append(following)
    completing = {node for node in order if node & 1 and node >> 1 in seen.space.goals}
    pending = sorted(completing)
    while pending:
        for node in before.get(pending.pop(), ()):
            if node not in completing:
                completing.add(node)
                pending.append(node)
    mask = 0
    for node in completing:
        for row, _, target in seen.edges[node >> 1]:
            if row < 0 or avoided >> row & 1:
                continue
            if 2 * target + (node & 1 or wanted >> row & 1) in completing:
                mask |= 1 << row
    return mask
