from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.drawing.lettering import Taken, beside_line, letter_spot
from procmap.model import Bounds, Point

WAY = (Point(x=0, y=0), Point(x=200, y=0), Point(x=200, y=100))


def test_letters_stand_in_the_middle_of_the_longest_part():
    assert letter_spot(WAY, 20, 10, Taken()) == Point(x=100, y=0)


def test_and_elsewhere_where_that_is_taken():
    taken = Taken()
    taken.add(Bounds(x=80, y=-20, width=40, height=40))
    assert letter_spot(WAY, 20, 10, taken) == Point(x=200, y=50)


def test_over_a_part_that_is_too_short_to_be_seen_behind_them():
    assert letter_spot((Point(x=0, y=0), Point(x=30, y=0)), 20, 10, Taken()) == Point(x=15, y=-7)


@given(st.lists(st.tuples(st.integers(-50, 250), st.integers(-50, 150)), max_size=30))
def test_the_spot_that_covers_least_is_taken(corners):
    taken = Taken()
    taken.add(None)
    boxes = [Bounds(x=x, y=y, width=30, height=20) for x, y in corners]
    for box in boxes:
        taken.add(box)
    at = letter_spot(WAY, 20, 10, taken)
    middle = Bounds(x=90, y=-5, width=20, height=10)
    assert taken.covered(Bounds(x=at.x - 10, y=at.y - 5, width=20, height=10)) <= taken.covered(middle)


def test_what_is_covered_is_an_area():
    taken = Taken()
    taken.add(Bounds(x=0, y=0, width=300, height=10))
    assert taken.covered(Bounds(x=250, y=5, width=100, height=100)) == 250
    assert taken.covered(Bounds(x=300, y=0, width=10, height=10)) == 0


def test_letters_below_a_gateway_leave_the_names_of_its_lines_free():
    room = Bounds(x=100, y=30, width=24, height=12)
    taken = Taken()
    assert beside_line(room, taken) == 100
    taken.add(Bounds(x=60, y=28, width=38, height=12))
    assert beside_line(room, taken) == 114
    taken.add(Bounds(x=104, y=28, width=60, height=12))
    assert beside_line(room, taken) == 100
