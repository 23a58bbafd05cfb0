from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.canvas import Canvas
from procmap.layout.giving import make_way, making_way, stretch
from procmap.model import Activity, Bounds, Lane, Pool, Process
from tests.layout.laws import overlap
from tests.layout.test_canvas import canvas_of
from tests.layout.test_completing import flow

LANES = ("one", "two", "three")


def lanes_of(held: tuple[tuple[str, ...], ...]) -> Canvas:
    """Return a drawing of three lanes, with steps that follow each other."""
    keys = [key for inside in held for key in inside]
    return canvas_of(
        Process(
            id="p",
            pools=(Pool(id="pool", process="q"),),
            lanes=tuple(Lane(id=lane, pool="pool", nodes=inside) for lane, inside in zip(LANES, held, strict=True)),
            nodes=tuple(Activity(id=key, pool="pool") for key in keys),
            flows=tuple(flow(a, b) for a, b in pairwise(keys)),
        )
    )


def boxes(canvas: Canvas) -> dict[str, Bounds]:
    return {key: shape.bounds for key, shape in canvas.shapes.items()}


def lower(canvas: Canvas, lane: str, by: float) -> None:
    """Make a lane, with the pool, lower or higher without moving anything in it."""
    canvas.cut(boxes(canvas)[lane].y + boxes(canvas)[lane].height - 1, by, ["pool", lane], vertical=False)


def test_a_border_moves_into_what_is_free():
    canvas = lanes_of((("a", "b", "c"), (), ("d", "e")))
    lower(canvas, "two", 100)
    was = boxes(canvas)
    make_way(canvas, "one", 50)
    now = boxes(canvas)
    assert {key for key in was if was[key] != now[key]} == {"one", "two"}
    assert (now["one"].height, now["two"].height) == (was["one"].height + 50, was["two"].height - 50)


def test_only_what_is_in_the_way_moves():
    canvas = lanes_of((("a", "b", "c"), ("d",), ("e", "f", "g", "h")))
    lower(canvas, "two", 60)
    assert making_way(canvas, "one", 50) == {"d"}
    was = boxes(canvas)
    make_way(canvas, "one", 50)
    now = boxes(canvas)
    assert {key for key in was if was[key] != now[key]} == {"one", "two", "d"}
    assert now["d"].y > was["d"].y
    assert "c-d" not in canvas.edges or canvas.edges["c-d"].waypoints[-1].y == now["d"].y + 40


def test_lanes_keep_a_least_height():
    canvas = lanes_of((("a", "b", "c"), (), ("d", "e")))
    make_way(canvas, "one", 400)
    assert min(boxes(canvas)[lane].height for lane in LANES) >= 60


def test_a_lane_stretches_as_far_as_its_neighbours_have_free_room():
    canvas = lanes_of((("a", "b"), ("c",), ("d", "e")))
    was = boxes(canvas)
    stretch(canvas, "two", 1000)
    now = boxes(canvas)
    assert all(was[key] == now[key] for key in "abcde")
    assert was["two"].height < now["two"].height < was["two"].height + 2 * 40
    assert now["pool"] == was["pool"]


@given(
    st.lists(st.lists(st.booleans(), max_size=4), min_size=3, max_size=3),
    st.sampled_from(LANES),
    st.floats(0, 300),
    st.lists(st.floats(0, 150), min_size=3, max_size=3),
)
def test_lanes_keep_their_order_and_what_is_in_them(steps: list[list[bool]], lane: str, down: float, free: list[float]):
    held = tuple(tuple(f"{n}-{place}" for place, _ in enumerate(inside)) for n, inside in enumerate(steps))
    canvas = lanes_of(held)
    for key, by in zip(LANES, free, strict=True):
        if by > 0:
            lower(canvas, key, by)
    was = boxes(canvas)
    moved = making_way(canvas, lane, down)
    make_way(canvas, lane, down)
    now = boxes(canvas)
    nodes = [key for inside in held for key in inside]
    assert {key for key in nodes if was[key] != now[key]} <= moved
    assert abs(now[lane].height - was[lane].height - down) < 0.01
    for upper, under in pairwise(LANES):
        assert abs(now[upper].y + now[upper].height - now[under].y) < 0.01
    for key, inside in zip(LANES, held, strict=True):
        for node in inside:
            assert now[key].y < now[node].y
            assert now[node].y + now[node].height < now[key].y + now[key].height
    assert not any(overlap(now[a], now[b]) for a in nodes for b in nodes if a < b)
