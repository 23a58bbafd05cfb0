from __future__ import annotations

from hypothesis import given

from procmap.drawing import Mark, diagrams_of, edges, undrawn
from procmap.drawing.scene import Scene
from procmap.layout import place
from procmap.model import (
    Activity,
    Bounds,
    DataItem,
    Diagram,
    Event,
    Gateway,
    Lane,
    Pool,
    Process,
    SequenceFlow,
    Shape,
)
from tests.layout.strategies import processes

BOX = Bounds(x=0, y=0, width=100, height=80)


def shape(element: str, box: Bounds = BOX, **more) -> Shape:
    return Shape(element=element, bounds=box, **more)


@given(processes())
def test_what_is_laid_out_is_drawn_whole(process: Process):
    assert undrawn(process, [place(process)]) == ()


def test_what_has_no_place_is_told():
    process = Process(
        id="p",
        nodes=(Activity(id="a"), Activity(id="b")),
        flows=(SequenceFlow(id="f", source="a", target="b"),),
        data=(DataItem(id="o"), DataItem(id="r", type="dataObjectReference", refers_to="o")),
    )
    (missing, unmarked) = undrawn(process, [Diagram(shapes=(shape("a"),))], [Mark("b"), Mark("a"), Mark("gone")])
    assert (missing.code, missing.elements) == ("not-drawn", ("b", "f", "r"))
    assert (unmarked.code, unmarked.elements) == ("mark-not-drawn", ("b", "gone"))
    assert undrawn(process, [Diagram(shapes=(shape("a"),)), place(process)]) == ()


def test_a_file_with_several_diagrams():
    process = Process(id="p", nodes=(Activity(id="a"),))
    other, own = Diagram(id="1", shapes=(shape("x"),)), Diagram(id="2", shapes=(shape("a"),))
    assert diagrams_of(process, [other, own]) == (own,)


def test_the_first_place_of_an_element_counts():
    scene = Scene(
        Process(id="p", nodes=(Activity(id="a"),)), Diagram(shapes=(shape("a"), shape("a", BOX.replace(x=9))))
    )
    assert [drawn.bounds.x for drawn in scene.leaves] == [0]


def test_layers():
    process = Process(
        id="p",
        pools=(Pool(id="pool"), Pool(id="black")),
        lanes=(Lane(id="inner", parent="outer", pool="pool"), Lane(id="outer", pool="pool")),
        nodes=(
            Activity(id="s", pool="pool", type="subProcess"),
            Activity(id="t", parent="s", pool="pool"),
            Event(id="e", type="boundaryEvent", attached_to="t"),
        ),
    )
    ids = ("e", "t", "s", "inner", "outer", "black", "pool")
    scene = Scene(process, Diagram(shapes=tuple(map(shape, ids))))
    assert [drawn.element for drawn in scene.containers] == ["black", "pool", "outer", "inner", "s"]
    assert [drawn.element for drawn in scene.leaves] == ["t"]
    assert [drawn.element for drawn in scene.guests] == ["e"]
    assert scene.filled == {"pool", "s"}


def test_a_subprocess_is_expanded_when_what_is_in_it_is_drawn_in_it():
    process = Process(id="p", nodes=(Activity(id="s", type="subProcess"), Activity(id="t", parent="s")))
    away = shape("t", BOX.replace(x=500))
    for shapes, expanded in (
        ((shape("s"), shape("t")), True),
        ((shape("s"), away), False),
        ((shape("s"),), False),
        ((shape("s", expanded=False), shape("t")), False),
    ):
        scene = Scene(process, Diagram(shapes=shapes))
        assert ("s" in [drawn.element for drawn in scene.containers]) is expanded


def test_styles_of_flows():
    process = Process(
        id="p",
        nodes=(Activity(id="a"), Gateway(id="g")),
        flows=(
            SequenceFlow(id="plain", source="a", target="g"),
            SequenceFlow(id="if", source="a", target="g", condition="x"),
            SequenceFlow(id="gateway", source="g", target="a", condition="x"),
            SequenceFlow(id="default", source="g", target="a", default=True, condition="x"),
        ),
    )
    scene = Scene(process, place(process))
    assert [scene.style(flow.id) for flow in process.flows] == [
        edges.SEQUENCE,
        edges.CONDITIONAL,
        edges.SEQUENCE,
        edges.DEFAULT,
    ]


def test_lanes_in_each_other_do_not_hang():
    process = Process(id="p", lanes=(Lane(id="a", parent="b"), Lane(id="b", parent="a")))
    assert len(Scene(process, place(process)).containers) == 2
