from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.docks import Dock
from procmap.layout.ways import Lines, fit, way_along, ways

PLACES = st.integers(0, 300).map(float)
DOCKS = st.builds(Dock, PLACES, PLACES, st.sampled_from(["left", "right", "top", "bottom"]), st.just(0.0))
LINES = st.lists(PLACES, max_size=6, unique=True).map(sorted)
OUT = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}


@given(DOCKS, DOCKS, LINES, LINES, st.integers(0, 4))
def test_ways_are_orthogonal_and_leave_outwards(begin, end, xs, ys, bends):
    for length, places in ways(Lines(xs, ys), begin, end, bends):
        way = way_along(begin, end, places, bends)
        assert fit(begin, end, bends)
        assert length == sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(way))
        assert len(way) == bends + 2
        assert (way[0], way[-1]) == ((begin.x, begin.y), (end.x, end.y))
        assert all((a.x == b.x) != (a.y == b.y) for a, b in pairwise(way))
        for dock, first, second in ((begin, way[0], way[1]), (end, way[-1], way[-2])):
            x, y = OUT[dock.side]
            assert (second.x - first.x) * x + (second.y - first.y) * y > 0


def test_docks_that_face_each_other_are_joined_straight():
    begin, end = Dock(0, 10, "right", 0), Dock(100, 10, "left", 0)
    assert list(ways(Lines((), ()), begin, end, 0)) == [(100, ())]
    assert way_along(begin, end, (), 0) == ((0, 10), (100, 10))


@given(DOCKS, DOCKS, st.builds(Lines, LINES, LINES), st.integers(0, 4), st.integers(0, 900))
def test_ways_that_are_too_long_are_left_out(begin, end, lines, bends, most):
    every = list(ways(lines, begin, end, bends))
    assert list(ways(lines, begin, end, bends, most)) == [pair for pair in every if pair[0] < most]
