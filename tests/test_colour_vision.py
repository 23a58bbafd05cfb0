import pytest

from benchmarks.colour_vision import MATRICES, SIGHTS, contrast, seen, seen_colour


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("grey", ["#000000", "#808080", "#ffffff"])
def test_what_has_no_colour_stays_as_it_is(sight, grey):
    assert seen_colour(grey, sight) == grey


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_light_is_won_or_lost_in_white(sight):
    assert [sum(row) for row in MATRICES[sight]] == pytest.approx([1, 1, 1], abs=1e-5)


def test_red_and_green_of_the_same_light_are_alike_without_one_of_the_cones():
    red, green = "#c80000", "#006c00"
    apart = contrast(red, green)
    assert apart < 1.3
    blue = int(seen_colour(red, "deuteranopia")[5:], 16) - int(seen_colour(green, "deuteranopia")[5:], 16)
    assert abs(blue) < 60


def test_colours_of_a_drawing_are_exchanged_and_nothing_else():
    assert seen('<path id="#1" fill="#ff0000" d="M1 2"/>', "grey") == '<path id="#1" fill="#7f7f7f" d="M1 2"/>'
