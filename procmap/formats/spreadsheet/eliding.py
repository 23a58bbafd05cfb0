"""Which gateways need no row: those without a name that are inferred from the ways between the rows.

All that may be left out are left out at first. Then it is inferred what a reader would infer, and what comes out
otherwise gets a row after all, until nothing differs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procmap.formats.free_ids import FreeIds
from procmap.formats.spreadsheet.drawing_up import vertices_of, with_starts
from procmap.formats.spreadsheet.gateways import Arc, Inferred, Join, infer
from procmap.model import Gateway, Process, SequenceFlow
from procmap.model.elements import Node

_ROUNDS = 20
_ELIDABLE = ("exclusiveGateway", "parallelGateway", "inclusiveGateway")


@dataclass(frozen=True)
class Rows:
    """The nodes that get a row, and the ways between them."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def explicit(process: Process) -> Process:
    """Return a process in which several flows leave or enter only gateways: those that say the same are added.

    What leaves a step without conditions is done in parallel, with conditions as many ways as hold; what enters one is
    either-or (BPMN 2.0, 13.3.1). Flows that do not join two nodes of one scope are left out.
    """
    nodes = {node.id: node for node in process.nodes}
    scopes = {node.id: (node.parent, node.pool) for node in process.nodes}
    flows = [
        flow
        for flow in process.flows
        if flow.source in nodes and flow.target in nodes and scopes[flow.source] == scopes[flow.target]
    ]
    free = FreeIds(element.id for element in process.elements())
    leaving, entering = _grouped(flows)
    splits: dict[str, Gateway] = {}
    joins: dict[str, Gateway] = {}
    for node in process.nodes:
        if isinstance(node, Gateway):
            continue
        scope = {"parent": node.parent, "pool": node.pool}
        if len(leaving[node.id]) > 1:
            plain = not any(flow.name or flow.condition or flow.default for flow in leaving[node.id])
            kind = "parallelGateway" if plain else "inclusiveGateway"
            splits[node.id] = Gateway.model_validate({"id": free.new(f"{node.id}_split"), "type": kind, **scope})
        if len(entering[node.id]) > 1:
            joins[node.id] = Gateway.model_validate({"id": free.new(f"{node.id}_join"), **scope})
    if not splits and not joins and len(flows) == len(process.flows):
        return process
    made = [
        flow.replace(
            source=splits[flow.source].id if flow.source in splits else flow.source,
            target=joins[flow.target].id if flow.target in joins else flow.target,
        )
        for flow in flows
    ]
    for node_id, gateway in splits.items():
        made.append(_flow(free, node_id, gateway.id, gateway))
    for node_id, gateway in joins.items():
        made.append(_flow(free, gateway.id, node_id, gateway))
    whole: list[Node] = []
    for node in process.nodes:
        whole += (each for each in (joins.get(node.id), node, splits.get(node.id)) if each is not None)
    return process.replace(nodes=tuple(whole), flows=tuple(made))


def _flow(free: FreeIds, source: str, target: str, gateway: Gateway) -> SequenceFlow:
    flow_id = free.new(f"{source}_to_{target}")
    return SequenceFlow(id=flow_id, source=source, target=target, parent=gateway.parent, pool=gateway.pool)


_Flows = defaultdict[str, list[SequenceFlow]]


def _grouped(flows: Iterable[SequenceFlow]) -> tuple[_Flows, _Flows]:
    leaving: _Flows = defaultdict(list)
    entering: _Flows = defaultdict(list)
    for flow in flows:
        leaving[flow.source].append(flow)
        entering[flow.target].append(flow)
    return leaving, entering


def rows_of(process: Process) -> Rows:
    """Return the nodes of an explicit process that need a row, and the ways between them.

    A reader infers from them the gateways that were left out, but for their ids, lanes and places in the order.
    """
    eliding = _Eliding(process)
    for number in range(_ROUNDS):
        rows = eliding.rows()
        wrong = eliding.wrong(rows)
        if not wrong:
            return rows
        eliding.keep(wrong if number < _ROUNDS - 2 else list(eliding.left_out))
    return eliding.rows()


def ways_between(process: Process, nodes: set[str]) -> Counter[Arc]:
    """Return the ways of an explicit process between some nodes, over the gateways without a name that are others."""
    eliding = _Eliding(process)
    eliding.left_out = {each: kind for each, kind in eliding.left_out.items() if each not in nodes}
    return Counter(eliding.rows().arcs)


