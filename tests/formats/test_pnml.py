"""PNML: what becomes of what, what is told, and that the runs of a net are those of the process."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from procmap.behaviour import Undecided, compile_nets, explore
from procmap.formats.bpmn.write import write as write_bpmn
from procmap.formats.document import Document
from procmap.formats.pnml import PNML, read, recognises
from procmap.messages import sentence
from procmap.model import Activity, BadInput, Gateway, Point, Process, validate
from procmap.model.index import Index

FIXTURES = Path(__file__).parent / "pnml"
NAMESPACES = ["", "http://www.pnml.org/version-2009/grammar/pnml", "http://www.informatik.hu-berlin.de/top/pntd/ptNetb"]


def document(name: str) -> Document:
    return read((FIXTURES / f"{name}.pnml").read_bytes(), f"{name}.pnml")


def only(name: str) -> Process:
    (process,) = document(name).processes
    return process


def codes(doc: Document) -> list[str]:
    return [finding.code for finding in doc.findings]


def flows(process: Process) -> set[tuple[str, str]]:
    return {(flow.source, flow.target) for flow in process.flows}


def net(
    arcs: str, marked: str = "p0", named: dict[str, str] | None = None, namespace: str = "", extra: str = ""
) -> bytes:
    """Return a net from arcs `p0 t1, t1 p2`: nodes beginning with p are places, others transitions named so."""
    pairs = [tuple(pair.split()) for pair in arcs.split(",")]
    nodes = list(dict.fromkeys(node for pair in pairs for node in pair))
    parts = []
    for node in nodes:
        if node.startswith("p"):
            tokens = "<initialMarking><text>1</text></initialMarking>" if node in marked.split() else ""
            parts.append(f'<place id="{node}">{tokens}</place>')
        else:
            name = (named or {}).get(node, node.upper())
            parts.append(f'<transition id="{node}"><name><text>{name}</text></name></transition>')
    parts += [f'<arc id="a{n}" source="{a}" target="{b}"/>' for n, (a, b) in enumerate(pairs)]
    about = f' xmlns="{namespace}"' if namespace else ""
    return f'<pnml{about}><net id="n" type="ptnet">{"".join(parts)}{extra}</net></pnml>'.encode()


def process_of(source: bytes) -> Process:
    (process,) = read(source, "a.pnml").processes
    return process


class TestRecognises:
    @pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pnml")), ids=lambda path: path.stem)
    def test_every_fixture(self, path: Path):
        assert recognises(path.read_bytes())

    @pytest.mark.parametrize("head", [b"", b"pnml", b"<epml/>", b"<pnmlx/>", b'<definitions xmlns:pnml="urn:x"/>'])
    def test_others_are_not(self, head: bytes):
        assert not recognises(head)

    def test_the_format(self):
        assert (PNML.name, PNML.suffixes, PNML.write) == ("pnml", (".pnml",), None)

    @pytest.mark.parametrize("namespace", NAMESPACES)
    def test_the_namespace_does_not_matter(self, namespace: str):
        source = net("p0 t1, t1 p1", namespace=namespace)
        assert recognises(source)
        assert [node.type for node in process_of(source).nodes] == ["startEvent", "endEvent", "task"]


class TestStandard:
    def test_the_process(self):
        process = only("standard")
        assert (process.id, process.name) == ("n1", "Building application")

    def test_nodes_by_what_they_are(self):
        assert {node.id: (node.type, node.name) for node in only("standard").nodes} == {
            "p0": ("startEvent", "received"),
            "register": ("task", "Register application"),
            "register_split": ("parallelGateway", ""),
            "neighbours": ("task", "Notify neighbours"),
            "fee": ("task", "Collect fee"),
            "tau1": ("parallelGateway", ""),
            "p5": ("exclusiveGateway", "complete"),
            "grant": ("task", "Grant"),
            "refuse": ("task", "Refuse"),
            "p6": ("endEvent", "decided"),
        }

    def test_places_that_one_way_leads_over_are_flows(self):
        by_id = {flow.id: (flow.source, flow.target) for flow in only("standard").flows}
        assert by_id["p1"] == ("register_split", "neighbours")
        assert by_id["p3"] == ("neighbours", "tau1"), "through two references on a page"
        assert by_id["a11"] == ("p5", "grant")

    def test_descriptions_are_documentation(self):
        assert Index(only("standard")).nodes["register"].documentation == ("By the book.",)

    def test_nothing_is_wrong_with_it_but_unnamed_ways(self):
        assert document("standard").findings == ()
        assert {finding.code for finding in validate(only("standard"))} <= {"no-condition"}

    def test_the_drawing_is_stretched_and_whole(self):
        (diagram,) = document("standard").diagrams
        process = only("standard")
        assert diagram.plane == process.id
        assert {shape.element for shape in diagram.shapes} == {node.id for node in process.nodes}
        assert {edge.element for edge in diagram.edges} == {flow.id for flow in process.flows}
        middles = {
            shape.element: (shape.bounds.x + shape.bounds.width / 2, shape.bounds.y + shape.bounds.height / 2)
            for shape in diagram.shapes
        }
        assert (middles["p0"], middles["grant"]) == ((0, 200), (1750, 0))
        (way,) = [edge.waypoints for edge in diagram.edges if edge.element == "p1"]
        assert Point(x=375, y=100) in way, "the bend of the arc"
        assert Point(x=500, y=0) in way, "the place that it leads over"

    def test_no_shape_lies_on_another(self):
        silent = (FIXTURES / "woped_centre.pnml").read_bytes().replace(b"Find out where", b"t5")
        for doc in (document("standard"), document("woped"), document("woped_centre"), read(silent, "silent.pnml")):
            for diagram in doc.diagrams:
                boxes = [shape.bounds for shape in diagram.shapes]
                for place, a in enumerate(boxes):
                    for b in boxes[place + 1 :]:
                        apart = a.x + a.width <= b.x or b.x + b.width <= a.x
                        assert apart or a.y + a.height <= b.y or b.y + b.height <= a.y

    def test_its_drawing_is_kept_in_bpmn(self):
        doc = document("standard")
        written = etree.fromstring(write_bpmn(doc.processes, doc.diagrams))
        (shape,) = written.xpath("//*[local-name()='BPMNShape'][@bpmnElement='grant']/*")
        assert (shape.get("x"), shape.get("y")) == ("1700", "-40")


class TestTools:
    def test_invisible_transitions_only_lead_on(self):
        process = only("prom")
        assert [node.name for node in process.steps if isinstance(node, Activity)] == ["a", "b complete"]
        assert flows(process) == {
            ("source_start", "source"), ("source", "a"), ("a", "loop"),
            ("loop", "source"), ("loop", "b"), ("b", "sink"),
        }  # fmt: skip
        assert document("prom").tool == "ProM 6.4"

    def test_a_final_marking_where_nothing_follows_is_an_end(self):
        assert codes(document("prom")) == []

    def test_an_operator_of_woped_is_one_step_with_its_choice(self):
        process = only("woped")
        decide = [node for node in process.nodes if node.name == "Decide"]
        assert [(node.id, node.type) for node in decide] == [("t1", "task")]
        assert {("p1", "t1"), ("t1", "t1_choice"), ("t1_choice", "sub1"), ("t1_choice", "p5")} <= flows(process)
        assert not any(node.name == "t2" for node in process.nodes), "nobody named it"

    def test_an_operator_around_a_place_in_its_middle(self):
        process = only("woped_centre")
        assert {("t5_op_1", "t5"), ("t5", "t5_choice"), ("t5_choice", "t6"), ("t5_choice", "t7")} <= flows(process)
        assert {flow.name for flow in process.flows} == {"", "abroad", "at home"}

    def test_one_that_nobody_named_is_a_join_and_a_choice(self):
        source = (FIXTURES / "woped_centre.pnml").read_bytes().replace(b"Find out where", b"t5")
        process = process_of(source)
        assert {("t5_op_1", "P_CENTER_t5"), ("P_CENTER_t5", "t6"), ("P_CENTER_t5", "t7")} <= flows(process)
        assert not any(node.name for node in process.nodes if isinstance(node, Gateway))

    def test_what_woped_says_of_a_step(self):
        process = only("woped")
        assert {item.name: item.value for item in Index(process).nodes["t1"].properties} == {
            "trigger": "resource", "organizationalUnit": "Building", "time": "3", "timeUnit": "1",
        }  # fmt: skip
        assert [(lane.name, lane.nodes) for lane in process.lanes] == [("Manager", ("t1",))]

    def test_a_step_of_woped_with_a_net_inside(self):
        process = only("woped")
        index = Index(process)
        assert index.nodes["sub1"].type == "subProcess"
        assert [(node.type, node.name) for node in index.children("sub1")] == [
            ("startEvent", ""), ("endEvent", ""), ("task", "Write permit"),
        ]  # fmt: skip
        assert [diagram.plane for diagram in document("woped").diagrams] == ["noID", "sub1"]
        assert codes(document("woped")) == []

    @pytest.mark.parametrize("name", ["", " ", "tau", "TAU", "τ", "tau_3", "$invisible$"])
    def test_silent_names(self, name: str):
        process = process_of(net("p0 t1, t1 p1", named={"t1": name}))
        assert [node.type for node in process.nodes] == ["startEvent", "endEvent"]

    @pytest.mark.parametrize("name", ["tautology", "invisible ink", "t1", "Tau the lot"])
    def test_other_names_are_steps(self, name: str):
        process = process_of(net("p0 t1, t1 p1", named={"t1": name}))
        assert [step.name for step in process.steps if isinstance(step, Activity)] == [name]

    @pytest.mark.parametrize(("label", "tokens"), [("Default,1", 1), ("1", 1), ("0", 0), ("", 0), ("Default,0", 0)])
    def test_markings_of_older_files(self, label: str, tokens: int):
        marking = f"<initialMarking><value>{label}</value></initialMarking>"
        source = net("p0 t1, t1 p0, t1 p1", marked="").replace(b'<place id="p0">', f'<place id="p0">{marking}'.encode())
        assert ("pnml-no-start" in codes(read(source, "a"))) == (tokens == 0)


class TestShapes:
    def test_a_choice_that_shares_several_places_is_joined_first(self):
        source = net("p0 s, s p1, s p2, p1 a, p2 a, p1 b, p2 b, a p3, b p3")
        process = process_of(source)
        assert {("s", "s_split"), ("s_split", "a_join"), ("a_join", "a_choice"), ("a_choice", "a")} <= flows(process)
        assert codes(read(source, "a")) == []

    def test_several_marked_places_start_together(self):
        process = process_of(net("p0 a, p1 b, a p2, b p3", marked="p0 p1"))
        assert {("start", "start_split"), ("start_split", "a"), ("start_split", "b")} <= flows(process)
        assert [node.type for node in process.nodes].count("startEvent") == 1

    def test_a_marked_place_in_a_loop_is_led_to_from_the_start(self):
        process = process_of(net("p0 a, a p0, p0 b, b p1"))
        assert ("p0_start", "p0") in flows(process)
        assert Index(process).nodes["p0"].type == "exclusiveGateway"

    def test_without_a_marking_a_case_starts_where_nothing_leads_to(self):
        doc = read(net("p0 a, a p1", marked=""), "a")
        assert Index(doc.processes[0]).nodes["p0"].type == "startEvent"
        assert codes(doc) == []

    def test_a_step_that_gives_no_token_is_followed_by_an_end(self):
        assert ("a", "a_end") in flows(process_of(net("p0 a")))

    def test_several_nets_are_several_processes(self):
        one = '<net id="n"><place id="p"/><transition id="t"><name><text>T</text></name></transition></net>'
        doc = read(f"<pnml>{one}{one}</pnml>".encode(), "a")
        assert [process.id for process in doc.processes] == ["n", "n~2"]

    def test_lone_members(self):
        doc = read(net("p0 a, a p1").replace(b"</net>", b'<place id="p9"/><transition id="x"/></net>'), "a")
        assert {(f.params["kind"], f.params["count"]) for f in doc.findings} == {("place", 1), ("transition", 1)}


PLAIN = net("p0 a, a p1")
INHIBITED = b'source="p2" target="a"><type value="inhibitor"/></arc>'
FINAL = '<finalmarkings><marking><place idref="p1"><text>1</text></place></marking></finalmarkings>'
ODD = {
    "pnml-not-free-choice": net("p0 s, s p1, s p2, p1 a, p1 b, p2 b, a p3, b p4"),
    "pnml-weight": PLAIN.replace(b'target="a"/>', b'target="a"><inscription><text>2</text></inscription></arc>'),
    "pnml-tokens": PLAIN.replace(b"<text>1<", b"<text>3<"),
    "pnml-arc-type": net("p0 a, p2 a, a p1").replace(b'source="p2" target="a"/>', INHIBITED),
    "pnml-bad-arc": net("p0 a, a p1", extra='<arc id="x" source="p0" target="p1"/>'),
    "pnml-final-marking": net("p0 a, a p1, p1 b, b p2", extra=FINAL),
    "pnml-source-transition": net("p0 a, a p1, b p1"),
    "pnml-never-marked": net("p0 a, p2 a, a p1"),
    "pnml-no-marking": net("p0 a, p2 b, a p1, b p1", marked=""),
    "pnml-no-start": net("p0 a, a p0", marked=""),
    "pnml-net-type": PLAIN.replace(b"ptnet", b"http://www.pnml.org/version-2009/grammar/symmetricnet"),
    "pnml-no-net": b"<pnml/>",
    "duplicate-id": net("p0 a, a p1", extra='<place id="p0"/>'),
    "missing-id": net("p0 a, a p1", extra="<place/>"),
}


class TestTold:
    @pytest.mark.parametrize("code", ODD)
    def test_what_a_process_cannot_say_is_told(self, code: str):
        doc = read(ODD[code], "odd.pnml")
        told = [finding for finding in doc.findings if finding.code == code]
        assert len(told) == 1
        assert "{" not in sentence(told[0])
        ids = {element.id for process in doc.processes for element in process.elements()}
        assert ids or code == "pnml-no-net"

    def test_the_places_and_transitions_of_a_choice_that_no_gateway_says(self):
        (finding,) = [f for f in read(ODD["pnml-not-free-choice"], "a").findings if f.code == "pnml-not-free-choice"]
        assert finding.elements == ("p1", "p2", "a", "b")
        assert finding.params == {"process": "n", "places": "p1, p2", "transitions": "A, B"}

    def test_two_arcs_with_the_same_ends_are_a_weight(self):
        assert codes(read(net("p0 a, p0 a, a p1"), "a")) == ["pnml-weight"]

    def test_an_arc_that_tests_a_place_gives_the_token_back(self):
        source = net("p0 s, s p1, s p2, p1 a, p2 b, a p3, b p4, p2 a").replace(
            b'source="p2" target="a"/>', b'source="p2" target="a"><type><text>test</text></type></arc>'
        )
        assert codes(read(source, "a")) == ["pnml-not-free-choice"]
        assert ("a_split", "p2") in flows(process_of(source))

    def test_what_is_not_read_is_counted(self):
        source = net("p0 a, a p1", extra="<declaration/><toolspecific tool='X'><y/></toolspecific>").replace(
            b'<place id="p0">', b'<place id="p0"><capacity/><toolspecific tool="Yasper"><z/></toolspecific>'
        )
        assert {f.params["kind"] for f in read(source, "a").findings} == {
            "net/declaration", "place/capacity", "toolspecific/Yasper/z",
        }  # fmt: skip


class TestBadInput:
    def test_another_root(self):
        with pytest.raises(BadInput) as caught:
            read(b"<epml/>", "wrong.pnml")
        assert caught.value.finding.code == "not-pnml"
        assert caught.value.finding.params == {"source": "wrong.pnml", "root": "epml"}
        assert "wrong.pnml" in sentence(caught.value.finding)

    def test_references_in_a_ring_lead_nowhere(self):
        ring = (
            '<referencePlace id="r1" ref="r2"/><referencePlace id="r2" ref="r1"/><arc id="x" source="a" target="r1"/>'
        )
        assert codes(read(net("p0 a, a p1", extra=ring), "a")) == ["pnml-bad-arc"]

    def test_150_pages_deep(self):
        inner = b'<place id="p"/><transition id="t"/><arc id="a" source="p" target="t"/>'
        source = b"<pnml><net>" + b"<page>" * 150 + inner + b"</page>" * 150 + b"</net></pnml>"
        assert flows(process_of(source)) == {("p", "t_end")}

    def test_a_long_chain(self):
        arcs = ", ".join(f"p{n} t{n}, t{n} p{n + 1}" for n in range(5_000))
        assert len(process_of(net(arcs)).flows) == 5_001

    def test_a_long_silent_chain_is_one_flow(self):
        arcs = ", ".join(f"p{n} t{n}, t{n} p{n + 1}" for n in range(5_000))
        process = process_of(net(arcs, named={f"t{n}": "tau" for n in range(5_000)}))
        assert flows(process) == {("p0", "p5000")}

    @given(st.data())
    def test_broken_files_are_read_or_refused(self, data: st.DataObject):
        source = bytearray(data.draw(st.sampled_from(sorted(FIXTURES.glob("*.pnml")))).read_bytes())
        for _ in range(data.draw(st.integers(1, 5))):
            place = data.draw(st.integers(0, len(source) - 1))
            source[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=3))
        try:
            doc = read(bytes(source), "broken.pnml")
        except BadInput:
            return
        assert isinstance(doc, Document)
        for process in doc.processes:
            assert not {"dangling-flow", "duplicate-id"} & {finding.code for finding in validate(process)}


# The runs. A net is played by a token game of its own, the process by procmap.behaviour.

LONGEST = 4
Run = tuple[str, ...]


class NotComparedError(Exception):
    """The net has too many runs to compare them, or a place with two tokens, which the games here do not play."""


class Played:
    """A net as (inputs, outputs, label) of its transitions, label "" for silent ones, and how many places it has."""

    def __init__(self, places: int, transitions: list[tuple[tuple[int, ...], tuple[int, ...], str]]) -> None:
        self.places, self.transitions = places, transitions
        self.sinks = set(range(places)) - {p for inputs, _, _ in transitions for p in inputs}

    def after(self, marking: frozenset[int]) -> list[tuple[str, frozenset[int]]]:
        """Return what can happen, and the marking then. Tokens in places that nothing leaves are done with."""
        found = []
        for inputs, outputs, label in self.transitions:
            if marking.issuperset(inputs):
                rest = marking.difference(inputs)
                produced = [place for place in outputs if place not in self.sinks]
                if not rest.isdisjoint(produced):
                    raise NotComparedError
                found.append((label, rest.union(produced)))
        return found


def runs_of_net(played: Played) -> tuple[set[Run], set[Run]]:
    return _runs(frozenset({0}) - played.sinks, played.after, lambda marking: not marking)


def runs_of_process(process: Process) -> tuple[set[Run], set[Run]]:
    (game,) = compile_nets(process)
    try:
        space = explore(game, cap=2_000)
    except Undecided:
        raise NotComparedError from None
    if space.unsafe:
        raise NotComparedError
    names = {node.id: node.name for node in process.nodes if isinstance(node, Activity)}

    def after(state: int) -> list[tuple[str, int]]:
        acting = [(game.actors[actor], target) for actor, target in space.edges[state]]
        return [(names.get(actor.node, "") if actor.occurs else "", target) for actor, target in acting]

    return _runs(0, after, lambda state: state in space.goals)


def _runs(first, after, is_done) -> tuple[set[Run], set[Run]]:
    """Return the runs up to LONGEST steps, and those of them that a case can end with."""
    begun: set[Run] = set()
    done: set[Run] = set()
    seen = {(first, ())}
    pending = [(first, ())]
    for state, run in pending:  # grows while it is read
        if len(pending) > 3_000:
            raise NotComparedError
        begun.add(run)
        if is_done(state):
            done.add(run)
        for label, target in after(state):
            longer = (*run, label) if label else run
            if len(longer) <= LONGEST and (target, longer) not in seen:
                seen.add((target, longer))
                pending.append((target, longer))
    return begun, done


@st.composite
def free_choice_nets(draw: st.DrawFn) -> tuple[Played, bytes]:
    """Return a net in which transitions that share an input share all, with a token in place 0, and its PNML.

    Some transitions are silent, some groups are operators of WoPeD: of one name, with the same inputs or outputs.
    """
    count = draw(st.integers(2, 7))
    clusters: list[list[int]] = []
    for place in range(count):
        if clusters and draw(st.integers(0, 4)) == 0:
            draw(st.sampled_from(clusters)).append(place)
        else:
            clusters.append([place])
    transitions = []
    members = []
    for number in range(draw(st.integers(1, 8))):
        cluster = clusters[0] if number == 0 else draw(st.sampled_from(clusters))
        outputs = draw(st.lists(st.integers(0, count - 1), max_size=2, unique=True))
        label = draw(st.sampled_from(["", f"T{number}", f"T{number}"]))
        operator = bool(label) and draw(st.integers(0, 3)) == 0
        if operator:
            others = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=1))
            ways = [(tuple(cluster), tuple(outputs)), (tuple(cluster), tuple(others))]
        else:
            ways = [(tuple(cluster), tuple(outputs))]
        for way in ways:
            transitions.append((*way, label))
            members.append(f"op{number}" if operator else "")
    return Played(count, transitions), _pnml(count, transitions, members)


def _pnml(count: int, transitions: list, operators: list[str]) -> bytes:
    root = etree.Element("pnml")
    net_ = etree.SubElement(root, "net", id="n")
    for place in range(count):
        element = etree.SubElement(net_, "place", id=f"p{place}")
        if place == 0:
            etree.SubElement(etree.SubElement(element, "initialMarking"), "text").text = "1"
    for number, (inputs, outputs, label) in enumerate(transitions):
        element = etree.SubElement(net_, "transition", id=f"t{number}")
        etree.SubElement(etree.SubElement(element, "name"), "text").text = label
        if operators[number]:
            part = etree.SubElement(element, "toolspecific", tool="WoPeD", version="1.0")
            etree.SubElement(part, "operator", id=operators[number], type="104")
        for place in inputs:
            etree.SubElement(net_, "arc", id=f"i{number}_{place}", source=f"p{place}", target=f"t{number}")
        for place in outputs:
            etree.SubElement(net_, "arc", id=f"o{number}_{place}", source=f"t{number}", target=f"p{place}")
    return etree.tostring(root)


@given(free_choice_nets())
def test_the_runs_of_a_free_choice_net_are_those_of_the_process(drawn: tuple[Played, bytes]):
    played, source = drawn
    doc = read(source, "made.pnml")
    (process,) = doc.processes
    assert not {"pnml-not-free-choice", "pnml-no-start"} & set(codes(doc))
    try:
        expected, found = runs_of_net(played), runs_of_process(process)
    except NotComparedError:
        assume(False)
    assert found == expected


MERGE = [((0,), (1,), ""), ((0,), (2,), ""), ((1,), (3,), "M"), ((2,), (3,), "M")]
CENTRE = [((0,), (1,), ""), ((0,), (2,), ""), ((1,), (3,), "C"), ((2,), (3,), "C"), ((3,), (4,), ""), ((3,), (5,), "")]


def test_an_operator_that_joins_ways_is_one_step_behind_them():
    process = process_of(_pnml(4, MERGE, ["", "", "op", "op"]))
    assert [node.name for node in process.nodes if isinstance(node, Activity)] == ["M"]
    assert runs_of_process(process) == runs_of_net(Played(4, MERGE)) == ({(), ("M",)}, {("M",)})


def test_an_operator_around_a_place_is_one_step():
    transitions = [*CENTRE[:4], ((3,), (4,), "C"), ((3,), (5,), "C")]
    source = _pnml(6, transitions, ["", "", "op", "op", "op", "op"]).replace(b'"p3"', b'"P_CENTER_op"')
    process = process_of(source)
    assert [node.name for node in process.nodes if isinstance(node, Activity)] == ["C"]
    assert runs_of_process(process) == runs_of_net(Played(6, CENTRE))


@given(free_choice_nets(), st.integers(0, 7), st.integers(0, 6))
def test_sharing_only_some_inputs_is_told(drawn: tuple[Played, bytes], number: int, place: int):
    played, _ = drawn
    transitions = list(played.transitions)
    number, place = number % len(transitions), place % played.places
    inputs, outputs, label = transitions[number]
    transitions[number] = (tuple(dict.fromkeys((*inputs, place))), outputs, label)
    all_inputs = [set(each) for each, _, _ in transitions]
    shares_some = any(a & b and a != b for a in all_inputs for b in all_inputs)
    doc = read(_pnml(played.places, transitions, [""] * len(transitions)), "made.pnml")
    assert ("pnml-not-free-choice" in codes(doc)) == shares_some


@given(free_choice_nets())
def test_every_named_transition_is_a_step(drawn: tuple[Played, bytes]):
    played, source = drawn
    (process,) = read(source, "made.pnml").processes
    steps = Counter(node.name for node in process.nodes if isinstance(node, Activity))
    assert set(steps) == {label for _, _, label in played.transitions if label}
    assert all(isinstance(node, Gateway) or node.name == "" for node in process.nodes if not isinstance(node, Activity))
    assert read(source, "made.pnml") == read(source, "made.pnml")
