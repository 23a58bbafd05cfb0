"""Where steps stand in their process: what comes next before and after them, and how far on they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from procmap.behaviour import FlowGraph
from procmap.model import Process


class Surroundings:
    """The neighbours and the places (0 to 1) of some steps of a process, by the numbers that `steps` has for ids."""

    def __init__(self, process: Process, steps: Mapping[str, int]) -> None:
        graph = FlowGraph(process)
        passing = frozenset(graph.nodes) - frozenset(steps)
        ahead, behind = graph.distances()
        self.before: dict[int, list[int]] = {}
        self.after: dict[int, list[int]] = {}
        self.place: dict[int, float] = {}
        longest = max((ahead.get(step, 0) for step in steps), default=0)
        for step, number in steps.items():
            self.before[number] = [steps[near] for near in graph.predecessors(step, passing)]
            self.after[number] = [steps[near] for near in graph.successors(step, passing)]
            self.place[number] = place_of(ahead.get(step, 0), behind.get(step, 0), longest)


def place_of(begun: int, left: int, longest: int) -> float:
    """Return how far on a step is (0 to 1) with so many steps before and after it, in the middle where it has none.

    What ends the process stands where it is left: an early way out is not the end of the `longest` way.
    """
    if not (begun or left):
        return 0.5
    return begun / (begun + left if left else longest)


class Monotonous:
    """A line that never falls, through points of which some may contradict it."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        pools: list[list[float]] = []  # mean, weight
        members: list[list[float]] = []
        for x, y in sorted(points):
            pools.append([y, 1.0])
            members.append([x])
            while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
                mean, weight = pools.pop()
                last = members.pop()
                pools[-1] = [
                    (pools[-1][0] * pools[-1][1] + mean * weight) / (pools[-1][1] + weight),
                    pools[-1][1] + weight,
                ]
                members[-1] += last
        self._xs = [x for pool in members for x in pool]
        self._ys = [pool[0] for pool, inside in zip(pools, members, strict=True) for _ in inside]

    def at(self, x: float) -> float:
        """Return the height of the line, straight between its points."""
        xs, ys = self._xs, self._ys
        place = bisect_left(xs, x)
        if place == 0:
            return ys[0]
        if place == len(xs):
            return ys[-1]
        part = (x - xs[place - 1]) / (xs[place] - xs[place - 1])
        return ys[place - 1] + (ys[place] - ys[place - 1]) * part
