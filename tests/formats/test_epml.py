from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.formats.document import Document
from procmap.formats.epml import EPML, read, recognises
from procmap.formats.epml.graphics import Axes, read_axes
from procmap.formats.free_ids import distinct
from procmap.model import Activity, BadInput, Bounds, Event, Gateway, Point, Process, Property, validate
from procmap.model.index import Index

FIXTURES = Path(__file__).parent / "epml"
NOTATION = Property(name="notation", value="EPC")


def document(name: str) -> Document:
    return read((FIXTURES / f"{name}.epml").read_bytes(), f"{name}.epml")


def only(name: str) -> Process:
    (process,) = document(name).processes
    return process


def found(doc: Document, code: str) -> list[dict[str, str | int]]:
    return [finding.params for finding in doc.findings if finding.code == code]


def unread(doc: Document) -> dict[str | int, str | int]:
    return {params["kind"]: params["count"] for params in found(doc, "not-read")}


def epml(content: str, head: str = "") -> bytes:
    return (
        f'<epml:epml xmlns:epml="http://www.epml.de">{head}<directory><epc epcId="1" name="P">{content}</epc>'
        f"</directory></epml:epml>"
    ).encode()


class TestRecognises:
    @pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.epml")), ids=lambda path: path.stem)
    def test_every_fixture(self, path: Path):
        assert recognises(path.read_bytes())

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
    def test_encodings(self, encoding: str):
        assert recognises(f'<?xml version="1.0" encoding="{encoding}"?>\n<epml/>'.encode(encoding))

    def test_a_doctype_is_recognised_so_that_it_can_be_refused(self):
        source = b'<!DOCTYPE epml [<!ENTITY a "b">]><epml>&a;</epml>'
        assert recognises(source)
        with pytest.raises(BadInput):
            read(source, "a.epml")

    @pytest.mark.parametrize(
        "head",
        [
            b"",
            b"epml",
            b"<epmlx/>",
            b"<pnml/>",
            b"<!-- <epml> --><definitions/>",
            b'<definitions xmlns:epml="http://www.epml.de"/>',
            b"<!-- not closed <epml>",
        ],
    )
    def test_others_are_not(self, head: bytes):
        assert not recognises(head)

    @given(st.binary(max_size=200))
    def test_never_fails(self, head: bytes):
        assert recognises(head) in (True, False)


class TestControlFlow:
    def test_the_process(self):
        process = only("control_flow")
        assert (process.id, process.name) == ("7", "Building application")
        assert process.documentation == ("From receipt to decision.",)
        assert process.properties == (NOTATION, Property(name="directory", value="Root"))

    def test_nodes_by_what_they_are(self):
        types = {node.id: node.type for node in only("control_flow").nodes}
        assert types == {
            "1": "startEvent",
            "2": "task",
            "3": "exclusiveGateway",
            "4": "intermediateThrowEvent",
            "5": "intermediateThrowEvent",
            "6": "task",
            "8": "parallelGateway",
            "9": "task",
            "10": "task",
            "11": "parallelGateway",
            "12": "inclusiveGateway",
            "13": "endEvent",
            "14": "endEvent",
            "15": "intermediateThrowEvent",
        }

    def test_conditions_stay_events_with_their_text(self):
        names = {node.id: node.name for node in only("control_flow").steps}
        assert (names["4"], names["5"]) == ("complete", "not complete")
        assert not any(flow.condition for flow in only("control_flow").flows)

    def test_names_are_one_line(self):
        index = Index(only("control_flow"))
        assert index.nodes["2"].name == "Check the application"
        assert index.nodes["2"].documentation == ("By the book.",)
        assert index.nodes["10"].name == ""

    def test_a_connectors_sign_is_no_name_but_a_name_is(self):
        names = {node.id: node.name for node in only("control_flow").nodes if isinstance(node, Gateway)}
        assert names == {"3": "", "8": "", "11": "", "12": "Which ways?"}

    def test_arcs_keep_id_ends_name_and_attributes(self):
        flows = {flow.id: flow for flow in only("control_flow").flows}
        assert list(flows) == [str(number) for number in range(101, 115)]
        assert (flows["105"].source, flows["105"].target, flows["105"].name) == ("5", "6", "once more")
        assert flows["103"].properties == (Property(name="AT_PROB", value="0.9"),)

    def test_the_implicit_join_is_a_finding_and_no_more(self):
        doc = document("control_flow")
        (params,) = found(doc, "epc-implicit-join")
        assert params == {"process": "7", "id": "2", "name": "Check the application", "count": 2}
        assert not found(doc, "epc-implicit-split")
        assert len(doc.findings) == 1

    def test_an_implicit_split(self):
        doc = read(
            epml(
                '<function id="1"/><function id="2"/><function id="3"/>'
                '<arc id="4"><flow source="1" target="2"/></arc><arc id="5"><flow source="1" target="3"/></arc>'
            ),
            "a",
        )
        (params,) = found(doc, "epc-implicit-split")
        assert (params["id"], params["count"]) == ("1", 2)
        assert len(doc.processes[0].nodes) == 3

    def test_nothing_is_wrong_with_it_but_what_is(self):
        assert {finding.code for finding in validate(only("control_flow"))} == {
            "not-connected",
            "no-name",
        }


