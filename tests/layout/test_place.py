from __future__ import annotations

import pytest
from hypothesis import given

from procmap.layout import place
from procmap.layout.sizes import HEADER
from procmap.model import (
    Activity,
    Annotation,
    Association,
    BadInput,
    DataAssociation,
    DataItem,
    Event,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
)
from tests.conftest import SHARED
from tests.layout.edge_laws import broken_edge_laws
from tests.layout.laws import Drawing, broken_laws, holds
from tests.layout.strategies import processes


def flow(source: str, target: str, name: str = "") -> SequenceFlow:
    return SequenceFlow(id=f"{source}-{target}", source=source, target=target, name=name)


def drawing_of(**parts) -> Drawing:
    process = Process(id="p", **parts)
    drawing = Drawing(process, place(process))
    assert broken_laws(process, drawing.diagram) == []
    return drawing


@given(processes())
def test_laws_hold_for_any_process(process: Process):
    assert broken_laws(process, place(process)) == []


@given(processes())
def test_the_same_process_gives_the_same_drawing(process: Process):
    assert place(process) == place(Process.model_validate_json(process.model_dump_json()))


@given(processes())
def test_coordinates_are_not_negative(process: Process):
    diagram = place(process)
    assert all(shape.bounds.x >= -20 and shape.bounds.y >= -20 for shape in diagram.shapes)


MODELS = [
    path for folder in ("interop", "variants/hdbpmn") for path in sorted((SHARED / "data" / folder).rglob("*.bpmn"))
]


