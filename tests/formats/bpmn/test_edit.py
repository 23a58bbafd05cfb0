"""Writing back into the file that was read: what is not edited stays, byte by byte and node by node."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap import formats
from procmap.formats.bpmn.edit import CannotEditError, rewrite
from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.write import write
from procmap.formats.document import Document
from procmap.formats.xml_input import parse
from procmap.model import Activity, BadInput, Pool, Process, from_json, replace_element, to_json
from tests.canonical import canonical
from tests.conftest import ROOT, SHARED
from tests.edits import edited
from tests.formats.bpmn.test_write import SAMPLES, TRAPS, schema_errors
from tests.strategies import processes

INTEROP = sorted((SHARED / "data" / "interop").rglob("*.bpmn"))
NEW_NAME = 'Kontrollere "alt" & <mer>'


def _id(path: Path) -> str:
    return "/".join(path.parts[-2:])


@cache
def _document(path: Path) -> Document | None:
    try:
        return formats.read(str(path))
    except BadInput:
        return None


def _copied(document: Document) -> tuple[Process, ...]:
    return tuple(process.model_copy(deep=True) for process in document.processes)


def _check_unedited(path: Path) -> None:
    document = _document(path)
    if document is None:
        pytest.skip("refused")
    through_json = from_json(to_json(document.processes)).processes

    for again in (document.processes, _copied(document), through_json):
        assert formats.write(again, path.name, like=document).content == path.read_bytes()


@pytest.mark.parametrize("path", [*SAMPLES, *TRAPS], ids=_id)
def test_an_unedited_file_is_written_as_it_was(path):
    _check_unedited(path)


@pytest.mark.shared
@pytest.mark.parametrize("path", INTEROP, ids=_id)
def test_an_unedited_file_of_any_tool_is_written_as_it_was(path):
    _check_unedited(path)


def _nodes(content: bytes) -> list[tuple]:
    """Return every node of a file, comments and processing instructions too: tag, attributes, text, tail."""
    root = parse(content, "file").root
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    return [
        (node.tag if isinstance(node.tag, str) else node.tag.__name__, dict(node.attrib), node.text, node.tail)
        for node in (*around, *root.iter())
    ]


def _check_one_rename(path: Path) -> None:
    document = _document(path)
    steps = [] if document is None else [(n, step) for n, p in enumerate(document.processes) for step in p.steps]
    if document is None or not steps:
        pytest.skip("refused, or has no step")
    for number, step in (steps[0], steps[-1]):
        changed = list(document.processes)
        changed[number] = replace_element(changed[number], step.replace(name=NEW_NAME))
        content = rewrite(document, tuple(changed))
        before, after = _nodes(document.source), _nodes(content)
        different = [(old, new) for old, new in zip(before, after, strict=True) if old != new]

        assert len(different) == 1
        (tag, attributes, *rest), (new_tag, new_attributes, *new_rest) = different[0]
        named = {**attributes, "name": NEW_NAME}
        if not attributes.get("id", "").strip():  # was called after its name, and stays what it was
            named["id"] = step.id
        assert (tag, named, rest) == (new_tag, new_attributes, new_rest)
        assert _differing(document.source, content) <= len(str(attributes)) * 6 + 200
        if not any(finding.code in ("duplicate-id", "missing-id") for finding in document.findings):
            assert read(content, "again").processes == tuple(changed)


def _differing(old: bytes, new: bytes) -> int:
    """Return how many bytes of the new content lie between what both begin and end with."""
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = next(
        (n for n, (a, b) in enumerate(zip(reversed(old[start:]), reversed(new[start:]), strict=False)) if a != b),
        min(len(old), len(new)) - start,
    )
    return len(new) - start - end


@pytest.mark.parametrize("path", [*SAMPLES, *TRAPS], ids=_id)
def test_one_renamed_step_is_all_that_differs(path):
    _check_one_rename(path)


@pytest.mark.shared
@pytest.mark.parametrize("path", INTEROP, ids=_id)
def test_one_renamed_step_is_all_that_differs_in_the_file_of_any_tool(path):
    _check_one_rename(path)


SOURCE = """<?xml version="1.0" encoding="ENCODING" standalone="no"?>
<!-- først -->
<?tool  keep="me" ?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace='urn:x'
\t     xmlns:x="urn:x" x:own = "1 > 0" >
\t<process id="P">
\t\t<!-- <task id="not"/> -->
\t\t<startEvent id="S" name='Søknad' />
\t\t<task   id="T"  name = "Vurdere"  x:a='"' ><documentation><![CDATA[<b>]]></documentation></task >
\t\t<sequenceFlow id="F" sourceRef="S" targetRef="T"/>
\t</process>
</definitions>
<!-- sist -->
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("declared", "codec", "bom"),
    [
        ("UTF-8", "utf-8", b""),
        ("UTF-8", "utf-8", b"\xef\xbb\xbf"),
        ("windows-1252", "cp1252", b""),
        ("ISO-8859-1", "iso8859-1", b""),
        ("UTF-16", "utf-16-le", b"\xff\xfe"),
        ("UTF-16", "utf-16-be", b"\xfe\xff"),
    ],
)
def test_encoding_mark_and_line_ends_stay(declared, codec, bom, line_end):
    text = SOURCE.replace("ENCODING", declared).replace("\n", line_end)
    document = formats.read_source(bom + text.encode(codec), "file.bpmn")
    process = document.processes[0]
    named = rewrite(document, (replace_element(process, process.nodes[1].replace(name="Vurdere søknaden")),))
    assert named == bom + text.replace('name = "Vurdere"', 'name="Vurdere søknaden"').encode(codec)

    step = Activity(id="Ny", name="Ny «受付»", documentation=("første\nandre",))
    changed = process.replace(nodes=(*process.nodes, step), documentation=("linje 1\nlinje 2",))
    content = rewrite(document, (changed,))
    assert content.startswith(bom)
    body = content[len(bom) :].decode(codec)
    assert re.findall(r"\r\n?|\n", body) == [line_end] * len(re.findall(r"\r\n?|\n", body))
    assert canonical(read(content, "again").processes[0]) == canonical(changed)
    assert "urn:procmap" not in body


