from __future__ import annotations

import re

from procmap.drawing.palette import COLOURS
from procmap.harmonisation import harmonise
from procmap.reports.pictures import common, overlay, side_by_side
from procmap.reports.pictures.dark_page import dark_rules, in_the_dark
from tests.alignment.parties import party
from tests.reports.pictures.drawn import aligned, compared

COLOUR = re.compile(r'(?:fill|stroke)="([^"]+)"')


def test_every_colour_of_a_light_picture_has_a_dark_one():
    told = [party(f"O{at}", f"s(start) -> motta -> n{at} -> e(end)", lanes={"Arkiv": "motta"}) for at in range(10)]
    comparison, result = compared(told), harmonise(told, aligned(told))
    for picture in (overlay(told, comparison), side_by_side(told, comparison), common(told, comparison, result)):
        used = set(COLOUR.findall(picture.svg())) - {"none"}
        assert used <= set(in_the_dark())
        assert not set(COLOUR.findall(overlay(told, comparison, theme="dark").svg())) & set(COLOURS["light"])


def test_no_two_things_of_one_light_colour_are_different_in_the_dark():
    assert len(set(in_the_dark())) == len(in_the_dark()) == 7 + 10 + 1


def test_only_screens_are_dark():
    assert dark_rules().startswith("@media screen and (prefers-color-scheme: dark) {")
