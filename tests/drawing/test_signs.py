from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing.signs import SIGNS, sign
from procmap.drawing.theme import LIGHT

WRITTEN = ("level", "organisation", "none")


@pytest.mark.parametrize("kind", SIGNS)
def test_every_sign_is_a_path_and_none_is_a_glyph(kind):
    root = etree.fromstring(f"<g>{sign(kind, '#000000', LIGHT)}</g>")
    assert {child.tag for child in root} == (set() if kind in WRITTEN else {"path"})


def test_signs_differ_without_colour():
    pictures = [sign(kind, "#000000", LIGHT) for kind in SIGNS if kind not in WRITTEN]
    same_shape = {"common": "decided", "confirmed": "proposed"}
    assert len(set(pictures)) >= len(pictures) - len(same_shape)


def test_a_control_that_would_be_lost_is_red_with_a_mark_of_its_own():
    assert LIGHT.lost in sign("control-lost", "#000000", LIGHT)
    assert sign("control-lost", "#000000", LIGHT).count("<path") == 2
