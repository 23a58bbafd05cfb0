"""From a process to its nets, one for every pool.

How BPMN 2.0 (chapter 13, execution semantics) is read, where it leaves a choice or a drawing breaks its rules:

* Pools are played apart; messages hold nothing back. An intermediate event can always happen.
* Several start events: one of them (`starts="one"`, the standard's reading), or all at once. In a scope without start
  events the nodes that nothing leads to are the starts: all at once, or with "all" one of them. Starts whose ways meet
  in a join start together or not as the join asks (see `starts`). Beside a start event, nodes that nothing leads to
  never happen, unless `starts="loose"`.
* Several flows into an activity or event: each starts it anew (exclusive). Several out of it: all are taken, except
  that those with a condition may be. Two flows between the same nodes, drawn twice, are one, unless a gateway splits.
* A gateway that joins and splits does one after the other. A complex gateway is read as an inclusive one.
* Inclusive joins wait as the standard says (13.4.3): until no token elsewhere can still reach an empty input without
  passing the join, except those that can also reach an input that has its token.
* A node without outgoing flow ends its token; the process has ended when no token is left. A terminate end event takes
  all tokens of its scope. An error or cancel end event goes to the boundary event that catches it, with all tokens
  inside; caught by nobody it is a plain end.
* A sub-process is done with its own nodes, and completes when no token is left inside; one without nodes is a step.
  An ad hoc one: each of its parts once or not at all, in any order. A loop marker is no part of the net (see
  `procmap.behaviour.loops`).
* A boundary event is a way out of an activity that has begun: instead of completing it (interrupting), or besides and
  once at most (not interrupting). An event sub-process may start once while its scope is at work.
* Links lead from throw to catch events of the same name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, NamedTuple

from procmap.behaviour.net import Actor, Firing, Net, Scope, Way
from procmap.behaviour.played import Played, is_link_target, is_triggered, link_name
from procmap.behaviour.starts import start_sets
from procmap.model import Activity, Event, FlowNode, Gateway, Process, SequenceFlow, Trigger

Starts = Literal["one", "all", "loose"]
"""How several starts of a scope are read: one of them, all of them, or one and all nodes that nothing leads to."""
Joins = Literal["as-drawn", "exclusive-wait", "parallel-wait", "all-wait", "parallel-pass"]
"""How joins are read: as drawn; exclusive, parallel or all joins as inclusive ones; parallel joins as exclusive."""

_WAITING: dict[Joins, tuple[Way, ...]] = {
    "exclusive-wait": ("exclusive",),
    "parallel-wait": ("parallel",),
    "all-wait": ("exclusive", "parallel"),
}


class Outcome(NamedTuple):
    """One way out of a node: places that get a token, and `least` or more of the `options`."""

    produce: tuple[int, ...] = ()
    options: tuple[int, ...] = ()
    least: int = 0


def compile_nets(process: Process, starts: Starts = "one", joins: Joins = "as-drawn") -> tuple[Net, ...]:
    """Return the net of every pool that has nodes, in the order of the source."""
    pools: dict[str | None, list[FlowNode]] = {}
    for node in process.nodes:
        pools.setdefault(node.pool, []).append(node)
    return tuple(_Compiler(pool, Played(nodes, process.flows), starts, joins).net() for pool, nodes in pools.items())


class _Compiler:
    def __init__(self, pool: str | None, played: Played, starts: Starts, joins: Joins) -> None:
        self.pool, self.played, self.starts, self.joins = pool, played, starts, joins
        self.plain = True
        self.actors: list[Actor] = []
        self.firings: list[Firing] = []
        self.flows: list[str] = []
        self.scope_of: list[int] = []
        self.scopes: dict[str | None, int] = {None: 0}
        self.around: list[int] = [0]
        self.armed: list[list[int]] = [[]]
        self.running: dict[int, int] = {}
        self.opening: list[list[int]] = [[]]
        self.inputs: dict[str, list[int]] = defaultdict(list)
        self.outputs: dict[str, list[tuple[SequenceFlow | None, int]]] = defaultdict(list)
        self.thrown: set[str] = set()
        self.catching: dict[str, tuple[int, int]] = {}

    def net(self) -> Net:
        played = self.played
        self._number_scopes()
        self._flow_places()
        self._link_places()
        for scope, number in self.scopes.items():
            self._open(scope, number)
        self._catch()
        for node in played.nodes.values():
            if node.id not in played.apart:
                self._node(node)
        initial = (*self.opening[0], *self.armed[0])
        if 0 in self.running:
            initial = (*initial, self.running[0])
            self._completes("", 0, [Outcome()], 0)
        inner = tuple(self.scopes)
        scopes = (Scope(inner[n], self.around[n] if n else None, tuple(armed)) for n, armed in enumerate(self.armed))
        return Net(
            self.pool, tuple(self.actors), tuple(self.flows), tuple(self.scope_of), tuple(scopes), tuple(self.firings),
            initial, self.plain, tuple(node for node in played.nodes if node in played.apart), tuple(played.findings),
        )  # fmt: skip

    # Scopes and places

    def _number_scopes(self) -> None:
        pending: list[tuple[str | None, int]] = [(None, 0)]
        while pending:
            parent, around = pending.pop()
            for node in self.played.inside(parent):
                if self.played.children.get(node.id) or self.played.boundary_events(node.id):
                    number = self.scopes[node.id] = len(self.around)
                    self.around.append(around)
                    self.armed.append([])
                    self.opening.append([])
                    pending.append((node.id, number))

    def _place(self, scope: int, flow: str = "") -> int:
        self.flows.append(flow)
        self.scope_of.append(scope)
        return len(self.flows) - 1

    def _scope(self, node: FlowNode) -> int:
        return self.scopes.get(node.parent, 0)

    def _common_scope(self, one: int, other: int) -> int:
        while one != other:
            if one > other:
                one = self.around[one]
            else:
                other = self.around[other]
        return one

    def _flow_places(self) -> None:
        nodes, apart = self.played.nodes, self.played.apart
        for flows in self.played.outgoing.values():
            for flow in flows:
                if flow.source not in apart and flow.target not in apart:
                    scope = self._common_scope(self._scope(nodes[flow.source]), self._scope(nodes[flow.target]))
                    place = self._place(scope, flow.id)
                    self.outputs[flow.source].append((flow, place))
                    self.inputs[flow.target].append(place)

    def _link_places(self) -> None:
        targets: dict[tuple[str | None, str], int] = {}
        links = [node for node in self.played.nodes.values() if isinstance(node, Event) and link_name(node)]
        for node in links:
            if is_link_target(node) and (node.parent, link_name(node)) not in targets:
                place = targets[node.parent, link_name(node)] = self._place(self._scope(node))
                self.inputs[node.id].append(place)
        for node in links:
            if node.type == "intermediateThrowEvent":
                if (node.parent, link_name(node)) in targets:
                    self.outputs[node.id].append((None, targets[node.parent, link_name(node)]))
                else:
                    self.played.report("link-leads-nowhere", node.id, link=link_name(node))

    def _open(self, scope: str | None, number: int) -> None:
        """Make the places that hold a token when a scope is entered."""
        inside = self.played.inside(scope)
        triggered = [node for node in inside if is_triggered(node)]
        if number or triggered:
            self.running[number] = self._place(number)
        if self.played.is_adhoc(scope):
            self.plain = False
            for node in inside:
                if self.played.is_head(node):
                    self._arm(number, node.id)
        else:
            self._start(scope, number, inside)
        for node in triggered:
            self._arm(number, node.id)
        for event in self.played.boundary_events(scope) if scope else ():
            if not event.interrupting:
                self.plain = False
                self._arm(number, event.id)

    def _start(self, scope: str | None, number: int, inside: list[FlowNode]) -> None:
        starting = [node for node in inside if self.played.starts(node)]
        loose = [node for node in inside if self.played.is_head(node) and node not in starting]
        together = self.starts == "all"
        if not starting:
            starting, loose, together = loose, [], not together
        opening = self.opening[number]
        if self.starts == "loose":
            opening.extend(self._input(number, node.id) for node in loose)
        if len(starting) < 2:
            opening.extend(self._input(number, node.id) for node in starting)
            return
        sets = start_sets(self.played, starting, together)
        named = ", ".join(node.name or node.id for node in starting)
        self.played.report("several-starts", scope or starting[0].id, starts=named, ways=len(sets))
        if all(len(one) == 1 for one in sets):
            opening.append(self._place(number))
            for node in starting:
                self.inputs[node.id].append(opening[-1])
            return
        places = {node.id: self._input(number, node.id) for node in starting}
        if len(sets) == 1:
            opening.extend(places[node] for node in sets[0])
            return
        opening.append(self._place(number))
        chooser = len(self.actors)
        self.actors.append(Actor("", occurs=False, split="inclusive", scope=number))
        self.plain = False
        for one in sets:
            self.firings.append(Firing(chooser, (opening[-1],), tuple(places[node] for node in one)))

    def _input(self, scope: int, node: str) -> int:
        place = self._place(scope)
        self.inputs[node].append(place)
        return place

    def _arm(self, scope: int, node: str) -> None:
        self.armed[scope].append(self._input(scope, node))

    # Nodes

    def _node(self, node: FlowNode) -> None:
        outcomes = self._outcomes(node)
        if isinstance(node, Activity):
            if len(self.played.incoming.get(node.id, ())) > 1:
                self.played.report("implicit-join", node.id, flows=len(self.played.incoming[node.id]))
            if node.id in self.scopes:
                self._begins(node)
                self._completes(node.id, self.scopes[node.id], outcomes, self._scope(node))
                return
        if isinstance(node, Gateway) and node.type == "complexGateway":
            self.played.report("complex-read-as-inclusive", node.id)
        if isinstance(node, Event):
            self._event(node, outcomes)
        else:
            self._fires(node, outcomes)

    def _outcomes(self, node: FlowNode) -> list[Outcome]:
        places = self.outputs.get(node.id, [])
        everything = tuple(place for _, place in places)
        if len(places) < 2:
            return [Outcome(everything)]
        way = _split(node)
        if way == "exclusive":
            return [Outcome((place,)) for place in everything]
        if isinstance(node, Gateway) and way == "parallel":
            return [Outcome(everything)]
        default = tuple(place for flow, place in places if flow is not None and flow.default)
        if way == "inclusive":
            chosen = tuple(place for place in everything if place not in default)
        else:
            self.played.report("implicit-split", node.id, flows=len(places))
            chosen = tuple(place for flow, place in places if flow is not None and flow.condition and not flow.default)
        always = () if way == "inclusive" else tuple(p for p in everything if p not in chosen and p not in default)
        if not chosen:
            return [Outcome(everything)]
        if default or way == "parallel":
            self.plain = False
        outcomes = [Outcome(always, chosen, 0 if always and not default else 1)]
        return [*outcomes, Outcome((*always, *default))] if default else outcomes

    def _join(self, node: FlowNode) -> Way:
        way = _split(node) if isinstance(node, Gateway) else "exclusive"
        if way == "parallel" and self.joins == "parallel-pass":
            return "exclusive"
        return "inclusive" if way in _WAITING.get(self.joins, ()) else way

    def _acts(self, node: FlowNode, outcomes: list[Outcome], join: Way = "exclusive", occurs: bool = True) -> int:
        ends = outcomes == [Outcome()]
        self.actors.append(Actor(node.id, occurs, join, _split(node), ends, self._scope(node)))
        return len(self.actors) - 1

    def _fires(self, node: FlowNode, outcomes: list[Outcome]) -> None:
        inputs = tuple(self.inputs.get(node.id, ()))
        join = self._join(node)
        actor = self._acts(node, outcomes, join)
        if not inputs:
            return
        taken = [(place,) for place in inputs] if join == "exclusive" else [inputs]
        waits = join == "inclusive" and len(inputs) > 1
        if len(outcomes) > 1 and (waits or len(taken) > 1):
            between = self._place(self._scope(node))
            self.firings.extend(Firing(actor, places, (between,), waits=waits) for places in taken)
            taken, waits, actor = [(between,)], False, self._acts(node, outcomes, occurs=False)
        for places in taken:
            self.firings.extend(Firing(actor, places, *outcome, waits=waits) for outcome in outcomes)

    def _begins(self, node: Activity) -> None:
        scope, around = self.scopes[node.id], self._scope(node)
        begun = (self.running[scope], *self.opening[scope], *self.armed[scope])
        if not node.triggered_by_event:
            self._fires(node, [Outcome(begun)])
            return
        self.plain = False
        starts = [start for start in self.played.inside(node.id) if self.played.starts(start)]
        clears = around if any(isinstance(start, Event) and start.interrupting for start in starts) else None
        running = self.running[around]
        begins = Outcome((running, *begun))
        actor = self._acts(node, [begins])
        for armed in self.inputs.get(node.id, ()):
            self.firings.append(Firing(actor, (armed, running), *begins, clears=clears, incident=True))

    def _completes(self, node: str, scope: int, outcomes: list[Outcome], around: int) -> None:
        running = (self.running[scope],)
        self.firings.extend(Firing(len(self.actors), running, *outcome, empties=scope) for outcome in outcomes)
        self.actors.append(Actor(node, False, "completion", "parallel", outcomes == [Outcome()], around))

    def _event(self, node: Event, outcomes: list[Outcome]) -> None:
        inputs: list[tuple[int, ...]] = [(place,) for place in self.inputs.get(node.id, ())]
        host = self.scopes.get(node.attached_to) if node.attached_to else None
        ends = node.type == "endEvent" and not self.outputs.get(node.id)
        if host is not None and node.interrupting and node.id not in self.thrown:
            inside = bool(self.played.children.get(node.attached_to)) or bool(self.armed[host])
            taken = [*inputs, (self.running[host],)]
            self._interrupts(node, taken, outcomes, host if inside else None, incident=True)
        elif host is not None and not node.interrupting:
            self._interrupts(node, inputs, outcomes, None, incident=True)
        elif ends and any(trigger.type == "terminate" for trigger in node.triggers):
            scope = self._scope(node)
            left = (self.running[scope],) if scope else ()
            self._interrupts(node, inputs, [Outcome(left)], scope)
        elif ends and node.id in self.catching:
            host, raised = self.catching[node.id]
            self._interrupts(node, [(*taken, self.running[host]) for taken in inputs], [Outcome((raised,))], host)
        else:
            self._fires(node, outcomes)

    def _interrupts(
        self,
        node: Event,
        inputs: list[tuple[int, ...]],
        outcomes: list[Outcome],
        clears: int | None,
        incident: bool = False,
    ) -> None:
        self.plain = self.plain and clears is None
        actor = self._acts(node, outcomes)
        for taken in inputs:
            self.firings.extend(
                Firing(actor, taken, *outcome, clears=clears, incident=incident) for outcome in outcomes
            )

    def _catch(self) -> None:
        """Lead error and cancel end events to the boundary events that catch them."""
        raised: dict[str, int] = {}
        for node in self.played.nodes.values():
            if not isinstance(node, Event) or node.type != "endEvent" or node.id in self.played.apart:
                continue
            thrown = [trigger for trigger in node.triggers if trigger.type in ("error", "cancel")]
            catching = self._catching(node, thrown[0]) if thrown else None
            if catching is None:
                continue
            host = self.scopes[catching.attached_to]
            if catching.id not in raised:
                place = raised[catching.id] = self._place(self.around[host])
                self.inputs[catching.id].append(place)
                self.thrown.add(catching.id)
            self.catching[node.id] = (host, raised[catching.id])

    def _catching(self, node: Event, thrown: Trigger) -> Event | None:
        scope = self._scope(node)
        hosts = tuple(self.scopes)
        while scope:
            for event in self.played.boundary_events(hosts[scope] or ""):
                for trigger in event.triggers:
                    same = (trigger.code or trigger.name) in ("", thrown.code or thrown.name)
                    if trigger.type == thrown.type and same and event.interrupting:
                        return event
            scope = self.around[scope]
        return None


def _split(node: FlowNode) -> Way:
    """Return how a node parts what goes out; a gateway joins in the same way."""
    if not isinstance(node, Gateway) or node.type == "parallelGateway":
        return "parallel"
    if node.type == "eventBasedGateway":
        return "parallel" if node.parallel_events else "exclusive"
    return "exclusive" if node.type == "exclusiveGateway" else "inclusive"
