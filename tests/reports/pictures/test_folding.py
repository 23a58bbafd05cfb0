from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.reports.pictures.folding import Fold, Holder, Stretch, folded

WHOLE = Stretch(0, 1000)
STRETCHES = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 100)).map(lambda one: Stretch(one[0], sum(one))))


def test_what_is_empty_is_taken_out_but_for_a_little():
    fold = folded(WHOLE, [Stretch(100, 200), Stretch(700, 800)])
    assert fold.at(100) == 0
    assert fold.at(200) == 100
    assert fold.at(700) == 112
    assert fold.height == 212


def test_a_holder_stays_as_high_as_it_has_to_be():
    taken = [Stretch(100, 110), Stretch(390, 400)]
    assert folded(WHOLE, taken, [Holder(100, 400, 150)]).height == 150
    assert folded(WHOLE, taken, [Holder(100, 400, 500)]).height == 300


def test_nothing_taken_is_nothing_left():
    assert folded(WHOLE, []).height == 0


@given(STRETCHES)
def test_what_is_taken_keeps_its_height_and_its_order(taken: list[Stretch]):
    fold = folded(WHOLE, taken)
    for one in taken:
        assert fold.at(one.bottom) - fold.at(one.top) == one.bottom - one.top
    heights = [fold.at(y) for y in range(0, 1001, 50)]
    assert all(first <= second for first, second in pairwise(heights))


def test_without_cuts_everything_stays():
    assert Fold(50, 90).at(70) == 20
