from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.drawing import Share, draw
from procmap.drawing.edges import SEQUENCE
from procmap.drawing.palette import look
from procmap.drawing.strokes import THICK, Strokes
from procmap.drawing.theme import LIGHT
from procmap.layout import place
from procmap.model import Activity, Bounds, Event, Gateway
from tests.behaviour.builders import process

TASK = Bounds(x=10, y=20, width=100, height=80)
ROUND = Bounds(x=10, y=20, width=36, height=36)
STROKES = Strokes("light")


def paths(drawn: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<g>{drawn}</g>").iter("path"))


def strokes(drawn: str) -> list[etree._Element]:
    """Return the strokes, of those that are painted in two the last one; first what lies under all."""
    seen = {path.get("d"): path for path in paths(drawn) if path.get("stroke") != LIGHT.paper}
    return list(seen.values())


def length(path: etree._Element) -> float:
    points = [tuple(map(float, each.split())) for each in re.split("[ML]", path.get("d"))[1:]]
    return sum(math.dist(one, other) for one, other in pairwise(points))


@pytest.mark.parametrize("places", [(0, 1), (0, 2, 4), tuple(range(9))])
def test_an_outline_is_cut_into_as_many_equal_strokes_as_have_it(places):
    share = Share("a", places, 10)
    drawn = STROKES.outline(share, Activity(id="a"), TASK)
    under, parts = paths(drawn)[0], strokes(drawn)
    assert len(parts) == len(places)
    assert [path.get("stroke") for path in parts] == [look(each, 10).colour for each in places]
    assert len({round(length(path)) for path in parts}) <= 2
    assert sum(map(length, parts)) == pytest.approx(length(under), abs=0.5)


def test_what_all_have_is_one_calm_thick_line():
    (line,) = paths(STROKES.outline(Share("a", (0, 1), 2), Activity(id="a"), TASK))
    assert (line.get("stroke"), line.get("stroke-width"), line.get("stroke-dasharray")) == (LIGHT.ink, str(THICK), None)


def test_the_strokes_of_an_event_leave_its_own_lines():
    event = Event(id="e", type="endEvent")
    assert STROKES.outline(Share("e", (0, 1), 2), event, ROUND) == ""
    parts = paths(STROKES.outline(Share("e", (0, 1), 3), event, ROUND))
    assert {path.get("stroke") for path in parts} == {look(0, 3).colour, look(1, 3).colour}


def test_a_gateway_is_a_diamond():
    (line,) = paths(STROKES.outline(Share("g", (0,), 1), Gateway(id="g"), ROUND))
    assert line.get("d").count("L") == 4


@given(st.sets(st.integers(0, 11), min_size=1), st.sampled_from([Activity(id="a"), Gateway(id="a")]))
def test_strokes_go_all_the_way_round(places, element):
    share = Share("a", tuple(sorted(places)), 12)
    lines = strokes(STROKES.outline(share, element, TASK))
    ends = [re.split("[ML]", path.get("d"))[1:] for path in lines]
    assert ends[0][0] == ends[-1][-1]
    assert all(one[-1] == other[0] for one, other in pairwise(ends))


def test_lines_are_the_wider_the_more_go_that_way():
    widths = [STROKES.style(Share("f", tuple(range(count)), 5), SEQUENCE).width for count in (1, 2, 3, 4, 5)]
    assert widths == sorted(set(widths))
    alone = STROKES.style(Share("f", (1,), 5), SEQUENCE)
    assert (alone.colour, alone.dashes) == (look(1, 5).colour, "8 4")


def test_letters_are_written_where_not_all_have_it():
    assert STROKES.letters(Share("a", (0, 1), 2), 50, 0, 90) == ("", None)
    assert STROKES.letters(Share("a", (0,), 2, lettered=False), 50, 0, 90) == ("", None)
    written, room = STROKES.letters(Share("a", (0, 2), 3), 50, 0, 90)
    assert re.findall(">([^<>]+)<", written) == ["A", "C"]
    assert room is not None
    assert room.x + room.width / 2 == pytest.approx(50)


def test_what_does_not_fit_is_counted():
    written, room = STROKES.letters(Share("a", tuple(range(60)), 100), 50, 0, 90)
    texts = re.findall(">([^<>]+)<", written)
    assert int(texts[-1][1:]) == 60 - len(texts) + 1
    assert room is not None
    assert room.width <= 94


def test_a_drawing_says_whose_its_elements_are():
    told = process("s(start) -> a -> e(end)")
    svg = draw(told, place(told), shares=[Share("a", (0,), 2, "Fjordvik"), Share("s>a", (0,), 2, "Fjordvik")])
    assert "Task: a; Fjordvik" in svg
    assert svg.count(">A</text>") == 2
