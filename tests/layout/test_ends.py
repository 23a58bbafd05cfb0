from __future__ import annotations

from procmap.layout.ends import make_plan, make_ports, used_sides
from procmap.layout.frames import fill_frames
from procmap.layout.links import Link
from procmap.model import Activity, Event, Pool, Process

DEEP = 100


def planned(link: Link, *nodes, pools=()):
    contents = fill_frames(Process(id="p", nodes=nodes, pools=pools))
    for row, item in enumerate(contents.root.items):
        item.row = row
    return make_plan(contents, link)


def sides(made) -> list[tuple[str, str]]:
    return [(end.item.id, end.side) for end in (*made.source, *made.target)]


def test_flows_leave_at_the_right_and_enter_at_the_left():
    made = planned(Link("f", "a", "b", "sequence"), Activity(id="a"), Activity(id="b"))
    assert sides(made) == [("a", "right"), ("b", "left")]


def test_messages_leave_towards_the_other_pool():
    nodes = (Activity(id="a", pool="x"), Activity(id="b", pool="y"))
    pools = (Pool(id="x"), Pool(id="y"))
    assert sides(planned(Link("m", "a", "b", "message"), *nodes, pools=pools)) == [
        ("a", "bottom"), ("x", "bottom"), ("b", "top"), ("y", "top"),
    ]  # fmt: skip
    assert sides(planned(Link("m", "b", "x", "message"), *nodes, pools=pools))[0] == ("b", "top")


def test_events_on_a_border_and_what_is_inside_them():
    event = Event(id="e", type="boundaryEvent", attached_to="s")
    made = planned(Link("f", "e", "b", "sequence"), Activity(id="s"), event, Activity(id="b"))
    assert (made.source[0].guest, made.source[0].side) == ("e", "bottom")
    inside = planned(Link("f", "a", "e", "sequence"), Activity(id="s"), event, Activity(id="a", parent="s"))
    assert inside.target == []
    assert inside.route.target.guest == "e"
    out = planned(
        Link("f", "a", "b", "sequence"), Activity(id="s"), event, Activity(id="a", parent="s"), Activity(id="b")
    )
    assert sides(out)[1] == ("s", "top")


def test_too_deep_for_a_route():
    nodes = [Activity(id="n0"), *(Activity(id=f"n{n}", parent=f"n{n - 1}") for n in range(1, DEEP * 2))]
    assert planned(Link("f", f"n{DEEP * 2 - 1}", "b", "sequence"), *nodes, Activity(id="b")) is None


def test_ports_of_one_side_are_spread():
    made = [
        planned(Link(f"m{n}", "a", "x", "message"), Activity(id="a", pool="y"), pools=(Pool(id="x"), Pool(id="y")))
        for n in range(2)
    ]
    made[1].source[0].item = made[0].source[0].item
    shifts = [port.shift for port in make_ports(made) if port.item.id == "a"]
    assert shifts[0] == -shifts[1] != 0
    assert used_sides(one.route for one in made) == {("a", "top"), ("x", "bottom")}
