from __future__ import annotations

from lxml import etree

from procmap.drawing import icons
from procmap.drawing.artifacts import annotation, data_item, frame, group_label_box
from procmap.drawing.theme import LIGHT
from procmap.model import Annotation, Bounds, DataItem, Group, Shape

PAGE = Shape(element="d", bounds=Bounds(x=0, y=0, width=36, height=50))


def test_a_document_with_its_state():
    drawn = data_item(DataItem(id="d", name="Vedtak", state="utkast"), PAGE, LIGHT)
    assert "".join(etree.fromstring(f"<g>{drawn}</g>").itertext()) == "Vedtak [utkast]"


def test_kinds_of_data_look_different():
    kinds = ("dataObject", "dataStore", "dataInput", "dataOutput")
    assert len({data_item(DataItem(id="d", type=kind), PAGE, LIGHT) for kind in kinds}) == len(kinds)
    assert icons.MARKERS["parallel"](LIGHT) in data_item(DataItem(id="d", collection=True), PAGE, LIGHT)


def test_an_annotation_has_a_bracket_at_its_left():
    shape = Shape(element="n", bounds=Bounds(x=10, y=20, width=120, height=30))
    drawn = annotation(Annotation(id="n", text="Frist 3 uker"), shape, LIGHT)
    assert 'd="M20 20L10 20L10 50L20 50"' in drawn
    assert "Frist 3 uker" in drawn


def test_the_text_of_an_annotation_fills_its_height():
    shape = Shape(element="n", bounds=Bounds(x=0, y=0, width=100, height=100))
    assert annotation(Annotation(id="n", text="ord " * 200), shape, LIGHT).count("<tspan") == 7


def test_a_group_is_a_dashed_frame_without_filling():
    drawn = frame(Group(id="g", name="Høring"), PAGE, LIGHT)
    assert 'fill="none"' in drawn
    assert 'stroke-dasharray="10 4 2 4"' in drawn


def test_the_name_of_a_group_stands_where_the_diagram_has_it():
    given = PAGE.replace(label=Bounds(x=100, y=60, width=80, height=14))
    assert group_label_box(Group(id="g", name="Høring"), given).y == 60
    assert group_label_box(Group(id="g", name="Høring"), PAGE).y == 2
    assert 'x="140"' in frame(Group(id="g", name="Høring"), given, LIGHT)
