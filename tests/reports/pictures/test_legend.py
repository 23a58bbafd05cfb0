from __future__ import annotations

import pytest

from procmap.drawing.extent import Extent
from procmap.drawing.figures import Figures
from procmap.drawing.palette import look
from procmap.messages import ENGLISH
from procmap.model import Bounds
from procmap.reports.pictures import legend
from procmap.reports.pictures.parties import sides
from tests.reports.pictures.drawn import three

MADE = Figures()


def extent(box: Bounds, entries) -> Bounds:
    reach = Extent()
    for figure in legend.heading("Byggesøknad", box, entries, MADE):
        reach.add(figure.box)
    return reach.box(0)


def entries(count=3):
    return [
        [legend.organisation(side) for side in sides(three(), ENGLISH, "light")],
        [legend.badge("differs", f"something differs {number}") for number in range(count)],
        [],
    ]


def test_it_stands_above_the_picture():
    box = Bounds(x=10, y=50, width=1200, height=300)
    found = extent(box, entries())
    assert found.y + found.height <= box.y
    assert found.x >= box.x


@pytest.mark.parametrize("width", [700, 1500, 6000])
def test_entries_go_on_in_the_next_line_where_there_is_no_room(width):
    found = extent(Bounds(x=0, y=0, width=width, height=300), entries(40))
    assert found.width <= width


def test_it_grows_with_the_picture():
    heights = [extent(Bounds(x=0, y=0, width=width, height=300), entries()).height for width in (1200, 3000, 9000)]
    assert heights == sorted(heights)
    assert heights[0] < heights[1]


def test_long_names_are_cut():
    entry = legend.badge("differs", "x" * 100_000)
    found = extent(Bounds(x=0, y=0, width=1500, height=300), [[entry]])
    assert found.width == 1500


@pytest.mark.parametrize(
    "entry",
    [
        legend.badge("level", "ROSA"),
        legend.letter(look(99, 100), "only for some"),
        legend.line("all", 3.6),
        legend.line("alone", 2, look(1, 3)),
        legend.strokes("some", [look(0, 3), look(1, 3)]),
        legend.gap("none"),
    ],
)
def test_samples_stay_in_their_place(entry):
    reach = Extent()
    for figure in entry.sample(MADE, 100, 50, 2):
        reach.add(figure.box)
    found = reach.box(0)
    assert found.x >= 100
    assert found.x + found.width <= 100 + entry.wide * 2 + 1e-6
    assert found.y >= 50


def test_a_reference_is_called_one():
    told = [three()[0], three()[1].replace(is_reference=True)]
    assert [side.name for side in sides(told, ENGLISH, "light")] == ["Askvik", "Bjørnes (reference)"]
