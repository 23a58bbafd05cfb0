"""From what was built for every scope to the nodes and flows of the model, with ids and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.behaviour.played import is_link_target, link_name
from procmap.harmonisation.details import Proposed
from procmap.harmonisation.frames import frames_of
from procmap.harmonisation.naming import Ids
from procmap.harmonisation.pieces import Built, PlaceOfEvent
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.model import Activity, Event, Gateway, Group, Node, Property, SequenceFlow

CONTAINERS = ("subProcess", "transaction", "adHocSubProcess")
CATCHING = ("message", "timer", "conditional", "signal")


@dataclass(frozen=True)
class Assembled:
    """The flow of the common process. `node_of`: the element of every row. `role_of`: the role of every node."""

    nodes: tuple[Node, ...]
    flows: tuple[SequenceFlow, ...]
    groups: tuple[Group, ...]
    node_of: Mapping[str, str]
    role_of: Mapping[str, str]


class Assembler:
    """Makes the nodes and flows of all scopes. `pools`: by participant, the id of the pool it is drawn in, if any."""

    def __init__(
        self,
        rows: Rows,
        sources: Sequence[Source],
        proposed: Mapping[str, Proposed],
        pools: Mapping[str | None, str | None],
        ids: Ids,
    ) -> None:
        self.rows, self.sources, self.proposed, self.pools, self.ids = rows, sources, proposed, pools, ids
        self.nodes: list[Node] = []
        self.flows: list[SequenceFlow] = []
        self.node_of: dict[str, str] = {}
        self.role_of: dict[str, str] = {}

    def assemble(self, scopes: Mapping[str | None, Built]) -> Assembled:
        """Return the whole: the process itself first, then each container."""
        for scope, built in scopes.items():
            drawn = [node[1] for node in built.nodes if node is not None and node[0] == "row"]
            for row in (*drawn, *(row.id for row in self.rows.beside(scope))):
                self.node_of[row] = self.ids.give("step", self.rows.rows[row].label)
        for scope, built in scopes.items():
            is_container = scope is not None and scope in self.rows.rows
            parent = self.node_of[scope] if scope is not None and is_container else None
            pool = self.pools[self.rows.participant(scope) if scope is not None and is_container else scope]
            self._scope(parent, pool, built)
            self._beside(scope, parent, pool)
        frames = frames_of(self.rows, self.sources, self.node_of, self.ids)
        self.node_of.update((row, frame.id) for row, frame in frames.items())
        return Assembled(
            tuple(self.nodes),
            tuple(self.flows),
            tuple(frame.replace(pool=self.pools[self.rows.participant(row)]) for row, frame in frames.items()),
            self.node_of,
            {k: v for k, v in self.role_of.items() if v},
        )

    def _scope(self, parent: str | None, pool: str | None, built: Built) -> None:
        ids: dict[int, str] = {}
        for number in _in_order(built):
            node = built.nodes[number]
            if node is None:
                continue
            kind, what = node
            if kind == "row":
                ids[number] = self.node_of[what]
                self.nodes.append(self._step(self.rows.rows[what], parent, pool, built.places.get(what)))
                self.role_of[ids[number]] = self.proposed[what].role
            elif kind == "gateway":
                ids[number] = self.ids.give("gateway")
                if self._races(number, built):
                    what = "eventBasedGateway"
                self.nodes.append(Gateway(id=ids[number], type=what, parent=parent, pool=pool))
            else:
                ids[number] = self.ids.give("start" if what == "startEvent" else "end")
                self.nodes.append(Event(id=ids[number], type=what, parent=parent, pool=pool))
        made = {node.id: node for node in self.nodes[-len(ids) :]} if ids else {}
        for source, target in built.flows:
            if _are_linked(made[ids[source]], made[ids[target]]):
                continue
            flow = self.ids.give("flow")
            self.flows.append(SequenceFlow(id=flow, source=ids[source], target=ids[target], parent=parent, pool=pool))
        self._spread_roles(built, ids)

    def _beside(self, scope: str | None, parent: str | None, pool: str | None) -> None:
        """Add what stands beside the flow. What compensates a step that is not there has nothing to stand at."""
        for row in self.rows.beside(scope):
            at_host = row.host is not None and row.host in self.node_of
            self.nodes.append(self._step(row, parent, pool, "boundary" if at_host else None))
            self.role_of[self.node_of[row.id]] = self.proposed[row.id].role

    def _step(self, row: CommonRow, parent: str | None, pool: str | None, place: PlaceOfEvent | None) -> Node:
        proposed = self.proposed[row.id]
        fields = {
            "id": self.node_of[row.id], "name": row.label, "parent": parent, "pool": pool,
            "details": proposed.details, **proposed.element,
        }  # fmt: skip
        fields["properties"] = (*self._marks(row), *proposed.element["properties"])
        event = self._event_type(row, place)
        if event is None:
            kind = proposed.activity_type
            if kind in CONTAINERS and row.role != "container" and not self._was_empty(row):
                kind = "task"
            return Activity(type=kind, **fields, **proposed.activity)
        given = dict(proposed.event)
        middle = given.pop("type")
        if event == "middle":
            catches = any(trigger.type in CATCHING for trigger in given["triggers"])
            event = middle or ("intermediateCatchEvent" if catches else "intermediateThrowEvent")
            given["triggers"] = tuple(t for t in given["triggers"] if t.type not in ("terminate", "error", "cancel"))
        if event == "boundaryEvent":
            fields["attached_to"] = self.node_of[row.host or ""]
        elif event != "startEvent" or not self._is_triggered(row.scope):
            given["interrupting"] = True
        return Event(type=event, **fields, **given)

    def _is_triggered(self, scope: str | None) -> bool:
        """Tell whether a scope is an event sub-process."""
        return scope in self.rows.rows and bool(self.proposed[scope].activity["triggered_by_event"])

    def _event_type(self, row: CommonRow, place: PlaceOfEvent | None) -> str | None:
        """Return what event a row is; None for an activity."""
        named = {"start": "startEvent", "end": "endEvent", "boundary": "boundaryEvent", "middle": "middle"}
        if place is not None:
            return named[place]
        return "middle" if is_event(row, self.sources) else None

    def _was_empty(self, row: CommonRow) -> bool:
        """Tell whether a sub-process is one of which no organisation draws the inside."""
        return not any(step in source.parents for source in self.sources for step in row.members.get(source.id, ()))

    def _marks(self, row: CommonRow) -> tuple[Property, ...]:
        if not row.members:
            return (Property(name="procmap:new", value=row.decision or ""),)
        if not row.open:
            return ()
        return (Property(name=f"procmap:{row.state}", value=", ".join(row.owners)),)

    def _races(self, number: int, built: Built) -> bool:
        """Tell whether a split waits for which of several events comes first, as some organisation draws it."""
        targets = [target for source, target in built.flows if source == number]
        if built.nodes[number] != ("gateway", "exclusiveGateway") or len(targets) < 2:
            return False
        rows: list[CommonRow] = []
        for target in targets:
            node = built.nodes[target]
            if node is None or node[0] != "row" or sum(end == target for _, end in built.flows) > 1:
                return False
            rows.append(self.rows.rows[node[1]])
        return all(self._waits(row, built) for row in rows) and any(self._raced(row) for row in rows)

    def _waits(self, row: CommonRow, built: Built) -> bool:
        event = self._event_type(row, built.places.get(row.id))
        proposed = self.proposed[row.id]
        if event is None:
            return proposed.activity_type == "receiveTask"
        return event == "middle" and any(trigger.type in CATCHING for trigger in proposed.event["triggers"])

    def _raced(self, row: CommonRow) -> bool:
        return any(
            isinstance(source.index.nodes.get(flow.source), Gateway)
            and source.index.nodes[flow.source].type == "eventBasedGateway"  # type: ignore[attr-defined]
            for source in self.sources
            for step in row.members.get(source.id, ())
            for flow in source.index.incoming(step)
        )

    def _spread_roles(self, built: Built, ids: Mapping[int, str]) -> None:
        """Give nodes without a role that of the step before them, else after them."""
        for pairs in ([(s, t) for s, t in built.flows], [(t, s) for s, t in reversed(built.flows)]):
            for _ in range(2):
                for source, target in pairs:
                    role = self.role_of.get(ids[source])
                    if role and not self.role_of.get(ids[target]):
                        self.role_of[ids[target]] = role


def _are_linked(one: Node, other: Node) -> bool:
    """Tell whether two nodes are the two ends of one link: no flow is drawn between these."""
    if not isinstance(one, Event) or not isinstance(other, Event) or one.type != "intermediateThrowEvent":
        return False
    return is_link_target(other) and link_name(one) == link_name(other)


def is_event(row: CommonRow, sources: Sequence[Source]) -> bool:
    """Tell whether more parties have an event than an activity in a row."""
    firsts = [source.steps[step] for source in sources for step in row.members.get(source.id, ())[:1]]
    return 2 * sum(isinstance(step, Event) for step in firsts) > len(firsts)


def _in_order(built: Built) -> list[int]:
    """Return the numbers of the nodes in the order of the flow: breadth first from what nothing leads to."""
    into: dict[int, int] = {}
    out: dict[int, list[int]] = {}
    for source, target in built.flows:
        into[target] = into.get(target, 0) + 1
        out.setdefault(source, []).append(target)
    order = [number for number, node in enumerate(built.nodes) if node is not None and not into.get(number)]
    seen = set(order)
    for number in order:  # grows while it is read
        for target in out.get(number, ()):
            if target not in seen:
                seen.add(target)
                order.append(target)
    return order + [number for number, node in enumerate(built.nodes) if node is not None and number not in seen]
