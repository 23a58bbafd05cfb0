from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout import place
from procmap.layout.frames import add_item
from procmap.layout.rooms import Reach, room_in
from procmap.layout.spots import Spots, Wish
from procmap.model import Activity, Lane, Point, Pool, Process, SequenceFlow
from tests.layout.laws import broken_laws, overlap
from tests.layout.test_canvas import canvas_of
from tests.layout.test_completing import bounds, flow, two_lanes

REACH = Reach(50, 50, 40, 40)


def test_a_free_place_is_taken_as_it_is_wished():
    canvas = canvas_of(two_lanes())
    contents = canvas.homes.contents
    add_item(contents, contents.items["x"].frame, Activity(id="new"))
    canvas.homes.around["new"] = "lower"
    x = canvas.shapes["x"].bounds
    wish = Wish(x.x + 300, x.y + 40)
    spot, wider, higher = Spots(canvas).find("new", REACH, wish, room_in(canvas, "lower"))
    assert (spot.x, spot.y, wider, higher) == (wish.x, wish.y, 0, 0)


def test_what_is_taken_is_not_given_again():
    canvas = canvas_of(two_lanes())
    contents = canvas.homes.contents
    add_item(contents, contents.items["x"].frame, Activity(id="new"))
    canvas.homes.around["new"] = "upper"
    c = canvas.shapes["c"].bounds
    spot, wider, higher = Spots(canvas).find("new", REACH, Wish(c.x + 50, c.y + 40), room_in(canvas, "upper"))
    box = REACH.around(spot.x, spot.y)
    assert not any(overlap(box, canvas.shapes[key].bounds) for key in "abcde")
    assert wider > 0 or higher > 0


@st.composite
def lane_changes(draw: st.DrawFn) -> tuple[Process, Process, str]:
    """Return a process with lanes, the same with one step moved to another lane, and the step."""
    count = draw(st.integers(2, 14))
    keys = [f"n{number}" for number in range(count)]
    lanes = [draw(st.integers(0, 2)) for _ in keys]
    flows = tuple(flow(a, b) for a, b in pairwise(keys))
    backwards = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=3, unique=True))
    more = tuple(SequenceFlow(id=f"back-{a}-{b}", source=a, target=b) for a, b in backwards if a != b)
    moved = draw(st.integers(0, count - 1))
    name = draw(st.sampled_from(["", "Kontrollere søknaden"]))
    target = draw(st.integers(0, 2).filter(lambda lane: lane != lanes[moved]))

    def made(held: list[int]) -> Process:
        return Process(
            id="p",
            pools=(Pool(id="pool", process="q"),),
            lanes=tuple(
                Lane(
                    id=f"lane{n}", pool="pool", nodes=tuple(key for key, at in zip(keys, held, strict=True) if at == n)
                )
                for n in range(3)
            ),
            nodes=tuple(Activity(id=key, pool="pool", name=name) for key in keys),
            flows=(*flows, *more),
        )

    return made(lanes), made([target if number == moved else lane for number, lane in enumerate(lanes)]), keys[moved]


@given(lane_changes())
def test_a_step_moved_to_another_lane_moves_less_than_a_tenth_of_the_others(change: tuple[Process, Process, str]):
    before, after, step = change
    fixed = place(before)
    diagram = place(after, fixed=fixed)
    assert broken_laws(after, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    others = [node.id for node in after.nodes if node.id != step]
    assert sum(was[key] != now[key] for key in others) < max(len(others) / 10, 1)


def test_what_a_full_lane_cannot_hold_goes_into_free_room_below_it():
    process = two_lanes()
    fixed = place(process)
    lanes = (Lane(id="upper", pool="pool", nodes=tuple("abcdex")), Lane(id="lower", pool="pool"))
    process = process.replace(lanes=lanes)
    diagram = place(process, fixed=fixed)
    was, now = bounds(fixed), bounds(diagram)
    assert broken_laws(process, diagram) == []
    assert {key for key in "abcde" if was[key] != now[key]} == set()
    assert now["x"].x == was["x"].x
    assert now["upper"].height > was["upper"].height


def test_what_a_full_lane_cannot_hold_goes_beyond_its_end_where_the_next_is_full():
    process = two_lanes()
    lanes = (Lane(id="upper", pool="pool", nodes=tuple("abcde")), Lane(id="lower", pool="pool", nodes=tuple("xyz")))
    nodes = (*process.nodes, Activity(id="y", pool="pool"), Activity(id="z", pool="pool"))
    process = process.replace(nodes=nodes, lanes=lanes, flows=(*process.flows, flow("x", "y"), flow("y", "z")))
    fixed = place(process)
    lanes = (lanes[0].replace(nodes=tuple("abcdex")), lanes[1].replace(nodes=tuple("yz")))
    process = process.replace(lanes=lanes)
    diagram = place(process, fixed=fixed)
    was, now = bounds(fixed), bounds(diagram)
    assert broken_laws(process, diagram) == []
    assert {key for key in "abcdeyz" if was[key] != now[key]} == set()
    assert now["upper"].height == was["upper"].height


def test_a_slanted_edge_takes_only_the_places_that_it_runs_through():
    canvas = canvas_of(two_lanes())
    contents = canvas.homes.contents
    add_item(contents, contents.items["x"].frame, Activity(id="new"))
    canvas.homes.around["new"] = "lower"
    lower = canvas.shapes["lower"].bounds
    slanted = (Point(x=lower.x, y=lower.y - 400), Point(x=lower.x + lower.width, y=lower.y + lower.height))
    canvas.edges["a-b"] = canvas.edges["a-b"].replace(waypoints=slanted)
    x = canvas.shapes["x"].bounds
    wish = Wish(x.x + 300, x.y + 40)
    spot, wider, higher = Spots(canvas).find("new", REACH, wish, room_in(canvas, "lower"))
    assert (spot.x, spot.y, wider, higher) == (wish.x, wish.y, 0, 0)
