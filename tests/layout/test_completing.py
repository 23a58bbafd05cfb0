from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from procmap.layout import place
from procmap.model import Activity, Bounds, Diagram, Event, Lane, Pool, Process, SequenceFlow, Shape
from tests.layout.edits import edited, partly_drawn
from tests.layout.laws import Drawing, broken_laws
from tests.layout.strategies import processes


def flow(source: str, target: str) -> SequenceFlow:
    return SequenceFlow(id=f"{source}-{target}", source=source, target=target)


def two_lanes() -> Process:
    """Return a chain of five steps in the first of two lanes of a pool."""
    return Process(
        id="p",
        pools=(Pool(id="pool", process="q"),),
        lanes=(Lane(id="upper", pool="pool", nodes=tuple("abcde")), Lane(id="lower", pool="pool", nodes=("x",))),
        nodes=tuple(Activity(id=key, pool="pool") for key in "abcdex"),
        flows=(flow("a", "b"), flow("b", "c"), flow("c", "d"), flow("d", "e")),
    )


def bounds(diagram: Diagram) -> dict[str, Bounds]:
    return {shape.element: shape.bounds for shape in diagram.shapes}


@given(processes())
def test_what_is_drawn_whole_stays_as_it_is(process: Process):
    diagram = place(process)
    assert place(process, fixed=diagram) == diagram


@given(processes())
def test_a_drawing_of_nothing_counts_as_none(process: Process):
    assert place(process, fixed=Diagram()) == place(process)


@given(edited())
def test_laws_hold_after_edits(given_: tuple[Process, Diagram]):
    process, fixed = given_
    assert broken_laws(process, place(process, fixed=fixed)) == []


@given(partly_drawn())
def test_laws_hold_where_parts_were_missing(given_: tuple[Process, Diagram]):
    process, fixed = given_
    assert broken_laws(process, place(process, fixed=fixed)) == []


@given(edited())
def test_what_is_completed_stays_as_it_is(given_: tuple[Process, Diagram]):
    process, fixed = given_
    once = place(process, fixed=fixed)
    assert place(process, fixed=once) == once


@given(edited())
def test_nothing_comes_nearer_to_anything_and_without_need_nothing_moves(given_: tuple[Process, Diagram]):
    process, fixed = given_
    drawing = Drawing(process, fixed)
    was, now = bounds(fixed), bounds(place(process, fixed=fixed))
    frames = {*(pool.id for pool in process.pools), *(lane.id for lane in process.lanes)}
    frames |= {node.parent for node in process.nodes if node.parent}
    in_place = [
        node.id
        for node in process.nodes
        if node.id in was and node.id not in frames and not drawing.holders(node.id) and not drawing.host(node.id)
    ]
    if all(was[key] == now[key] for key in frames if key in was and key in now) and not process.lanes:
        assert all(was[key] == now[key] for key in in_place)
    assert place(process, fixed=fixed) == place(Process.model_validate_json(process.model_dump_json()), fixed=fixed)


def test_a_step_moved_to_another_lane_leaves_all_others_where_they_are():
    process = two_lanes()
    fixed = place(process)
    lanes = (Lane(id="upper", pool="pool", nodes=tuple("abde")), Lane(id="lower", pool="pool", nodes=("x", "c")))
    process = process.replace(lanes=lanes)
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    assert {key for key in was if was[key] != now[key]} == {"c"}
    assert now["c"].x == was["c"].x


def test_a_step_added_stands_between_its_neighbours_where_there_is_room():
    process = Process(id="p", nodes=(Activity(id="a"), Activity(id="b")), flows=(flow("a", "b"),))
    fixed = Diagram(
        plane="p",
        shapes=tuple(
            Shape(element=key, bounds=Bounds(x=x, y=0, width=100, height=80)) for key, x in (("a", 0), ("b", 400))
        ),
    )
    process = process.replace(nodes=(*process.nodes, Activity(id="n")), flows=(flow("a", "n"), flow("n", "b")))
    diagram = place(process, fixed=fixed)
    assert bounds(diagram)["n"] == Bounds(x=200, y=0, width=100, height=80)
    assert all(len(edge.waypoints) == 2 for edge in diagram.edges)