def test_the_holes_of_windows_1252_stay():
    source = SOURCE.replace("ENCODING", "UTF-8").encode("cp1252").replace(b"Vurdere", b"Vurdere \x81 og \x9d")
    document = formats.read_source(source, "file.bpmn")
    process = document.processes[0]

    changed = replace_element(process, process.nodes[0].replace(name="Start"))
    assert rewrite(document, (changed,)) == source.replace("name='Søknad'".encode("cp1252"), b'name="Start"')


@given(st.data())
def test_what_was_edited_is_read_again(data):
    paths = [path for path in (*SAMPLES, *TRAPS) if _document(path) is not None]
    document = _document(data.draw(st.sampled_from(paths)))
    _check_edit(data, document)


@given(st.data(), processes(most=5))
def test_what_was_edited_in_a_generated_file_is_read_again(data, process):
    _check_edit(data, formats.read_source(write([process]), "generated.bpmn"))


@pytest.mark.shared
@given(st.data())
def test_what_was_edited_in_a_file_of_any_tool_is_read_again(data):
    paths = [path for path in INTEROP if path.stat().st_size < 300_000 and _document(path) is not None]
    _check_edit(data, _document(data.draw(st.sampled_from(paths))))


def _check_edit(data: st.DataObject, document: Document) -> None:
    number = data.draw(st.integers(0, len(document.processes) - 1))
    old = document.processes[number]
    new = data.draw(edited(old))
    changed = list(document.processes)
    changed[number] = new
    try:
        content = rewrite(document, tuple(changed))
    except CannotEditError:
        assert any(finding.code in ("duplicate-id", "wrong-encoding") for finding in document.findings)
        return
    again = read(content, "again.bpmn")

    assert [canonical(_in_its_set(process, new)) for process in again.processes] == [canonical(p) for p in changed]
    if not document.findings and not schema_errors(document.source):
        assert schema_errors(content) == []
    assert _untouched(document.source, old, new) <= _untouched(content, old, new)
    _check_drawing(document, again, old, new)


