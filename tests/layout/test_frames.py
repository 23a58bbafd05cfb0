from __future__ import annotations

from procmap.layout.frames import ROOT, fill_frames, visible_data
from procmap.model import Activity, Association, DataItem, Event, Gateway, Lane, Pool, Process


def test_frames_come_before_those_inside_them():
    nodes = (Activity(id="b", parent="a"), Activity(id="c", parent="b"), Activity(id="a", pool="p"))
    contents = fill_frames(Process(id="x", pools=(Pool(id="p"), Pool(id="q")), nodes=nodes))
    assert [frame.key for frame in contents.frames] == [ROOT, "p", "a", "b"]
    assert contents.items["q"].inner is None
    assert {frame.top.id for frame in contents.frames[1:]} == {"p"}


def test_a_boundary_event_is_a_guest_of_its_host_wherever_it_says_it_lies():
    event = Event(id="e", type="boundaryEvent", attached_to="a", parent="a")
    contents = fill_frames(Process(id="x", nodes=(event, Activity(id="a"))))
    assert contents.spot("e") == (contents.items["a"], "e")
    assert contents.items["a"].inner is None


def test_what_can_hold_nothing_holds_nothing():
    nodes = (Gateway(id="g"), Activity(id="a", parent="g"), Activity(id="b", parent="gone", pool="gone"))
    contents = fill_frames(Process(id="x", nodes=nodes))
    assert {item.id for item in contents.frames[1].items} == {"g", "a", "b"}


def test_lanes_open_a_frame():
    contents = fill_frames(Process(id="x", pools=(Pool(id="p"),), lanes=(Lane(id="l", pool="p"),)))
    assert contents.items["p"].inner is not None


def test_visible_data():
    items = (
        DataItem(id="object", name="Søknad"),
        DataItem(id="linked", name="Vedtak"),
        DataItem(id="alone"),
        DataItem(id="first", type="dataObjectReference", refers_to="object"),
        DataItem(id="second", type="dataObjectReference", refers_to="linked"),
        DataItem(id="in", type="dataInput"),
        DataItem(id="inner", type="dataInput", owner="task"),
    )
    lines = (Association(id="l", source="linked", target="task"),)
    shown = visible_data(Process(id="x", data=items, associations=lines))
    assert [item.id for item in shown] == ["linked", "alone", "first", "second", "in"]
    assert shown[2].name == "Søknad"
