"""Drawings that leave something out are completed in what is written, and bpmn-js takes all of it without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap import formats
from procmap.drawing import undrawn
from procmap.formats.bpmn.edit import rewrite
from procmap.formats.bpmn.read import read
from procmap.model import Activity, Diagram, Process, SequenceFlow
from tests.bpmn_js import imports_of
from tests.formats.bpmn.test_write import SAMPLES

DANGLING = {"dangling.epml"}
"""Leads to what does not exist."""
OTHERS = sorted(
    path
    for folder in (SAMPLES[0].parents[1], Path(__file__).parents[1] / "epml", Path(__file__).parents[1] / "pnml")
    for path in folder.rglob("*")
    if path.suffix in (".xlsx", ".docx", ".txt", ".epml", ".pnml") and path.name not in DANGLING
)


def thinned(diagram: Diagram, step: int = 4) -> Diagram:
    """Return a diagram without every so-manieth shape and edge."""
    shapes = tuple(shape for number, shape in enumerate(diagram.shapes) if number % step != step - 1)
    edges = tuple(edge for number, edge in enumerate(diagram.edges) if number % step != step - 1)
    return diagram.replace(shapes=shapes, edges=edges)


def with_a_step_elsewhere(process: Process) -> Process | None:
    """Return a process whose first step of a lane lies in another one, with a new step after it."""
    outer = {lane.parent for lane in process.lanes}
    lanes = [lane for lane in process.lanes if lane.id not in outer and not lane.scope]
    steps = {node.id: node for node in process.nodes if isinstance(node, Activity) and node.parent is None}
    for lane in lanes:
        for other in lanes:
            key = next((key for key in lane.nodes if key in steps), None)
            if key is None or other.id == lane.id or other.pool != lane.pool or lane.parent or other.parent:
                continue
            step = Activity(id="A_new_step", name="Ny oppgave", pool=steps[key].pool)
            flow = SequenceFlow(id="A_new_flow", source=key, target=step.id, pool=step.pool)
            now = {
                lane.id: lane.replace(nodes=tuple(node for node in lane.nodes if node != key)),
                other.id: other.replace(nodes=(*other.nodes, key, step.id)),
            }
            return process.replace(
                nodes=(*process.nodes, step),
                flows=(*process.flows, flow),
                lanes=tuple(now.get(lane.id, lane) for lane in process.lanes),
            )
    return None


def edited(path: Path) -> tuple[formats.Document, Process, bytes] | None:
    document = formats.read(str(path))
    changed = with_a_step_elsewhere(document.processes[0])
    if changed is None:
        return None
    return document, changed, rewrite(document, (changed, *document.processes[1:]))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_a_diagram_leaves_out_is_placed_and_the_rest_stays(path):
    document = formats.read(str(path))
    given = tuple(thinned(diagram) for diagram in document.diagrams)
    written = formats.write(document.processes, "new.bpmn", diagrams=given)
    assert not [finding for finding in written.findings if finding.code == "bpmn-drawn-anew"]
    again = read(written.content, "new.bpmn")
    for process in document.processes:
        assert undrawn(process, again.diagrams) == undrawn(process, document.diagrams)
    nodes = {node.id for process in document.processes for node in process.nodes}
    places = {shape.element: shape.bounds for diagram in again.diagrams for shape in diagram.shapes}
    for diagram in given:
        for shape in diagram.shapes:
            if shape.element in nodes:
                assert places[shape.element].x >= shape.bounds.x
                assert places[shape.element].y >= shape.bounds.y


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_step_in_another_lane_leaves_the_others_where_they_are(path):
    made = edited(path)
    if made is None:
        pytest.skip("has no two lanes")
    document, changed, content = made
    again = read(content, path.name)
    was = {shape.element: shape.bounds for diagram in document.diagrams for shape in diagram.shapes}
    now = {shape.element: shape.bounds for diagram in again.diagrams for shape in diagram.shapes}
    assert undrawn(changed, again.diagrams) == undrawn(document.processes[0], document.diagrams)
    nodes = [node.id for node in document.processes[0].nodes]
    assert sum(was[key] != now[key] for key in nodes if key in was) <= max(1, len(nodes) / 10)


@pytest.mark.npm
@pytest.mark.browser
def test_bpmn_js_shows_what_was_completed_and_converted(tmp_path, chromium, node_modules):
    files: dict[str, bytes] = {}
    for path in SAMPLES:
        document = formats.read(str(path))
        given = tuple(thinned(diagram) for diagram in document.diagrams)
        files[f"{path.stem} completed"] = formats.write(document.processes, "new.bpmn", diagrams=given).content
        made = edited(path)
        if made is not None:
            files[f"{path.stem} edited"] = made[2]
    for path in OTHERS:
        document = formats.read(str(path))
        files[f"{path.name} converted"] = formats.write(document.processes, "new.bpmn", like=document).content
    imported = imports_of(files, tmp_path, chromium, node_modules)
    assert imported.keys() == files.keys()
    assert {name: texts for name, texts in imported.items() if texts} == {}