class TestRolesSystemsData:
    def test_roles_of_one_name_are_one_lane(self):
        lanes = only("resources_1").lanes
        assert [(lane.id, lane.name, lane.nodes) for lane in lanes] == [
            ("5", "Archive", ("2", "3")),
            ("6", "Case officer", ("3",)),
            ("17", "Town hall", ()),
        ]
        assert lanes[0].documentation == ("The second symbol.",)

    def test_roles_without_a_name_stay_apart(self):
        (process,) = read(epml('<role id="1"/><participant id="2"/>'), "a").processes
        assert [lane.id for lane in process.lanes] == ["1", "2"]

    def test_who_does_a_step(self):
        index = Index(only("resources_1"))
        assert (index.role("2"), index.role("3"), index.role("1")) == ("Archive", "Archive / Case officer", "")

    def test_systems(self):
        process = only("resources_1")
        systems = {step.id: step.details.systems for step in process.steps if step.details.systems}
        assert systems == {"2": ("Case system",)}
        assert process.card.systems == ("Mail",)

    def test_data_flows_the_way_the_line_is_drawn(self):
        process = only("resources_1")
        assert [(item.id, item.name, item.type) for item in process.data] == [
            ("10", "Letter", "dataObject"),
            ("11", "Reply", "dataObject"),
        ]
        letter, reply = process.data_associations
        assert (letter.type, letter.node, letter.sources, letter.target) == ("input", "2", ("10",), "")
        assert (reply.type, reply.node, reply.sources, reply.target) == ("output", "3", (), "11")
        assert reply.properties == (Property(name="AT_ORYX_InformationFlow", value="True"),)

    def test_a_relation_between_roles_is_an_association_of_their_lanes(self):
        (association,) = only("resources_1").associations
        assert (association.source, association.target, association.name) == ("5", "17", "belongs to")

    def test_only_flows_are_flows(self):
        assert [flow.id for flow in only("resources_1").flows] == ["20", "21", "22"]

    def test_what_has_no_place_is_told(self):
        assert unread(document("resources_1")) == {
            "application/description": 1,
            "participant/graphics": 1,
            "relation": 1,
            "relation/name": 1,
        }

    def test_version_2(self):
        process = only("resources_2")
        assert [(lane.name, lane.nodes) for lane in process.lanes] == [("Archive", ("2",))]
        assert process.lanes[0].properties == (Property(name="optional", value="true"),)
        assert [step.details.systems for step in process.steps] == [(), ("Case system",)]
        assert [item.name for item in process.data] == ["Letter", "Journal entry", "Copy"]
        assert Property(name="consumed", value="true") in process.data[0].properties

    def test_version_2_types_count_before_the_line(self):
        kinds = [(item.id, item.type) for item in only("resources_2").data_associations]
        assert kinds == [("23", "input"), ("24", "output"), ("25", "output")]

    def test_version_2_ranges_are_told(self):
        doc = document("resources_2")
        assert unread(doc) == {"arc": 1, "attributeType/description": 1, "epc/range": 1}
        assert not found(doc, "dangling-relation")


