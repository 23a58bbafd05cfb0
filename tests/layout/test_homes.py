from __future__ import annotations

from hypothesis import given

from procmap.layout.homes import homes_of, restricted
from procmap.model import Activity, Event, Lane, Process
from tests.layout.strategies import processes
from tests.layout.test_completing import two_lanes


def test_holders_are_lanes_then_the_pool():
    process = two_lanes()
    inner = Lane(id="inner", pool="pool", parent="upper", nodes=("c",))
    event = Event(id="late", type="boundaryEvent", attached_to="c", pool="pool")
    inside = Activity(id="i", parent="c", pool="pool")
    process = process.replace(lanes=(*process.lanes, inner), nodes=(*process.nodes, event, inside))
    homes = homes_of(process)
    assert homes.holders("c") == homes.holders("late") == ["inner", "upper", "pool"]
    assert homes.holders("i") == ["c", "inner", "upper", "pool"]
    assert homes.siblings("upper") == ["upper", "lower"]
    assert set(homes.inside(homes.contents.items["pool"])) >= {"a", "c", "late", "i", "upper", "inner"}


@given(processes())
def test_a_process_restricted_to_all_of_it_is_itself(process: Process):
    keys = {element.id for element in process.elements()}
    whole = restricted(process, keys)
    assert [node.id for node in whole.nodes] == [node.id for node in process.nodes]
    assert whole.flows == process.flows
    assert whole.lanes == process.lanes


def test_what_held_a_part_is_gone():
    process = Process(id="p", nodes=(Activity(id="a"), Activity(id="i", parent="a", pool="x")))
    (node,) = restricted(process, {"i"}).nodes
    assert (node.parent, node.pool) == (None, None)
