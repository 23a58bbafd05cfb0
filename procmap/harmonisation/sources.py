"""One party's process as composition asks it: how its steps stand, what can be skipped, what is done again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import lcm

from procmap.alignment import Party
from procmap.alignment.evidence import has_states
from procmap.behaviour import (
    FlowGraph,
    Loop,
    Reading,
    References,
    Relation,
    Undecided,
    View,
    read_process,
    remaining,
    without_nodes,
)
from procmap.harmonisation.stretches import Runs, Stretch, Stretches
from procmap.model import Activity, Event, Finding, Gateway, Index, Process, Step

FULL_VOTE, HALF_VOTE = 2, 1
"""A process that had to be repaired to be read has half a vote."""


@dataclass(frozen=True)
class SourceLoop:
    """A drawn loop by its steps: done every time, or only on the way back; `depth` 1 is an outermost loop."""

    do: frozenset[str]
    redo: frozenset[str]
    depth: int

    @cached_property
    def steps(self) -> frozenset[str]:
        """All steps of the loop."""
        return self.do | self.redo


class Source:
    """The process of a party. All questions are asked by step ids.

    `weight`: its votes, of which `full_vote` make one whole vote of an organisation; 0 for a reference.
    """

    def __init__(self, party: Party, variants: int, scale: int) -> None:
        self.party = party
        self.process = _with_events_beside(party.process)
        self.index = Index(self.process)
        self.graph = FlowGraph(self.process)
        self.references = References(self.process)
        self.steps: dict[str, Step] = {step.id: step for step in self.process.steps}
        self.silent = frozenset(step.id for step in self.process.steps if is_condition(step, self.index))
        self.findings: list[Finding] = []
        self._without: dict[tuple[Stretch, frozenset[str]], list[int]] = {}
        self._stretches = Stretches(self.process)
        try:
            self._runs = Runs(read_process(self.process), self.steps)
        except Undecided:
            self._runs = Runs((), ())
            self.findings.append(_note("source-undecided", party))
        self.repaired = any(reading.repair for reading in self.readings)
        if self.repaired:
            self.findings.append(_note("source-repaired", party))
        self.full_vote = FULL_VOTE * scale
        share = (HALF_VOTE if self.repaired else FULL_VOTE) * scale // variants
        self.weight = 0 if party.is_reference else share

    @property
    def id(self) -> str:
        """The id of the party."""
        return self.party.id

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How every pool is read; nothing where that has too many states."""
        return self._runs.readings

    @property
    def views(self) -> list[View]:
        """The states of every pool as seen by the steps."""
        return self._runs.views

    def relation(self, one: str, other: str) -> Relation | None:
        """Return how two different steps stand; None when nothing is known of it.

        What is in a sub-process that never happens stands as it would if that did.
        """
        if self._runs.happens(one) or self._runs.happens(other) or not self.readings:
            return self._runs.relation(one, other)
        return self._played(self._stretches.around((one, other))).relation(one, other)

    def relation_of(self, these: Iterable[str], those: Iterable[str]) -> Relation | None:
        """Return how two groups of steps stand: the one relation that all pairs have, else `~`."""
        found: Relation | None = None
        others = tuple(those)
        for one in these:
            for other in others:
                relation = self.relation(one, other)
                if relation is None:
                    continue
                if found is not None and relation != found:
                    return "~"
                found = relation
        return found

    def can_skip(self, block: frozenset[str], within: frozenset[str]) -> bool | None:
        """Tell whether some run that completes does something of `within` outside `block` and nothing of `block`.

        Runs are those of the innermost sub-process that holds all: what interrupts it skips no part of it. None when no
        net has steps of both, so that the party says nothing.
        """
        around = self._stretches.around(block | within)
        views = self._played(around).views
        if (around, block) not in self._without:
            self._without[around, block] = [remaining(view, view.mask(block)) for view in views]
        answer: bool | None = None
        for view, free in zip(views, self._without[around, block], strict=True):
            avoided = view.mask(block)
            wanted = view.mask(within) & ~avoided
            if avoided and wanted:
                answer = bool(answer) or bool(free & wanted)
        return answer

    def readings_around(self, steps: Iterable[str]) -> tuple[Reading, ...]:
        """Return how the innermost sub-process that holds all these steps is read by itself; without one, the whole.

        Event sub-processes that hold none of them are left out.
        """
        return self._played(self._stretches.around(steps)).readings

    def _played(self, stretch: Stretch) -> Runs:
        if not self.readings or stretch == (None, True):
            return self._runs
        try:
            return self._stretches.runs(stretch)
        except Undecided:
            return self._runs

    def reads_as_parallel(self, step: str, other: str) -> bool:
        """Tell whether a boundary event that interrupts nothing opens a branch that goes on at the same time.

        Strictly the event comes before what follows its host; it stands where the branch that it opens stands.
        """
        node = self.steps[step]
        if not isinstance(node, Event) or node.attached_to is None or node.interrupting or node.attached_to == other:
            return False
        return any(near != other and self.relation(near, other) == "|" for near in self.following(step))

    def without_branches(self, these: Iterable[str], those: Iterable[str]) -> Relation | None:
        """Return how two groups of steps stand where no boundary event opens a branch beside; None where that is open.

        An end that such a branch comes to as well stands after what the case itself does before it.
        """
        if self._undisturbed is None:
            return None
        found = {self._undisturbed.relation(one, other) for one in these for other in those}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _undisturbed(self) -> Runs | None:
        """How the process runs without its boundary events that interrupt nothing; None without any, or unsound."""
        beside = {s.id for s in self.steps.values() if isinstance(s, Event) and s.attached_to and not s.interrupting}
        if not beside:
            return None
        try:
            runs = Runs(read_process(without_nodes(self.process, beside)), self.steps)
        except Undecided:
            return None
        return None if any(reading.repair for reading in runs.readings) else runs

    def role(self, node: str) -> str:
        """Return the role that does a node, in the words of the source: not the pool that merely holds all."""
        role = self.index.role(node)
        return "" if role in self._only_pools else role

    @cached_property
    def _only_pools(self) -> frozenset[str]:
        return frozenset(pool.name for pool in self.process.pools) - {lane.name for lane in self.process.lanes}

    @cached_property
    def loops(self) -> tuple[SourceLoop, ...]:
        """The drawn loops, an outer one before those inside it. Loop markers of activities are not among them."""
        found: list[SourceLoop] = []
        for reading in self.readings:
            depths: list[int] = []
            for loop in reading.loops:
                depths.append(1 if loop.around is None else depths[loop.around] + 1)
                if not loop.marker:
                    do = self._done_every_time(loop)
                    redo = [node for node in loop.nodes if node not in do]
                    steps = [frozenset(step for step in part if step in self.steps) for part in (do, redo)]
                    found.append(SourceLoop(steps[0], steps[1], depths[-1]))
        return tuple(loop for loop in found if loop.steps)

    def _done_every_time(self, loop: Loop) -> frozenset[str]:
        """Return the nodes of a loop from which it can be left to go on, not only for an early end, without going back.

        A way out is early when it never comes to a step that another way out, which comes to more steps, comes to.
        """
        inside = set(loop.nodes)
        into = {node: self.near_before(node) for node in loop.nodes}
        entries = {node for node in loop.nodes if any(near not in inside for near in into[node])}
        out = [(node, near) for node in loop.nodes for near in self.near_after(node) if near not in inside]
        reached = {way: (self.graph.reachable(way[1]) | {way[1]}) & self.steps.keys() for way in out}
        most = max(out, key=lambda way: len(reached[way]), default=None)
        leaving = {node for node, near in out if most is not None and reached[node, near] & reached[most]}
        if not leaving:
            return frozenset(loop.do)
        pending = sorted(leaving)
        while pending:
            node = pending.pop()
            for near in into[node] if node not in entries else ():
                if near in inside and near not in leaving:
                    leaving.add(near)
                    pending.append(near)
        return frozenset(leaving)

    def near_after(self, node: str) -> list[str]:
        """Return the nodes next after a node, and the boundary events on it."""
        on_it = [event.id for event in self.index.boundary_events(node)]
        return [flow.target for flow in self.index.outgoing(node) if flow.target in self.index.nodes] + on_it

    def near_before(self, node: str) -> list[str]:
        """Return the nodes next before a node: of a boundary event, what it is attached to."""
        found = self.index.nodes[node]
        host = [found.attached_to] if isinstance(found, Event) and found.attached_to in self.index.nodes else []
        return [flow.source for flow in self.index.incoming(node) if flow.source in self.index.nodes] + host

    @cached_property
    def own_pools(self) -> frozenset[str]:
        """The ids of the pools that are drawn out; the others are outside participants."""
        return frozenset(node.pool for node in self.process.nodes if node.pool is not None)

    @cached_property
    def parents(self) -> frozenset[str]:
        """The ids of the activities that have nodes inside."""
        return frozenset(node.parent for node in self.process.nodes if node.parent in self.steps and node.parent)

    def steps_at(self, element: str) -> tuple[str, ...]:
        """Return the step that an element is, or the steps that follow a gateway or what a flow leads to."""
        flow = next((flow for flow in self.process.flows if flow.id == element), None)
        node = flow.target if flow is not None else element
        if node in self.steps:
            return (node,)
        return self.following(node) if node in self.index.nodes else ()

    def following(self, node: str) -> tuple[str, ...]:
        """Return the steps next after a node, gateways and condition events passed over."""
        return self.graph.successors(node, self.silent)

    def preceding(self, node: str) -> tuple[str, ...]:
        """Return the steps next before a node, gateways and condition events passed over."""
        return self.graph.predecessors(node, self.silent)


