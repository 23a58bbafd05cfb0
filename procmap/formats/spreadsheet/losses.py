"""What a spreadsheet cannot hold: the one list of it, and what of that a process has.

Whether something is lost is not guessed: the tables are read again, and what comes back is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.eliding import explicit, ways_between
from procmap.formats.spreadsheet.reading import processes_of
from procmap.formats.spreadsheet.tables import Table
from procmap.model import Diagram, Event, Finding, Gateway, Process, RosaAssessment, Severity
from procmap.model.elements import Node


class Pair:
    """A process, and what comes back of it."""

    def __init__(self, process: Process, back: Process) -> None:
        self.process = process
        self.back = back
        returned = {node.id: node for node in back.nodes}
        self.kept = [
            (node, returned[node.id])
            for node in process.nodes
            if node.id in returned and type(returned[node.id]) is type(node)
        ]
        self.rows = {node.id for node, _ in self.kept}
        self._names = {pool.id: pool.name for pool in back.pools}
        self._own_names = {pool.id: pool.name for pool in process.pools}

    def called(self, element: str | None) -> str:
        """Return what an element of the process is called in the sheets: pools by name, all others by id."""
        return self._own_names.get(element or "", element or "")

    def called_back(self, element: str | None) -> str:
        """Return the same for an element of what comes back."""
        return self._names.get(element or "", element or "")


Lost = Callable[[Pair], Iterable[str]]
"""Returns the ids of the elements (or attached values) of a process that are lost or come back otherwise."""


@dataclass(frozen=True)
class Loss:
    """A kind of thing that a spreadsheet cannot hold; `code` is that of its finding, `of` finds it."""

    code: str
    severity: Severity
    of: Lost


def losses(processes: Sequence[Process], diagrams: Sequence[Diagram], tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield what of processes is not in their tables, in the order of LOSSES."""
    if any(diagram.shapes or diagram.edges for diagram in diagrams):
        yield Finding(code=DRAWING, severity="note")
    again = processes_of(tables, Notes())
    pairs = [Pair(process, back) for process, back in zip(processes, again, strict=False)]
    for loss in LOSSES:
        lost = [element for pair in pairs for element in dict.fromkeys(loss.of(pair))]
        if lost:
            yield Finding(code=loss.code, severity=loss.severity, elements=tuple(lost), params={"count": len(lost)})


def _nodes(*fields: str) -> Lost:
    """Return the loss of fields of the nodes that have a row."""

    def lost(pair: Pair) -> Iterator[str]:
        for node, again in pair.kept:
            if any(getattr(node, field, None) != getattr(again, field, None) for field in fields):
                yield node.id

    return lost


def _all(*kinds: str) -> Lost:
    return lambda pair: (element.id for kind in kinds for element in getattr(pair.process, kind))


def _elements_with(field: str) -> Lost:
    """Return the loss of a field of any element; pools come back by their names."""

    def lost(pair: Pair) -> Iterator[str]:
        returned = {pair.called_back(element.id): element for element in pair.back.elements()}
        for element in pair.process.elements():
            mine = getattr(element, field)
            if mine and mine != getattr(returned.get(pair.called(element.id)), field, None):
                yield element.id

    return lost


def _gateway_ids(pair: Pair) -> Iterator[str]:
    returned = {node.id for node in pair.back.nodes}
    return (node.id for node in pair.process.nodes if isinstance(node, Gateway) and node.id not in returned)


def _step_ids(pair: Pair) -> Iterator[str]:
    return (n.id for n in pair.process.nodes if not isinstance(n, Gateway) and n.id not in pair.rows)


def _other_ids(pair: Pair) -> Iterator[str]:
    returned = {element.id for element in pair.back.elements()}
    for kind in ("pools", "lanes", "flows"):
        yield from (element.id for element in getattr(pair.process, kind) if element.id not in returned)


def _implicit(pair: Pair) -> Iterator[str]:
    """Yield the steps that several flows leave or enter without a gateway."""
    flows = pair.process.flows
    leaving, entering = Counter(flow.source for flow in flows), Counter(flow.target for flow in flows)
    for node in pair.process.nodes:
        if not isinstance(node, Gateway) and max(leaving[node.id], entering[node.id]) > 1:
            yield node.id


