"""Faults as findings: codes with what a sentence about them needs. Names of steps, else their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.behaviour import Fault, FlowGraph
from procmap.model import Finding, Gateway, Process, SequenceFlow

_ARROW = " → "


def tell_faults(process: Process, faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """Return a finding for each fault, in the order given.

    Codes: `unsound-` and the fault's kind; `unsound-stops` for a deadlock where no join waits. Params, where they
    apply: `after`, the named steps of the path (its first node where none has a name); `last`, the last of these; `at`,
    the node where it happens; `has` and `waits_for`, the steps whose way has come and is awaited; `steps`, those that
    can never happen or never end; `count`, how many.
    """
    graph = FlowGraph(process)
    flows = {flow.id: flow for flow in process.flows}
    return tuple(_finding(fault, graph, flows) for fault in faults)


def tell_undecided(process: Process, states: int) -> Finding:
    """Return the finding that soundness was not decided."""
    params: dict[str, str | int] = {"process": process.name or process.id, "states": states}
    return Finding(code="soundness-undecided", severity="warning", params=params)


def _finding(fault: Fault, graph: FlowGraph, flows: dict[str, SequenceFlow]) -> Finding:
    nodes = graph.nodes
    named = [node for node in fault.path if nodes[node].name.strip() and not isinstance(nodes[node], Gateway)]
    way = named or [*fault.path, *fault.elements][:1]
    params: dict[str, str | int] = {"after": _ARROW.join(_name(graph, node) for node in way)}
    if named:
        params["last"] = _name(graph, named[-1])
    if fault.kind in ("deadlock", "unsafe", "ends-twice"):
        params["at"] = _place(fault, graph, flows)
    if fault.kind == "deadlock":
        params["has"] = _from(graph, flows, fault.flows)
        params["waits_for"] = _from(graph, flows, fault.missing)
    if fault.kind in ("dead", "livelock", "no-start"):
        steps = [node for node in fault.elements if not isinstance(graph.nodes[node], Gateway)] or fault.elements
        params["steps"] = ", ".join(_name(graph, node) for node in steps)
        params["count"] = len(steps)
    stops = fault.kind == "deadlock" and not (params["has"] and params["waits_for"])
    return Finding(
        code="unsound-stops" if stops else f"unsound-{fault.kind}",
        severity="warning",
        elements=fault.elements,
        params=params,
    )


def _place(fault: Fault, graph: FlowGraph, flows: dict[str, SequenceFlow]) -> str:
    """Return the name of the node where a fault happens: its own, else where its flow leads, else the last passed."""
    places = (*fault.elements, *(flows[flow].target for flow in fault.flows if flow in flows), *fault.path[-1:])
    return _name(graph, places[0]) if places else ""


def _from(graph: FlowGraph, flows: dict[str, SequenceFlow], cited: Iterable[str]) -> str:
    """Return the names of the steps that flows come from, gateways passed over."""
    steps: list[str] = []
    for flow in cited:
        source = flows[flow].source
        steps.extend(graph.predecessors(source) if isinstance(graph.nodes[source], Gateway) else (source,))
    return ", ".join(_name(graph, step) for step in dict.fromkeys(steps))


def _name(graph: FlowGraph, node: str) -> str:
    return " ".join(graph.nodes[node].name.split()) or node
