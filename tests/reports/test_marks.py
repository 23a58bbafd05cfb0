import re
from importlib.resources import files

import pytest

from procmap.comparison.matrix import SIGNS
from procmap.comparison.values import Sign
from procmap.reports import marks
from procmap.reports.text import SIGN_CHARACTERS


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("colours", "ground"), [(marks.LIGHT, marks.LIGHT_BACKGROUND), (marks.DARK, marks.DARK_BACKGROUND)]
)
def test_every_colour_is_seen_on_its_ground(colours, ground):
    assert [colour for colour in colours if contrast(colour, ground) < 3] == []


def test_colours_and_patterns_are_all_different():
    for all_of in (marks.LIGHT, marks.DARK, marks.PATTERNS):
        assert len(set(all_of)) == len(all_of) == marks.LETTERED


def test_every_sign_has_a_drawing_and_a_character_of_its_own():
    signs = set(Sign.__args__)
    assert set(marks.SIGN_PATHS) == set(SIGN_CHARACTERS) == signs
    assert len(set(SIGN_CHARACTERS.values())) == len(signs)
    assert set(SIGNS.values()) <= signs


def test_ten_letters_and_then_numbers():
    assert [marks.letter(place, 10) for place in (0, 9)] == ["A", "J"]
    assert [marks.letter(place, 11) for place in (0, 10)] == ["1", "11"]


@pytest.mark.parametrize(("scheme", "colours"), [(0, marks.LIGHT), (1, marks.DARK)])
def test_the_colours_of_the_page_are_seen_on_its_grounds(scheme, colours):
    style = files("procmap.reports").joinpath("page.css").read_text("utf-8")
    block = re.findall(r":root \{([^}]*--ground[^}]*)\}", style)[scheme]
    colour = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
    grounds = [colour[name] for name in ("ground", "head", "gap", "differs")]
    for ground in grounds:
        assert min(contrast(colour[name], ground) for name in ("ink", "soft", "link")) >= 4.5, ground
        assert contrast(colour["strong"], colour["ground"]) >= 3
    assert min(contrast(own, ground) for own in colours for ground in grounds[:2]) >= 3