class TestHierarchy:
    def test_every_epc_is_a_process(self):
        doc = document("hierarchy")
        assert [(process.id, process.name) for process in doc.processes] == [
            ("1", "Intake"),
            ("2", "Referral"),
            ("3", "Assessment"),
            ("1~2", "Enrolment"),
            ("5", "Transfer"),
            ("Nameless_number", "Nameless number"),
        ]
        assert found(doc, "duplicate-id") == [{"id": "1", "times": 2}]
        assert found(doc, "missing-id") == [{"type": "epc", "name": "Nameless number", "id": "Nameless_number"}]

    def test_folders(self):
        folders = [process.properties[1].value for process in document("hierarchy").processes]
        assert folders == ["Health", "Health/Parts", "Health/Parts", "School", "School", "School"]

    def test_a_function_with_a_process_behind_it_calls_it(self):
        step = Index(document("hierarchy").processes[0]).nodes["3"]
        assert isinstance(step, Activity)
        assert (step.type, step.called) == ("callActivity", "3")

    def test_process_interfaces_at_the_end_call_and_at_the_start_are_events(self):
        nodes = Index(document("hierarchy").processes[0]).nodes
        first, last = nodes["1"], nodes["5"]
        assert isinstance(first, Event)
        assert (first.type, first.name) == ("startEvent", "Referral")
        assert first.properties == (Property(name="linkToEpcId", value="2"),)
        assert isinstance(last, Activity)
        assert (last.type, last.called) == ("callActivity", "9")

    def test_a_call_stays_in_its_outermost_folder(self):
        (step,) = document("hierarchy").processes[4].nodes
        assert isinstance(step, Activity)
        assert step.called == "1~2"

    def test_a_call_to_nowhere_is_told(self):
        assert found(document("hierarchy"), "called-not-found") == [
            {"process": "1", "id": "5", "name": "Service", "called": "9"}
        ]

    def test_documentation_of_a_folder_has_no_place(self):
        assert unread(document("hierarchy")) == {"directory/documentation": 1}

    def test_200_folders_deep(self):
        deep = b"<epml>" + b"<directory>" * 150 + b'<epc epcId="1"/>' + b"</directory>" * 150 + b"</epml>"
        assert [process.id for process in read(deep, "a").processes] == ["1"]


class TestIds:
    def test_each_element_gets_one(self):
        process = only("ids")
        assert [(node.id, node.name) for node in process.nodes] == [
            ("1", "Start"),
            ("2", "First"),
            ("2~3", "Second"),
            ("2~2", "Own suffix"),
            ("Write_a_letter", "Write a letter"),
            ("Write_a_letter~2", "Write a letter"),
            ("function", ""),
        ]
        assert [flow.id for flow in process.flows] == ["2~4", "arc"]

    def test_arcs_mean_the_first_that_has_an_id(self):
        assert [(flow.source, flow.target) for flow in only("ids").flows] == [("1", "2"), ("2", "2~2")]

    def test_findings(self):
        doc = document("ids")
        (finding,) = [finding for finding in doc.findings if finding.code == "duplicate-id"]
        assert finding.elements == ("2", "2~3", "2~4")
        assert finding.params == {"process": "1", "id": "2", "times": 3}
        assert [params["id"] for params in found(doc, "missing-id")] == [
            "Write_a_letter",
            "Write_a_letter~2",
            "function",
        ]

    @given(
        st.lists(st.tuples(st.sampled_from(["", "1", "2", "1~2", "a"]), st.sampled_from(["a", "a b", "1", "", "æ"])))
    )
    def test_all_differ_and_the_first_keeps_its_own(self, wanted: list[tuple[str, str]]):
        ids = distinct(wanted)
        assert len(ids) == len(wanted) == len(set(ids))
        first = {given_id: place for place, (given_id, _) in reversed(list(enumerate(wanted))) if given_id}
        assert all(ids[place] == given_id for given_id, place in first.items())
        assert all(ids)


