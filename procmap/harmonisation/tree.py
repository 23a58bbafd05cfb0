"""The shape of a composed process: steps in sequence, either-or, parallel and loop blocks, and graphs of parts.

A block's kind is `seq`, `xor` (one of), `and` (all), `or` (one or more) or `loop` (two parts: what is done every time,
and what leads back). A graph links its parts: a `choice` graph goes from part to part by one link at a time, an `order`
does all its parts, each when those that lead to it are done, and a `flow` is a piece of an organisation's drawing with
gateways of its own. A `silent` leaf does nothing. Trees are walked without recursion, however deep they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

Kind = Literal["step", "silent", "seq", "xor", "and", "or", "loop", "choice", "order", "flow"]
GRAPHS: tuple[Kind, ...] = ("choice", "order", "flow")
BEGIN, END = -1, -2
"""Where a graph is entered and left, in its links."""
_EITHER = ("exclusiveGateway", "eventBasedGateway")
T = TypeVar("T")
Link = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Tree:
    """A leaf (`row`), a block or a graph. `optional`: it can be passed by. Trees are compared by identity.

    `loop` is the number of the common loop that a loop block stands for. `links` of a graph go from part to part, by
    number: from BEGIN, and to END; in a `choice` those to an earlier part lead back, in an `order` there are none. In a
    `flow` numbers from that of its parts on are its `gateways` (types), and `stands[i][j]` is the relation of part i to
    part j.
    """

    kind: Kind
    row: str = ""
    parts: tuple[Tree, ...] = ()
    optional: bool = False
    loop: int = -1
    links: tuple[Link, ...] = ()
    gateways: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()


def silent() -> Tree:
    """Return a part that does nothing."""
    return Tree("silent")


def leaf(row: str) -> Tree:
    """Return the tree of one row."""
    return Tree("step", row)


def block(kind: Kind, parts: Iterable[Tree]) -> Tree:
    """Return a block of parts: those of the same kind that are not optional are taken apart, one part stands alone."""
    flat: list[Tree] = []
    for part in parts:
        if kind == "seq" and part.kind == "silent":
            continue
        if part.kind == kind and kind in ("seq", "xor", "and") and not part.optional:
            flat.extend(part.parts)
        else:
            flat.append(part)
    if not flat:
        return silent()
    return flat[0] if len(flat) == 1 else Tree(kind, parts=tuple(flat))


def loop(do: Tree, redo: Tree, number: int) -> Tree:
    """Return a loop."""
    return Tree("loop", parts=(do, redo), loop=number)


def optional(tree: Tree) -> Tree:
    """Return a tree that can be passed by."""
    return replace(tree, optional=True)


def walk(tree: Tree) -> Iterator[Tree]:
    """Yield a tree and everything in it, a block before its parts, in order."""
    pending = [tree]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(current.parts))


def fold(tree: Tree, combine: Callable[[Tree, list[T]], T]) -> T:
    """Return what `combine` makes of a tree, given what it made of its parts."""
    made: list[T] = []
    pending: list[tuple[Tree, bool]] = [(tree, False)]
    while pending:
        current, done = pending.pop()
        if done:
            count = len(current.parts)
            results = made[len(made) - count :] if count else []
            del made[len(made) - count :]
            made.append(combine(current, results))
        else:
            pending.append((current, True))
            pending.extend((part, False) for part in reversed(current.parts))
    return made[0]


def replaced(tree: Tree, old: Tree, new: Tree) -> Tree:
    """Return a tree with one part replaced."""

    def combine(current: Tree, inner: list[Tree]) -> Tree:
        if current is old:
            return new
        if all(made is part for made, part in zip(inner, current.parts, strict=True)):
            return current
        if current.kind in ("seq", "xor", "and"):
            return replace(block(current.kind, inner), optional=current.optional)
        return replace(current, parts=tuple(inner))

    return fold(tree, combine)


def rows_of(tree: Tree) -> tuple[str, ...]:
    """Return the rows of a tree, in order."""
    return tuple(part.row for part in walk(tree) if part.kind == "step")


def followers(tree: Tree) -> list[int]:
    """Return for each part of a `choice` or `order` the set of parts (as bits) that it leads to without going back."""
    after = [0] * len(tree.parts)
    for source, target in sorted(tree.links, reverse=True):
        if 0 <= source < target < len(after):
            after[source] |= 1 << target | after[target]
    return after


def reached(links: Iterable[Link], first: int, closed: Iterable[int] = (), backwards: bool = False) -> set[int]:
    """Return the numbers that links lead to from `first`, which is among them, not going on from those `closed`."""
    ahead: dict[int, list[int]] = {}
    for source, target in links:
        start, end = (target, source) if backwards else (source, target)
        ahead.setdefault(start, []).append(end)
    stop = set(closed)
    found, pending = {first}, [first]
    while pending:
        current = pending.pop()
        for near in ahead.get(current, ()) if current not in stop else ():
            if near not in found:
                found.add(near)
                pending.append(near)
    return found


def first_parts(tree: Tree) -> list[Tree]:
    """Return the parts of a graph that it can begin with by themselves, not those that a gateway opens with others."""
    count = len(tree.parts)
    either = {count + number for number, kind in enumerate(tree.gateways) if kind in _EITHER}
    links = [link for link in tree.links if link[0] == BEGIN or link[0] in either]
    first = reached(links, BEGIN)
    if tree.kind == "flow":  # its starts are entered by nothing
        first |= set(range(count)) - {target for _, target in tree.links}
    return [part for number, part in enumerate(tree.parts) if number in first]


def front(tree: Tree) -> set[str | None]:
    """Return the rows that can come first; None among them: it can begin with none. What can be passed by is not."""
    found: set[str | None] = set()
    pending = [tree]
    while pending:
        current = pending.pop()
        if current.optional:
            continue
        if current.kind == "step":
            found.add(current.row)
        elif current.kind == "silent":
            found.add(None)
        elif current.kind == "seq":
            pending.append(current.parts[0])
        elif current.kind in ("xor", "and"):
            pending.extend(current.parts)
        elif current.kind in GRAPHS:
            pending.extend(first_parts(current))
    return found


def always_ends(tree: Tree, is_end: Callable[[str], bool]) -> bool:
    """Tell whether every way through a tree comes to an end of the process."""

    def combine(current: Tree, inner: list[bool]) -> bool:
        if current.optional or current.kind in ("silent", "or"):
            return False
        if current.kind == "step":
            return is_end(current.row)
        if current.kind == "xor":
            return all(inner)
        if current.kind in ("choice", "flow"):
            return END not in reached(current.links, BEGIN, (n for n, ends in enumerate(inner) if ends))
        return inner[0] if current.kind == "loop" else any(inner)

    return fold(tree, combine)


def early_ends(choice: Tree, is_end: Callable[[str], bool]) -> tuple[Tree, ...]:
    """Return the parts of a choice or choice graph that always end the process; where it does, all but the largest."""
    ending = [part for part in choice.parts if always_ends(part, is_end)]
    if ending and (always_ends(choice, is_end) or len(ending) == len(choice.parts)):
        ending.remove(max(ending, key=lambda part: len(rows_of(part))))
    return tuple(ending)
