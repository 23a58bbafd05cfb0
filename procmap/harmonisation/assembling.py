"""From what was built for every scope to the nodes and flows of the model, with ids, lanes and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.harmonisation.building import Built, PlaceOfEvent
from procmap.harmonisation.details import Proposed, origin_of
from procmap.harmonisation.naming import Ids
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.model import Activity, Event, Gateway, Group, Lane, Node, Property, SequenceFlow

CONTAINERS = ("subProcess", "transaction", "adHocSubProcess")
CATCHING = ("message", "timer", "conditional", "signal")
POOL = "pool_common"


@dataclass(frozen=True)
class Assembled:
    """The flow of the common process. `node_of`: the element of every row. `role_of`: the role of every node."""

    nodes: tuple[Node, ...]
    flows: tuple[SequenceFlow, ...]
    groups: tuple[Group, ...]
    node_of: Mapping[str, str]
    role_of: Mapping[str, str]


class Assembler:
    """Makes the nodes and flows of all scopes. `pool`: the id of the pool they lie in, if any."""

    def __init__(
        self, rows: Rows, sources: Sequence[Source], proposed: Mapping[str, Proposed], pool: str | None
    ) -> None:
        self.rows, self.sources, self.proposed, self.pool = rows, sources, proposed, pool
        self.ids = Ids()
        self.nodes: list[Node] = []
        self.flows: list[SequenceFlow] = []
        self.node_of: dict[str, str] = {}
        self.role_of: dict[str, str] = {}

    def assemble(self, scopes: Mapping[str | None, Built]) -> Assembled:
        """Return the whole: the process itself first, then each container."""
        for built in scopes.values():
            for node in built.nodes:
                if node is not None and node[0] == "row":
                    self.node_of[node[1]] = self.ids.give("step", self.rows.rows[node[1]].label)
        for scope, built in scopes.items():
            self._scope(self.node_of[scope] if scope is not None else None, built)
        return Assembled(
            tuple(self.nodes),
            tuple(self.flows),
            self._frames(),
            self.node_of,
            {k: v for k, v in self.role_of.items() if v},
        )

    def _scope(self, parent: str | None, built: Built) -> None:
        ids: dict[int, str] = {}
        for number in _in_order(built):
            node = built.nodes[number]
            if node is None:
                continue
            kind, what = node
            if kind == "row":
                ids[number] = self.node_of[what]
                self.nodes.append(self._step(self.rows.rows[what], parent, built.places.get(what)))
                self.role_of[ids[number]] = self.proposed[what].role
            elif kind == "gateway":
                ids[number] = self.ids.give("gateway")
                if self._races(number, built):
                    what = "eventBasedGateway"
                self.nodes.append(Gateway(id=ids[number], type=what, parent=parent, pool=self.pool))
            else:
                ids[number] = self.ids.give("start" if what == "startEvent" else "end")
                self.nodes.append(Event(id=ids[number], type=what, parent=parent, pool=self.pool))
        for source, target in built.flows:
            flow = self.ids.give("flow")
            self.flows.append(
                SequenceFlow(id=flow, source=ids[source], target=ids[target], parent=parent, pool=self.pool)
            )
        self._spread_roles(built, ids)

    def _step(self, row: CommonRow, parent: str | None, place: PlaceOfEvent | None) -> Node:
        proposed = self.proposed[row.id]
        fields = {
            "id": self.node_of[row.id], "name": row.label, "parent": parent, "pool": self.pool,
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
        if event != "boundaryEvent":
            given["interrupting"] = True
        else:
            fields["attached_to"] = self.node_of[row.host or ""]
        return Event(type=event, **fields, **given)

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

    def _frames(self) -> tuple[Group, ...]:
        """Return a group for every sub-process whose parts were composed with those of others."""
        frames = []
        for row in self.rows.rows.values():
            if row.role != "frame" or row.state == "dropped":
                continue
            inside = {
                (source.id, node.id)
                for source in self.sources
                for node in source.steps.values()
                if node.parent in row.members.get(source.id, ())
            }
            of_inside = (self.rows.of_step.get(key) for key in sorted(inside))
            rows = {inner.id for inner in of_inside if inner is not None}
            members = tuple(node for key, node in self.node_of.items() if key in rows)
            frame = self.ids.give("group", row.label)
            self.node_of[row.id] = frame
            origins = tuple(
                origin_of(source, step, source.steps[step].name)
                for source in self.sources
                for step in row.members.get(source.id, ())
            )
            frames.append(Group(id=frame, name=row.label, members=members, origins=origins, pool=self.pool))
        return tuple(frames)


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


def lanes_of(assembled: Assembled, pool: str | None) -> tuple[Lane, ...]:
    """Return a lane for every role, in the order in which the flow comes to them."""
    ids = Ids()
    roles: dict[str, list[str]] = {}
    for node in assembled.nodes:
        role = assembled.role_of.get(node.id)
        if role:
            roles.setdefault(role, []).append(node.id)
    inside = [node.id for node in assembled.nodes if node.id not in assembled.role_of and roles]
    if inside:
        roles[next(iter(roles))].extend(inside)
    return tuple(
        Lane(id=ids.give("lane", role), name=role, nodes=tuple(nodes), pool=pool) for role, nodes in roles.items()
    )
