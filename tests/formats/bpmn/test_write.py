"""Writing a new file: what was written is read again, the schema is kept, everything is drawn."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from procmap import formats
from procmap.formats.bpmn.edit import rewrite
from procmap.formats.bpmn.ids import Names, ids_of
from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.write import write
from procmap.formats.xml_input import parse
from procmap.layout import place
from procmap.model import (
    Activity,
    Annotation,
    Association,
    BadInput,
    Control,
    Event,
    Lane,
    Pool,
    Process,
    Risk,
    SequenceFlow,
    Trigger,
    validate,
)
from tests.canonical import canonical, drawn, with_ids
from tests.conftest import ROOT, SHARED
from tests.layout.laws import LAWS, Drawing
from tests.strategies import processes

SAMPLES = sorted((ROOT / "bpmn_samples").rglob("*.bpmn"))
TRAPS = sorted((Path(__file__).parent / "traps").glob("*.bpmn"))
INTEROP = sorted((SHARED / "data" / "interop").rglob("*.bpmn"))


def _schema() -> etree.XMLSchema:
    with (files("SpiffWorkflow") / "bpmn" / "parser" / "schema" / "BPMN20.xsd").open("rb") as file:
        return etree.XMLSchema(etree.parse(file.name))


SCHEMA = _schema()


def schema_errors(content: bytes) -> list[str]:
    SCHEMA.validate(parse(content, "file").root)
    return [f"{error.line}: {error.message}" for error in SCHEMA.error_log]


def _id(path: Path) -> str:
    return "/".join(path.parts[-2:])


@given(processes())
def test_what_was_written_is_read_again(process):
    content = write([process])
    document = read(content, "new.bpmn")

    assert [canonical(again) for again in document.processes] == [canonical(process)]
    assert document.findings == ()
    assert schema_errors(content) == []


@given(processes())
def test_a_drawing_that_is_given_is_kept(process):
    diagram = place(process)
    content = write([process], [diagram])

    assert drawn(read(content, "new.bpmn").diagrams) == drawn([diagram])


@given(processes())
def test_a_new_drawing_is_whole_and_right(process):
    (diagram,) = read(write([process]), "new.bpmn").diagrams
    drawing = Drawing(process, diagram)
    wanted = (process.pools, process.lanes, process.nodes, process.flows, process.message_flows)
    shown = {*drawing.shapes, *drawing.edges}

    assert [item.id for items in wanted for item in items if item.id not in shown] == []
    assert [text for law in LAWS for text in law(drawing)] == []


@given(processes())
def test_a_generated_process_is_well_formed(process):
    """Says of the strategy that the laws here are not tested with processes that are broken to begin with."""
    broken = ("duplicate-id", "duplicate-attached", "no-such-risk")
    codes = {finding.code for finding in validate(process)}

    assert not [code for code in codes if code.startswith(("dangling", "attached-to", "boundary-on")) or code in broken]


def _check_written_anew(path: Path) -> None:
    """Ids that XML or bpmn-js refuses are made anew; else the file says the same."""
    try:
        document = formats.read(str(path))
    except BadInput:
        pytest.skip("refused")
    pairs = zip(document.processes, ids_of(document.processes, Names()), strict=True)
    expected = [canonical(with_ids(process, own.element)) for process, own in pairs]
    for diagrams in (document.diagrams, ()):
        content = write(document.processes, diagrams)
        again = read(content, "new.bpmn")

        assert [canonical(process) for process in again.processes] == expected
        if not any(has_what_the_schema_refuses(process) for process in document.processes):
            assert schema_errors(content) == []


def has_what_the_schema_refuses(process: Process) -> bool:
    """Tell whether a process cites nothing, or another process by what is no name: that is kept as it is."""
    called = [node.called for node in process.nodes if isinstance(node, Activity)]
    return any(not flow.target for flow in process.flows) or any(name[:1].isdigit() for name in called)


@pytest.mark.parametrize("path", [*SAMPLES, *TRAPS], ids=_id)
def test_a_file_written_anew_says_the_same(path):
    _check_written_anew(path)


@pytest.mark.shared
@pytest.mark.parametrize("path", INTEROP, ids=_id)
def test_a_file_of_any_tool_written_anew_says_the_same(path):
    _check_written_anew(path)


def test_the_same_processes_give_the_same_bytes_in_every_run():
    script = (
        "import sys; from procmap import formats; from procmap.formats.bpmn.write import write;"
        "sys.stdout.buffer.write(write(formats.read(sys.argv[1]).processes))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(SAMPLES[0])],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0] == runs[1] != b""


def _small(process_id: str, **fields) -> Process:
    nodes = (Event(id="Start", type="startEvent"), Activity(id="Task", name=process_id))
    flows = (SequenceFlow(id="Flow", source="Start", target="Task"),)
    return Process(id=process_id, name=process_id, nodes=nodes, flows=flows, **fields)


def test_processes_with_the_same_ids_stay_apart():
    control = (Control(id="K1", on=("Task",)),)
    first, second = _small("A", attached=control), _small("B", attached=control)
    content = write([first, second])
    document = read(content, "new.bpmn")

    assert document.findings == ()
    assert schema_errors(content) == []
    assert canonical(document.processes[0]) == canonical(first)
    renamed = with_ids(second, lambda key: key if key == "B" else f"p2_{key}")
    assert canonical(document.processes[1]) == canonical(renamed)
    assert [diagram.plane for diagram in document.diagrams] == ["A", "B"]
    for process, diagram in zip(document.processes, document.diagrams, strict=True):
        assert {shape.element for shape in diagram.shapes} == {node.id for node in process.nodes}


def test_what_one_process_cites_of_another_keeps_its_id():
    line = Association(id="Line", source="Task", target="Note")
    first = _small("A", associations=(line,))
    second = Process(id="B", name="B", annotations=(Annotation(id="Note", text="Frist"),))
    document = read(write([first, second]), "new.bpmn")

    assert document.processes[0].associations == (line,)
    assert [note.id for note in document.processes[1].annotations] == ["Note"]


def test_a_name_that_bpmn_has_no_place_for_comes_back():
    notes = (Annotation(id="Note", text="Frist", name="Merknad"),)
    lines = (Association(id="Line", source="Task", target="Note", name="gjelder"),)
    content = write([_small("A", annotations=notes, associations=lines)])
    (again,) = read(content, "new.bpmn").processes

    assert schema_errors(content) == []
    assert (again.annotations, again.associations) == (notes, lines)
    renamed = again.replace(associations=(lines[0].replace(name="gjelder her"),))
    assert read(rewrite(read(content, "new.bpmn"), (renamed,)), "new.bpmn").processes == (renamed,)


def test_values_of_two_kinds_may_have_the_same_id():
    process = _small("A", attached=(Control(id="1", on=("Task",)), Risk(id="1", on=("Start",))))

    assert canonical(read(write([process]), "new.bpmn").processes[0]) == canonical(process)


@pytest.mark.parametrize(
    "odd", ["1", "a b", "søknad", "受付", "a:b", "x~2", "²", "a\x00b", "message_1", "diagram_1", "definitions_1"]
)
def test_any_id_becomes_one_that_xml_and_bpmn_js_accept(odd):
    event = Event(id=odd, type="startEvent", triggers=(Trigger(type="message", name="Ny"),))
    process = Process(id="P", name="P", nodes=(event, Activity(id="a_b"), Activity(id="_")))
    content = write([process])

    assert schema_errors(content) == []
    assert all(node.id.isascii() for node in read(content, "new.bpmn").processes[0].nodes)
    assert len({node.id for node in read(content, "new.bpmn").processes[0].nodes}) == 3


def test_a_pool_and_its_process_may_have_the_same_id():
    process = Process(
        id="P", name="P", pools=(Pool(id="P1", process="P1"),), nodes=(Activity(id="T", name="T", pool="P1"),)
    )

    assert schema_errors(write([process])) == []


def test_characters_that_xml_forbids_are_replaced():
    risk = Risk(id="R\x01", name="a\x00b", on=("T",))
    process = Process(id="P", name="x\x0b", nodes=(Activity(id="T", name="\ufffe"),), attached=(risk,))
    again = read(write([process]), "new.bpmn").processes[0]

    assert (again.name, again.nodes[0].name, again.attached[0].name) == ("x\ufffd", "\ufffd", "a\ufffdb")


def test_a_time_without_a_kind_is_not_lost():
    event = Event(id="E", type="startEvent", triggers=(Trigger(type="timer", time="3 uker"),))
    (again,) = read(write([Process(id="P", nodes=(event, Activity(id="T", name="T")))]), "new.bpmn").processes

    assert again.nodes[0].triggers == (Trigger(type="timer", time="3 uker", time_kind="duration"),)


def test_what_is_no_longer_there_is_not_drawn():
    process = _small("A")
    diagram = place(process)
    less = process.replace(nodes=process.nodes[1:], flows=())
    (written,) = read(write([less], [diagram]), "new.bpmn").diagrams

    assert [shape.element for shape in written.shapes] == ["Task"]
    assert written.edges == ()


def test_circles_of_parents_do_not_hang():
    nodes = (Activity(id="A", type="subProcess", parent="B"), Activity(id="B", type="subProcess", parent="A"))
    lanes = (Lane(id="L", parent="M"), Lane(id="M", parent="L"))
    content = write([Process(id="P", name="P", nodes=nodes, lanes=lanes)])
    (again,) = read(content, "new.bpmn").processes

    assert {node.id for node in again.nodes} == {"A", "B"}
    assert {lane.id for lane in again.lanes} == {"L", "M"}
