from __future__ import annotations

from procmap.layout import place
from procmap.model import Event
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