@pytest.mark.shared
@pytest.mark.parametrize("path", MODELS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_laws_hold_for_models_of_many_tools(path):
    from procmap.formats import read

    try:
        document = read(str(path))
    except BadInput:
        pytest.skip("cannot be read")
    for process in document.processes:
        diagram = place(process)
        assert broken_laws(process, diagram) == []
        assert broken_edge_laws(Drawing(process, diagram)) == []


@pytest.mark.shared
@pytest.mark.parametrize("path", MODELS[::60], ids=lambda path: path.stem)
def test_another_name_changes_no_order(path):
    """Another wording of one step moves things by its width at most: none comes before or above another."""
    from procmap.formats import read

    for process in read(str(path)).processes:
        tasks = [node for node in process.nodes if isinstance(node, Activity) and node.name]
        if not tasks:
            continue
        edited = tasks[0].replace(name=tasks[0].name[::-1])
        nodes = tuple(edited if node.id == edited.id else node for node in process.nodes)
        before, after = (
            {shape.element: shape.bounds for shape in place(one).shapes}
            for one in (process, process.replace(nodes=nodes))
        )
        middles = [
            {key: (box.x + box.width / 2, box.y + box.height / 2) for key, box in boxes.items()}
            for boxes in (before, after)
        ]
        for axis in (0, 1):
            order = [sorted(found, key=lambda key: (round(found[key][axis]), key)) for found in middles]
            assert order[0] == order[1]


def test_nothing_gives_an_empty_drawing():
    diagram = place(Process(id="p"))
    assert (diagram.plane, diagram.shapes, diagram.edges) == ("p", (), ())


def test_a_chain_runs_straight_from_left_to_right():
    drawing = drawing_of(
        nodes=(Event(id="s", type="startEvent"), Activity(id="a"), Activity(id="b"), Event(id="e", type="endEvent")),
        flows=(flow("s", "a"), flow("a", "b"), flow("b", "e")),
    )
    assert all(len(edge.waypoints) == 2 for edge in drawing.diagram.edges)
    places = [drawing.bounds(key).x for key in "sabe"]
    assert places == sorted(places)


def test_usual_sizes():
    drawing = drawing_of(
        nodes=(Event(id="s", type="startEvent"), Activity(id="a"), Gateway(id="g")),
        data=(DataItem(id="d", type="dataObjectReference"), DataItem(id="t", type="dataStoreReference")),
    )
    sizes = {key: (drawing.bounds(key).width, drawing.bounds(key).height) for key in "sagdt"}
    assert sizes == {"s": (36, 36), "a": (100, 80), "g": (50, 50), "d": (36, 50), "t": (50, 50)}


def test_a_long_name_makes_a_task_wider():
    drawing = drawing_of(nodes=(Activity(id="a", name="Kontrollere byggesaksbehandlingen"),))
    assert drawing.bounds("a").width > 100


def test_the_longest_way_stays_in_the_row_and_a_gateway_parts_up_and_down():
    nodes = (Gateway(id="g"), Activity(id="no"), Activity(id="yes"), Activity(id="next"))
    drawing = drawing_of(nodes=nodes, flows=(flow("g", "no", "nei"), flow("g", "yes", "ja"), flow("yes", "next")))
    assert len(drawing.edges["g-yes"].waypoints) == 2
    down = drawing.edges["g-no"].waypoints
    gateway = drawing.bounds("g")
    assert len(down) == 3
    assert (down[0].x, down[0].y) == (gateway.x + 25, gateway.y + 50)


def test_a_loop_back_runs_beside_the_row():
    drawing = drawing_of(
        nodes=(Activity(id="a"), Activity(id="b"), Activity(id="c")),
        flows=(flow("a", "b"), flow("b", "c"), flow("c", "a")),
    )
    row = drawing.bounds("a")
    back = drawing.edges["c-a"].waypoints
    assert max(point.y for point in back) > row.y + row.height
    assert len({drawing.bounds(key).y for key in "abc"}) == 1


def test_a_flow_to_itself_and_the_same_flow_twice():
    twice = SequenceFlow(id="again", source="a", target="b")
    drawing = drawing_of(nodes=(Activity(id="a"), Activity(id="b")), flows=(flow("a", "a"), flow("a", "b"), twice))
    assert drawing.edges["again"].waypoints != drawing.edges["a-b"].waypoints


def test_labels_of_events_below_and_of_gateways_above():
    drawing = drawing_of(nodes=(Event(id="e", type="endEvent", name="Slutt"), Gateway(id="g", name="Komplett?")))
    event, gateway = drawing.shapes["e"], drawing.shapes["g"]
    assert event.label.y >= event.bounds.y + event.bounds.height
    assert gateway.label.y + gateway.label.height <= gateway.bounds.y
    assert drawing_of(nodes=(Activity(id="a", name="Motta"),)).shapes["a"].label is None


def test_labels_of_edges_do_not_cover_each_other():
    names = ["ja", "nei", "delvis, mangler vedlegg"]
    nodes = (Gateway(id="g"), *(Activity(id=name) for name in names))
    drawing = drawing_of(nodes=nodes, flows=tuple(flow("g", name, name) for name in names))
    labels = [edge.label for edge in drawing.diagram.edges]
    assert all(labels)
    assert len({(label.x, label.y) for label in labels}) == 3


def test_lanes_nested_and_a_strip_of_its_own_for_nodes_without_one():
    drawing = drawing_of(
        pools=(Pool(id="pool", process="q"),),
        lanes=(
            Lane(id="outer", pool="pool", nodes=("a",)),
            Lane(id="inner", pool="pool", parent="outer", nodes=("b",)),
            Lane(id="last", pool="pool", nodes=("c",)),
        ),
        nodes=tuple(Activity(id=key, pool="pool") for key in "abcd"),
    )
    pool, outer, inner = (drawing.bounds(key) for key in ("pool", "outer", "inner"))
    assert outer.x == pool.x + HEADER
    assert inner.x == outer.x + HEADER
    assert not any(holds(drawing.bounds(lane), drawing.bounds("d")) for lane in ("outer", "last"))
    assert drawing.bounds("d").y > drawing.bounds("last").y + drawing.bounds("last").height


def test_pools_lie_below_each_other_and_are_equally_wide():
    drawing = drawing_of(
        pools=(Pool(id="applicant"), Pool(id="town", process="q"), Pool(id="state")),
        nodes=(Activity(id="a", pool="town"),),
        message_flows=(
            MessageFlow(id="ask", source="applicant", target="a"),
            MessageFlow(id="tell", source="a", target="state"),
            MessageFlow(id="past", source="applicant", target="state"),
        ),
    )
    boxes = [drawing.bounds(key) for key in ("applicant", "town", "state")]
    assert len({(box.x, box.width) for box in boxes}) == 1
    assert [box.y for box in boxes] == sorted(box.y for box in boxes)
    assert len(drawing.edges["ask"].waypoints) == 2
    assert len(drawing.edges["tell"].waypoints) == 2
    town = drawing.bounds("town")
    assert max(point.x for point in drawing.edges["past"].waypoints) > town.x + town.width


def test_a_subprocess_grows_around_what_is_in_it_and_an_empty_one_is_collapsed():
    drawing = drawing_of(
        nodes=(
            Activity(id="full", type="subProcess"),
            Activity(id="a", parent="full"),
            Activity(id="b", parent="full"),
            Activity(id="empty", type="subProcess"),
        ),
        flows=(flow("a", "b"), flow("full", "empty")),
    )
    assert drawing.shapes["full"].expanded is True
    assert drawing.shapes["empty"].expanded is False
    assert drawing.bounds("empty").width == 100


def test_boundary_events_stand_side_by_side_below_their_host():
    events = tuple(
        Event(id=f"e{n}", type="boundaryEvent", attached_to="a", name="etter 6 uker uten svar") for n in range(5)
    )
    drawing = drawing_of(nodes=(Activity(id="a"), *events, Activity(id="b")), flows=(flow("e0", "b"),))
    host = drawing.bounds("a")
    assert {drawing.bounds(event.id).y + 18 for event in events} == {host.y + host.height}
    assert drawing.edges["e0-b"].waypoints[0].y == host.y + host.height + 18


def test_data_below_and_annotations_above_what_they_belong_to():
    drawing = drawing_of(
        nodes=(Activity(id="a"),),
        data=(DataItem(id="o"), DataItem(id="r", type="dataObjectReference", refers_to="o")),
        data_associations=(DataAssociation(id="d", type="output", node="a", target="r"),),
        annotations=(Annotation(id="n", text="Frist 3 uker"),),
        associations=(Association(id="l", source="n", target="a"),),
    )
    assert "o" not in drawing.shapes
    assert drawing.bounds("n").y < drawing.bounds("a").y < drawing.bounds("r").y
    assert len(drawing.edges["d"].waypoints) == len(drawing.edges["l"].waypoints) == 2


def test_what_has_no_flows_comes_last():
    drawing = drawing_of(nodes=(Activity(id="alone"), Activity(id="a"), Activity(id="b")), flows=(flow("a", "b"),))
    assert drawing.bounds("alone").y > drawing.bounds("a").y + 80


def test_a_group_lies_tight_around_its_members():
    drawing = drawing_of(nodes=(Activity(id="a"), Activity(id="b")), groups=(Group(id="g", members=("b",)),))
    group, member = drawing.bounds("g"), drawing.bounds("b")
    assert (group.width, group.height) == (member.width + 24, member.height + 24)


def test_a_flow_out_of_a_subprocess_passes_no_node():
    drawing = drawing_of(
        nodes=(Activity(id="s", type="subProcess"), Activity(id="a", parent="s"), Activity(id="b"), Activity(id="c")),
        flows=(flow("a", "c"), flow("c", "a"), flow("s", "b"), flow("s", "a"), flow("a", "s")),
    )
    assert len(drawing.edges) == 5


def test_edges_that_lead_nowhere_are_left_out():
    process = Process(id="p", nodes=(Activity(id="a"),), flows=(flow("a", "gone"),))
    assert place(process).edges == ()


def test_containers_that_hold_themselves_are_put_outside():
    nodes = (Activity(id="a", parent="b"), Activity(id="b", parent="a"), Activity(id="c", parent="c"))
    lanes = (Lane(id="l", parent="k"), Lane(id="k", parent="l"))
    diagram = place(Process(id="p", nodes=nodes, lanes=lanes))
    assert {shape.element for shape in diagram.shapes} == {"a", "b", "c", "l", "k"}


def test_deep_nesting():
    depth = 3000
    nodes = [Activity(id="n0", type="subProcess")]
    nodes += [Activity(id=f"n{n}", type="subProcess", parent=f"n{n - 1}") for n in range(1, depth)]
    last = f"n{depth - 1}"
    drawn = place(Process(id="p", nodes=(*nodes, Activity(id="out")), flows=(flow(last, "out"), flow("out", "n1"))))
    assert len(drawn.shapes) == depth + 1
    assert {edge.element for edge in drawn.edges} == {f"{last}-out", "out-n1"}


def test_thousands_of_nodes():
    count = 3000
    nodes = tuple(Activity(id=f"n{n}") for n in range(count))
    flows = tuple(flow(f"n{n}", f"n{n + 1}") for n in range(count - 1))
    loops = tuple(SequenceFlow(id=f"b{n}", source=f"n{n}", target=f"n{n - 7}") for n in range(10, count, 10))
    diagram = place(Process(id="p", nodes=nodes, flows=flows + loops))
    assert len(diagram.edges) == len(flows) + len(loops)
