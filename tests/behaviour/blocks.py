"""Block-structured processes with what is known of them without playing tokens, and a naive token game to compare with.

A block is a leaf (a step's name) or (kind, blocks): seq, xor, and, or, loop (do, redo). A missing step is ("seq", ()).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from procmap.model import Activity, Event, Gateway, Node, Process, SequenceFlow

NOTHING = ("seq", ())
_GATEWAY = {"xor": "exclusiveGateway", "loop": "exclusiveGateway", "and": "parallelGateway", "or": "inclusiveGateway"}


def blocks(kinds: tuple[str, ...] = ("seq", "xor", "and", "loop"), leaves: int = 7) -> st.SearchStrategy[Any]:
    """Return a strategy of blocks whose leaves are called t0, t1, …"""

    def grow(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        options = [st.tuples(st.just(kind), several) for kind in kinds if kind != "loop"]
        if "xor" in kinds:
            options.append(inner.map(lambda block: ("xor", (block, NOTHING))))
        if "loop" in kinds:
            redo = st.one_of(st.just(NOTHING), inner)
            options.append(st.tuples(st.just("loop"), st.tuples(inner, redo)))
        return st.one_of(options)

    return st.recursive(st.just("t"), grow, max_leaves=leaves).map(_named)


def _named(block: Any) -> Any:
    count = iter(range(10_000))

    def name(part: Any) -> Any:
        return f"t{next(count)}" if part == "t" else (part[0], tuple(name(inner) for inner in part[1]))

    return name(block)


@dataclass
class _Drawing:
    nodes: list[Node] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)

    def link(self, source: str, target: str) -> None:
        self.flows.append(SequenceFlow(id=f"f{len(self.flows)}", source=source, target=target))

    def gateway(self, kind: str) -> str:
        self.nodes.append(Gateway(id=f"g{len(self.nodes)}", type=_GATEWAY[kind]))
        return self.nodes[-1].id

    def draw(self, block: Any, before: str) -> str:
        """Draw a block after a node; return its last node."""
        if isinstance(block, str):
            self.nodes.append(Activity(id=block, name=block))
            self.link(before, block)
            return block
        kind, parts = block
        if kind == "seq":
            for part in parts:
                before = self.draw(part, before)
            return before
        opening = self.gateway(kind)
        self.link(before, opening)
        if kind == "loop":
            closing = self.draw(parts[0], opening)
            split = self.gateway(kind)
            self.link(closing, split)
            self.link(self.draw(parts[1], split), opening)
            return split
        lasts = [self.draw(part, opening) for part in parts]
        closing = self.gateway(kind)
        for last in lasts:
            self.link(last, closing)
        return closing


def drawn(block: Any) -> Process:
    """Return the process that a block draws."""
    drawing = _Drawing([Event(id="s", type="startEvent")])
    last = drawing.draw(block, "s")
    drawing.nodes.append(Event(id="e", type="endEvent"))
    drawing.link(last, "e")
    return Process(id="p", nodes=tuple(drawing.nodes), flows=tuple(drawing.flows))


def leaves(block: Any) -> tuple[str, ...]:
    """Return the steps of a block in their order."""
    return (block,) if isinstance(block, str) else tuple(leaf for part in block[1] for leaf in leaves(part))


def relation(block: Any, one: str, other: str) -> str:
    """Return how two steps of a block stand, by the kind of the smallest block around both."""
    for part in block[1]:
        if one in leaves(part) and other in leaves(part):
            return relation(part, one, other)
    if block[0] in ("xor", "and", "or"):
        return "x" if block[0] == "xor" else "|"
    order = leaves(block)
    return "<" if order.index(one) < order.index(other) else ">"


def loops(block: Any) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the steps that each loop does and redoes."""
    if isinstance(block, str):
        return []
    inner = [loop for part in block[1] for loop in loops(part)]
    if block[0] == "loop":
        inner.append((frozenset(leaves(block[1][0])), frozenset(leaves(block[1][1]))))
    return inner


