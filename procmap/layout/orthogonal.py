"""Ways of single edges around what is drawn already: the cheapest orthogonal way on a sparse visibility grid.

The lines of the grid run beside every obstacle and through every place where the edge may dock (Wybrow, Marriott and
Stuckey 2010); A* finds the way with the least length, bends, crossings and stretches along other edges.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from procmap.layout.waypoints import simplified
from procmap.model import Bounds, Point

BEND = 25.0
CROSSING = 12.0
ALONG = 3.0
"""What a stretch along another edge costs, by its length."""
THROUGH_LABEL = 40.0
_NEAR = 4.0
"""Edges less than this apart count as one on the other."""
_MOST_LINES = 700
_MOST_STEPS = 40_000
_CLOSED = 400
"""Places that are looked at around the end of an edge, to see whether there is a way out at all."""
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
RIGHT, DOWN, LEFT, UP = range(4)


@dataclass(frozen=True)
class Dock:
    """A place on the border of a shape where an edge may end, and what that costs.

    `away`: the direction (RIGHT, DOWN, LEFT, UP) in which the edge leads away from the border.
    """

    x: float
    y: float
    away: int
    cost: float = 0


@dataclass(frozen=True)
class Surroundings:
    """What an edge passes: `walls` never, other edges (as parts of ways) and `labels` at a price."""

    walls: Sequence[Bounds]
    parts: Sequence[tuple[Point, Point]]
    labels: Sequence[Bounds]


def find_way(
    sources: Sequence[Dock], targets: Sequence[Dock], around: Surroundings, window: Bounds, margin: float
) -> tuple[Point, ...] | None:
    """Return the waypoints of the cheapest way inside a window that keeps a margin from all walls.

    None when there is none, or the search takes too many steps.
    """
    grid = _Grid([*sources, *targets], around, window, margin)
    if grid.size > _MOST_LINES:
        return None
    search = _Search(grid, sources, targets)
    return None if search.is_closed() else search.run()


class _Grid:
    """The lines that edges may run on; what each step from line to line costs, None where a wall is."""

    def __init__(self, docks: Sequence[Dock], around: Surroundings, window: Bounds, margin: float) -> None:
        self.margin = margin
        right, bottom = window.x + window.width, window.y + window.height
        walls = [wall for wall in around.walls if _meets(wall, window, margin)]
        ends = [(dock.x + margin * _STEPS[dock.away][0], dock.y + margin * _STEPS[dock.away][1]) for dock in docks]
        inside_x = {wall.x - margin for wall in walls} | {wall.x + wall.width + margin for wall in walls}
        inside_y = {wall.y - margin for wall in walls} | {wall.y + wall.height + margin for wall in walls}
        own_x, own_y = {x for x, _ in ends}, {y for _, y in ends}
        own_x.add((min(own_x) + max(own_x)) / 2)
        own_y.add((min(own_y) + max(own_y)) / 2)
        self.xs = _lines(own_x | {x for x in inside_x if window.x <= x <= right})
        self.ys = _lines(own_y | {y for y in inside_y if window.y <= y <= bottom})
        self.size = max(len(self.xs), len(self.ys))
        if self.size > _MOST_LINES:
            return
        self.level = [[0.0] * len(self.xs) for _ in self.ys]
        self.upright = [[0.0] * len(self.ys) for _ in self.xs]
        inf = float("inf")
        for wall in walls:
            left, top = wall.x - margin + 0.01, wall.y - margin + 0.01
            self._add(left, top, wall.x + wall.width + margin - 0.01, wall.y + wall.height + margin - 0.01, inf)
        for label in around.labels:
            if _meets(label, window, 0):
                self._add(label.x, label.y, label.x + label.width, label.y + label.height, THROUGH_LABEL)
        for first, second in around.parts:
            left, right = sorted((first.x, second.x))
            top, bottom = sorted((first.y, second.y))
            if _meets(Bounds(x=left, y=top, width=right - left, height=bottom - top), window, _NEAR):
                self._add_part(left, top, right, bottom)

    def _add(self, left: float, top: float, right: float, bottom: float, cost: float) -> None:
        """Make the steps dearer that touch the inside of a rectangle."""
        for row in range(bisect_right(self.ys, top), bisect_left(self.ys, bottom)):
            steps = self.level[row]
            for step in range(max(bisect_right(self.xs, left) - 1, 0), bisect_left(self.xs, right)):
                steps[step] += cost
        for column in range(bisect_right(self.xs, left), bisect_left(self.xs, right)):
            steps = self.upright[column]
            for step in range(max(bisect_right(self.ys, top) - 1, 0), bisect_left(self.ys, bottom)):
                steps[step] += cost

    def _add_part(self, left: float, top: float, right: float, bottom: float) -> None:
        """Make the steps dearer that cross a part of another edge or run along it."""
        for lines, others, along, across, low, high, at, to in (
            (self.ys, self.xs, self.level, self.upright, left, right, top, bottom),
            (self.xs, self.ys, self.upright, self.level, top, bottom, left, right),
        ):
            if to - at > _NEAR:
                continue
            for line in range(bisect_left(lines, at - _NEAR), bisect_right(lines, to + _NEAR)):
                for step in range(max(bisect_right(others, low) - 1, 0), bisect_left(others, high)):
                    if step + 1 < len(others):
                        shared = min(high, others[step + 1]) - max(low, others[step])
                        along[line][step] += ALONG * max(shared, 0)
            step = bisect_right(lines, at) - 1
            if 0 <= step < len(lines) - 1:
                for line in range(bisect_left(others, low), bisect_right(others, high)):
                    across[line][step] += CROSSING


def _lines(places: Iterable[float]) -> list[float]:
    """Return places in order, without those that are next to the one before."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 1e-6:
            kept.append(place)
    return kept


