from __future__ import annotations

from procmap.layout.bands import set_bands
from procmap.layout.frames import Frame, Item
from procmap.model import Lane


def banded(*lanes: Lane, items: str = "") -> tuple[Frame, dict[str, int]]:
    frame = Frame("", None, 1)
    frame.items = [Item(key, None, frame) for key in items]
    return frame, set_bands(frame, lanes)


def test_without_lanes_there_is_one_band():
    frame, numbers = banded(items="ab")
    assert [band.lane for band in frame.bands] == [None]
    assert numbers == {"a": 0, "b": 0}


def test_lanes_keep_their_order_and_empty_ones_are_kept():
    frame, numbers = banded(Lane(id="z", nodes=("b",)), Lane(id="y"), Lane(id="x", nodes=("a",)), items="ab")
    assert [band.lane for band in frame.bands] == ["z", "y", "x"]
    assert numbers == {"a": 2, "b": 0}


def test_the_innermost_lane_counts_and_a_lane_around_gets_a_strip_for_its_own():
    lanes = (Lane(id="out", nodes=("a", "b")), Lane(id="in", parent="out", nodes=("b",)))
    frame, numbers = banded(*lanes, items="ab")
    assert [band.lane for band in frame.bands] == ["in", "out"]
    assert numbers == {"a": 1, "b": 0}
    assert {(strip.lane, strip.depth, strip.first, strip.last) for strip in frame.strips} == {
        ("in", 1, 0, 0),
        ("out", 0, 0, 1),
    }


def test_what_is_in_no_lane_comes_last():
    frame, numbers = banded(Lane(id="l", nodes=("a", "gone")), items="ab")
    assert [band.lane for band in frame.bands] == ["l", None]
    assert numbers["b"] == 1


def test_lanes_in_each_other():
    frame, _ = banded(Lane(id="a", parent="b"), Lane(id="b", parent="a"))
    assert {strip.lane for strip in frame.strips} == {"a", "b"}
