from __future__ import annotations

from procmap.drawing.extent import Extent
from procmap.model import Bounds


def test_extent():
    extent = Extent()
    extent.add(Bounds(x=-10, y=5, width=20, height=20), 2)
    extent.add(Bounds(x=50, y=0, width=0, height=0))
    extent.add(None)
    extent.add(Bounds(x=float("inf"), y=0, width=1, height=1))
    assert extent.box(3) == Bounds(x=-15, y=-3, width=68, height=33)


def test_nothing():
    assert Extent().box(5) == Bounds(x=0, y=0, width=10, height=10)
