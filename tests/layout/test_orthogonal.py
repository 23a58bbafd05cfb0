from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.orthogonal import DOWN, LEFT, RIGHT, Dock, Surroundings, find_way
from procmap.model import Bounds, Point
from tests.layout.laws import crosses

WINDOW = Bounds(x=-500, y=-500, width=2000, height=2000)
EMPTY = Surroundings((), (), ())


def box(x: float, y: float) -> Bounds:
    return Bounds(x=x, y=y, width=100, height=80)


def test_the_straight_way_where_nothing_is_between():
    way = find_way([Dock(100, 40, RIGHT)], [Dock(300, 40, LEFT)], EMPTY, WINDOW, 10)
    assert way == (Point(x=100, y=40), Point(x=300, y=40))


def test_around_what_is_between():
    around = Surroundings((box(0, 0), box(150, 0), box(300, 0)), (), ())
    way = find_way([Dock(100, 40, RIGHT)], [Dock(300, 40, LEFT)], around, WINDOW, 10)
    assert way is not None
    assert not any(crosses(first, second, wall) for first, second in pairwise(way) for wall in around.walls)


def test_no_way_out_of_what_is_closed():
    walls = (
        Bounds(x=-50, y=-50, width=10, height=200),
        Bounds(x=150, y=-50, width=10, height=200),
        Bounds(x=-50, y=-60, width=210, height=10),
        Bounds(x=-50, y=150, width=210, height=10),
    )
    assert find_way([Dock(100, 40, RIGHT)], [Dock(300, 40, LEFT)], Surroundings(walls, (), ()), WINDOW, 5) is None


def test_rather_across_another_edge_than_along_it():
    other = (Point(x=100, y=40), Point(x=500, y=40))
    way = find_way([Dock(100, 40, RIGHT)], [Dock(500, 200, LEFT)], Surroundings((), (other,), ()), WINDOW, 10)
    assert way is not None
    along = [abs(a.x - b.x) for a, b in pairwise(way) if a.y == b.y == 40]
    assert sum(along) <= 10


def test_the_cheaper_dock_is_taken():
    docks = [Dock(300, 40, LEFT, cost=500), Dock(350, 80, DOWN)]
    way = find_way([Dock(100, 40, RIGHT)], docks, Surroundings((box(300, 0),), (), ()), WINDOW, 10)
    assert way is not None
    assert way[-1] == Point(x=350, y=80)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), unique=True, min_size=2, max_size=20))
def test_a_way_is_orthogonal_and_through_no_wall(cells: list[tuple[int, int]]):
    walls = [box(column * 140, row * 110) for column, row in cells]
    first, last = walls[0], walls[-1]
    source, target = Dock(first.x + 100, first.y + 40, RIGHT), Dock(last.x, last.y + 40, LEFT)
    way = find_way([source], [target], Surroundings(walls, (), ()), WINDOW, 10)
    assert way is not None
    assert (way[0], way[-1]) == (Point(x=source.x, y=source.y), Point(x=target.x, y=target.y))
    assert all(a.x == b.x or a.y == b.y for a, b in pairwise(way))
    assert not any(crosses(a, b, wall) for a, b in pairwise(way) for wall in walls)
