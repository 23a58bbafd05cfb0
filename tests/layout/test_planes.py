from __future__ import annotations

from procmap.layout import place
from procmap.layout.homes import restricted
from procmap.layout.planes import complete_planes
from procmap.model import Activity, Diagram, Process, SequenceFlow


def process_in_two_planes() -> tuple[Process, tuple[Diagram, Diagram]]:
    nodes = (
        Activity(id="a"),
        Activity(id="sub", type="subProcess"),
        Activity(id="i", parent="sub"),
        Activity(id="j", parent="sub"),
    )
    flows = (
        SequenceFlow(id="a-sub", source="a", target="sub"),
        SequenceFlow(id="i-j", source="i", target="j", parent="sub"),
    )
    process = Process(id="p", nodes=nodes, flows=flows)
    outer = place(restricted(process, {"a", "sub"})).replace(id="d1", plane="p")
    inner = place(restricted(process, {"i", "j"})).replace(id="d2", plane="sub")
    return process, (outer, inner)


def drawn(diagram: Diagram) -> set[str]:
    return {shape.element for shape in diagram.shapes} | {edge.element for edge in diagram.edges}


def test_what_is_drawn_whole_stays():
    process, planes = process_in_two_planes()
    assert complete_planes(process, planes, place) == planes


def test_what_is_new_in_a_sub_process_goes_to_its_plane():
    process, planes = process_in_two_planes()
    flow = SequenceFlow(id="j-k", source="j", target="k", parent="sub")
    more = process.replace(nodes=(*process.nodes, Activity(id="k", parent="sub")), flows=(*process.flows, flow))
    outer, inner = complete_planes(more, planes, place)
    assert outer == planes[0]
    assert drawn(inner) == {"i", "j", "k", "i-j", "j-k"}
    assert (inner.id, inner.plane) == ("d2", "sub")


def test_what_is_new_outside_goes_to_the_plane_of_its_like():
    process, planes = process_in_two_planes()
    more = process.replace(nodes=(*process.nodes, Activity(id="b")))
    outer, inner = complete_planes(more, planes, place)
    assert inner == planes[1]
    assert drawn(outer) == {"a", "sub", "a-sub", "b"}
