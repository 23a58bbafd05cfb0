from __future__ import annotations

from lxml import etree

from procmap.drawing.text import block, label_box
from procmap.drawing.theme import LIGHT
from procmap.model import Bounds

BOX = Bounds(x=0, y=0, width=90, height=80)


def test_nothing_for_nothing():
    assert block("  ", BOX, 12, 3, LIGHT) == ""


def test_lines_stand_around_the_middle():
    ys = [
        float(line.get("y"))
        for line in etree.fromstring(block("Kontrollere om søknaden", BOX, 12, 3, LIGHT)).iter("tspan")
    ]
    assert len(ys) == 2
    assert abs(sum(ys) / 2 - 12 * 0.35 - 40) < 0.1


def test_a_halo_lies_behind_the_letters():
    assert 'paint-order="stroke"' in block("ja", BOX, 11, 1, LIGHT, halo=True)


def test_turned_text_is_wrapped_to_the_height():
    high = Bounds(x=0, y=0, width=30, height=300)
    assert block("Saksbehandler i byggesak", high, 12, 2, LIGHT, turned=True).count("<tspan") == 1


def test_a_given_box_that_is_too_narrow_is_widened_around_its_middle():
    given = Bounds(x=100, y=5, width=30, height=10)
    box = label_box("Godkjenning?", given, BOX)
    assert box.width == 100
    assert (box.x + box.width / 2, box.y) == (115, 5)
    words = "Vedtak sendt til søker og naboer"
    above = label_box(words, given.replace(height=14), BOX, upwards=True)
    assert above.height == 28
    assert above.y + above.height == 5 + 14
    assert label_box(words * 3, given.replace(height=70), BOX).height == 70
    assert label_box("ja", given.replace(x=float("nan")), BOX) == BOX
