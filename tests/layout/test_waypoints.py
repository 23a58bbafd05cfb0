from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.waypoints import join, simplified
from procmap.model import Bounds, Point
from tests.layout.laws import on_border

NUMBER = st.integers(0, 40).map(float)
BOXES = st.builds(Bounds, x=NUMBER, y=NUMBER, width=st.integers(1, 30), height=st.integers(1, 30))


def points(*pairs: tuple[float, float]) -> list[Point]:
    return [Point(x=x, y=y) for x, y in pairs]


def test_points_in_a_straight_part_and_repetitions_go():
    assert simplified(points((0, 0), (0, 0), (5, 0), (9, 0), (9, 4))) == tuple(points((0, 0), (9, 0), (9, 4)))


def test_a_turn_back_is_kept():
    assert len(simplified(points((0, 0), (9, 0), (5, 0)))) == 3


def test_two_points_at_least():
    assert simplified(points((1, 1), (1, 1))) == tuple(points((1, 1), (1, 1)))


@given(BOXES, BOXES)
def test_shapes_apart_or_in_each_other_are_joined_from_border_to_border(a, b):
    way = join(a, b)
    assert all(first.x == second.x or first.y == second.y for first, second in pairwise(way))
    assert on_border(way[0], a)
    assert on_border(way[-1], b)