def _added_starts(pair: Pair) -> Iterator[str]:
    """Yield the nodes before which a start event is added."""
    own = {node.id for node in pair.process.nodes}
    for node in pair.back.nodes:
        if isinstance(node, Event) and node.type == "startEvent" and node.id not in own:
            target = next((flow.target for flow in pair.back.flows if flow.source == node.id), "")
            inner = [flow.target for flow in pair.back.flows if flow.source == target]
            yield next((each for each in (target, *inner) if each in own), pair.process.id)


def _flows_astray(pair: Pair) -> Iterator[str]:
    """Yield the flows that do not join two nodes of one scope."""
    scopes = {node.id: (node.parent, node.pool) for node in pair.process.nodes}
    for flow in pair.process.flows:
        ends = [scopes.get(flow.source), scopes.get(flow.target)]
        if None in ends or ends[0] != ends[1]:
            yield flow.id


def _ways(pair: Pair) -> Iterator[str]:
    """Yield the nodes whose ways out have another target, condition or default when they come back."""
    process = explicit(pair.process)
    own = {node.id for node in pair.process.nodes}
    shared = {node.id for node in process.nodes} & {node.id for node in pair.back.nodes}
    arcs, again = ways_between(process, shared), ways_between(pair.back, shared)
    changed = dict.fromkeys(arc.source for arc in (*(arcs - again), *(again - arcs)))
    return (source for source in changed if source in own)


def _lanes(pair: Pair) -> Iterator[str]:
    """Yield the lanes that are no plain list of steps of a role: nested, empty, without a name, or two of one name."""
    returned = Counter(
        (pair.called_back(lane.pool), lane.scope, lane.name, frozenset(lane.nodes) & pair.rows)
        for lane in pair.back.lanes
    )
    for lane in pair.process.lanes:
        key = (pair.called(lane.pool), lane.scope, lane.name, frozenset(lane.nodes) & pair.rows)
        returned[key] -= 1
        if returned[key] < 0 or lane.parent:
            yield lane.id


def _pools(pair: Pair) -> Iterator[str]:
    def about(pool: Any) -> tuple[Any, ...]:
        return (pool.name, pool.process is None, pool.process_name, pool.process_documentation, pool.multiple)

    returned = Counter(map(about, pair.back.pools))
    for pool in pair.process.pools:
        returned[about(pool)] -= 1
        if returned[about(pool)] < 0:
            yield pool.id


def _added_pools(pair: Pair) -> Iterator[str]:
    if len(pair.back.pools) > len(pair.process.pools):
        yield pair.process.id


def _messages(pair: Pair) -> Iterator[str]:
    returned = Counter(
        (flow.id, flow.name, flow.message, pair.called_back(flow.source), pair.called_back(flow.target))
        for flow in pair.back.message_flows
    )
    for flow in pair.process.message_flows:
        key = (flow.id, flow.name, flow.message, pair.called(flow.source), pair.called(flow.target))
        returned[key] -= 1
        if returned[key] < 0:
            yield flow.id


def _attached(pair: Pair, *, rosa: bool) -> Iterator[str]:
    """Yield the attached values that come back otherwise. The id of a ROSA level is made from that of its step."""
    mine = [_cited(value, pair.called) for value in pair.process.attached if isinstance(value, RosaAssessment) == rosa]
    back = [_cited(value, pair.called_back) for value in pair.back.attached]
    by_id: dict[tuple[str, str], list[Any]] = {}
    for value in back:
        by_id.setdefault((value.kind, value.id if not rosa else str(value.on)), []).append(value)
    own = (value.id for value in pair.process.attached if isinstance(value, RosaAssessment) == rosa)
    for value_id, value in zip(own, mine, strict=True):
        returned = by_id.get((value.kind, value.id if not rosa else str(value.on)), [])
        if value in returned:
            returned.remove(value)
        else:
            yield value_id


def _cited(value: Any, called: Callable[[str], str]) -> Any:
    changes: dict[str, Any] = {"id": ""} if isinstance(value, RosaAssessment) else {}
    on, guards = tuple(map(called, value.on)), tuple(map(called, value.guards))
    changes |= {"on": on, "guards": guards} if (on, guards) != (value.on, value.guards) else {}
    return value.replace(**changes) if changes else value


def _texts(pair: Pair) -> Iterator[str]:
    """Yield the nodes with anything else that comes back otherwise: a blank item, a text that reads as another."""
    documented = {link.node for link in pair.process.data_associations}
    for node, again in pair.kept:
        if _rest(node, pair.called(node.pool), drawn=node.id in documented) != _rest(
            again, pair.called_back(again.pool), drawn=node.id in documented
        ):
            yield node.id