def _in_its_set(process: Process, new: Process) -> Process:
    """Return a process with the new lanes that name no lane set as they were: in the file each has one."""
    free = {lane.id for lane in new.lanes if not lane.lane_set}
    return process.replace(
        lanes=tuple(lane.replace(lane_set="") if lane.id in free else lane for lane in process.lanes)
    )


def _untouched(content: bytes, old: Process, new: Process) -> set[tuple]:
    """Return what must still be in the file: comments, instructions, and the elements that both processes have alike.

    Of an element what it says itself counts, not what lies in it; of a drawing the shapes of all that did not change.
    """
    was = {element.id: element for element in old.elements()}
    now = {element.id: element for element in new.elements()}
    changed = {key for key in {*was, *now} if was.get(key) != now.get(key)} | {old.id}
    changed |= {pool.process for pool in old.pools}
    ends = {element.id: (element.source, element.target) for element in (*old.flows, *old.message_flows)}
    told = {key for value in (*old.attached, *new.attached) for key in value.on}
    touched = changed | told | {end for key in changed & set(ends) for end in ends[key]}
    for element in new.elements():
        if element.id in changed and hasattr(element, "source"):
            touched |= {element.source, element.target}
        if element.id in changed and hasattr(element, "node"):
            touched.add(element.node)
    for group in (*old.groups, *new.groups):
        if group.id in changed:
            touched |= set(group.members)
    touched |= {item.owner or "" for item in (*old.data, *new.data) if item.id in changed}
    touched |= {link.node for link in old.data_associations if link.id in changed}
    kept: set[tuple] = set()
    for node in parse(content, "file").root.iter():
        if not isinstance(node.tag, str):
            if not _inside_one_of(node, touched):
                kept.add((str(node), node.text))
        elif node.get("id") in was and node.get("id") not in touched and not _inside_one_of(node, set(was) - set(now)):
            kept.add((node.tag, *sorted(node.attrib.items())))
        elif node.get("bpmnElement") in was and node.get("bpmnElement") not in touched:
            # A plane may get more on it; a shape or edge stays, with all that is in it but where it has to make room.
            inside = [node] if node.tag.endswith("}BPMNPlane") else node.iter()
            parts = [part for part in inside if not str(part.tag).endswith(("}waypoint", "}Bounds"))]
            kept.add((node.tag, repr([(part.tag, sorted(part.attrib.items())) for part in parts])))
    return kept


def _inside_one_of(node: etree._Element, ids: set[str]) -> bool:
    return any(around.get("id") in ids or around.get("bpmnElement") in ids for around in node.iterancestors())


def _check_drawing(document: Document, again: Document, old: Process, new: Process) -> None:
    if not document.diagrams or not any(diagram.shapes for diagram in document.diagrams):
        return
    shapes = {shape.element for diagram in again.diagrams for shape in diagram.shapes}
    edges = {edge.element for diagram in again.diagrams for edge in diagram.edges}
    was, now = ({element.id for element in process.elements()} for process in (old, new))
    for element in new.elements():
        if element.id in was:
            continue
        if hasattr(element, "source"):
            if {element.source, element.target} <= shapes:
                assert element.id in edges
        else:
            assert element.id in shapes
    assert not (was - now) & (shapes | edges)


def test_what_has_no_place_in_the_file_is_refused():
    document = formats.read(str(TRAPS[0].parent / "no-drawing.bpmn"))
    process = document.processes[0]

    with pytest.raises(CannotEditError):
        rewrite(document, (process.replace(pools=(*process.pools, Pool(id="New", process="Other"))),))
    with pytest.raises(CannotEditError):
        rewrite(document, ())


def test_a_file_written_anew_says_so():
    document = formats.read(str(ROOT / "bpmn_samples" / "byggesoknad" / "nordas.bpmn"))
    process = document.processes[0]
    pool = Pool(id="New", name="Ny", process="New_process")
    step = Activity(id="New_step", name="Ny", pool="New")
    changed = process.replace(pools=(*process.pools, pool), nodes=(*process.nodes, step))
    written = formats.write((changed,), "again.bpmn", like=document)

    assert [finding.code for finding in written.findings] == ["written-anew"]
    assert canonical(read(written.content, "again").processes[0]) == canonical(changed)
