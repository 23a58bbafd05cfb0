from __future__ import annotations

from procmap.layout.own_labels import settled
from procmap.layout.space import overlaps
from procmap.model import Bounds, Point, Shape

EVENT = Shape(
    element="e",
    bounds=Bounds(x=100, y=100, width=36, height=36),
    label=Bounds(x=88, y=140, width=60, height=14),
)


def test_a_label_gives_way_to_an_edge():
    below = {"f": (Point(x=118, y=136), Point(x=118, y=300))}
    label = settled({"e": EVENT}, ["e"], below)["e"].label
    assert label is not None
    assert label != EVENT.label
    assert not overlaps(label, EVENT.bounds)
    assert not label.x < 118 < label.x + label.width


def test_a_label_that_is_free_stays():
    aside = {"f": (Point(x=136, y=118), Point(x=300, y=118))}
    assert settled({"e": EVENT}, ["e"], aside)["e"] == EVENT