def _meets(bounds: Bounds, window: Bounds, margin: float) -> bool:
    return (
        bounds.x - margin <= window.x + window.width
        and window.x <= bounds.x + bounds.width + margin
        and bounds.y - margin <= window.y + window.height
        and window.y <= bounds.y + bounds.height + margin
    )


class _Search:
    """A* over the crossings of a grid and the directions in which they are reached."""

    def __init__(self, grid: _Grid, sources: Sequence[Dock], targets: Sequence[Dock]) -> None:
        self._grid = grid
        self._sources = sources
        self._goals: dict[tuple[int, int], list[Dock]] = {}
        for dock in targets:
            self._goals.setdefault(self._cell(dock), []).append(dock)
        self._ends = [(grid.xs[column], grid.ys[row]) for column, row in self._goals]

    def _cell(self, dock: Dock) -> tuple[int, int]:
        """Return where the stub at a dock ends."""
        x, y = (at + self._grid.margin * step for at, step in zip((dock.x, dock.y), _STEPS[dock.away], strict=True))
        return bisect_left(self._grid.xs, x - 1e-6), bisect_left(self._grid.ys, y - 1e-6)

    def is_closed(self) -> bool:
        """Tell whether walls close off all targets from the sources, as far as a short look around them can tell."""
        grid = self._grid
        sources = {self._cell(dock) for dock in self._sources}
        waiting = list(self._goals)
        seen = set(waiting)
        while waiting and len(seen) < _CLOSED:
            column, row = waiting.pop()
            if (column, row) in sources:
                return False
            for dx, dy in _STEPS:
                cell = (column + dx, row + dy)
                if cell in seen or not (0 <= cell[0] < len(grid.xs) and 0 <= cell[1] < len(grid.ys)):
                    continue
                steps = grid.level[row] if dx else grid.upright[column]
                if steps[min(column, cell[0]) if dx else min(row, cell[1])] < float("inf"):
                    seen.add(cell)
                    waiting.append(cell)
        return not waiting and not (seen & sources)

    def run(self) -> tuple[Point, ...] | None:
        """Return the cheapest way."""
        grid = self._grid
        best: dict[tuple[int, int, int], float] = {}
        came: dict[tuple[int, int, int], tuple[int, int, int] | Dock] = {}
        waiting: list[tuple[float, int, float, tuple[int, int, int], Dock | None]] = []
        count = 0
        for dock in self._sources:
            cell = (*self._cell(dock), dock.away)
            if dock.cost < best.get(cell, float("inf")):
                best[cell], came[cell] = dock.cost, dock
                heappush(waiting, (dock.cost + self._left(cell), count, dock.cost, cell, None))
                count += 1
        while waiting and count < _MOST_STEPS:
            _, _, cost, state, end = heappop(waiting)
            if end is not None:
                return self._way(state, end, came)
            if cost > best[state]:
                continue
            column, row, heading = state
            for dock in self._goals.get((column, row), ()):
                if heading != dock.away:
                    total = cost + dock.cost + (0 if heading == (dock.away + 2) % 4 else BEND)
                    heappush(waiting, (total, count, total, state, dock))
                    count += 1
            for turn in (0, 1, 3):
                to = (heading + turn) % 4
                dx, dy = _STEPS[to]
                following = (column + dx, row + dy)
                if not (0 <= following[0] < len(grid.xs) and 0 <= following[1] < len(grid.ys)):
                    continue
                if dx:
                    price = grid.level[row][min(column, following[0])]
                    length = abs(grid.xs[following[0]] - grid.xs[column])
                else:
                    price = grid.upright[column][min(row, following[1])]
                    length = abs(grid.ys[following[1]] - grid.ys[row])
                total = cost + length + price + (BEND if turn else 0)
                step = (*following, to)
                if total < best.get(step, float("inf")):
                    best[step], came[step] = total, state
                    heappush(waiting, (total + self._left(step), count, total, step, None))
                    count += 1
        return None

    def _left(self, state: tuple[int, int, int]) -> float:
        """Return how long the way on is at least."""
        x, y = self._grid.xs[state[0]], self._grid.ys[state[1]]
        return min(abs(x - end[0]) + abs(y - end[1]) for end in self._ends)

    def _way(
        self, state: tuple[int, int, int], end: Dock, came: dict[tuple[int, int, int], tuple[int, int, int] | Dock]
    ) -> tuple[Point, ...]:
        points = [Point(x=end.x, y=end.y)]
        at: tuple[int, int, int] | Dock = state
        while not isinstance(at, Dock):
            points.append(Point(x=self._grid.xs[at[0]], y=self._grid.ys[at[1]]))
            at = came[at]
        points.append(Point(x=at.x, y=at.y))
        return simplified(points[::-1])
