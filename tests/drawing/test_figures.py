from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing import Figure, draw
from procmap.drawing.figures import Figures, Tag, plate_width
from procmap.drawing.palette import look
from procmap.layout import place
from procmap.model import Bounds, Point
from tests.behaviour.builders import process

BOX = Bounds(x=10, y=20, width=100, height=30)
MADE = Figures()


def parsed(figure: Figure) -> etree._Element:
    return etree.fromstring(f"<g>{figure.content}</g>")


def test_a_caption_is_cut_with_its_whole_text_as_title():
    root = parsed(MADE.caption("Kontrollere om søknaden er komplett", BOX, 12))
    assert "".join(root.find(".//text").itertext()).endswith("…")
    assert root.find(".//title").text == "Kontrollere om søknaden er komplett"


def test_the_colours_are_those_of_the_theme():
    assert MADE.caption("x", BOX, 12).content != Figures("dark").caption("x", BOX, 12).content
    assert len({MADE.colour(tone) for tone in ("ink", "line", "group", "faint")}) == 4


def test_a_rule_is_in_the_pattern_of_an_organisation():
    own = look(1, 3)
    figure = MADE.rule((Point(x=30, y=5), Point(x=10, y=5)), own.colour, own.pattern, 3)
    assert figure.box == Bounds(x=10, y=5, width=20, height=0)
    assert parsed(figure).find(".//path").get("stroke-dasharray") == "8 4"


def test_a_plate_grows_with_its_number():
    assert plate_width(look(0, 3), 20) == 20
    assert plate_width(look(99, 100), 20) > 20
    assert "".join(parsed(MADE.plate(look(99, 100), 0, 0, 20)).itertext()) == "100"


def test_signs_and_gaps_have_words():
    assert parsed(MADE.picture("differs", "noe er ulikt", Point(x=0, y=0), 15)).find(".//title").text == "noe er ulikt"
    assert parsed(MADE.picture("differs", "", Point(x=0, y=0), 15)).find(".//title") is None
    gap = MADE.gap(BOX, "har ikke dette")
    assert parsed(gap).find(".//title").text == "har ikke dette"
    assert gap.box.x + gap.box.width / 2 == BOX.x + BOX.width / 2


def test_a_bracket_reaches_over_all():
    figure = MADE.bracket(10, 90, 40, 5, word="flere")
    assert figure.box == Bounds(x=10, y=35, width=80, height=10)


@pytest.mark.parametrize("count", [1, 3, 60])
def test_tags_share_their_room(count):
    looks = tuple(look(each, 100) for each in range(count))
    figure = MADE.tags([Tag("only", "nytt", looks), Tag("moved", "rolle", looks)], 50, 0, 120)
    assert figure.box.width <= 130
    assert [title.text for title in parsed(figure).iter("title")] == ["nytt", "rolle"]


def test_figures_widen_the_drawing():
    told = process("s(start) -> e(end)")
    far = MADE.gap(Bounds(x=5000, y=0, width=20, height=20), "x")
    root = etree.fromstring(draw(told, place(told), figures=[far]).encode())
    assert float(root.get("width")) > 5000
