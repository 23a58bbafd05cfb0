"""What stands in each line of a picture, from top to bottom, so that empty rows can be taken out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from procmap.layout.text import text_width
from procmap.model import Bounds, Diagram, Group, Lane, Pool, Shape
from procmap.reports.pictures.folding import Fold, Holder, Stretch, folded
from procmap.reports.pictures.picture import Picture, labels_of

_ABOVE, _BELOW = 18.0, 8.0
"""Around a shape: badges and letters stand above it."""
_AROUND = 8.0
"""Around the borders of pools, lanes and groups, level lines, names and figures."""
_NAME_TYPE = 12.0
_NAME = (60.0, 140.0)
"""How much room the name of a pool or lane, which is written upwards, gets at least and at most."""


def crowded(picture: Picture, room: Bounds, borders: Sequence[float], insets: Set[str] = frozenset()) -> Iterator[Fold]:
    """Yield for each line, from one border to the next, what is taken out of its height.

    `room` is the whole picture; of the pools in `insets` only those count that have something in the line.
    """
    count = len(borders) - 1
    taken: list[list[Stretch]] = [[] for _ in range(count)]
    holders: list[list[Holder]] = [[] for _ in range(count)]

    def line(x: float) -> int:
        return min(max(bisect_right(borders, x) - 1, 0), count - 1)

    elements = {element.id: element for element in picture.process.elements()}
    pool_of = {node.id: node.pool for node in picture.process.nodes}
    used: set[tuple[str | None, int]] = set()
    outer: list[Shape] = []
    for shape in picture.diagram.shapes:
        box = shape.bounds
        if isinstance(elements.get(shape.element), Pool | Lane | Group):
            outer.append(shape)
            continue
        at = line(box.x + box.width / 2)
        used.add((pool_of.get(shape.element), at))
        taken[at].append(Stretch(box.y - _ABOVE, box.y + box.height + _BELOW))
    for shape in outer:
        box, element = shape.bounds, elements[shape.element]
        for at in range(line(box.x), line(box.x + box.width - 1) + 1):
            if shape.element in insets and (shape.element, at) not in used:
                continue
            taken[at] += [Stretch(y - _AROUND, y + _AROUND) for y in (box.y, box.y + box.height)]
            if not isinstance(element, Group):
                wide = min(max(text_width(element.name, _NAME_TYPE) + 2 * _AROUND, _NAME[0]), _NAME[1])
                holders[at].append(Holder(box.y, box.y + box.height, wide))
    for box in [*labels_of(picture.diagram), *(figure.box for figure in picture.figures)]:
        taken[line(box.x + box.width / 2)].append(Stretch(box.y - _AROUND / 2, box.y + box.height + _AROUND / 2))
    for y, left, right in _levels(picture.diagram):
        for at in range(line(left), line(right) + 1):
            taken[at].append(Stretch(y - _AROUND, y + _AROUND))
    whole = Stretch(room.y, room.y + room.height)
    for at in range(count):
        yield folded(whole, taken[at], holders[at])


def _levels(diagram: Diagram) -> Iterator[tuple[float, float, float]]:
    """Yield the level parts of edges: their height, left and right end; slanted parts by their ends."""
    for edge in diagram.edges:
        for one, other in pairwise(edge.waypoints):
            if one.x != other.x:
                left, right = sorted((one.x, other.x))
                yield from ((y, left, right) for y in (one.y, other.y))
