"""Pairs of rows by their place in the result: all that stand between the same parts of a block are one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from procmap.harmonisation.tree import Tree, walk


class Place(NamedTuple):
    """Rows of `first` that stand to rows of `second` as `relation`, none of them in both."""

    relation: str
    first: tuple[str, ...]
    second: tuple[str, ...]


Parts = tuple[int, int]
Rows = tuple[str, str]


def places(tree: Tree, pairs: Iterable[tuple[str, str, str]]) -> list[Place]:
    """Return where in a tree pairs (relation, row, row) stand: block by block, as the first pair of each comes.

    Two pairs are at one place when they lie between the same two parts of a block, or when a part stands in the same
    way to several others: then that part is asked about once, against all of them.
    """
    finder = _Finder(tree)
    blocks: dict[tuple[int, str], dict[Parts, list[Rows]]] = {}
    for relation, one, other in pairs:
        around, parts = finder.around(one, other)
        blocks.setdefault((around, relation), {}).setdefault(parts, []).append((one, other))
    return [Place(relation, *_sides(rows)) for (_, relation), between in blocks.items() for rows in _together(between)]


def alike(pairs: Iterable[tuple[str, str, str]]) -> list[Place]:
    """Return pairs (relation, row, row) in groups where each of the first rows is paired with each of the second."""
    number: dict[str, int] = {}
    by_relation: dict[str, dict[Parts, list[Rows]]] = {}
    for relation, one, other in pairs:
        ends = (number.setdefault(one, len(number)), number.setdefault(other, len(number)))
        by_relation.setdefault(relation, {})[ends] = [(one, other)]
    return [Place(relation, *_sides(rows)) for relation, between in by_relation.items() for rows in _together(between)]


def _together(between: dict[Parts, list[Rows]]) -> Iterator[list[Rows]]:
    """Yield the pairs between parts in groups where each of some parts is paired with each of others.

    The part with most others comes first, with all parts that have these others too.
    """
    left = dict(between)
    while left:
        onward: dict[int, set[int]] = {}
        backward: dict[int, set[int]] = {}
        for one, other in left:
            onward.setdefault(one, set()).add(other)
            backward.setdefault(other, set()).add(one)
        centre, others, side = max(
            ((part, near, side) for side, ends in enumerate((onward, backward)) for part, near in ends.items()),
            key=lambda star: len(star[1]),
        )
        ends = (onward, backward)[side]
        alike = {part for part, near in ends.items() if part == centre or others <= near}
        chosen = [parts for parts in left if parts[side] in alike and parts[1 - side] in others]
        yield [rows for parts in chosen for rows in left.pop(parts)]


def _sides(rows: Iterable[Rows]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = list(rows)
    return tuple(dict.fromkeys(one for one, _ in pairs)), tuple(dict.fromkeys(other for _, other in pairs))


class _Finder:
    """Finds the smallest block around two rows, and its parts that they lie in, by numbers in the order of `walk`."""

    def __init__(self, tree: Tree) -> None:
        numbers = {id(part): number for number, part in enumerate(walk(tree))}
        self._parent = [0] * len(numbers)
        self._depth = [0] * len(numbers)
        self._leaf: dict[str, int] = {}
        for part in walk(tree):
            number = numbers[id(part)]
            if part.kind == "step":
                self._leaf[part.row] = number
            for inner in part.parts:
                self._parent[numbers[id(inner)]] = number
                self._depth[numbers[id(inner)]] = self._depth[number] + 1

    def around(self, one: str, other: str) -> tuple[int, Parts]:
        """Return the block around two different rows, and the parts of it that they lie in."""
        a, b = self._leaf[one], self._leaf[other]
        while self._parent[a] != self._parent[b] or self._depth[a] != self._depth[b]:
            if self._depth[a] >= self._depth[b]:
                a = self._parent[a]
            else:
                b = self._parent[b]
        return self._parent[a], (a, b)
