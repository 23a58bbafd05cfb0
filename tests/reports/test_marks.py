import re
from importlib.resources import files

import pytest

from procmap.comparison.matrix import SIGNS
from procmap.comparison.values import Sign
from procmap.drawing.palette import COLOURS
from procmap.drawing.signs import OUTLINES
from procmap.reports import marks
from procmap.reports.text import SIGN_CHARACTERS
from tests.contrast import contrast


def test_pages_draw_the_signs_as_drawings_do():
    drawn = {sign: OUTLINES.get(marks.DRAWN[sign]) for sign in marks.SIGN_PATHS}
    assert {sign for sign, path in drawn.items() if path != marks.SIGN_PATHS[sign]} == {"level"}


def test_every_sign_has_a_drawing_and_a_character_of_its_own():
    signs = set(Sign.__args__)
    assert set(marks.SIGN_PATHS) == set(SIGN_CHARACTERS) == signs
    assert len(set(SIGN_CHARACTERS.values())) == len(signs)
    assert set(SIGNS.values()) <= signs


@pytest.mark.parametrize(("scheme", "colours"), [(0, COLOURS["light"]), (1, COLOURS["dark"])])
def test_the_colours_of_the_page_are_seen_on_its_grounds(scheme, colours):
    style = files("procmap.reports").joinpath("page.css").read_text("utf-8")
    block = re.findall(r":root \{([^}]*--ground[^}]*)\}", style)[scheme]
    colour = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
    grounds = [colour[name] for name in ("ground", "head", "gap", "differs")]
    for ground in grounds:
        assert min(contrast(colour[name], ground) for name in ("ink", "soft", "link")) >= 4.5, ground
        assert contrast(colour["strong"], colour["ground"]) >= 3
    assert min(contrast(own, ground) for own in colours for ground in grounds[:2]) >= 3
