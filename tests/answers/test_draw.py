from __future__ import annotations

from pathlib import Path

import pytest

from procmap.answers.draw import diagram_for, draw_file
from procmap.answers.printing import Print
from procmap.drawing import undrawn
from procmap.formats import read, write
from procmap.layout import place
from procmap.layout.homes import restricted
from procmap.messages import translator
from procmap.model import Activity, BadInput, Diagram, Process, SequenceFlow
from tests import pdfs

SAMPLE = Path(__file__).parents[2] / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn"


@pytest.fixture
def sample(root):
    return str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF-1.7"), ("PDF", b"%PDF")]
)
def test_the_name_says_what_is_written(sample, tmp_path, ending, begins):
    target = tmp_path / f"Byggesøknad 1.{ending}"
    answer = draw_file(sample, str(target))
    assert target.read_bytes().startswith(begins)
    assert answer.warnings == ()
    assert not answer.laid_out


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_a_pdf_is_in_the_language_of_who_asks(sample, tmp_path, language):
    target = tmp_path / "a.pdf"
    draw_file(sample, str(target), printed=Print(paper="a3"), say=translator(language))
    content = target.read_bytes()
    pdfs.check(content, title="Byggesøknad, ett trinn", language=language)
    text = pdfs.opened(content).pages[0].extract_text()
    assert translator(language).text("print-legend") in text
    assert "fjordvik.bpmn" in text
    assert "bpmn_samples" not in text
    assert any(kind == "Table" for kind, _ in pdfs.structure(content))


def test_nothing_is_written_over_unless_that_is_asked_for(sample, tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(BadInput) as told:
        draw_file(sample, str(target))
    assert told.value.finding.code == "output-exists"
    assert target.read_bytes() == b"mine"
    draw_file(sample, str(target), force=True)
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("name", "printed", "code"),
    [
        ("a.gif", Print(), "unknown-target"),
        ("a", Print(), "unknown-target"),
        ("a.svg", Print(paper="a3"), "option-of-endings"),
        ("a.png", Print(tile=True), "option-of-endings"),
        ("a.svg", Print(scale=2), "option-of-endings"),
        ("a.png", Print(scale=100), "picture-too-large"),
        ("a.pdf", Print(scale=20), "too-many-tiles"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(sample, tmp_path, name, printed, code):
    with pytest.raises(BadInput) as told:
        draw_file(sample, str(tmp_path / name), printed=printed)
    assert told.value.finding.code == code
    assert list(tmp_path.iterdir()) == []


def test_characters_that_cannot_be_printed_are_told(tmp_path):
    source = tmp_path / "a.csv"
    source.write_text("step\n受付\nAvslutte 😀\n", encoding="utf-8")
    assert draw_file(str(source), str(tmp_path / "a.svg")).warnings == ()
    (warning,) = draw_file(str(source), str(tmp_path / "a.pdf")).warnings
    assert warning.code == "characters-replaced"
    assert "3" in warning.text


@pytest.mark.shared
@pytest.mark.parametrize(
    ("case", "process"), [("B.2.0", "C1373638080953"), ("C.4.0", "_085241a5-fb5c-44d3-8844-5366f865e353")]
)
def test_drawings_of_other_tools_are_to_keep(shared, tmp_path, case, process):
    source = shared / "data" / "interop" / "Open-BPMN 1.2.8_2" / f"{case}.bpmn"
    target = tmp_path / "a.pdf"
    answer = draw_file(f"{source}#{process}", str(target), printed=Print(paper="a3"))
    pdfs.check(target.read_bytes(), title=answer.process, language="en")


def test_every_sample_is_drawn(root, tmp_path):
    for number, source in enumerate(sorted(Path(root / "bpmn_samples").glob("*/*.bpmn"))):
        target = tmp_path / f"{number}.pdf"
        draw_file(str(source), str(target), say=translator("nb"))
        assert pdfs.claims(target.read_bytes())["pdfaid:conformance"] == "A"


def drawn_sample() -> tuple[Process, Diagram]:
    document = read(str(SAMPLE))
    return document.processes[0], document.diagrams[0]


def test_a_whole_drawing_is_taken_as_it_is():
    process, diagram = drawn_sample()
    assert diagram_for(process, (diagram,)) == (diagram, False)


def test_what_a_drawing_leaves_out_is_placed_beside_the_rest():
    process, diagram = drawn_sample()
    step = next(node.id for node in process.nodes if isinstance(node, Activity))
    partly = diagram.replace(shapes=tuple(shape for shape in diagram.shapes if shape.element != step))
    drawn, new = diagram_for(process, (partly,))
    assert not new
    assert undrawn(process, [drawn]) == ()
    nodes = {node.id for node in process.nodes}
    kept = {shape.element: shape.bounds for shape in drawn.shapes}
    assert all(kept[shape.element] == shape.bounds for shape in partly.shapes if shape.element in nodes)


def test_without_a_drawing_the_process_is_laid_out():
    process, _ = drawn_sample()
    assert diagram_for(process, ()) == (place(process), True)


def test_what_is_drawn_on_a_plane_of_its_own_opens_in_a_new_drawing():
    nodes = (Activity(id="s", type="subProcess"), Activity(id="i", parent="s"), Activity(id="j", parent="s"))
    flow = SequenceFlow(id="f", source="i", target="j", parent="s")
    process = Process(id="p", nodes=nodes, flows=(flow,))
    outer = place(restricted(process, {"s"}))
    inner = place(restricted(process, {"i", "j"})).replace(plane="s")
    assert diagram_for(process, (outer, inner)) == (place(process), True)


def test_the_answer_tells_what_was_placed(tmp_path):
    process, diagram = drawn_sample()
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
