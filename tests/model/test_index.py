from __future__ import annotations

from procmap.model import Activity, Control, Event, Index, Lane, SequenceFlow, unique
from tests.model.builders import small


def test_neighbours_and_containers():
    index = Index(small())
    assert [flow.id for flow in index.outgoing("receive")] == ["f2"]
    assert [flow.id for flow in index.incoming("receive")] == ["f1"]
    assert [node.id for node in index.children(None)] == ["start", "receive", "decide", "end"]
    assert index.outgoing("nothing") == ()


def test_a_role_is_the_innermost_lane():
    process = small()
    inner = Lane(id="Lane_3", name="Saksbehandler", pool="Pool", parent="Lane_2", nodes=("decide",))
    index = Index(process.replace(lanes=(*process.lanes, inner)))
    assert index.role("receive") == "Postmottak"
    assert index.role("decide") == "Saksbehandler"


def test_what_lies_in_or_on_an_activity_has_its_role():
    process = small()
    nodes = (
        *process.nodes,
        Event(id="late", type="boundaryEvent", attached_to="decide", pool="Pool"),
        Activity(id="inside", parent="decide", pool="Pool"),
    )
    index = Index(process.replace(nodes=nodes))
    assert index.role("late") == index.role("inside") == "Byggesak"


def test_without_lanes_the_role_is_the_pool():
    assert Index(small(lanes=())).role("receive") == "Nordås kommune"
    assert Index(small(lanes=(), pools=())).role("receive") == ""


def test_nodes_that_lie_in_each_other_have_no_role():
    nodes = (Activity(id="a", parent="b"), Activity(id="b", parent="a"))
    assert Index(small(nodes=nodes, flows=(), lanes=(), pools=())).role("a") == ""


def test_attached_values_by_element():
    control = Control(id="K1", on=("decide", "receive"))
    index = Index(small(attached=(control,)))
    assert index.attached_to("decide") == index.attached_to("receive") == (control,)
    assert index.attached_to("start") == ()


def test_boundary_events_by_host():
    process = small()
    late = Event(id="late", type="boundaryEvent", attached_to="decide", pool="Pool")
    index = Index(process.replace(nodes=(*process.nodes, late)))
    assert index.boundary_events("decide") == (late,)


def test_unique_keeps_the_first_place():
    assert unique(["b", "a", "b"]) == ["b", "a"]


def test_many_nodes_are_indexed_in_linear_steps():
    nodes = tuple(Activity(id=f"n{number}") for number in range(20_000))
    flows = tuple(SequenceFlow(id=f"f{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(19_999))
    index = Index(small(nodes=nodes, flows=flows, lanes=()))
    assert index.children(None) is index.children(None)
    assert all(index.outgoing(f"n{number}") for number in range(19_999))
