"""How a process, or a sub-process of it by itself, is read, and how its steps stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile

from procmap.behaviour import Order, Reading, Relation, View, inside, read_process
from procmap.behaviour.played import is_triggered
from procmap.model import Process, Step

Stretch = tuple[str | None, bool]
"""A sub-process (None: the whole process), and whether the event sub-processes inside it are played too."""


class Runs:
    """Some readings as seen by steps.

    Raises Undecided when one pass through the loops of one has too many states.
    """

    def __init__(self, readings: Iterable[Reading], steps: Iterable[str]) -> None:
        seen = {step: step for step in steps}
        self.readings = tuple(readings)
        self.views: list[View] = [reading.view(seen) for reading in self.readings]
        self._orders: list[Order] = [reading.order(seen) for reading in self.readings]
        self._net_of = {step: number for number, order in enumerate(self._orders) for step in order.rows}

    def happens(self, step: str) -> bool:
        """Tell whether a step can happen."""
        return step in self._net_of

    def relation(self, one: str, other: str) -> Relation | None:
        """Return how two different steps stand; None when nothing is known of it."""
        net = self._net_of.get(one)
        if net is None or net != self._net_of.get(other):
            return None
        return self._orders[net].relation(one, other)


class Stretches:
    """Finds the part of a process that some steps lie in, and how that is read by itself."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._steps: Mapping[str, Step] = {step.id: step for step in process.steps}
        self._triggered = frozenset(step.id for step in self._steps.values() if is_triggered(step))
        self._is_flat = not any(step.parent in self._steps for step in self._steps.values())
        self._runs: dict[Stretch, Runs] = {}

    def around(self, steps: Iterable[str]) -> Stretch:
        """Return the innermost sub-process that holds all these steps and whose parts have an order, if there is one.

        Event sub-processes inside it are played where a step lies in one, or where there is none to leave out.
        """
        if self._is_flat:
            return None, not self._triggered
        chains = [self._chain(parent) for parent in dict.fromkeys(self._steps[step].parent for step in steps)]
        outside = chains[0].keys() if chains else set[str]()
        for chain in chains[1:]:
            outside &= chain.keys()
        common = (outer for outer in (chains[0] if chains else ()) if outer in outside)
        around = next((outer for outer in common if self._steps[outer].type != "adHocSubProcess"), None)
        inner = (each for chain in chains for each in takewhile(lambda outer: outer != around, chain))
        return around, not self._triggered or not self._triggered.isdisjoint(inner)

    def runs(self, stretch: Stretch) -> Runs:
        """Return how a stretch is read by itself. Raises Undecided when it has too many states."""
        if stretch not in self._runs:
            activity, triggered = stretch
            readings = read_process(inside(self._process, activity, triggered=triggered))
            self._runs[stretch] = Runs(readings, self._steps)
        return self._runs[stretch]

    def _chain(self, parent: str | None) -> dict[str, None]:
        """Return a sub-process and those around it, from the inside out."""
        found: dict[str, None] = {}
        while parent is not None and parent in self._steps and parent not in found:
            found[parent] = None
            parent = self._steps[parent].parent
        return found