def sources_of(parties: Sequence[Party]) -> tuple[Source, ...]:
    """Return the sources, sorted by id. Variants of one organisation share its vote (in whole numbers)."""
    ordered = sorted(parties, key=lambda party: party.id)
    variants: dict[str, int] = {}
    for party in ordered:
        if not party.is_reference:
            variants[party.organisation] = variants.get(party.organisation, 0) + 1
    scale = lcm(*variants.values()) if variants else 1
    return tuple(Source(party, variants.get(party.organisation, 1), scale) for party in ordered)


def _with_events_beside(process: Process) -> Process:
    """Return a process whose boundary events lie beside what they are attached to, as the standard has it.

    Some tools write them inside it.
    """
    steps = {step.id: step for step in process.steps}
    placed = []
    for node in process.nodes:
        host = steps.get(node.parent or "")
        is_inside = host is not None and isinstance(node, Event) and node.attached_to == host.id
        placed.append(node.replace(parent=host.parent) if host is not None and is_inside else node)
    return process.replace(nodes=tuple(placed))


def is_condition(step: Step, index: Index) -> bool:
    """Tell whether an event only says when a way is taken.

    So does an intermediate event without trigger that has no name, and in an event-driven process chain one that stands
    right after a split.
    """
    if not isinstance(step, Event) or step.triggers or step.type not in _MIDDLE:
        return False
    if not step.name.strip():
        return True
    if not has_states(index.process):
        return False
    before = [index.nodes[flow.source] for flow in index.incoming(step.id) if flow.source in index.nodes]
    return any(isinstance(node, Gateway) and len(index.outgoing(node.id)) > 1 for node in before)


_MIDDLE = ("intermediateThrowEvent", "intermediateCatchEvent")


def is_container(step: Step, source: Source) -> bool:
    """Tell whether a step is a sub-process with nodes of its own."""
    return isinstance(step, Activity) and step.id in source.parents


def stands_aside(step: Step) -> bool:
    """Tell whether no sequence flow leads to a step or from it: an event sub-process, or what compensates."""
    if isinstance(step, Activity):
        return step.triggered_by_event or step.for_compensation
    return step.type == "boundaryEvent" and any(trigger.type == "compensate" for trigger in step.triggers)


def _note(code: str, party: Party) -> Finding:
    return Finding(code=code, severity="note", params={"party": party.id})


def by_id(sources: Iterable[Source]) -> Mapping[str, Source]:
    """Return the sources by the ids of their parties."""
    return {source.id: source for source in sources}
