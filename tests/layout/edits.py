"""Random edits of processes that are drawn: what a person may do between two drawings."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.layout import place
from procmap.model import Activity, Diagram, Process, SequenceFlow
from tests.layout.strategies import NAMES, processes


@st.composite
def edited(draw: st.DrawFn) -> tuple[Process, Diagram]:
    """Return a process after some edits, with a drawing of it as it was before."""
    process = draw(processes())
    diagram = place(process)
    for _ in range(draw(st.integers(1, 4))):
        process = draw(st.sampled_from([_step_added, _step_gone, _lane_changed, _renamed, _flow_led_elsewhere]))(
            draw, process
        )
    return process, diagram


@st.composite
def partly_drawn(draw: st.DrawFn) -> tuple[Process, Diagram]:
    """Return a process with a drawing of which parts are missing."""
    process = draw(processes())
    diagram = place(process)
    lost = {element.id for element in process.elements() if draw(st.integers(0, 3)) == 0}
    return process, diagram.replace(
        shapes=tuple(shape for shape in diagram.shapes if shape.element not in lost),
        edges=tuple(edge for edge in diagram.edges if edge.element not in lost),
    )


def _step_added(draw: st.DrawFn, process: Process) -> Process:
    name = f"new{len(process.nodes)}-{len(process.flows)}"
    if any(node.id == name for node in process.nodes):
        return process
    if not process.nodes:
        return process.replace(nodes=(Activity(id=name),))
    beside = draw(st.sampled_from(process.nodes))
    step = Activity(id=name, name=draw(NAMES), parent=beside.parent, pool=beside.pool)
    flows = []
    for number, flow in enumerate(process.flows):
        if flow.source == beside.id and draw(st.booleans()):
            flows.append(flow.replace(target=name))
            flows.append(SequenceFlow(id=f"{name}-{number}", source=name, target=flow.target))
        else:
            flows.append(flow)
    lanes = tuple(
        lane.replace(nodes=(*lane.nodes, name)) if beside.id in lane.nodes else lane for lane in process.lanes
    )
    return process.replace(nodes=(*process.nodes, step), flows=tuple(flows), lanes=lanes)


def _step_gone(draw: st.DrawFn, process: Process) -> Process:
    if not process.nodes:
        return process
    gone = draw(st.sampled_from(process.nodes)).id
    return process.replace(
        nodes=tuple(node for node in process.nodes if node.id != gone),
        flows=tuple(flow for flow in process.flows if gone not in (flow.source, flow.target)),
        lanes=tuple(lane.replace(nodes=tuple(node for node in lane.nodes if node != gone)) for lane in process.lanes),
    )


def _lane_changed(draw: st.DrawFn, process: Process) -> Process:
    if not process.lanes or not any(lane.nodes for lane in process.lanes):
        return process
    source = draw(st.sampled_from([lane for lane in process.lanes if lane.nodes]))
    target = draw(st.sampled_from([lane for lane in process.lanes if lane.pool == source.pool]))
    moved = draw(st.sampled_from(source.nodes))
    if target.id == source.id:
        return process
    lanes = (
        lane.replace(nodes=tuple(node for node in lane.nodes if node != moved))
        if lane.id == source.id
        else lane.replace(nodes=(*lane.nodes, moved))
        if lane.id == target.id
        else lane
        for lane in process.lanes
    )
    return process.replace(lanes=tuple(lanes))


def _renamed(draw: st.DrawFn, process: Process) -> Process:
    if not process.nodes:
        return process
    renamed = draw(st.sampled_from(process.nodes))
    nodes = (node.replace(name="Noe helt annet") if node is renamed else node for node in process.nodes)
    return process.replace(nodes=tuple(nodes))


def _flow_led_elsewhere(draw: st.DrawFn, process: Process) -> Process:
    if not process.flows:
        return process
    led = draw(st.sampled_from(process.flows))
    target = draw(st.sampled_from(process.nodes)).id
    return process.replace(flows=tuple(flow.replace(target=target) if flow is led else flow for flow in process.flows))
