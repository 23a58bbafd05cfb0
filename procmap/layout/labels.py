"""Where the labels of edges stand: at the first part that is the edge's own, beside every shape and other label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from procmap.layout.channels import Line, Net
from procmap.layout.ends import Route
from procmap.layout.places import Labels
from procmap.layout.sizes import LABEL_GAP, Size, label_size
from procmap.layout.space import Space, Strokes
from procmap.model import Bounds, Point


def place_labels(
    routes: Sequence[Route],
    ways: Mapping[str, Sequence[Point]],
    led: Collection[str],
    space: Space,
    labels: Labels,
) -> dict[str, Bounds]:
    """Return the place of the label of every edge that has a name.

    `ways` are the waypoints by edge, `led` the edges that do not follow their route.
    """
    shared = _shared(routes)
    lines = Strokes(ways)
    places: dict[str, Bounds] = {}
    for route in routes:
        size = label_size(route.link.name)
        way = ways.get(route.link.id)
        if size is None or not way:
            continue
        if route.link.id in led:
            candidates = [place for pair in pairwise(way) for place in _beside(*pair, size)]
        else:
            candidates = list(_candidates(route, way, size, shared, labels))
        free = list(filter(space.is_free, candidates))
        place = min(free, key=lines.crossed, default=candidates[0])
        space.take(place)
        places[route.link.id] = place
    return places


def _shared(routes: Iterable[Route]) -> Counter[tuple[str, Line]]:
    """Return how many edges with the same source use each line."""
    return Counter((route.link.source, line) for route in routes for line in route.lines)


def _candidates(
    route: Route, way: Sequence[Point], size: Size, shared: Counter[tuple[str, Line]], labels: Labels
) -> Iterator[Bounds]:
    """Yield places for a label, the best first; at least one."""
    source = route.source.item
    start = labels.starts.get((source.frame, source.column + 1))
    row = next((line for line in route.lines if not line.vertical and not isinstance(line, Net)), None)
    along = next((line for line in route.lines if not line.vertical and isinstance(line, Net)), None)
    if along is None and row is not None and start is not None:
        last = [line for line in route.lines if not line.vertical][-1]
        alone = shared[route.link.source, row] == 1 or len(route.lines) == 1
        y = row.at if alone else last.at
        yield Bounds(x=start, y=y - size.height - 2, width=size.width, height=size.height)
        yield Bounds(x=start, y=y + 3, width=size.width, height=size.height)
    for first, second in _segments(way, along):
        yield from _beside(first, second, size)


def _segments(way: Sequence[Point], along: Line | None) -> Iterator[tuple[Point, Point]]:
    pairs = list(pairwise(way))
    if along is not None:
        yield from (pair for pair in pairs if pair[0].y == pair[1].y == along.at)
    yield from pairs


def _beside(first: Point, second: Point, size: Size) -> Iterator[Bounds]:
    if first.y == second.y:
        back = second.x < first.x
        for x in (
            first.x - LABEL_GAP - size.width if back else first.x + LABEL_GAP,
            (first.x + second.x - size.width) / 2,
        ):
            yield Bounds(x=x, y=first.y - size.height - 2, width=size.width, height=size.height)
            yield Bounds(x=x, y=first.y + 3, width=size.width, height=size.height)
        return
    down = second.y > first.y
    for y in (
        first.y + LABEL_GAP if down else first.y - LABEL_GAP - size.height,
        (first.y + second.y - size.height) / 2,
        second.y - LABEL_GAP - size.height if down else second.y + LABEL_GAP,
    ):
        yield Bounds(x=first.x + LABEL_GAP, y=y, width=size.width, height=size.height)
        yield Bounds(x=first.x - LABEL_GAP - size.width, y=y, width=size.width, height=size.height)