class TestLooseEnds:
    def test_an_arc_to_nowhere_stays_and_is_seen(self):
        process = only("dangling")
        assert [(flow.id, flow.source, flow.target) for flow in process.flows] == [
            ("10", "1", "2"),
            ("11", "2", "99"),
            ("12", "", "3"),
        ]
        dangling = [finding for finding in validate(process) if finding.code == "dangling-flow"]
        assert [finding.elements for finding in dangling] == [("11",), ("12",)]

    def test_an_arc_and_a_relation_without_ends_are_told(self):
        doc = document("dangling")
        assert unread(doc) == {"arc": 1}
        assert found(doc, "dangling-relation") == [{"process": "1", "id": "14", "missing": "98"}]


class TestGraphics:
    def test_shapes_and_edges(self):
        (diagram,) = document("graphics").diagrams
        assert diagram.plane == "1"
        assert {shape.element: shape.bounds for shape in diagram.shapes} == {
            "1": Bounds(x=10, y=20, width=90, height=50),
            "2": Bounds(x=10.5, y=100, width=100, height=80),
            "4": Bounds(x=200, y=100, width=40, height=50),
        }
        assert {edge.element: edge.waypoints for edge in diagram.edges} == {
            "10": (Point(x=55, y=70), Point(x=55, y=100)),
            "12": (Point(x=200, y=125), Point(x=110, y=125)),
        }

    def test_what_cannot_be_drawn_is_told(self):
        assert unread(document("graphics")) == {"graphics/fill": 1, "graphics/position": 2}

    @pytest.mark.parametrize("x", ["rightToLeft", "leftToRight"])
    @pytest.mark.parametrize("y", ["bottomToTop", "topToBottom"])
    def test_axes(self, x: str, y: str):
        head = f'<coordinates xOrigin="{x}" yOrigin="{y}"/>'
        assert read_axes(etree.fromstring(head)) == Axes(x == "rightToLeft", y == "bottomToTop")
        source = epml(
            '<function id="1"><graphics><position x="0" y="0" width="10" height="20"/></graphics></function>'
            '<function id="2"><graphics><position x="100" y="200" width="10" height="20"/></graphics></function>'
            '<arc id="3"><flow source="1" target="2"/>'
            '<graphics><position x="5" y="20"/><position x="105" y="200"/></graphics></arc>',
            head,
        )
        (diagram,) = read(source, "a").diagrams
        first, second = (shape.bounds for shape in diagram.shapes)
        assert (first.x < second.x) == (x == "leftToRight")
        assert (first.y < second.y) == (y == "topToBottom")
        start, end = diagram.edges[0].waypoints
        for box, point in ((first, start), (second, end)):
            assert box.x <= point.x <= box.x + box.width
            assert box.y <= point.y <= box.y + box.height


class TestExtras:
    def test_definitions_complete_what_cites_them(self):
        index = Index(only("extras"))
        assert (index.nodes["1"].name, index.nodes["1"].documentation) == ("Shared name", ("Shared words.",))
        assert index.nodes["2"].name == "Own name"
        assert Property(name="name", value="Shared name") in index.nodes["2"].properties
        assert index.nodes["3"].name == "Attribute name"

    def test_attributes_and_configurations_are_properties(self):
        process = only("extras")
        index = Index(process)
        of_process = {item.name: item.value for item in process.properties}
        assert of_process == {
            "notation": "EPC",
            "directory": "Root",
            "AT_CREATOR": "Somebody",
            "IdBflow": "abc",
        }
        second = {item.name: item.value for item in index.nodes["2"].properties}
        assert (second["configurable"], second["configuration/value"], second["defRef"]) == ("true", "opt", "1")
        third = {item.name: item.value for item in index.nodes["3"].properties}
        assert third == {"AT_TIME_AVG_PRCS": "5;44", "defRef": "2", "colour": "red"}
        assert index.nodes["4"].properties == (Property(name="configurable", value="true"),)

    def test_the_rest_is_counted(self):
        assert unread(document("extras")) == {
            "definitions/specialization": 1,
            "epc/configurationRequirement": 1,
            "epc/tool:note": 1,
            "epml/toolInfo": 1,
            "function/toolInfo": 1,
        }

    def test_drafts(self):
        process = only("draft")
        assert (process.id, process.name, len(process.nodes), len(process.flows)) == ("1", "Draft", 2, 1)
        assert process.properties == (NOTATION,)


