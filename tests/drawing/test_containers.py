from __future__ import annotations

from lxml import etree

from procmap.drawing import icons
from procmap.drawing.containers import lane, pool
from procmap.drawing.theme import LIGHT
from procmap.model import Bounds, Lane, Pool, Shape

SHAPE = Shape(element="p", bounds=Bounds(x=0, y=0, width=600, height=200))


def test_a_pool_has_a_header_written_upwards():
    drawn = etree.fromstring(f"<g>{pool(Pool(id='p', name='Fjordvik kommune'), SHAPE, LIGHT, empty=False)}</g>")
    boxes = [(box.get("width"), box.get("height")) for box in drawn.iter("rect")]
    assert boxes == [("600", "200"), ("30", "200")]
    assert drawn.find(".//text").get("transform").startswith("rotate(-90")


def test_an_upright_pool_has_its_header_on_top():
    drawn = pool(Pool(id="p", name="Fjordvik"), SHAPE.replace(horizontal=False), LIGHT, empty=False)
    assert "rotate" not in drawn
    assert 'width="600" height="30"' in drawn


def test_a_black_box_has_its_name_in_the_middle():
    drawn = pool(Pool(id="p", process_name="Søker"), SHAPE, LIGHT, empty=True)
    assert drawn.count("<rect") == 1
    assert "Søker" in drawn


def test_several_instances():
    assert icons.MARKERS["parallel"](LIGHT) in pool(Pool(id="p", multiple=True), SHAPE, LIGHT, empty=True)


def test_a_long_lane_name_is_wrapped_to_its_height_and_cut():
    drawn = lane(Lane(id="l", name="Byggesaksbehandler med delegert myndighet i enkle saker"), SHAPE, LIGHT)
    assert drawn.count("<tspan") == 2
    short = SHAPE.replace(bounds=Bounds(x=0, y=0, width=600, height=60))
    assert "<title>" in lane(Lane(id="l", name="Byggesaksbehandler med delegert myndighet i enkle saker"), short, LIGHT)


def test_a_name_of_two_lines_fits_in_its_strip():
    narrow = Shape(element="p", bounds=Bounds(x=0, y=0, width=600, height=130))
    drawn = etree.fromstring(f"<g>{pool(Pool(id='p', name='Credit Card Company'), narrow, LIGHT, empty=False)}</g>")
    (text,) = drawn.iter("text")
    ys = [float(line.get("y")) for line in text]
    size = float(text.get("font-size"))
    middle = narrow.bounds.height / 2
    # Turned around the middle of the strip: what is above it lies at the left.
    assert 15 + min(ys) - middle - 0.72 * size >= 0
    assert 15 + max(ys) - middle + 0.22 * size <= 30


def test_a_lane_without_a_name_has_no_strip():
    assert lane(Lane(id="l"), SHAPE, LIGHT).count("<rect") == 1
