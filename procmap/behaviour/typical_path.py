"""The way that a typical case takes through a process, as far as a drawing can tell it.

A drawing does not say how often each way is taken, so this is an assumption, the same for every process: where one of
several ways is taken, it is the one with most steps, so that what is optional is done; where several may be taken, all
are; what is repeated is done once and not gone back for; boundary events, event sub-processes and ends by an error do
not happen. Of ways with equally many steps it is the first of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from procmap.behaviour.components import strong_components
from procmap.behaviour.played import Played, is_link_target, link_name
from procmap.model import Event, FlowNode, Gateway, Process

Rank = Callable[[int], tuple[int, ...]]
"""What makes one way more typical than another: the greater, by the steps of each (a mask)."""
_ONE = ("exclusiveGateway", "eventBasedGateway")
_BROKEN_OFF = ("error", "cancel")


@dataclass(frozen=True)
class TypicalPath:
    """What a typical case goes through.

    `nodes`: the ids of the nodes in flow order, gateways left out, a sub-process before what is inside it. `before`:
    for each of them those that come directly before it, gateways passed over; what is inside a sub-process follows it.
    """

    nodes: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]


def typical_path(process: Process, wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> TypicalPath:
    """Return the way of a typical case.

    `wanted` and `unwanted` are ids of steps: of several ways the one with most that are wanted is taken, then the one
    with fewest that are unwanted, then the one with most steps.
    """
    network = _Network(process)
    steps = {step.id: place for place, step in enumerate(network.steps)}
    liked = sum(1 << steps[each] for each in dict.fromkeys(wanted) if each in steps)
    disliked = sum(1 << steps[each] for each in dict.fromkeys(unwanted) if each in steps)

    def rank(mask: int) -> tuple[int, ...]:
        return (mask & liked).bit_count(), -(mask & disliked).bit_count(), mask.bit_count()

    return network.path(network.chosen({network.number[each]: 1 << place for each, place in steps.items()}, rank))


class _Network:
    """The nodes of a process as one graph: what is inside a sub-process lies between its beginning and its end.

    `groups` are the ways onward of every vertex: one of each group is taken. Vertex 0 is the beginning of the process,
    the last one its end; a sub-process has its own number and one for its end.
    """

    def __init__(self, process: Process) -> None:
        self.played = Played(process.nodes, process.flows)
        self.ids: list[str] = ["", *self.played.nodes]
        self.number = {each: place for place, each in enumerate(self.ids) if place}
        self._end: dict[str | None, int] = {}
        inside: dict[str | None, list[FlowNode]] = {
            scope: nodes
            for scope in (None, *self.played.nodes)
            if (nodes := [node for node in self.played.inside(scope) if not getattr(node, "triggered_by_event", False)])
        }
        self.containers = frozenset(scope for scope in inside if scope is not None)
        size = len(self.ids)
        for place, container in enumerate(scope for scope in inside if scope is not None):
            self._end[container] = size + place
        self._end[None] = size + len(self.containers)
        self.groups: list[list[list[int]]] = [[] for _ in range(self._end[None] + 1)]
        links = _links(process)
        for scope, nodes in inside.items():
            ways = {node.id: self._ways(node, links) for node in nodes}
            self.groups[self.number[scope] if scope is not None else 0] = self._begins(nodes, ways)
            for node in nodes:
                leaving = self._end.get(node.id, self.number[node.id])
                self.groups[leaving] = [[self.number[each] for each in group] for group in ways[node.id]]
                if not ways[node.id] and not _breaks_off(node):
                    self.groups[leaving] = [[self._end[scope]]]

    @property
    def steps(self) -> list[FlowNode]:
        """The nodes that count as steps: no gateways, no starts and ends, no sub-processes that hold others."""
        return [
            node
            for node in self.played.nodes.values()
            if node.id not in self.containers
            and not isinstance(node, Gateway)
            and getattr(node, "type", "") not in ("startEvent", "endEvent")
        ]

    def _ways(self, node: FlowNode, links: Mapping[str, str]) -> list[list[str]]:
        """Return the ways onward of a node, in groups of which one is taken each.

        Of the flows of an activity that have a condition one is taken.
        """
        flows = [flow for flow in self.played.outgoing.get(node.id, ()) if self._beside(node, flow.target)]
        if node.id in links and self._beside(node, links[node.id]):
            return [[links[node.id]]]
        if isinstance(node, Gateway):
            targets = [flow.target for flow in flows]
            return [targets] if node.type in _ONE and targets else [[target] for target in targets]
        chosen = [flow.target for flow in flows if flow.condition or flow.default]
        always = [[flow.target] for flow in flows if not (flow.condition or flow.default)]
        return [*always, chosen] if chosen else always

    def _beside(self, node: FlowNode, target: str) -> bool:
        other = self.played.nodes.get(target)
        return other is not None and other.parent == node.parent and target not in self.played.apart

    def _begins(self, nodes: list[FlowNode], ways: Mapping[str, list[list[str]]]) -> list[list[int]]:
        """Return what a scope begins with: of each part that hangs together one of its starts, else all its heads."""
        place = {node.id: number for number, node in enumerate(nodes)}
        near: list[list[int]] = [[] for _ in nodes]
        for node in nodes:
            others = [target for group in ways[node.id] for target in group]
            host = node.attached_to if isinstance(node, Event) else None
            for other in (*others, *([host] if host else [])):
                if other in place:
                    near[place[node.id]].append(place[other])
                    near[place[other]].append(place[node.id])
        led_to = {target for groups in ways.values() for group in groups for target in group}
        found: list[tuple[int, list[list[int]]]] = []
        for component in strong_components(near):
            members = [nodes[number] for number in sorted(component)]
            heads = [node for node in members if self.played.is_head(node) and node.id not in led_to]
            starts = [node for node in heads if self.played.starts(node)]
            begins = [starts] if starts else [[node] for node in heads or members[:1]]
            found.append((min(component), [[self.number[node.id] for node in group] for group in begins]))
        return [group for _, groups in sorted(found) for group in groups]

    def chosen(self, weight: Mapping[int, int], rank: Rank) -> list[list[int]]:
        """Return the ways that are taken from every vertex; `weight` are the masks of the steps."""
        order, groups = self._forward()
        size = len(groups)
        masks, completes = [0] * size, [False] * size
        completes[-1] = True
        taken: list[list[int]] = [[] for _ in range(size)]
        for vertex in order:
            masks[vertex] = weight.get(vertex, 0)
            for group in groups[vertex]:
                best = max(group, key=lambda target: (completes[target], *rank(masks[target])))
                taken[vertex].append(best)
                masks[vertex] |= masks[best]
                completes[vertex] = completes[vertex] or completes[best]
        return taken

    def _forward(self) -> tuple[list[int], list[list[list[int]]]]:
        """Return the vertices, each after those that it leads to, and the ways without those that lead back."""
        size = len(self.groups)
        state = bytearray(size)  # 0 not seen, 1 on the way, 2 done
        back: set[tuple[int, int]] = set()
        order: list[int] = []
        work = [(0, iter(self._targets(0)))]
        state[0] = 1
        while work:
            vertex, rest = work[-1]
            for target in rest:
                if state[target] == 1:
                    back.add((vertex, target))
                elif state[target] == 0:
                    state[target] = 1
                    work.append((target, iter(self._targets(target))))
                    break
            else:
                state[vertex] = 2
                order.append(vertex)
                work.pop()
        forward = [
            [kept for group in groups if (kept := [target for target in group if (vertex, target) not in back])]
            for vertex, groups in enumerate(self.groups)
        ]
        return order, forward

    def _targets(self, vertex: int) -> list[int]:
        # From the last to the first, so that the first stands first when the order is turned round.
        return [target for group in reversed(self.groups[vertex]) for target in reversed(group)]

    def path(self, taken: list[list[int]]) -> TypicalPath:
        """Return what is gone through when the ways `taken` are."""
        waiting = {0: 0}  # how many ways into a vertex have not been gone yet
        pending = [0]
        while pending:
            for target in taken[pending.pop()]:
                if target not in waiting:
                    pending.append(target)
                waiting[target] = waiting.get(target, 0) + 1
        nodes: list[str] = []
        before: dict[str, tuple[str, ...]] = {}
        fronts: dict[int, dict[str, None]] = {0: {}}
        ready = [0]
        while ready:
            vertex = ready.pop()
            front = fronts.pop(vertex)
            node = self.played.nodes.get(self.ids[vertex]) if vertex < len(self.ids) else None
            if node is not None and not isinstance(node, Gateway):
                nodes.append(node.id)
                before[node.id] = tuple(front)
                front = {node.id: None}
            for target in reversed(taken[vertex]):
                fronts.setdefault(target, {}).update(front)
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
        return TypicalPath(tuple(nodes), before)


def _links(process: Process) -> dict[str, str]:
    """Return where each link event that throws goes on."""
    events = [node for node in process.nodes if isinstance(node, Event)]
    targets: dict[tuple[str | None, str | None, str], str] = {}
    for event in events:
        if is_link_target(event):
            targets.setdefault((event.pool, event.parent, link_name(event)), event.id)
    return {
        event.id: targets[key]
        for event in events
        if event.type == "intermediateThrowEvent" and (key := (event.pool, event.parent, link_name(event))) in targets
    }


def _breaks_off(node: FlowNode) -> bool:
    return isinstance(node, Event) and any(trigger.type in _BROKEN_OFF for trigger in node.triggers)
