from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.drawing import SIGNS, Mark, draw
from procmap.layout import place
from procmap.model import (
    Activity,
    Annotation,
    BadInput,
    Bounds,
    Diagram,
    Edge,
    Event,
    Gateway,
    Group,
    Lane,
    Point,
    Pool,
    Process,
    SequenceFlow,
    Shape,
)
from tests.conftest import SHARED
from tests.drawing.strategies import TEXTS, diagrams
from tests.layout.strategies import processes

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> etree._Element:
    """Return the tree of a drawing, made sure that it is safe and complete in itself."""
    root = etree.fromstring(text.encode())
    allowed = {"svg", "title", "desc", "rect", "g", "path", "polygon", "circle", "text", "tspan"}
    assert {etree.QName(element).localname for element in root.iter()} <= allowed
    assert etree.QName(root[0]).localname == "title"
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name or name in ("id", "style", "class")}
    assert not any(value.strip() == "" for element in root.iter() for value in [element.get("aria-label", "x")])
    assert not any("url(" in value for element in root.iter() for value in element.attrib.values())
    assert min(map(float, root.get("viewBox").split()[2:])) > 0
    return root


def simple(**parts) -> tuple[Process, Diagram]:
    process = Process(id="p", **parts)
    return process, place(process)


@given(processes())
def test_any_process_can_be_drawn(process: Process):
    root = parsed(draw(process, place(process)))
    drawn = {element.get("data-element") for element in root.iter(f"{SVG}g")}
    assert {node.id for node in process.nodes} <= drawn


@given(st.data())
def test_hostile_texts_and_coordinates_give_a_safe_drawing(data):
    text = data.draw(TEXTS)
    process = Process(
        id=data.draw(TEXTS),
        name=text,
        pools=(Pool(id="pool", name=data.draw(TEXTS)),),
        lanes=(Lane(id="lane", name=data.draw(TEXTS), pool="pool"),),
        nodes=(
            Activity(id="a", name=text, pool="pool"),
            Gateway(id="g", name=text),
            Event(id="e", type="endEvent", name=text),
            Activity(id=f"<{text.encode('utf-8', 'replace').decode()}>", parent="a"),  # no id is half a character
        ),
        flows=(SequenceFlow(id="f", source="a", target="g", name=text, condition="x"),),
        annotations=(Annotation(id="n", text=text),),
        groups=(Group(id="group", name=text),),
    )
    ids = [element.id for element in process.elements()]
    signs = st.sampled_from(SIGNS)
    mark = st.builds(Mark, st.sampled_from(ids), signs, st.sampled_from(["", "dashed"]), TEXTS, TEXTS, TEXTS)
    diagram = data.draw(st.just(place(process)) | diagrams(ids))
    parsed(draw(process, diagram, data.draw(st.lists(mark, max_size=8)), language=data.draw(TEXTS)))


@given(processes())
def test_the_same_input_gives_the_same_bytes(process: Process):
    diagram = place(process)
    assert draw(process, diagram) == draw(process, diagram)


@pytest.mark.shared
@pytest.mark.parametrize(
    "folder", sorted(path.name for path in (SHARED / "data" / "interop").glob("*")) if SHARED.is_dir() else []
)
def test_the_diagrams_of_many_tools_can_be_drawn(folder):
    from procmap.drawing import diagrams_of
    from procmap.formats import read

    for path in sorted((SHARED / "data" / "interop" / folder).glob("*.bpmn")):
        try:
            document = read(str(path))
        except BadInput:
            continue
        for process in document.processes:
            for diagram in (place(process), *diagrams_of(process, document.diagrams)):
                parsed(draw(process, diagram))


def test_title_language_and_role():
    process, diagram = simple(name="Byggesøknad", nodes=(Activity(id="a"),))
    root = parsed(draw(process, diagram, language="nb"))
    assert (root[0].text, root.get("lang"), root.get("role")) == ("Byggesøknad", "nb", "graphics-document")
    assert root[1].text == "Tegningen viser 1 steg."


def test_an_empty_process_is_an_empty_picture():
    assert parsed(draw(*simple())).get("viewBox") == "0 0 24 24"


def test_negative_coordinates_lie_in_the_view():
    process = Process(id="p", nodes=(Activity(id="a"),))
    diagram = Diagram(shapes=(Shape(element="a", bounds=Bounds(x=-500, y=-300, width=100, height=80)),))
    left, top, width, height = map(float, parsed(draw(process, diagram)).get("viewBox").split())
    assert left < -500 < -400 < left + width < -380
    assert top < -300 < -220 < top + height < -200


def test_what_cannot_be_drawn_is_left_out():
    process = Process(
        id="p", nodes=(Activity(id="a"), Activity(id="b")), flows=(SequenceFlow(id="f", source="a", target="b"),)
    )
    box = Bounds(x=0, y=0, width=100, height=80)
    diagram = Diagram(
        shapes=(
            Shape(element="a", bounds=box),
            Shape(element="b", bounds=box.replace(width=float("inf"))),
            Shape(element="gone", bounds=box),
        ),
        edges=(Edge(element="f", waypoints=(Point(x=0, y=0), Point(x=float("nan"), y=0))),),
    )
    root = parsed(draw(process, diagram))
    assert [element.get("data-element") for element in root.iter(f"{SVG}g") if element.get("data-element")] == ["a"]


def test_a_cut_name_is_whole_in_a_title():
    name = "Kontrollere at søknaden er komplett og at alle vedlegg, erklæringer og gebyrer er på plass før fristen"
    root = parsed(draw(*simple(nodes=(Activity(id="a", name=name),))))
    assert name in [title.text for title in root.iter(f"{SVG}title")]
    assert "…" in "".join(root.itertext())


def test_containers_are_painted_before_edges_and_nodes():
    process, diagram = simple(
        pools=(Pool(id="pool", process="q"),),
        lanes=(Lane(id="lane", pool="pool", nodes=("s",)),),
        nodes=(
            Activity(id="a", parent="s", pool="pool"),
            Activity(id="b", parent="s", pool="pool"),
            Activity(id="s", pool="pool"),
        ),
        flows=(SequenceFlow(id="f", source="a", target="b"),),
    )
    root = parsed(draw(process, diagram))
    order = [group.get("data-element") for group in root.iter(f"{SVG}g") if group.get("data-element")]
    assert order == ["pool", "lane", "s", "f", "a", "b"]
    # What is read of a container is its area, since its shape lies below all.
    symbols = [each[0] for each in root.iter(f"{SVG}g") if each.get("role") == "graphics-symbol"]
    assert [each.get("data-area-of") or each.get("data-element") for each in symbols] == ["s", "a", "b"]


def test_numbers_are_short():
    assert not re.search(r"\d\.\d{3}", draw(*simple(nodes=(Activity(id="a", name="Motta"),))))
