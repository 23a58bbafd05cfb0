from __future__ import annotations

from procmap.layout import place
from procmap.layout.homes import homes_of
from procmap.layout.keeping import displaced, keep, kept_edges
from procmap.layout.links import links_of
from procmap.model import Activity, Diagram, Event, Point, Process, SequenceFlow, Shape
from tests.layout.test_completing import two_lanes


def shapes_of(diagram: Diagram) -> dict[str, Shape]:
    return {shape.element: shape for shape in diagram.shapes}


def edges_kept(process: Process, diagram: Diagram, *, trusted: bool = False) -> set[str]:
    homes = homes_of(process)
    plain, _ = links_of(process, homes.contents)
    return set(kept_edges(diagram, plain, shapes_of(diagram), homes, trusted=trusted))


def test_what_lies_where_it_belongs_stays():
    process = two_lanes()
    diagram = place(process)
    kept = keep(homes_of(process), diagram, (), None)
    assert kept.shapes == shapes_of(diagram)
    assert kept.loose == {}


def test_a_step_outside_its_lane_leaves_its_place_unless_told_to_stay():
    process = two_lanes()
    diagram = place(process)
    upper, lower = process.lanes
    lanes = (upper.replace(nodes=tuple("abde")), lower.replace(nodes=("x", "c")))
    homes = homes_of(process.replace(lanes=lanes))
    assert displaced(homes, shapes_of(diagram)) == {"c"}
    assert set(keep(homes, diagram, (), None).loose) == {"c"}
    assert keep(homes, diagram, (), ()).loose == {}


def test_an_event_goes_where_its_host_goes():
    event = Event(id="late", type="boundaryEvent", attached_to="c", pool="pool")
    process = two_lanes()
    process = process.replace(nodes=(*process.nodes, event))
    assert set(keep(homes_of(process), place(process), (), {"c"}).loose) == {"c", "late"}


def test_an_edge_stays_where_its_ends_are():
    process = Process(
        id="p",
        nodes=(Activity(id="a"), Activity(id="b"), Activity(id="c")),
        flows=(SequenceFlow(id="f", source="a", target="b"), SequenceFlow(id="g", source="b", target="c")),
    )
    diagram = place(process)
    assert edges_kept(process, diagram) == {"f", "g"}
    led = process.replace(flows=(process.flows[0].replace(target="c"), process.flows[1]))
    assert edges_kept(led, diagram) == {"g"}
    assert edges_kept(led, diagram, trusted=True) == {"f", "g"}


def test_a_point_somewhat_beside_its_shape_is_taken_for_its_border():
    process = Process(
        id="p", nodes=(Activity(id="a"), Activity(id="b")), flows=(SequenceFlow(id="f", source="a", target="b"),)
    )
    diagram = place(process)
    (edge,) = diagram.edges

    def ending(x: float) -> Diagram:
        return diagram.replace(edges=(edge.replace(waypoints=(edge.waypoints[0], Point(x=x, y=edge.waypoints[1].y))),))

    left = shapes_of(diagram)["b"].bounds.x
    assert edges_kept(process, ending(left + 12)) == {"f"}
    assert edges_kept(process, ending(left - 12)) == {"f"}
    assert edges_kept(process, ending(left + 400)) == set()