class TestEveryConstruct:
    def test_processes_and_folders(self):
        folders = {process.name: process.properties[1].value for process in document("complete").processes}
        assert folders == {
            "Application": "Planning/Building", "Treatment": "Planning", "Guidance": "Service", "Archiving": "Records",
        }  # fmt: skip

    def test_links_within_a_folder_and_across_folders(self):
        index = Index(document("complete").processes[0])
        first, step, last, nowhere = (index.nodes[name] for name in ("1", "4", "6", "7"))
        assert (first.type, first.properties) == ("startEvent", (Property(name="linkToEpcId", value="3"),))
        assert (step.type, step.called, last.type, last.called) == ("callActivity", "2", "callActivity", "4")
        assert (nowhere.type, nowhere.called) == ("callActivity", "99")
        assert [params["called"] for params in found(document("complete"), "called-not-found")] == ["99"]

    def test_an_epc_of_its_own_folder_is_meant_before_another(self):
        (step,) = document("hierarchy").processes[4].nodes
        assert (step.called, len(found(document("hierarchy"), "called-not-found"))) == ("1~2", 1)

    def test_definitions_name_steps_roles_systems_and_data(self):
        process = document("complete").processes[0]
        index = Index(process)
        assert index.nodes["Check_form"].documentation == ("All fields filled in.",)
        assert [(lane.name, lane.nodes) for lane in process.lanes] == [("Case officer", ("4",)), ("Archivist", ("6",))]
        assert index.nodes["4"].details.systems == ("Case system",)
        assert [item.name for item in process.data] == ["Form", "Decision"]
        assert Index(document("complete").processes[1]).role("1") == "Case officer"

    def test_relations(self):
        process = document("complete").processes[0]
        assert [(link.type, link.node, link.sources, link.target) for link in process.data_associations] == [
            ("input", "4", ("14",), ""),
            ("output", "4", (), "15"),
        ]
        assert [(line.name, line.source, line.target) for line in process.associations] == [
            ("informs", "12", "10"),
            ("owns", "10", "14"),
        ]

    def test_what_is_told(self):
        doc = document("complete")
        assert {finding.code for finding in doc.findings} == {"missing-id", "called-not-found"}
        assert found(doc, "missing-id") == [
            {"process": "1", "type": "function", "name": "Check form", "id": "Check_form"}
        ]


class TestBadInput:
    @pytest.mark.parametrize(
        ("source", "root"),
        [(b"<definitions/>", "definitions"), (b'<a:epml xmlns:a="urn:other"/>', "a:epml")],
    )
    def test_another_root(self, source: bytes, root: str):
        with pytest.raises(BadInput) as caught:
            read(source, "wrong.epml")
        assert caught.value.finding.code == "not-epml"
        assert caught.value.finding.params["source"] == "wrong.epml"
        assert caught.value.finding.params["root"] == root

    def test_no_epc(self):
        doc = read(b"<epml><directory/></epml>", "none.epml")
        assert doc.processes == ()
        assert found(doc, "no-process") == [{"source": "none.epml"}]

    def test_the_format(self):
        source = (FIXTURES / "draft.epml").read_bytes()
        doc = EPML.read(source, "folder/draft.epml")
        assert (EPML.name, EPML.suffixes) == ("epml", (".epml",))
        assert (doc.name, doc.format, doc.source) == ("folder/draft.epml", "epml", source)

    @given(st.data())
    def test_broken_files_are_read_or_refused(self, data: st.DataObject):
        source = bytearray(data.draw(st.sampled_from(sorted(FIXTURES.glob("*.epml")))).read_bytes())
        for _ in range(data.draw(st.integers(1, 5))):
            place = data.draw(st.integers(0, len(source) - 1))
            source[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=3))
            if not source:
                break
        try:
            doc = read(bytes(source), "broken.epml")
        except BadInput:
            return
        assert isinstance(doc, Document)


KINDS = st.sampled_from(["function", "event", "and", "or", "xor", "processInterface"])
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
ENDS = st.integers(0, 12)


