"""Taking blocks apart into the parts that a choice graph links: skips, alternatives, sequences, then loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procmap.harmonisation.tree import Tree, followers, reached


@dataclass(frozen=True)
class Dissolved:
    """Parts in an order that they follow; `after[i]`: those that come after part i, as bits; `loops`: sets likewise."""

    parts: tuple[Tree, ...]
    after: tuple[int, ...]
    loops: tuple[int, ...] = ()


def in_sequence(parts: Sequence[Tree]) -> Dissolved:
    """Return parts of a sequence."""
    count = len(parts)
    return Dissolved(tuple(parts), tuple((1 << count) - (2 << number) for number in range(count)))


def dissolve(whole: Dissolved, with_loops: bool) -> Dissolved:
    """Return parts with each taken apart once; what is parallel stays as it is, and none can be passed by."""
    opened = [_open(part, with_loops) for part in whole.parts]
    first, count = [], 0
    for each in opened:
        first.append(count)
        count += len(each.parts)

    def spread(mask: int) -> int:
        return sum((1 << len(opened[n].parts)) - 1 << first[n] for n in range(len(opened)) if mask >> n & 1)

    parts: list[Tree] = []
    after: list[int] = []
    loops = [spread(loop) for loop in whole.loops]
    for number, each in enumerate(opened):
        parts.extend(replace(part, optional=False) if part.optional else part for part in each.parts)
        after.extend(spread(whole.after[number]) | mask << first[number] for mask in each.after)
        loops.extend(loop << first[number] for loop in each.loops)
    return Dissolved(tuple(parts), tuple(after), tuple(loops))


def _open(part: Tree, with_loops: bool) -> Dissolved:
    if part.kind == "seq" and not part.optional:
        return in_sequence(part.parts)
    if part.kind == "xor":
        return Dissolved(part.parts, (0,) * len(part.parts))
    if part.kind == "choice":
        return Dissolved(part.parts, tuple(followers(part)), _circles(part))
    if part.kind == "loop" and with_loops:
        inner = in_sequence([inner for inner in part.parts if inner.kind != "silent"])
        return replace(inner, loops=((1 << len(inner.parts)) - 1,))
    return in_sequence([part])


def _circles(graph: Tree) -> tuple[int, ...]:
    """Return the sets of parts of a choice graph that its links lead around in."""
    inside = [link for link in graph.links if min(link) >= 0]
    forth = [{target for source, target in inside if source == number} for number in range(len(graph.parts))]
    ahead = [set().union(*(reached(inside, near) for near in nearest)) for nearest in forth]
    circles = (
        sum(1 << other for other in ahead[number] if number in ahead[other])
        for number in range(len(graph.parts))
        if number in ahead[number]
    )
    return tuple(dict.fromkeys(circles))
