from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing import SIGNS, Mark, draw
from procmap.drawing.lines import STROKES
from procmap.drawing.marks import (
    BADGE,
    MOST_BADGES,
    badges,
    colour_of,
    edge_room,
    guest_room,
    node_room,
    outlines,
    stands_above,
)
from procmap.drawing.theme import LIGHT
from procmap.layout import place
from procmap.model import Activity, Bounds, Gateway, Point, Process, SequenceFlow

BOX = Bounds(x=0, y=0, width=100, height=80)
ICON = Bounds(x=5, y=5, width=15, height=15)
SIX = [Mark("a", sign, text=sign) for sign in ("only", "differs", "order", "timing", "record", "question")]


def drawn_badges(marks: list[Mark]) -> str:
    return badges(marks, node_room(marks, BOX, 0, None), LIGHT, lambda mark: mark.text)


def badge_titles(svg: str) -> list[str]:
    return [title.text for title in etree.fromstring(f"<g>{svg}</g>").iter("title")]


def overlap(one: Bounds, other: Bounds) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def test_badges_are_drawn_in_their_order_on_the_top_edge():
    marks = [Mark("a", "differs", text="Ulik"), Mark("a", "timing", text="Annen frist")]
    assert badge_titles(drawn_badges(marks)) == ["Ulik", "Annen frist"]
    room = node_room(marks, BOX, 0, None)
    assert room.x + room.width / 2 == 50
    assert room.y < 0 < room.y + BADGE


def test_at_most_four_badges_then_how_many_more_with_their_words():
    svg = drawn_badges(SIX)
    assert badge_titles(svg)[:MOST_BADGES] == ["only", "differs", "order", "timing"]
    assert badge_titles(svg)[-1] == "record, question"
    assert "+2" in svg


def test_badges_cover_neither_the_picture_of_the_type_nor_a_label_above():
    assert not overlap(node_room(SIX, BOX, 0, None), ICON)
    label = Bounds(x=10, y=-32, width=80, height=28)
    assert not overlap(node_room(SIX, BOX, 0, label), label)
    assert node_room(SIX, BOX, 0, label).y < label.y
    below = label.replace(y=84)
    assert node_room(SIX, BOX, 0, below) == node_room(SIX, BOX, 0, None)


def test_badges_of_a_shape_with_a_foot_stand_there_where_its_label_stands_above():
    label = Bounds(x=10, y=-32, width=80, height=28)
    room = node_room(SIX, BOX, 0, label, has_foot=True)
    assert room.y < BOX.y + BOX.height < room.y + BADGE
    assert stands_above(label, BOX)
    assert not stands_above(label.replace(y=84), BOX)
    assert not stands_above(None, BOX)


def test_badges_of_an_event_on_a_border_lie_outside_its_activity():
    for y in (-18, 62):
        event = Bounds(x=50, y=y, width=36, height=36)
        room = guest_room(SIX, event, 5, BOX)
        assert not overlap(room, BOX)
        assert not overlap(room, event)
    assert guest_room([], event, 0, BOX) is None


def test_badges_of_an_edge_lie_beside_it():
    assert edge_room([], Point(x=0, y=0)) is None
    assert edge_room([Mark("f", "order")], Point(x=50, y=10)) == Bounds(x=41, y=12, width=BADGE, height=BADGE)


def test_letters_and_levels_are_written():
    level = drawn_badges([Mark("a", "level", text="Servicenivå 4", letter="4")])
    assert ">4<" in level
    assert f'rx="{BADGE / 2:g}"' in level
    assert "<script" not in drawn_badges([Mark("a", letter="<script>")])


def test_an_outline_for_each_mark_with_a_pattern_in_its_pattern():
    marks = [Mark("a", pattern="solid"), Mark("a"), Mark("a", pattern="dotted")]
    svg, reach = outlines(marks, BOX, LIGHT)
    assert svg.count("<rect") == 2
    assert STROKES["dotted"].dasharray in svg
    assert reach > 0
    assert outlines([], BOX, LIGHT, "circle") == ("", 0)


def test_outlines_follow_the_shape():
    mark = [Mark("a", pattern="double")]
    assert 'rx="45"' in outlines(mark, BOX, LIGHT, "circle")[0]
    assert 'd="M50 -7.07L' in outlines(mark, BOX, LIGHT, "diamond")[0]


@pytest.mark.parametrize("colour", ["red", "#12", '#00000"', "url(#x)", "", "#gggggg"])
def test_what_is_no_colour_is_ink(colour):
    assert colour_of(Mark("a", colour=colour), LIGHT) == LIGHT.ink


def test_a_colour_is_used():
    assert "#0072B2" in outlines([Mark("a", pattern="dashed", colour="#0072B2")], BOX, LIGHT)[0]


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_on_every_kind_of_element(sign):
    nodes = (Activity(id="a"), Gateway(id="g", name="Komplett?"))
    process = Process(id="p", nodes=nodes, flows=(SequenceFlow(id="f", source="a", target="g"),))
    plain = draw(process, place(process))
    for element in ("a", "g", "f"):
        marked = draw(process, place(process), [Mark(element, sign, "dash-dot", "#A8558A", "ordet")])
        assert marked != plain
        etree.fromstring(marked)
        assert ("<title>ordet</title>" in marked) == (sign != "none")


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign not in ("none", "organisation")])
def test_every_sign_has_a_word_of_its_own(sign, language):
    process = Process(id="p", nodes=(Activity(id="a"),))
    root = etree.fromstring(draw(process, place(process), [Mark("a", sign)], language=language))
    words = [title.text for title in root.iter("{*}title")][1:]
    assert len(words) == 1
    assert words[0].strip()
    (symbol,) = root.iterfind(".//{*}g[@role='graphics-symbol']")
    assert words[0] in symbol.get("aria-label")


def test_what_is_missing_is_pale_and_dashed():
    process = Process(id="p", nodes=(Activity(id="a"),))
    drawn = draw(process, place(process), [Mark("a", "missing", text="Mangler")])
    assert f'stroke="{LIGHT.faint}"' in drawn
    assert "stroke-dasharray" in drawn
    assert "opacity" not in drawn
