"""A piece of one organisation's drawing: its flow with all but some rows passed over.

This is what is left where rows that all agree on have no form of blocks and graphs: the flow of the organisation that
is nearest to all, which breaks nothing that all agree on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source, stands_aside
from procmap.harmonisation.tree import BEGIN, END, Link, Tree, leaf
from procmap.model import Activity, Event, Gateway, Node

_KEPT = ("exclusiveGateway", "parallelGateway", "inclusiveGateway")
_READ_AS: Mapping[str, Mapping[str, str]] = {
    "exclusive-joins-wait": {"exclusiveGateway": "inclusiveGateway"},
    "parallel-joins-wait": {"parallelGateway": "inclusiveGateway"},
    "joins-wait": {"exclusiveGateway": "inclusiveGateway", "parallelGateway": "inclusiveGateway"},
    "parallel-joins-pass": {"parallelGateway": "exclusiveGateway"},
}
"""The joins of a drawing as they are read, by how it was repaired (see `behaviour.Repair`)."""
Place = int | str
"""A part by number, BEGIN or END, or the id of a node that is no part."""


def fragment(rows: Sequence[str], scope: str | None, common: Rows, source: Source) -> Tree | None:
    """Return the flow of a source between some rows of a scope.

    None where it does not have each of them once, or what it draws between them cannot be carried over by itself.
    """
    made = _Projection(rows, scope, common, source)
    return made.tree() if made.is_possible else None


class _Projection:
    def __init__(self, rows: Sequence[str], scope: str | None, common: Rows, source: Source) -> None:
        self.rows, self.source = rows, source
        self.gates: dict[str, str] = {}
        self.edges: Counter[tuple[Place, Place]] = Counter()
        self.is_possible = False
        steps = [common.rows[row].members.get(source.id, ()) for row in rows]
        containers = common.rows[scope].members.get(source.id, ()) if scope in common.rows else (None,)
        if len(containers) != 1 or any(len(own) != 1 for own in steps):
            return
        self.part = {own[0]: number for number, own in enumerate(steps)}
        pools = {source.steps[step].pool for step in self.part}
        nodes = [
            node
            for node in source.process.nodes
            if node.pool in pools and not (isinstance(node, Activity | Event) and stands_aside(node))
        ]
        inside = [node for node in nodes if node.parent == containers[0]]
        if not self.part.keys() <= {node.id for node in inside}:
            return
        hosts = {step: common.rows[rows[number]].host for step, number in self.part.items()}
        read = all(self._read(node, hosts, common) for node in inside)
        # A flow may lead out of its scope, or to nothing.
        self.is_possible = read and all(
            place in self.gates for edge in self.edges for place in edge if isinstance(place, str)
        )

    def _read(self, node: Node, hosts: Mapping[str, str | None], common: Rows) -> bool:
        """Take a node and what leaves it over; tell whether that can be done."""
        me = self.part.get(node.id, node.id)
        out = [self.part.get(flow.target, flow.target) for flow in self.source.index.outgoing(node.id)]
        into = self.source.index.incoming(node.id)
        if isinstance(node, Event) and node.attached_to is not None:
            host = common.of_step.get((self.source.id, node.attached_to))
            if node.id not in self.part or host is None or host.id != hosts[node.id]:
                return False
        elif not into and not (node.id in self.part and isinstance(node, Event) and node.type == "startEvent"):
            self.edges[BEGIN, me] += 1
        if node.id not in self.part:
            kind = node.type if isinstance(node, Gateway) else "exclusiveGateway"
            self.gates[node.id] = "exclusiveGateway" if kind == "eventBasedGateway" else kind
            if self.gates[node.id] not in _KEPT or (not isinstance(node, Gateway) and len(out) > 1):
                return False
        elif len(out) > 1:
            if any(flow.condition for flow in self.source.index.outgoing(node.id)):
                return False
            self.gates[split := f"{node.id}\0out"] = "parallelGateway"
            self.edges[me, split] += 1
            me = split
        self.edges.update((me, target) for target in out)
        is_end = isinstance(node, Event) and node.type == "endEvent" and node.id in self.part
        if not out and not is_end:
            self.edges[me, END] += 1
        return True

    def tree(self) -> Tree:
        """Return what is left when everything that is no part is passed over."""
        self._one_way_into_parts()
        while self._shorten():
            pass
        self._not_by_nothing()
        while self._shorten():
            pass
        self._one_way_in_and_out()
        self._one_thing_each()
        self._as_it_is_read()
        numbers = {gate: len(self.rows) + number for number, gate in enumerate(self.gates)}
        links: list[Link] = []
        for source, target in self.edges:
            ends = (numbers[place] if isinstance(place, str) else place for place in (source, target))
            links.append((next(ends), next(ends)))
        steps = list(self.part)
        stands = tuple(
            "".join(self.source.relation(one, other) or "~" if one != other else "." for other in steps)
            for one in steps
        )
        parts = tuple(leaf(row) for row in self.rows)
        return Tree("flow", parts=parts, links=tuple(sorted(links)), gateways=tuple(self.gates.values()), stands=stands)

    def _one_way_into_parts(self) -> None:
        for step, number in self.part.items():
            node = self.source.steps[step]
            if not isinstance(node, Event) or node.type != "endEvent":  # an end may be come to more than once
                self._gather(number, "exclusiveGateway")

    def _one_way_in_and_out(self) -> None:
        """Let one link leave the beginning, and one come to the end."""
        parallel = any(kind != "exclusiveGateway" for kind in self.gates.values())
        self._gather(END, "inclusiveGateway" if parallel else "exclusiveGateway")
        out = [target for source, target in self.edges if source == BEGIN]
        if len(out) > 1:
            self.gates["\0begin"] = "exclusiveGateway"
            for target in out:
                del self.edges[BEGIN, target]
                self.edges["\0begin", target] += 1
            self.edges[BEGIN, "\0begin"] += 1

    def _not_by_nothing(self) -> None:
        """Leave out the ways from the beginning to the end on which nothing is done: whether there are any is asked."""
        self.edges.pop((BEGIN, END), None)
        for gate in self.gates:
            if (gate, END) in self.edges and {source for source, target in self.edges if target == gate} == {BEGIN}:
                del self.edges[gate, END]

    def _one_thing_each(self) -> None:
        """Let each gateway split or join, not both."""
        for gate, kind in list(self.gates.items()):
            out = [target for source, target in self.edges if source == gate]
            if len(out) > 1 and sum(target == gate for _, target in self.edges) > 1:
                self.gates[split := f"{gate}\0out"] = kind
                for target in out:
                    self.edges[split, target] = self.edges.pop((gate, target))
                self.edges[gate, split] = 1

    def _as_it_is_read(self) -> None:
        """Let the joins of a drawing that can't run as it is drawn be those that it is read with."""
        repairs: set[str] = {reading.repair for reading in self.source.readings}
        read_as = {kind: other for repair in repairs for kind, other in _READ_AS.get(repair, {}).items()}
        for gate, kind in self.gates.items():
            if sum(target == gate for _, target in self.edges) > 1:
                self.gates[gate] = read_as.get(kind, kind)

    def _gather(self, place: int, kind: str) -> None:
        into = [source for source, target in self.edges if target == place]
        if len(into) > 1:
            gate = f"\0into {place}"
            self.gates[gate] = kind
            for source in into:
                del self.edges[source, place]
                self.edges[gate, place] = 1
                self.edges[source, gate] += 1

    def _shorten(self) -> bool:
        """Take out one gateway that decides nothing, or a way on which nothing is done; tell whether there was one."""
        for (source, target), times in list(self.edges.items()):
            if source == target and isinstance(source, str):
                del self.edges[source, target]
                return True
            if isinstance(source, str) and isinstance(target, str) and self._nothing_on(source, target, times):
                return True
        for gate in list(self.gates):
            into = [source for source, target in self.edges if target == gate]
            out = [target for source, target in self.edges if source == gate]
            if len(into) < 2 and len(out) < 2:
                for source, target in product(into, out):
                    self.edges[source, target] += 1
                for edge in [edge for edge in self.edges if gate in edge]:
                    del self.edges[edge]
                del self.gates[gate]
                return True
        return False

    def _nothing_on(self, source: str, target: str, times: int) -> bool:
        """Take out a way between gateways on which nothing is done, where the other ways say all that it says."""
        kinds = {self.gates[source], self.gates[target]}
        if times > 1:
            self.edges[source, target] = 1
            return True
        if len(kinds) > 1:
            return False
        if kinds == {"exclusiveGateway"} and self.edges[target, source]:
            del self.edges[source, target]
            return True
        if kinds == {"parallelGateway"} and self._leads_round(source, target):
            del self.edges[source, target]
            return True
        return False

    def _leads_round(self, source: str, target: str) -> bool:
        """Tell whether one gateway leads to another also by another way than from one to the other."""
        pending = [end for start, end in self.edges if start == source and end != target]
        found: set[Place] = {source, *pending}
        while pending:
            place = pending.pop()
            near = {end for start, end in self.edges if start == place} - found
            found |= near
            pending.extend(near)
        return target in found
