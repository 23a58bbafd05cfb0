"""The reading of one pool that its order relations are taken from: as drawn, or repaired where that is unsound.

An unsound drawing says wrong things about order (much looks parallel that is not), so its relations are taken from the
repaired reading that changes least; whoever uses it knows from `repair` that it was repaired.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from procmap.behaviour.compiling import Joins, Starts, compile_nets
from procmap.behaviour.components import strong_components
from procmap.behaviour.exploration import CAP, StateSpace, Undecided, explore
from procmap.behaviour.faults import Fault, FaultKind, find_faults
from procmap.behaviour.loops import Loop, find_loops, marked_loops
from procmap.behaviour.net import Net
from procmap.behaviour.relations import Order, View, order, view
from procmap.model import Process

Repair = Literal[
    "", "loose-starts", "exclusive-joins-wait", "parallel-joins-wait", "joins-wait", "completing-runs", "begun-runs",
    "parallel-joins-pass",
]  # fmt: skip
"""How an unsound drawing was read:

* "" as drawn; * `loose-starts`: nodes that nothing leads to start too; * `…-wait`: these joins as inclusive ones;
* `completing-runs`: only runs that complete; * `begun-runs`: runs count also where they can get no further;
* `parallel-joins-pass`: parallel joins as exclusive ones.
"""

_TRIES: tuple[tuple[Repair, Starts, Joins], ...] = (
    ("loose-starts", "loose", "as-drawn"),
    ("exclusive-joins-wait", "one", "exclusive-wait"),
    ("parallel-joins-wait", "one", "parallel-wait"),
    ("joins-wait", "one", "all-wait"),
)
_HARMLESS: tuple[FaultKind, ...] = ("ends-twice",)
"""Faults that leave the order as it is drawn."""


@dataclass(frozen=True)
class Reading:
    """One pool as it is read. `faults`: those of the drawing as it stands."""

    space: StateSpace
    faults: tuple[Fault, ...]
    repair: Repair
    loops: tuple[Loop, ...]
    cap: int = CAP

    @property
    def net(self) -> Net:
        """The net that is read."""
        return self.space.net

    def view(self, row_of: Mapping[str, str] | None = None) -> View:
        """Return the states as seen by rows (see `relations.view`)."""
        return view(self.space, row_of)

    def order(self, row_of: Mapping[str, str] | None = None) -> Order:
        """Return the relations between rows. Raises Undecided when one pass through the loops has too many states."""
        passes = [view(space, row_of) for space in self._passes]
        return order(view(self.space, row_of), passes, self.loops, row_of)

    @cached_property
    def _passes(self) -> list[StateSpace]:
        """The states of one pass through the loops that are at most 0, 1, … deep."""
        depths: list[int] = []
        back: list[set[int]] = []
        for loop in self.loops:
            depths.append(0 if loop.around is None else depths[loop.around] + 1)
            if not loop.marker:
                back.extend(set() for _ in range(depths[-1] + 1 - len(back)))
                back[depths[-1]].update(loop.back)
        cut: set[int] = set()
        passes = []
        for places in back:
            cut |= places
            passes.append(_every_run(explore(self.net, self.cap, sorted(cut))))
        return passes


def read_process(process: Process, cap: int = CAP) -> tuple[Reading, ...]:
    """Return the reading of every pool, in the order of the source.

    Raises Undecided when a pool has more than `cap` states as it is drawn.
    """
    marked = marked_loops(process)
    return tuple(_read(process, place, marked, cap) for place in range(len(compile_nets(process))))


def _read(process: Process, place: int, marked: tuple[Loop, ...], cap: int) -> Reading:
    drawn, faults = _as_drawn(process, place, cap)
    if isinstance(drawn, StateSpace) and all(fault.kind in _HARMLESS for fault in faults):
        return _reading(drawn, faults, "", marked, cap)
    nodes = frozenset(compile_nets(process)[place].nodes)
    best: tuple[int, StateSpace, Repair] | None = None
    for repair, space in _repairs(process, place, drawn if isinstance(drawn, StateSpace) else None, cap):
        lost = len(nodes - _happening(space))
        if best is None or lost < best[0]:
            best = (lost, space, repair)
        if not lost:
            break
    if best is not None:
        return _reading(best[1], faults, best[2], marked, cap)
    if isinstance(drawn, Undecided):
        raise drawn
    return _reading(drawn, faults, "", marked, cap)


def _as_drawn(process: Process, place: int, cap: int) -> tuple[StateSpace | Undecided, tuple[Fault, ...]]:
    """Return the states of the drawing, read in the better one of the ways to start it, and its faults.

    Raises Undecided when there are too many and those that were tried show no fault.
    """
    net = compile_nets(process)[place]
    try:
        space = explore(net, cap)
    except Undecided as undecided:
        faults = find_faults(undecided.so_far, complete=False) if undecided.so_far else ()
        if not faults:
            raise
        return undecided, faults
    faults = find_faults(space)
    if faults and any(note.code == "several-starts" for note in net.findings):
        try:
            other = explore(compile_nets(process, "all")[place], cap)
        except Undecided:
            return space, faults
        if not find_faults(other):
            return other, ()
    return space, faults


def _repairs(process: Process, place: int, drawn: StateSpace | None, cap: int) -> Iterator[tuple[Repair, StateSpace]]:
    """Yield sound readings, then those that leave something out, in the order in which they are preferred."""
    for repair, starts, joins in _TRIES:
        try:
            space = explore(compile_nets(process, starts, joins)[place], cap)
        except Undecided:
            continue
        if all(fault.kind in _HARMLESS for fault in find_faults(space)):
            yield repair, space
    if drawn is not None:
        if drawn.goals and drawn.ok[0]:
            yield "completing-runs", drawn
        yield "begun-runs", _every_run(drawn)
    try:
        passing = explore(compile_nets(process, "one", "parallel-pass")[place], cap)
    except Undecided:
        return
    yield "parallel-joins-pass", passing if passing.goals and passing.ok[0] else _every_run(passing)


def _every_run(space: StateSpace) -> StateSpace:
    """Let runs count as complete also where they can get no further: stuck, or in a loop without a way out."""
    last = set(space.goals)
    for component in strong_components([[target for _, target in edges] for edges in space.edges]):
        inside = set(component)
        if all(target in inside for state in component for _, target in space.edges[state]):
            last.update(component)
    return space.with_goals(last)


def _happening(space: StateSpace) -> frozenset[str]:
    """Return the nodes that happen in runs that complete."""
    actors = {
        actor
        for state, edges in enumerate(space.edges)
        for actor, target in edges
        if space.ok[state] and space.ok[target]
    }
    return frozenset(space.net.actors[actor].node for actor in actors)


def _reading(
    space: StateSpace, faults: tuple[Fault, ...], repair: Repair, marked: tuple[Loop, ...], cap: int
) -> Reading:
    nodes = set(space.net.nodes)
    mine = tuple(loop for loop in marked if loop.marker in nodes)
    return Reading(space, faults, repair, (*find_loops(space.net), *mine), cap)
