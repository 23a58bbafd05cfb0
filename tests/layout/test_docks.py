from __future__ import annotations

import pytest

from procmap.layout.docks import Dock, docks, docks_at, docks_facing
from procmap.layout.links import Link
from procmap.model import Activity, Bounds, Event, Gateway, Pool

BOX = Bounds(x=100, y=0, width=100, height=80)


@pytest.mark.parametrize("kind", ["sequence", "message", "data", "association"])
@pytest.mark.parametrize("element", [Activity(id="a"), Gateway(id="a"), Event(id="a", type="endEvent"), None])
def test_docks_lie_on_the_border(kind, element):
    for leaves in (True, False):
        for dock in docks(Link("l", "a", "b", kind), element, BOX, leaves=leaves):
            edge = {"left": dock.x == 100, "right": dock.x == 200, "top": dock.y == 0, "bottom": dock.y == 80}
            assert edge[dock.side]
            assert 100 <= dock.x <= 200
            assert 0 <= dock.y <= 80


def test_sequence_flows_go_on_to_the_right():
    link = Link("l", "a", "b", "sequence")
    assert "left" not in {dock.side for dock in docks(link, Activity(id="a"), BOX, leaves=True)}
    assert "right" not in {dock.side for dock in docks(link, Activity(id="a"), BOX, leaves=False)}


def test_boundary_events_are_left_below():
    event = Event(id="e", type="boundaryEvent", attached_to="a")
    assert [dock.side for dock in docks(Link("l", "e", "b", "sequence"), event, BOX, leaves=True)] == ["bottom"]


def test_a_message_meets_a_pool_where_it_comes_from():
    link = Link("l", "a", "pool", "message")
    found = docks_facing(link, Pool(id="pool"), Bounds(x=0, y=200, width=600, height=60), Dock(170, 80, "bottom", 0))
    assert {(dock.x, dock.y) for dock in found} == {(170, 200), (170, 260)}


def test_a_pool_is_met_anywhere_but_at_its_head():
    pool = Bounds(x=0, y=200, width=600, height=60)
    assert {(dock.x, dock.y) for dock in docks_at(Pool(id="pool"), pool, [10, 300, 599])} == {(300, 200), (300, 260)}
    assert not list(docks_at(Activity(id="a"), pool, [300]))


def test_flows_that_lead_back_may_leave_at_the_left_and_enter_at_the_right():
    link = Link("l", "a", "b", "sequence")
    for leaves, usual, other in ((True, "right", "left"), (False, "left", "right")):
        costs = {dock.side: dock.cost for dock in docks(link, Activity(id="a"), BOX, leaves=leaves, back=True)}
        assert 0 == costs[usual] < costs[other]