class _Eliding:
    def __init__(self, process: Process) -> None:
        self._process = process
        self._nodes = {node.id: node for node in process.nodes}
        self._leaving, self._entering = _grouped(process.flows)
        cited = {cited for value in process.attached for cited in (*value.on, *value.guards)}
        cited |= {end for message in process.message_flows for end in (message.source, message.target)}
        self.left_out: dict[str, str] = {}
        """What was left out: `split` or `join`, by the id of the gateway."""
        for node in process.nodes:
            if isinstance(node, Gateway) and node.id not in cited and _is_plain(node):
                kind = self._kind(node)
                if kind:
                    self.left_out[node.id] = kind
        self._settle()

    def _kind(self, gateway: Gateway) -> str:
        entering, leaving = self._entering[gateway.id], self._leaving[gateway.id]
        if len(entering) > 1 and len(leaving) == 1 and not _says(leaving[0]):
            return "join"
        if len(entering) == 1 and len(leaving) > 1 and not _says(entering[0]):
            source = self._nodes[entering[0].source]
            named = any(map(_says, leaving))
            fits = gateway.type == ("exclusiveGateway" if named else "parallelGateway")
            if fits and not isinstance(source, Gateway) and len(self._leaving[source.id]) == 1:
                return "split"
        return ""

    def _settle(self) -> None:
        """Keep the joins that lead to no step by way of other joins that are left out."""
        good: set[str] = set()
        for gateway, kind in self.left_out.items():
            way: list[str] = []
            node = gateway
            while kind == "join" and self.left_out.get(node) == "join" and node not in good and node not in way:
                way.append(node)
                node = self._leaving[node][0].target
            if node in good or not isinstance(self._nodes[node], Gateway):
                good.update(way)
        self.left_out = {each: kind for each, kind in self.left_out.items() if kind == "split" or each in good}

    def keep(self, gateways: list[str]) -> None:
        """Give gateways a row after all."""
        for gateway in gateways:
            self.left_out.pop(gateway, None)
        self._settle()

    def rows(self) -> Rows:
        """Return the rows and their ways as it stands."""
        nodes = tuple(node for node in self._process.nodes if node.id not in self.left_out)
        arcs: list[Arc] = []
        self._through: list[tuple[str, str]] = []
        """For each arc the gateways that were left out at its ends; empty where none was."""
        for node in nodes:
            for flow in self._leaving[node.id]:
                split = flow.target if self.left_out.get(flow.target) == "split" else ""
                for way in self._leaving[split] if split else [flow]:
                    join = way.target if self.left_out.get(way.target) == "join" else ""
                    target = way.target
                    while self.left_out.get(target) == "join":
                        target = self._leaving[target][0].target
                    name = way.name or way.condition
                    arcs.append(Arc(node.id, target, name, way.default))
                    self._through.append((split, join))
        return Rows(nodes, tuple(arcs))

    def wrong(self, rows: Rows) -> list[str]:
        """Return the gateways that were left out and would come out otherwise, sorted."""
        ids = [node.id for node in self._process.nodes]
        nodes, arcs, _ = with_starts(list(rows.nodes), list(rows.arcs), {}, FreeIds(ids))
        added = len(arcs) - len(rows.arcs)
        inferred = infer(vertices_of(nodes), arcs)
        wrong = {
            split
            for arc, (split, _) in zip(rows.arcs, self._through, strict=True)
            if split and inferred.splits.get(arc.source) != self._gateway_type(split)
        }
        return sorted(wrong | self._wrong_joins(rows.arcs, inferred, added))

    def _gateway_type(self, gateway: str) -> str:
        node = self._nodes[gateway]
        return node.type if isinstance(node, Gateway) else ""

    def _wrong_joins(self, arcs: Sequence[Arc], inferred: Inferred, added: int) -> set[str]:
        """Return the joins left out before the steps where what is inferred has another form."""
        parts: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, (arc, (_, join)) in enumerate(zip(arcs, self._through, strict=True)):
            if join:
                parts[arc.target].append((join, place))
        forms = _Forms()
        wrong: set[str] = set()
        for target, leaves in parts.items():
            children: dict[str, list[object]] = defaultdict(list)
            for join, place in leaves:
                children[join].append(place)
            for join in list(children):
                node = join
                while self.left_out.get(self._leaving[node][0].target) == "join":
                    after = self._leaving[node][0].target
                    if node in children[after]:
                        break
                    children[after].append(node)
                    node = after
            root = next(join for join in children if self._leaving[join][0].target == target)
            expected = forms.of_gateways(root, children, self._gateway_type)
            found = inferred.joins.get(target)
            if found is None or forms.of_join(found, added) != expected:
                wrong.update(children)
        return wrong


def _is_plain(node: Gateway) -> bool:
    bare = Gateway(id=node.id, type=node.type, parent=node.parent, pool=node.pool)
    return node.type in _ELIDABLE and node == bare


def _says(flow: SequenceFlow) -> bool:
    return bool(flow.name or flow.condition or flow.default)


class _Forms:
    """Numbers for the forms of joins: two that are made alike of the same arcs have the same number."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def _number(self, form: object) -> int:
        return self._numbers.setdefault(form, len(self._numbers))

    def of_gateways(self, root: str, children: dict[str, list[object]], type_of: object) -> int:
        order, waiting = [root], [root]
        while waiting:
            inner = [each for each in children[waiting.pop()] if isinstance(each, str)]
            order += inner
            waiting += inner
        made: dict[object, int] = {}
        for gateway in reversed(order):
            inside = sorted(made[each] if isinstance(each, str) else self._number(each) for each in children[gateway])
            made[gateway] = self._number((type_of(gateway), tuple(inside)))  # type: ignore[operator]
        return made[root]

    def of_join(self, join: Join, added: int) -> int:
        order, waiting = [join], [join]
        while waiting:
            inner = [each for each in waiting.pop().parts if isinstance(each, Join)]
            order += inner
            waiting += inner
        made: dict[int, int] = {}
        for each in reversed(order):
            inside = sorted(
                made[id(part)] if isinstance(part, Join) else self._number(part - added) for part in each.parts
            )
            made[id(each)] = self._number((each.type, tuple(inside)))
        return made[id(join)]
