"""A token game as plain as can be, to judge what procmap says of processes without asking procmap.

It plays BPMN as drawn (2.0.2, chapter 13): one pool, tasks and events, exclusive, event-based, parallel and inclusive
gateways. Whatever else a process has (sub-processes with content, boundary events, links, complex gateways, starts that
joins wait for) is `Unplayable`, and so is what has too many states.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import networkx

from procmap.model import Activity, Event, Gateway, Process

WAITING = ("parallelGateway", "inclusiveGateway")


class Unplayable(Exception):  # noqa: N818 - no error: the game does not know this, and says so
    """The process has something that the game does not know, or too many states."""


class State(NamedTuple):
    """The flows that hold a token, and the ends that were reached (`twice`: one of them again)."""

    marked: frozenset[str]
    ended: frozenset[str]
    twice: bool = False


@dataclass(frozen=True)
class Played:
    """All states of a game, and for each the firings (node, next state). `unsafe`: a second token came to a flow."""

    first: tuple[State, ...]
    edges: Mapping[State, tuple[tuple[str, State], ...]]
    unsafe: bool

    @cached_property
    def completing(self) -> frozenset[State]:
        """The states from which all tokens can come to an end."""
        sources: dict[State, list[State]] = {}
        for state, fired in self.edges.items():
            for _, target in fired:
                sources.setdefault(target, []).append(state)
        pending = [state for state in self.edges if not state.marked]
        found = set(pending)
        while pending:
            for source in sources.get(pending.pop(), ()):
                if source not in found:
                    found.add(source)
                    pending.append(source)
        return frozenset(found)

    def after(self, states: Collection[State]) -> dict[str, set[str]]:
        """Return for every node that fires those that can fire some time after it, all within `states`."""
        future: dict[State, set[str]] = {state: set() for state in states}
        changed = True
        while changed:
            changed = False
            for state in reversed(list(future)):
                size = len(future[state])
                for node, target in self.edges[state]:
                    if target in future:
                        future[state] |= {node} | future[target]
                changed = changed or len(future[state]) != size
        found: dict[str, set[str]] = {}
        for state in future:
            for node, target in self.edges[state]:
                if target in future:
                    found.setdefault(node, set()).update(future[target])
        return found


class TokenGame:
    """The game of one process."""

    def __init__(self, process: Process, cap: int = 20_000) -> None:
        self.cap = cap
        self.kind = {node.id: getattr(node, "type", "") for node in process.nodes}
        self.gateways = {node.id for node in process.nodes if isinstance(node, Gateway)}
        self.into: dict[str, list[str]] = {node: [] for node in self.kind}
        self.out: dict[str, list[str]] = {node: [] for node in self.kind}
        self.source: dict[str, str] = {}
        self.target: dict[str, str] = {}
        drawn: set[tuple[str, str]] = set()
        for flow in process.flows:
            if flow.source not in self.gateways and (flow.source, flow.target) in drawn:
                continue
            drawn.add((flow.source, flow.target))
            self.out[flow.source].append(flow.id)
            self.into[flow.target].append(flow.id)
            self.source[flow.id], self.target[flow.id] = flow.source, flow.target
        heads = [node for node in self.kind if not self.into[node] and self.out[node]]
        self._refuse(process, heads)
        self.begin = {node: f"begin {node}" for node in heads}
        for node, flow_id in self.begin.items():
            self.into[node].append(flow_id)
            self.target[flow_id] = node
        self.ends = sum(bool(self.into[node]) and not self.out[node] for node in self.kind)
        self.played = self._play(frozenset())

    def _refuse(self, process: Process, heads: list[str]) -> None:
        odd = [
            node
            for node in process.nodes
            if node.parent is not None
            or (isinstance(node, Event) and (node.attached_to or any(t.type == "link" for t in node.triggers)))
            or (isinstance(node, Activity) and node.type not in ("task", "userTask", "serviceTask", "manualTask",
                "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "callActivity", "subProcess"))
            or getattr(node, "type", "") == "complexGateway"
        ]  # fmt: skip
        conditional = any(flow.condition and flow.source not in self.gateways for flow in process.flows)
        joins = any(self.kind[node] in WAITING and len(self.into[node]) > 1 for node in self.kind)
        starts = [node for node in heads if self.kind[node] == "startEvent"]
        if odd or conditional or len({node.pool for node in process.nodes}) > 1:
            raise Unplayable("what the game does not know")
        if not heads or (len(heads) > 1 and (joins or starts != heads)):
            raise Unplayable("starts that may wait for each other")

    # Playing

    def _play(self, cut: frozenset[str]) -> Played:
        """Play all runs; tokens on the flows of `cut` vanish."""
        first = tuple(State(frozenset([flow]), frozenset()) for flow in self.begin.values())
        edges: dict[State, tuple[tuple[str, State], ...]] = {}
        unsafe = False
        pending = deque(first)
        known = set(first)
        while pending:
            state = pending.popleft()
            fired: list[tuple[str, State]] = []
            for node, consumed in self._enabled(state.marked):
                rest = state.marked - consumed
                for produced in self._ways_out(node):
                    if rest & produced:
                        unsafe = True
                        continue
                    ends = not self.out[node]
                    ended = state.ended | {node} if ends else state.ended
                    twice = state.twice or (ends and node in state.ended)
                    target = State(rest | (produced - cut), ended, twice)
                    fired.append((node, target))
                    if target not in known:
                        known.add(target)
                        pending.append(target)
            edges[state] = tuple(fired)
            if len(known) > self.cap:
                raise Unplayable("too many states")
        return Played(first, edges, unsafe)

    def _enabled(self, marked: frozenset[str]) -> Iterable[tuple[str, frozenset[str]]]:
        for node in dict.fromkeys(self.target[flow] for flow in sorted(marked)):
            taken = frozenset(flow for flow in self.into[node] if flow in marked)
            if self.kind[node] == "parallelGateway":
                if len(taken) == len(self.into[node]):
                    yield node, taken
            elif self.kind[node] == "inclusiveGateway":
                if self._may_join(node, taken, marked):
                    yield node, taken
            else:
                for flow in sorted(taken):
                    yield node, frozenset([flow])

    def _may_join(self, node: str, taken: frozenset[str], marked: frozenset[str]) -> bool:
        """13.4.3: no token can come to an empty input, but for those that can come to one that has its token."""
        filled = frozenset().union(*(self._leading_to(node, flow) for flow in taken))
        empty = frozenset().union(*(self._leading_to(node, flow) for flow in self.into[node] if flow not in taken))
        return not (marked - taken) & empty - filled

    def _leading_to(self, join: str, flow: str) -> frozenset[str]:
        """Return the flows from which a token can come to a flow without passing the join."""
        if not hasattr(self, "_leading"):
            self._leading: dict[tuple[str, str], frozenset[str]] = {}
        if (join, flow) not in self._leading:
            found, pending = {flow}, [flow]
            while pending:
                node = self.source.get(pending.pop())
                if node is not None and node != join:
                    for before in self.into[node]:
                        if before not in found:
                            found.add(before)
                            pending.append(before)
            self._leading[join, flow] = frozenset(found)
        return self._leading[join, flow]

    def _ways_out(self, node: str) -> list[frozenset[str]]:
        flows = self.out[node]
        if self.kind[node] in ("exclusiveGateway", "eventBasedGateway") and flows:
            return [frozenset([flow]) for flow in flows]
        if self.kind[node] == "inclusiveGateway" and flows:
            return [frozenset(some) for size in range(1, len(flows) + 1) for some in combinations(flows, size)]
        return [frozenset(flows)]

    # What can be told of it

    @cached_property
    def faults(self) -> list[str]:
        """What is wrong: a run that cannot come to its end, two tokens in one place, an end twice, a dead node."""
        played = self.played
        found = ["unsafe"] if played.unsafe else []
        if len(played.completing) < len(played.edges):
            found.append("does not end")
        if any(state.twice for state in played.completing):
            found.append("ends twice")
        fired = {node for edges in played.edges.values() for node, _ in edges}
        if {node for node in self.kind if self.into[node]} - fired:
            found.append("dead")
        return found

    @cached_property
    def _together(self) -> set[frozenset[str]]:
        played, together = self.played, set()
        for state, edges in played.edges.items():
            fired = [(node, target) for node, target in edges if target in played.completing]
            for (one, then), (other, there) in combinations(fired, 2):
                if one != other and frozenset((one, other)) not in together:
                    after_one = {node for node, target in played.edges[then] if target in played.completing}
                    after_other = {node for node, target in played.edges[there] if target in played.completing}
                    if state in played.completing and other in after_one and one in after_other:
                        together.add(frozenset((one, other)))
        return together

    @cached_property
    def _after(self) -> dict[str, set[str]]:
        return self.played.after(self.played.completing)

    @cached_property
    def _loops(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The nodes of each loop and the flows that lead back in it and in those around it, outer ones first."""
        graph = networkx.MultiDiGraph()
        for flow, target in self.target.items():
            if flow in self.source:
                graph.add_edge(self.source[flow], target, flow)
        found = []
        pending: list[tuple[networkx.MultiDiGraph, frozenset[str]]] = [(graph, frozenset())]
        while pending:
            part, cut = pending.pop(0)
            for nodes in networkx.strongly_connected_components(part):
                inside = part.subgraph(nodes)
                if not inside.number_of_edges():
                    continue
                entries = {node for node in nodes if any(self.source.get(f) not in nodes for f in self.into[node])}
                back = {flow for _, node, flow in inside.edges(keys=True) if node in entries}
                if not back:
                    continue
                found.append((frozenset(nodes), cut | back))
                inner = networkx.MultiDiGraph(inside)
                inner.remove_edges_from([edge for edge in inside.edges(keys=True) if edge[2] in back])
                pending.append((inner, cut | back))
        return found

    def happens(self, node: str) -> bool:
        """Tell whether a node happens in a run that completes."""
        return node in self._after

    def relation(self, one: str, other: str) -> str:
        """Return how two nodes stand in runs that complete: < > x | or, when nothing can be said, ~."""
        forth, back = other in self._after[one], one in self._after[other]
        if not (forth and back):
            return "<" if forth else ">" if back else "x"
        if frozenset((one, other)) in self._together:
            return "|"
        around = [cut for nodes, cut in self._loops if {one, other} <= nodes]
        if not around:
            return "~"
        once = self._once(around[-1])
        forth, back = other in once.get(one, ()), one in once.get(other, ())
        return "~" if forth and back else "<" if forth else ">" if back else "x"

    def _once(self, cut: frozenset[str]) -> dict[str, set[str]]:
        if not hasattr(self, "_passes"):
            self._passes: dict[frozenset[str], dict[str, set[str]]] = {}
        if cut not in self._passes:
            played = self._play(cut)
            self._passes[cut] = played.after(played.edges.keys())
        return self._passes[cut]

    def relation_of(self, these: Iterable[str], those: Iterable[str]) -> str | None:
        """Return the one relation that all pairs have, ~ if there are several, None if none of them happen."""
        found = {self.relation(a, b) for a in these for b in those if self.happens(a) and self.happens(b)}
        return found.pop() if len(found) == 1 else "~" if found else None

    def repeats(self, node: str) -> bool:
        """Tell whether a node can happen again in one run."""
        return node in self._after.get(node, ())

    def can_skip(self, block: Collection[str], within: Collection[str]) -> bool | None:
        """Tell whether a run that completes does something of `within` outside `block` and nothing of `block`.

        None when nothing of either happens.
        """
        wanted = {node for node in within if node not in block and self.happens(node)}
        if not wanted or not any(self.happens(node) for node in block):
            return None
        pending = [(state, False) for state in self.played.first]
        found = set(pending)
        while pending:
            state, hit = pending.pop()
            if hit and not state.marked:
                return True
            for node, target in self.played.edges[state]:
                then = (target, hit or node in wanted)
                if node not in block and then not in found:
                    found.add(then)
                    pending.append(then)
        return False
