"""A flow of parts with gateways of its own, made of how the parts stand where no blocks or graphs say that.

The parts that can all be done in one case are a configuration. Which one it is, is chosen where configurations part;
where they come together again, a join waits for all that can still come. Each part is drawn once. Whether what is drawn
keeps the relations must be looked at: not all relations have such a flow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.harmonisation.graphs import reduction
from procmap.harmonisation.tree import Link, Tree

MOST_CONFIGURATIONS = 6
MOST_GATEWAYS = 6
"""A flow of more ways to do a case, or with more gateways, would be no help to anybody."""
_ONE, _ALL, _SOME = "exclusiveGateway", "parallelGateway", "inclusiveGateway"


def flow_of(parts: Sequence[Tree], stands: Sequence[Sequence[str]]) -> Tree | None:
    """Return a flow of parts that stand as told; None where that takes too many ways or gateways.

    `stands[a][b]`: how part a stands to part b, consistent in threes (see `compositions`).
    """
    found = _configurations(stands)
    if len(found) > MOST_CONFIGURATIONS:
        return None
    drawing = _Drawing(len(parts))
    follow: dict[int, set[tuple[int, ...]]] = {}
    lead: dict[int, set[tuple[int, ...]]] = {}
    for configuration in found:
        for source, targets in _links(configuration, stands).items():
            follow.setdefault(source, set()).add(targets)
        for target, sources in _links(configuration, stands, backwards=True).items():
            lead.setdefault(target, set()).add(sources)
    into = {target: drawing.join(target, ways) for target, ways in lead.items()}
    for source, ways in follow.items():
        drawing.split(source, ways, into)
    if len(drawing.gateways) > MOST_GATEWAYS:
        return None
    rows = tuple("".join(relation or "." for relation in row) for row in stands)
    return Tree(
        "flow", parts=tuple(parts), links=tuple(sorted(drawing.links)), gateways=tuple(drawing.gateways), stands=rows
    )


def _configurations(stands: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Return the largest sets of parts of which no two are alternatives (Bron and Kerbosch, 1973), in order."""
    size = len(stands)
    near = [{b for b in range(size) if b != a and stands[a][b] != "x"} for a in range(size)]
    found: list[tuple[int, ...]] = []
    pending: list[tuple[set[int], set[int], set[int]]] = [(set(), set(range(size)), set())]
    while pending and len(found) <= MOST_CONFIGURATIONS:
        chosen, left, passed = pending.pop()
        if not left and not passed:
            found.append(tuple(sorted(chosen)))
        for part in sorted(left):
            pending.append((chosen | {part}, left & near[part], passed & near[part]))
            left = left - {part}
            passed = passed | {part}
    return sorted(found)


def _links(
    inside: Sequence[int], stands: Sequence[Sequence[str]], backwards: bool = False
) -> dict[int, tuple[int, ...]]:
    """Return what directly follows each part of a configuration, and what it begins with; or what leads to each."""
    order = sorted(
        inside, key=lambda part: (sum(stands[other][part] == "<" for other in inside if other != part), part)
    )
    after = [
        sum(1 << place for place, other in enumerate(order) if other != part and stands[part][other] == "<")
        for part in order
    ]
    found: dict[int, list[int]] = {}
    for source, target in reduction(after):
        ends = [order[end] if end >= 0 else end for end in (source, target)]
        start, end = reversed(ends) if backwards else ends
        found.setdefault(start, []).append(end)
    return {part: tuple(sorted(near)) for part, near in found.items()}


class _Drawing:
    """Links between parts (by number), BEGIN, END and gateways, which are numbered after the parts."""

    def __init__(self, parts: int) -> None:
        self.parts = parts
        self.gateways: list[str] = []
        self.links: set[Link] = set()

    def join(self, target: int, ways: Iterable[tuple[int, ...]]) -> int:
        """Return where what leads to a part comes to: the part, or a join before it."""
        found = sorted(ways)
        if len({source for way in found for source in way}) < 2:
            return target
        kind = _ALL if len(found) == 1 else _ONE if all(len(way) == 1 for way in found) else _SOME
        gateway = self._gateway(kind)
        self.links.add((gateway, target))
        return gateway

    def split(self, source: int, ways: Iterable[tuple[int, ...]], into: dict[int, int]) -> None:
        """Link a part to what comes after it: one of several ways, of each all."""
        found = sorted(ways)
        at = source
        if len(found) > 1:
            at = self._gateway(_ONE)
            self.links.add((source, at))
        for way in found:
            here = at
            if len(way) > 1:
                here = self._gateway(_ALL)
                self.links.add((at, here))
            self.links.update((here, into[target]) for target in way)

    def _gateway(self, kind: str) -> int:
        self.gateways.append(kind)
        return self.parts + len(self.gateways) - 1
