from __future__ import annotations

import importlib
from itertools import combinations, pairwise
from unittest.mock import patch

from hypothesis import given

from procmap.layout import place
from procmap.layout.blocks import Drawing
from procmap.model import Activity, Diagram, Edge, Event, Lane, Pool, Process
from tests.layout.laws import broken_laws
from tests.layout.strategies import processes
from tests.layout.test_completing import bounds, flow


def loose(process: Process) -> Diagram:
    """Return a drawing before it is compacted."""

    def as_it_is(drawing: Drawing, *_: object, **__: object) -> Drawing:
        return drawing

    with patch.object(importlib.import_module("procmap.layout.place"), "compacted", as_it_is):
        return place(process)


def size(diagram: Diagram) -> tuple[float, float]:
    boxes = [shape.bounds for shape in diagram.shapes]
    return (
        max((box.x + box.width for box in boxes), default=0),
        max((box.y + box.height for box in boxes), default=0),
    )


def crossings(first: Edge, second: Edge) -> int:
    """Return how often the inner parts of two edges cross at right angles."""
    found = 0
    for one, other in ((first, second), (second, first)):
        for a, b in pairwise(one.waypoints):
            for c, d in pairwise(other.waypoints):
                found += (
                    a.y == b.y
                    and c.x == d.x
                    and min(a.x, b.x) + 1 < c.x < max(a.x, b.x) - 1
                    and min(c.y, d.y) + 1 < a.y < max(c.y, d.y) - 1
                )
    return found


@given(processes())
def test_a_compacted_drawing_is_no_larger_and_keeps_the_laws(process: Process):
    before, after = loose(process), place(process)
    assert broken_laws(process, after) == []
    assert [shape.element for shape in after.shapes] == [shape.element for shape in before.shapes]
    plain = {flow.id for flow in process.flows}
    was = {edge.element: edge for edge in before.edges if edge.element in plain}
    now = {edge.element: edge for edge in after.edges if edge.element in plain}
    assert all(len(now[key].waypoints) <= len(was[key].waypoints) for key in was)
    assert size(after)[0] <= size(before)[0] + 0.01
    assert size(after)[1] <= size(before)[1] + 0.01


def test_what_stands_beside_a_tall_sub_process_keeps_no_distance_to_what_is_below():
    inside = [Activity(id=f"i{n}", parent="sub") for n in range(4)]
    nodes = (
        Event(id="start", type="startEvent"),
        Activity(id="sub", type="subProcess"),
        *inside,
        Activity(id="after"),
        Activity(id="other"),
        Activity(id="last"),
    )
    flows = (flow("start", "sub"), flow("sub", "after"), flow("start", "other"), flow("other", "last"))
    split = tuple(flow("i0", f"i{n}") for n in range(1, 4))
    process = Process(id="p", nodes=nodes, flows=(*flows, *split))
    before, after = bounds(loose(process)), bounds(place(process))
    assert broken_laws(process, place(process)) == []
    assert after["sub"].height <= before["sub"].height
    assert size(place(process))[1] <= size(loose(process))[1]


def test_a_wide_event_sub_process_does_not_part_the_steps_above_it():
    inside = tuple(Activity(id=f"i{n}", parent="sub") for n in range(5))
    steps = (Event(id="start", type="startEvent"), Activity(id="a"), Activity(id="b"))
    sub = Activity(id="sub", type="subProcess", triggered_by_event=True)
    flows = (flow("start", "a"), flow("a", "b"), *(flow(f"i{n}", f"i{n + 1}") for n in range(4)))
    process = Process(id="p", nodes=(*steps, sub, *inside), flows=flows)
    box = bounds(place(process))
    assert broken_laws(process, place(process)) == []
    assert box["a"].x - box["start"].x - box["start"].width <= 50
    assert box["b"].x - box["a"].x - box["a"].width <= 50
    assert box["sub"].width > 500


def test_lanes_are_as_high_as_what_is_in_them():
    process = Process(
        id="p",
        pools=(Pool(id="pool", process="q"),),
        lanes=(Lane(id="upper", pool="pool", nodes=tuple("abc")), Lane(id="lower", pool="pool", nodes=("d",))),
        nodes=tuple(Activity(id=key, pool="pool") for key in "abcd"),
        flows=(flow("a", "b"), flow("a", "c"), flow("b", "d"), flow("c", "d")),
    )
    diagram = place(process)
    assert broken_laws(process, diagram) == []
    box = bounds(diagram)
    assert box["upper"].y + box["upper"].height == box["lower"].y
    assert box["pool"].height == box["upper"].height + box["lower"].height
    assert box["lower"].height == 120


@given(processes())
def test_compaction_makes_no_crossing(process: Process):
    plain = {flow.id for flow in process.flows}
    was, now = (
        {edge.element: edge for edge in diagram.edges if edge.element in plain}
        for diagram in (loose(process), place(process))
    )
    before = sum(crossings(was[a], was[b]) for a, b in combinations(was, 2))
    assert sum(crossings(now[a], now[b]) for a, b in combinations(now, 2)) <= before
    assert sum(map(len, (edge.waypoints for edge in now.values()))) <= sum(
        map(len, (edge.waypoints for edge in was.values()))
    )
