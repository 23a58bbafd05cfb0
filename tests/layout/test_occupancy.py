from __future__ import annotations

from procmap.layout.frames import Frame, Item
from procmap.layout.occupancy import REACH, Occupancy, level, upright


def occupancy() -> Occupancy:
    frame = Frame("", None, 0)
    return Occupancy([Item("a", None, frame, column=1, row=1)])


def test_items_are_in_the_way():
    assert not occupancy().take(level(1, range(3)), ("f", "f"))
    assert occupancy().take(level(0, range(3)), ("f", "f"))


def test_edges_may_cross_but_not_lie_on_each_other_unless_they_share_an_end():
    taken = occupancy()
    assert taken.take(level(0, range(3)), ("f", "t"))
    assert taken.take(upright(range(1), 0), ("g", "u"))
    assert not taken.take(level(0, range(3)), ("g", "u"))
    assert taken.take(level(0, range(3)), ("g", "t"))


def test_nothing_is_taken_when_one_cell_is_not_free():
    taken = occupancy()
    assert not taken.take(level(1, range(3)), ("f", "f"))
    assert taken.take(level(1, range(1)), ("g", "g"))


def test_long_lines_are_refused():
    assert not occupancy().take(level(0, range(REACH + 1)), ("f", "f"))
    assert not occupancy().take(upright(range(10**9), 5), ("f", "f"))
