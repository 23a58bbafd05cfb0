from __future__ import annotations

import pytest

from procmap.drawing.lines import PATTERNS
from procmap.drawing.palette import COLOURS, COMMON, LETTERED, letter, look
from procmap.drawing.theme import THEMES
from tests.contrast import contrast


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_seen_on_paper(theme):
    for colour in (*COLOURS[theme], COMMON[theme]):
        assert contrast(colour, THEMES[theme].paper) >= 3, colour


@pytest.mark.parametrize("theme", THEMES)
def test_ten_organisations_differ_in_letter_colour_and_pattern(theme):
    looks = [look(place, LETTERED, theme) for place in range(LETTERED)]
    for values in zip(*((one.letter, one.colour, one.pattern) for one in looks), strict=True):
        assert len(set(values)) == LETTERED
    assert COMMON[theme] not in COLOURS[theme]
    assert [one.pattern for one in looks[:4]] == ["solid", "dashed", "dotted", "dash-dot"]
    assert len(PATTERNS) == LETTERED


def test_ten_letters_and_then_numbers():
    assert [letter(place, 10) for place in (0, 9)] == ["A", "J"]
    assert [letter(place, 11) for place in (0, 10)] == ["1", "11"]
    assert look(10, 12).colour == look(0, 12).colour
