from __future__ import annotations

from itertools import pairwise

from procmap.layout import place
from procmap.model import Activity, Event, Gateway, MessageFlow, Pool, Process, SequenceFlow
from tests.layout.edge_laws import edges_keep_apart
from tests.layout.laws import Drawing, broken_laws, crosses, on_border


def drawing_of(**parts) -> Drawing:
    process = Process(id="p", **parts)
    drawing = Drawing(process, place(process))
    assert broken_laws(process, drawing.diagram) == []
    return drawing


def flows(*pairs: str) -> tuple[SequenceFlow, ...]:
    return tuple(SequenceFlow(id=pair, source=pair[0], target=pair[1]) for pair in pairs)


def test_a_skip_runs_around_what_stands_between():
    drawing = drawing_of(nodes=tuple(Activity(id=key) for key in "abc"), flows=flows("ab", "bc", "ac"))
    box = drawing.bounds("b")
    way = drawing.edges["ac"].waypoints
    assert len(way) == 4
    assert not any(crosses(first, second, box) for first, second in pairwise(way))


def test_a_parallel_block_has_no_more_corners_than_it_needs():
    nodes = (Gateway(id="s"), *(Activity(id=key) for key in "abc"), Gateway(id="j"))
    drawing = drawing_of(nodes=nodes, flows=flows("sa", "sb", "sc", "aj", "bj", "cj"))
    assert sorted(len(edge.waypoints) for edge in drawing.diagram.edges) == [2, 2, 3, 3, 3, 3]


def test_unrelated_flows_do_not_lie_on_each_other():
    drawing = drawing_of(nodes=tuple(Activity(id=key) for key in "abcxyz"), flows=flows("ax", "ay", "by", "bz", "cz"))
    assert edges_keep_apart(drawing) == []


def test_messages_of_one_task_have_ports_of_their_own():
    messages = tuple(MessageFlow(id=f"m{n}", source="a", target="out") for n in range(3))
    drawing = drawing_of(
        pools=(Pool(id="in", process="q"), Pool(id="out")),
        nodes=(Activity(id="a", pool="in"),),
        message_flows=messages,
    )
    assert len({drawing.edges[message.id].waypoints[0].x for message in messages}) == 3


def test_out_of_a_subprocess_with_events_on_its_border():
    drawing = drawing_of(
        nodes=(
            Activity(id="s"),
            Activity(id="a", parent="s"),
            *(Event(id=f"e{n}", type="boundaryEvent", attached_to="s") for n in range(4)),
            Activity(id="t"),
        ),
        flows=(SequenceFlow(id="f", source="a", target="t"), SequenceFlow(id="g", source="a", target="e1")),
    )
    assert on_border(drawing.edges["g"].waypoints[-1], drawing.bounds("e1"))
