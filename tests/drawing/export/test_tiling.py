import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.drawing.export.tiling import (
    LEAST_SCALE,
    MM,
    MOST_SCALE,
    MOST_TILES,
    NATURAL_SCALE,
    OVERLAP,
    PAPERS,
    plan,
)
from procmap.model import BadInput

BELOW = {True: 0.0, False: 0.0}
LENGTHS = st.floats(20, 12_000)


@given(LENGTHS, LENGTHS, st.sampled_from(PAPERS), st.floats(0, 200))
def test_a_picture_is_never_smaller_than_readable_and_lies_on_the_paper(width, height, paper, below):
    try:
        planned = plan(width, height, paper, below={True: below, False: below})
    except BadInput:
        return
    assert planned.scale >= LEAST_SCALE - 1e-9
    assert planned.scale <= MOST_SCALE
    if not planned.tiles:
        assert width * planned.scale <= planned.frame.room_width + 1e-6
        assert height * planned.scale <= planned.frame.room_height + 1e-6


@given(LENGTHS, LENGTHS, st.sampled_from(PAPERS), st.floats(0.3, 2))
def test_tiles_show_every_place_of_the_picture(width, height, paper, scale):
    try:
        planned = plan(width, height, paper, below=BELOW, scale=scale)
    except BadInput:
        return
    assert planned.scale == pytest.approx(scale * NATURAL_SCALE)
    if not planned.tiles:
        return
    frame = planned.frame
    for length, room, shown, starts in (
        (width, frame.room_width, planned.window_width, sorted({tile.x for tile in planned.tiles})),
        (height, frame.room_height, planned.window_height, sorted({tile.y for tile in planned.tiles})),
    ):
        assert shown <= room + 1e-6
        assert starts[0] == 0
        assert all(after == pytest.approx(before + shown - OVERLAP) for before, after in itertools.pairwise(starts))
        assert starts[-1] + shown == pytest.approx(length * planned.scale)
    assert len({tile.mark for tile in planned.tiles}) == len(planned.tiles) == planned.rows * planned.columns


def test_tiles_are_called_by_row_and_column():
    planned = plan(8000, 3000, "a4", below=BELOW)
    assert planned.at(0, 1) == "A2"
    assert planned.at(1, 0) == "B1"
    assert planned.at(-1, 0) == planned.at(0, planned.columns) == ""


def test_a_picture_that_is_higher_than_wide_stands_upright():
    assert not plan(400, 900, "a4", below=BELOW).frame.is_landscape
    assert plan(900, 400, "a4", below=BELOW).frame.is_landscape


def test_what_fits_in_small_is_tiled_when_that_is_asked_for():
    assert not plan(1100, 300, "a4", below=BELOW).tiles
    tiled = plan(1100, 300, "a4", below=BELOW, tile=True)
    assert tiled.tiles
    assert tiled.scale == NATURAL_SCALE


def test_larger_paper_takes_fewer_tiles():
    small, large = (plan(9000, 1000, paper, below=BELOW).tiles for paper in PAPERS)
    assert len(large) < len(small)


def test_pages_without_end_are_refused():
    with pytest.raises(BadInput) as told:
        plan(1e6, 1e6, "a4", below=BELOW)
    assert told.value.finding.code == "too-many-tiles"
    assert told.value.finding.params["most"] == MOST_TILES


def test_paper_is_as_large_as_it_is_called():
    frame = plan(900, 400, "a3", below=BELOW).frame
    assert (frame.width / MM, frame.height / MM) == pytest.approx((420, 297))