def test_a_full_lane_grows_where_that_moves_few_and_what_lies_below_moves_by_one_amount():
    keys = [f"n{number}" for number in range(14)]
    lanes = (Lane(id="upper", pool="pool", nodes=tuple(keys)), Lane(id="lower", pool="pool", nodes=("x",)))
    process = Process(
        id="p",
        pools=(Pool(id="pool", process="q"),),
        lanes=lanes,
        nodes=tuple(Activity(id=key, pool="pool") for key in (*keys, "x")),
        flows=tuple(flow(a, b) for a, b in pairwise(keys)),
    )
    fixed = place(process)
    step = Activity(id="n", pool="pool")
    flows = (flow("n0", "n"), flow("n", "n1"), *process.flows[1:])
    lanes = (lanes[0].replace(nodes=(*keys, "n")), lanes[1])
    process = process.replace(nodes=(*process.nodes, step), flows=flows, lanes=lanes)
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    down = now["lower"].y - was["lower"].y
    assert down > 0
    assert all(now[key] == was[key] for key in keys)
    assert now["x"].y - was["x"].y == down


def test_what_is_gone_is_gone():
    process = two_lanes()
    fixed = place(process)
    nodes = tuple(node for node in process.nodes if node.id != "c")
    lanes = (process.lanes[0].replace(nodes=tuple("abde")), process.lanes[1])
    process = process.replace(nodes=nodes, flows=(flow("a", "b"), flow("d", "e")), lanes=lanes)
    diagram = place(process, fixed=fixed)
    assert diagram.shapes == tuple(shape for shape in fixed.shapes if shape.element != "c")
    assert {edge.element for edge in diagram.edges} == {"a-b", "d-e"}


def test_an_open_sub_process_takes_along_what_is_drawn_in_it():
    process = two_lanes()
    inside = (Activity(id="i", pool="pool", parent="c"), Activity(id="j", pool="pool", parent="c"))
    nodes = tuple(node.replace(type="subProcess") if node.id == "c" else node for node in process.nodes)
    process = process.replace(nodes=(*nodes, *inside), flows=(*process.flows, flow("i", "j")))
    fixed = place(process)
    lanes = (Lane(id="upper", pool="pool", nodes=tuple("abde")), Lane(id="lower", pool="pool", nodes=("x", "c")))
    process = process.replace(lanes=lanes)
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    moved = {(now[key].x - was[key].x, now[key].y - was[key].y) for key in "cij"}
    assert len(moved) == 1
    assert moved != {(0, 0)}


def test_first_lanes_of_a_pool_lay_it_out_anew():
    process = two_lanes()
    fixed = place(process.replace(lanes=()))
    assert broken_laws(process, place(process, fixed=fixed)) == []


def test_places_that_are_none_count_for_nothing():
    process = two_lanes()
    places = (
        Bounds(x=float("nan"), y=0, width=10, height=10),
        Bounds(x=0, y=1e300, width=10, height=10),
        Bounds(x=0, y=0, width=0, height=0),
    )
    shapes = tuple(Shape(element=key, bounds=box) for key, box in zip("abc", places, strict=True))
    assert place(process, fixed=Diagram(shapes=shapes)) == place(process)


def test_a_large_drawing_with_a_little_missing():
    count = 1500
    nodes = (Event(id="n0", type="startEvent"), *(Activity(id=f"n{n}") for n in range(1, count)))
    process = Process(id="p", nodes=nodes, flows=tuple(flow(f"n{n}", f"n{n + 1}") for n in range(count - 1)))
    fixed = place(process)
    missing = {f"n{n}" for n in range(7, count, 300)}
    partly = fixed.replace(shapes=tuple(shape for shape in fixed.shapes if shape.element not in missing))
    now = bounds(place(process, fixed=partly))
    assert all(now[shape.element] == shape.bounds for shape in partly.shapes)
    assert set(now) == {node.id for node in nodes}