def occurrences(block: Any) -> frozenset[frozenset[str]]:
    """Return the sets of steps that runs of a block do."""
    if isinstance(block, str):
        return frozenset([frozenset([block])])
    kind, parts = block
    inner = [occurrences(part) for part in parts]
    if kind == "xor":
        return frozenset().union(*inner)
    if kind == "loop":
        do, redo = inner
        found = set(do)
        pending = list(do)
        while pending:
            one = pending.pop()
            for again in (one | back | forth for back in redo for forth in do):
                if again not in found:
                    found.add(again)
                    pending.append(again)
        return frozenset(found)
    chosen = [range(len(parts))] if kind != "or" else _subsets(len(parts))
    return frozenset(
        frozenset().union(*picked) for subset in chosen for picked in product(*(inner[number] for number in subset))
    )


def _subsets(size: int) -> list[tuple[int, ...]]:
    return [subset for count in range(1, size + 1) for subset in combinations(range(size), count)]


def naive_faults(process: Process, limit: int = 3_000) -> dict[str, int]:
    """Play tokens through a process of tasks, exclusive and parallel gateways, one start and plain ends.

    Returns each kind of fault with the number of firings after which it shows at the earliest. Tokens are counted per
    flow, and ends per run. Neither dead nodes nor ends reached twice are told beside something unsafe. An example with
    more than `limit` states is given up.
    """
    into: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    out: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    for flow in process.flows:
        out[flow.source].append(flow.id)
        into[flow.target].append(flow.id)
    kinds = {node.id: getattr(node, "type", "") for node in process.nodes}
    start = next(node.id for node in process.nodes if not into[node.id])
    first = (frozenset(out[start]), frozenset())
    depth = {first: 1}
    following: dict[Any, list[Any]] = {}
    fired = {start}
    faults: dict[str, int] = {}
    doubtful: dict[Any, int] = {}
    pending = deque([first])
    while pending:
        state = pending.popleft()
        assume(len(depth) < limit)
        marked, ended = state
        following[state] = []
        moved = False
        for node, coming in into.items():
            taken = [flow for flow in coming if flow in marked]
            if not taken or (kinds[node] == "parallelGateway" and len(taken) < len(coming)):
                continue
            for consume in [taken] if kinds[node] == "parallelGateway" else [[flow] for flow in taken]:
                ways = [[flow] for flow in out[node]] if kinds[node] == "exclusiveGateway" else [out[node]]
                for produce in ways:
                    moved = True
                    fired.add(node)
                    rest = marked - set(consume)
                    if rest & set(produce):
                        faults.setdefault("unsafe", depth[state] + 1)
                        continue
                    twice = not out[node] and node in ended
                    now = (
                        rest | set(produce),
                        ended | ({node} if not out[node] else set()) | ({"2"} if twice else set()),
                    )
                    following[state].append(now)
                    if now not in depth:
                        depth[now] = depth[state] + 1
                        pending.append(now)
                        if twice and "2" not in ended:
                            doubtful[now] = depth[now]
        if marked and not moved:
            faults.setdefault("deadlock", depth[state])
    stuck = {state for state, onward in following.items() if not onward}
    if _misses(following, stuck) - (_before(following, stuck)) and "unsafe" not in faults:
        faults["livelock"] = min(depth[state] for state in _misses(following, stuck))
    if "unsafe" not in faults:
        completing = _before(following, {state for state in following if not state[0]})
        if set(into) - fired:
            faults["dead"] = 0
        if any(state in completing for state in doubtful):
            faults["ends-twice"] = min(steps for state, steps in doubtful.items() if state in completing)
    return faults


def _before(following: dict[Any, list[Any]], targets: set[Any]) -> set[Any]:
    sources: dict[Any, list[Any]] = {}
    for state, onward in following.items():
        for target in onward:
            sources.setdefault(target, []).append(state)
    reached = set(targets)
    pending = list(targets)
    while pending:
        for state in sources.get(pending.pop(), ()):
            if state not in reached:
                reached.add(state)
                pending.append(state)
    return reached


def _misses(following: dict[Any, list[Any]], targets: set[Any]) -> set[Any]:
    return set(following) - _before(following, targets)
