from __future__ import annotations

import pytest

from procmap.layout import place
from procmap.model import Lane
from tests.layout.laws import broken_laws
from tests.layout.test_completing import bounds, two_lanes


@pytest.mark.parametrize("where", [0, 1, 2])
def test_a_new_lane_goes_where_it_stands_among_the_others(where: int):
    process = two_lanes()
    fixed = place(process)
    lanes = list(process.lanes)
    lanes.insert(where, Lane(id="new", pool="pool"))
    process = process.replace(lanes=tuple(lanes))
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    was, now = bounds(fixed), bounds(diagram)
    assert now["pool"].height - was["pool"].height == now["new"].height
    moved = {key for key in "abcdex" if was[key] != now[key]}
    assert moved == {0: set("abcdex"), 1: {"x"}, 2: set()}[where]


def test_a_lane_that_is_only_not_drawn_takes_the_gap():
    process = two_lanes()
    whole = place(process)
    fixed = whole.replace(shapes=tuple(shape for shape in whole.shapes if shape.element != "upper"))
    assert bounds(place(process, fixed=fixed)) == bounds(whole)


def test_lanes_in_a_lane_that_is_new_share_it():
    process = two_lanes()
    fixed = place(process)
    inside = (Lane(id="new", pool="pool"), *(Lane(id=f"part{n}", pool="pool", parent="new") for n in range(3)))
    process = process.replace(lanes=(*process.lanes, *inside))
    diagram = place(process, fixed=fixed)
    assert broken_laws(process, diagram) == []
    now = bounds(diagram)
    assert sum(now[f"part{n}"].height for n in range(3)) == now["new"].height
