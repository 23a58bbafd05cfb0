from __future__ import annotations

from pathlib import Path

from procmap.answers.draw import diagram_for, draw_file
from procmap.drawing import undrawn
from procmap.formats import read, write
from procmap.layout import place
from procmap.layout.homes import restricted
from procmap.model import Activity, Diagram, Process, SequenceFlow

SAMPLE = Path(__file__).parents[2] / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn"


def sample() -> tuple[Process, Diagram]:
    document = read(str(SAMPLE))
    return document.processes[0], document.diagrams[0]


def test_a_whole_drawing_is_taken_as_it_is():
    process, diagram = sample()
    assert diagram_for(process, (diagram,)) == (diagram, False)


def test_what_a_drawing_leaves_out_is_placed_beside_the_rest():
    process, diagram = sample()
    step = next(node.id for node in process.nodes if isinstance(node, Activity))
    partly = diagram.replace(shapes=tuple(shape for shape in diagram.shapes if shape.element != step))
    drawn, new = diagram_for(process, (partly,))
    assert not new
    assert undrawn(process, [drawn]) == ()
    nodes = {node.id for node in process.nodes}
    kept = {shape.element: shape.bounds for shape in drawn.shapes}
    assert all(kept[shape.element] == shape.bounds for shape in partly.shapes if shape.element in nodes)


def test_without_a_drawing_the_process_is_laid_out():
    process, _ = sample()
    assert diagram_for(process, ()) == (place(process), True)


def test_what_is_drawn_on_a_plane_of_its_own_opens_in_a_new_drawing():
    nodes = (Activity(id="s", type="subProcess"), Activity(id="i", parent="s"), Activity(id="j", parent="s"))
    flow = SequenceFlow(id="f", source="i", target="j", parent="s")
    process = Process(id="p", nodes=nodes, flows=(flow,))
    outer = place(restricted(process, {"s"}))
    inner = place(restricted(process, {"i", "j"})).replace(plane="s")
    assert diagram_for(process, (outer, inner)) == (place(process), True)


def test_the_answer_tells_what_was_placed(tmp_path):
    process, diagram = sample()
    edge = diagram.edges[0].element
    content = write((process,), "a.bpmn", diagrams=(diagram,)).content
    text = content.decode("utf-8")
    start = text.index("<", text.rindex("\n", 0, text.index(f'bpmnElement="{edge}"')))
    end = text.index("BPMNEdge>", start) + len("BPMNEdge>")
    (tmp_path / "a.bpmn").write_text(text[:start] + text[end:], encoding="utf-8")
    answer = draw_file(str(tmp_path / "a.bpmn"), str(tmp_path / "a.svg"))
    assert not answer.laid_out
    told = [finding for finding in answer.warnings if finding.code == "drawing-completed"]
    assert [finding.params["count"] for finding in told] == [1]
    assert edge in (tmp_path / "a.svg").read_text(encoding="utf-8")
