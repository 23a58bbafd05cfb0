from __future__ import annotations

from procmap.layout import place
from procmap.model import Event, Lane
from tests.layout.laws import broken_laws
from tests.layout.test_completing import bounds, two_lanes


def test_new_events_stand_side_by_side_on_the_lower_border():
    process = two_lanes()
    fixed = place(process)
    events = tuple(Event(id=f"e{n}", type="boundaryEvent", attached_to="c", pool="pool") for n in range(2))
    process = process.replace(nodes=(*process.nodes, *events))
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    now, host = bounds(diagram), bounds(fixed)["c"]
    assert {now[event.id].y + 18 for event in events} == {host.y + host.height}
    assert now["c"] == host


def test_the_label_of_an_event_stands_beside_its_host_where_the_lane_is_too_low():
    process = two_lanes()
    event = Event(id="e0", name="10 dager uten svar", type="boundaryEvent", attached_to="c", pool="pool")
    process = process.replace(nodes=(*process.nodes, event))
    fixed = place(process)
    lanes = (Lane(id="upper", pool="pool", nodes=tuple("abde")), Lane(id="lower", pool="pool", nodes=("x", "c")))
    process = process.replace(lanes=lanes)
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    assert {key for key in was if was[key] != now[key]} == {"c", "e0"}
    label = next(shape.label for shape in diagram.shapes if shape.element == "e0")
    assert label is not None
    assert label.x >= now["c"].x + now["c"].width
    assert label.y + label.height <= now["lower"].y + now["lower"].height