def _rest(node: Node, pool: str, *, drawn: bool) -> dict[str, Any]:
    """Return what of a node is not told by another loss."""
    rest = {name: getattr(node, name) for name in type(node).model_fields if name not in _TOLD}
    details = getattr(node, "details", None)
    if details is not None:
        left_out = {"systems", "documents_in", "documents_out"} if drawn else set()
        rest["details"] = {name: getattr(details, name) for name in type(details).model_fields if name not in left_out}
    return {**rest, "pool": pool}


_TOLD = {
    "documentation", "properties", "origins", "loop", "for_compensation", "performers", "triggers", "parallel_multiple",
    "instantiates", "parallel_events", "condition", "details",
}  # fmt: skip


def _card(pair: Pair) -> Iterator[str]:
    """Yield the process where its card comes back otherwise; the name of the process counts as that of the card."""
    card, back = (each.card.replace(name=each.card.name or each.name) for each in (pair.process, pair.back))
    if card.replace(source_fingerprint="") != back:
        yield pair.process.id


def _scales(pair: Pair) -> Iterator[str]:
    if pair.process.scales != pair.back.scales:
        yield pair.process.id


def _about(pair: Pair) -> Iterator[str]:
    """Yield the process where its name or description differs; without one it gets that of its only pool."""
    process, back = pair.process, pair.back
    described = not process.documentation or process.documentation == back.documentation
    if not described or (process.id, process.name, process.properties) != (back.id, back.name, back.properties):
        yield process.id


DRAWING = "spreadsheet-loses-drawing"
LOSSES: tuple[Loss, ...] = (
    Loss("spreadsheet-loses-gateways", "info", _gateway_ids),
    Loss("spreadsheet-loses-ids", "info", _other_ids),
    Loss("spreadsheet-loses-step-ids", "note", _step_ids),
    Loss("spreadsheet-loses-implicit", "note", _implicit),
    Loss("spreadsheet-loses-no-start", "note", _added_starts),
    Loss("spreadsheet-loses-flows", "warning", _flows_astray),
    Loss("spreadsheet-loses-ways", "warning", _ways),
    Loss("spreadsheet-loses-expressions", "note", lambda pair: (f.id for f in pair.process.flows if f.condition)),
    Loss("spreadsheet-loses-lanes", "note", _lanes),
    Loss("spreadsheet-loses-pools", "note", _pools),
    Loss("spreadsheet-loses-no-pool", "note", _added_pools),
    Loss("spreadsheet-loses-messages", "warning", _messages),
    Loss("spreadsheet-loses-data", "note", _all("data", "data_associations")),
    Loss("spreadsheet-loses-artifacts", "note", _all("annotations", "groups", "associations")),
    Loss("spreadsheet-loses-documentation", "note", _elements_with("documentation")),
    Loss("spreadsheet-loses-properties", "note", _elements_with("properties")),
    Loss("spreadsheet-loses-origins", "warning", _elements_with("origins")),
    Loss("spreadsheet-loses-loops", "warning", _nodes("loop", "for_compensation")),
    Loss("spreadsheet-loses-triggers", "note", _nodes("triggers", "parallel_multiple")),
    Loss("spreadsheet-loses-gateway-details", "note", _nodes("instantiates", "parallel_events", "condition")),
    Loss("spreadsheet-loses-performers", "warning", _nodes("performers")),
    Loss("spreadsheet-loses-texts", "warning", _texts),
    Loss("spreadsheet-loses-rosa", "note", lambda pair: _attached(pair, rosa=True)),
    Loss("spreadsheet-loses-attached", "warning", lambda pair: _attached(pair, rosa=False)),
    Loss("spreadsheet-loses-card", "warning", _card),
    Loss("spreadsheet-loses-fingerprint", "info",
         lambda pair: [pair.process.id] if pair.process.card.source_fingerprint else []),
    Loss("spreadsheet-loses-scales", "warning", _scales),
    Loss("spreadsheet-loses-about", "warning", _about),
    Loss("spreadsheet-loses-decisions", "warning", lambda pair: (each.id for each in pair.process.decisions)),
)  # fmt: skip
"""All kinds, in the order in which they are told; the drawing comes before them."""
