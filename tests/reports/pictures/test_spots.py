from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.model import Bounds, Diagram, Edge, Point, Shape
from procmap.reports.pictures.spots import free_spot

ROOM = Bounds(x=0, y=0, width=70, height=200)
BAND = Shape(element="band", bounds=Bounds(x=-50, y=0, width=900, height=200))


def spot(*boxes: Bounds, edges: tuple[Edge, ...] = ()) -> Bounds:
    shapes = (BAND, *(Shape(element=f"n{number}", bounds=box) for number, box in enumerate(boxes)))
    return free_spot(Diagram(shapes=shapes, edges=edges), "band", ROOM, 34)


def test_the_middle_where_it_is_free():
    assert spot() == Bounds(x=0, y=83, width=70, height=34)


def test_beside_what_stands_there():
    found = spot(Bounds(x=10, y=80, width=100, height=40))
    assert found.y + found.height <= 80 - 4 or found.y >= 120 + 4


def test_beside_lines_too():
    way = Edge(element="f", waypoints=(Point(x=-40, y=100), Point(x=400, y=100)))
    found = spot(edges=(way,))
    assert found.y + found.height <= 96 or found.y >= 104


def test_what_stands_in_other_columns_does_not_count():
    assert spot(Bounds(x=100, y=0, width=100, height=200)) == spot()


def test_the_widest_free_part_where_none_is_high_enough():
    found = spot(Bounds(x=0, y=0, width=70, height=170))
    assert found.y + found.height / 2 == 187


def test_the_middle_where_nothing_is_free():
    assert spot(Bounds(x=0, y=-10, width=70, height=300)) == spot()


@given(st.lists(st.tuples(st.integers(-50, 220), st.integers(1, 60)), max_size=6))
def test_always_in_the_column(taken):
    found = spot(*(Bounds(x=0, y=y, width=50, height=height) for y, height in taken))
    assert (found.x, found.width, found.height) == (0, 70, 34)
    assert -34 <= found.y <= 200
