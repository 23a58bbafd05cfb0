from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.drawing import edges
from procmap.drawing.theme import LIGHT
from procmap.model import Bounds, Edge, Point

WAYS = st.lists(st.builds(Point, x=st.integers(-50, 50), y=st.integers(-50, 50)), min_size=2, max_size=6)


def way(*pairs: tuple[float, float]) -> list[Point]:
    return [Point(x=x, y=y) for x, y in pairs]


@given(WAYS)
def test_any_way_is_drawn_with_any_ends(points):
    points = edges.cleaned(points)
    if len(points) > 1:
        for start in ("none", "circle", "slash", "diamond", "open"):
            etree.fromstring(f"<g>{edges.edge(points, edges.Style(start=start, end='filled'), LIGHT)}</g>")


def test_the_arrow_points_along_the_last_part():
    drawn = edges.edge(way((0, 0), (0, 50), (80, 50)), edges.SEQUENCE, LIGHT)
    assert 'd="M80 50L70 54.5L70 45.5Z"' in drawn


def test_corners_are_rounded_and_short_parts_less():
    assert "L0 44Q0 50 6 50" in edges.edge(way((0, 0), (0, 50), (80, 50)), edges.SEQUENCE, LIGHT)
    assert "Q0 4 2 4" in edges.edge(way((0, 0), (0, 4), (80, 4)), edges.SEQUENCE, LIGHT)


def test_styles_look_different():
    points = way((0, 0), (100, 0))
    styles = (edges.SEQUENCE, edges.DEFAULT, edges.CONDITIONAL, edges.MESSAGE, edges.DATA, edges.ASSOCIATION,
              edges.ASSOCIATION_TO, edges.ASSOCIATION_BOTH)  # fmt: skip
    drawn = {edges.edge(points, style, LIGHT) for style in styles}
    assert len(drawn) == len(styles) - 1  # data associations look like associations with an arrow


def test_cleaned():
    broken = [Point(x=0, y=0), Point(x=0, y=0), Point(x=float("nan"), y=0), Point(x=5, y=0)]
    assert edges.cleaned(broken) == way((0, 0), (5, 0))


def test_the_name_stands_where_the_diagram_says_else_at_the_longest_part():
    points = way((0, 0), (0, 50), (200, 50))
    assert edges.name_box("", Edge(element="f", waypoints=()), points) is None
    box = edges.name_box("ja", Edge(element="f", waypoints=()), points)
    assert box.x + box.width / 2 == 100
    assert box.y < 50
    given = Edge(element="f", waypoints=(), label=Bounds(x=10, y=10, width=80, height=20))
    assert edges.name_box("ja", given, points).y == 10


def test_middle():
    assert edges.middle(way((0, 0), (0, 50), (200, 50))) == Point(x=100, y=50)
    assert all(first != second for first, second in pairwise(way((0, 0), (0, 50))))


def test_the_letter_of_a_message_lies_half_way_and_is_shaded_in_an_answer():
    points = way((0, 0), (0, 50), (150, 50))
    asked, answered = (edges.letter(points, kind, LIGHT) for kind in ("initiating", "non_initiating"))
    middle = (50 - edges.LETTER / 2, 50 - edges.LETTER / 2)
    assert f'transform="translate({middle[0]:g} {middle[1]:g})' in asked
    assert asked.replace("initiating", "") != answered.replace("non_initiating", "")
