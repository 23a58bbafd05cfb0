from __future__ import annotations

from procmap.layout.space import Space, Strokes
from procmap.model import Bounds, Point


def test_space_is_taken():
    space = Space([Bounds(x=0, y=0, width=400, height=100)])
    assert not space.is_free(Bounds(x=350, y=50, width=100, height=100))
    free = Bounds(x=400, y=0, width=10, height=10)
    assert space.is_free(free)
    space.take(free)
    assert not space.is_free(free)


def test_edges_through_a_place_are_counted_once():
    strokes = Strokes({"f": (Point(x=0, y=5), Point(x=500, y=5), Point(x=500, y=8), Point(x=0, y=8))})
    assert strokes.crossed(Bounds(x=100, y=0, width=50, height=14)) == 1
    assert strokes.crossed(Bounds(x=100, y=10, width=50, height=14)) == 0
