import struct

import pytest

from procmap.drawing import draw
from procmap.drawing.export import to_png
from procmap.drawing.export.png import MOST_PIXELS, MOST_SIDE
from procmap.drawing.export.size import size_of
from procmap.layout import place
from procmap.model import Activity, BadInput, Process


def drawn(name="Motta søknad"):
    process = Process(id="p", nodes=(Activity(id="a", name=name),))
    return draw(process, place(process))


def pixels(content):
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", content[16:24])


@pytest.mark.parametrize("scale", [0.5, 1, 2, 3.7])
def test_a_picture_has_as_many_pixels_as_asked_for(scale):
    svg = drawn()
    width, height = size_of(svg)
    assert pixels(to_png(svg, scale=scale)) == pytest.approx((width * scale, height * scale), abs=1)


def test_the_same_drawing_gives_the_same_bytes():
    assert to_png(drawn()) == to_png(drawn())


def test_letters_are_painted():
    assert to_png(drawn("Motta")) != to_png(drawn("Sende"))


def test_more_pixels_than_a_machine_holds_are_refused():
    with pytest.raises(BadInput) as told:
        to_png(drawn(), scale=10_000)
    assert told.value.finding.code == "picture-too-large"
    assert told.value.finding.params["most"] == MOST_PIXELS


def test_a_very_long_picture_is_refused_or_becomes_coarser():
    long = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20000 10" width="20000" height="10"/>'
    with pytest.raises(BadInput) as told:
        to_png(long, scale=2)
    assert told.value.finding.code == "picture-too-long"
    assert int.from_bytes(to_png(long)[16:20], "big") <= MOST_SIDE