@given(st.lists(st.tuples(KINDS, NAMES), max_size=8), st.lists(st.tuples(ENDS, ENDS), max_size=14))
def test_every_node_and_arc_of_a_chain_is_read(nodes: list[tuple[str, str]], arcs: list[tuple[int, int]]):
    epc = etree.Element("epc", epcId="1", name="P")
    for place, (kind, name) in enumerate(nodes):
        etree.SubElement(etree.SubElement(epc, kind, id=str(place)), "name").text = name
    for place, (source, target) in enumerate(arcs):
        arc = etree.SubElement(epc, "arc", id=f"a{place}")
        etree.SubElement(arc, "flow", source=str(source), target=str(target))
    root = etree.Element("epml")
    root.append(epc)
    doc = read(etree.tostring(root), "made.epml")
    (process,) = doc.processes
    assert [node.id for node in process.nodes] == [str(place) for place in range(len(nodes))]
    assert [(flow.source, flow.target) for flow in process.flows] == [(str(a), str(b)) for a, b in arcs]
    for node, (_, name) in zip(process.nodes, nodes, strict=True):
        assert node.name == " ".join(name.replace("\\n", " ").split()) or isinstance(node, Gateway)
    assert not found(doc, "not-read")
    assert read(etree.tostring(root), "made.epml") == doc


@pytest.fixture(scope="module")
def folder() -> Path:
    folder = Path(__file__).parents[3] / "shared" / "data" / "municipalities"
    if not folder.is_dir():
        pytest.skip("the development data does not lie beside the repository")
    return folder


@pytest.fixture(scope="module")
def source(folder: Path) -> bytes:
    return (folder / "coselog-ten-municipalities.epml").read_bytes()


@pytest.fixture(scope="module")
def doc(source: bytes) -> Document:
    return EPML.read(source, "coselog-ten-municipalities.epml")


@pytest.mark.shared
class TestTenMunicipalities:
    """The CoSeLoG models: 8 processes of 10 municipalities."""

    def test_ids_and_names_are_those_of_the_index(self, folder: Path, doc: Document):
        with (folder / "index.tsv").open(encoding="utf-8", newline="") as lines:
            index = [(row["epcId"], row["name in the file"]) for row in csv.DictReader(lines, delimiter="\t")]
        assert [(process.id, process.name) for process in doc.processes] == index
        assert len(index) == 80

    def test_counts_of_each_epc_are_those_of_the_xml(self, source: bytes, doc: Document):
        kinds = {"exclusiveGateway": "xor", "parallelGateway": "and", "inclusiveGateway": "or", "task": "function"}
        for epc, process in zip(etree.fromstring(source).iter("epc"), doc.processes, strict=True):
            counted = Counter(child.tag for child in epc)
            read_types = Counter(kinds.get(node.type, "event") for node in process.nodes)
            read_types["arc"] = len(process.flows)
            assert read_types == counted, process.name

    def test_every_arc_joins_what_it_joins_in_the_xml(self, source: bytes, doc: Document):
        for epc, process in zip(etree.fromstring(source).iter("epc"), doc.processes, strict=True):
            ends = [(arc.get("id"), arc[0].get("source"), arc[0].get("target")) for arc in epc.iter("arc")]
            assert [(flow.id, flow.source, flow.target) for flow in process.flows] == ends

    def test_every_label_is_kept(self, source: bytes, doc: Document):
        for epc, process in zip(etree.fromstring(source).iter("epc"), doc.processes, strict=True):
            labels = [" ".join(str(step.findtext("name")).split()) for step in epc.iter("function", "event")]
            assert Counter(step.name for step in process.steps) == Counter(labels)

    def test_all_in_all(self, doc: Document):
        types = Counter(node.type for process in doc.processes for node in process.nodes)
        assert types == {
            "task": 2168,
            "exclusiveGateway": 921,
            "intermediateThrowEvent": 724,
            "parallelGateway": 248,
            "startEvent": 80,
            "endEvent": 80,
            "inclusiveGateway": 62,
        }
        assert sum(len(process.flows) for process in doc.processes) == 4972
        assert all(Counter(e.type for e in p.steps if isinstance(e, Event))["startEvent"] == 1 for p in doc.processes)

    def test_nothing_is_left_out(self, doc: Document):
        assert doc.findings == ()
        assert doc.diagrams == ()
