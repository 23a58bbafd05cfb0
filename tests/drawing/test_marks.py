from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing import SIGNS, Mark, draw
from procmap.drawing.marks import BADGE, MOST_BADGES, badges, colour_of, rings
from procmap.drawing.theme import DASHES, INK
from procmap.layout import place
from procmap.model import Activity, Bounds, Process, SequenceFlow

BOX = Bounds(x=0, y=0, width=100, height=80)


def badge_titles(svg: str) -> list[str]:
    root = etree.fromstring(f"<g>{svg}</g>")
    return [title.text for title in root.iter("title")]


def test_badges_lie_on_the_top_edge_in_their_order():
    svg, room = badges([Mark("a", "differs", text="Ulik"), Mark("a", "timing", text="Annen frist")], 50, 10)
    assert badge_titles(svg) == ["Ulik", "Annen frist"]
    assert room.y == 10 - BADGE / 2
    assert room.x + room.width / 2 == 50


def test_at_most_four_badges_then_how_many_more_with_their_words():
    marks = [Mark("a", sign, text=sign) for sign in ("only", "differs", "order", "timing", "record", "question")]
    svg, _ = badges(marks, 50, 0)
    assert badge_titles(svg)[:MOST_BADGES] == ["only", "differs", "order", "timing"]
    assert badge_titles(svg)[-1] == "record, question"
    assert "+2" in svg


def test_letters_and_levels_are_written():
    assert ">4<" in badges([Mark("a", "level", text="Servicenivå 4", letter="4")], 0, 0)[0]
    assert "<script" not in badges([Mark("a", letter="<script>")], 0, 0)[0]


def test_an_outline_for_each_mark_with_a_pattern_in_its_pattern():
    svg, reach = rings([Mark("a", pattern="solid"), Mark("a"), Mark("a", pattern="dotted")], BOX, round_=False)
    assert svg.count("<rect") == 2
    assert DASHES["dotted"] in svg
    assert reach > 0
    assert rings([], BOX, round_=True) == ("", 0)


@pytest.mark.parametrize("colour", ["red", "#12", '#00000"', "url(#x)", "", "#gggggg"])
def test_what_is_no_colour_is_ink(colour):
    assert colour_of(Mark("a", colour=colour)) == INK


def test_a_colour_is_used():
    assert "#0072B2" in rings([Mark("a", pattern="dashed", colour="#0072B2")], BOX, round_=False)[0]


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_on_every_kind_of_element(sign):
    nodes = (Activity(id="a"), Activity(id="b"))
    process = Process(id="p", nodes=nodes, flows=(SequenceFlow(id="f", source="a", target="b"),))
    plain = draw(process, place(process))
    for element in ("a", "f"):
        marked = draw(process, place(process), [Mark(element, sign, "dash-dot", "#A8558A", "ordet")])
        assert marked != plain
        etree.fromstring(marked)
        assert ("ordet" in marked) == (sign != "none")


def test_what_is_missing_is_pale():
    process = Process(id="p", nodes=(Activity(id="a"),))
    assert 'opacity="0.35"' in draw(process, place(process), [Mark("a", "missing", text="Mangler")])
