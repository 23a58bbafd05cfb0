import pytest
from hypothesis import given
from lxml import etree

from procmap.drawing import Mark, legend
from procmap.drawing.legend import CODES, HEIGHT, WIDTH
from procmap.layout import place
from procmap.model import Activity, Event, Gateway, Pool, Process, SequenceFlow
from procmap.model.elements import Loop, Trigger
from tests.layout.strategies import processes


def codes(process, marks=()):
    return [sign.code for sign in legend(process, place(process), marks)]


def test_only_signs_that_are_used_are_told_in_the_order_of_legends():
    process = Process(
        id="p",
        nodes=(
            Activity(id="a", type="userTask", loop=Loop(type="parallel")),
            Gateway(id="g", type="parallelGateway"),
            Event(id="e", type="endEvent", triggers=(Trigger(type="message"),)),
            Event(id="s", type="startEvent"),
            Activity(id="plain"),
        ),
    )
    assert codes(process) == ["startEvent", "endEvent", "message", "userTask", "parallel", "parallelGateway"]


def test_a_condition_is_told_where_its_sign_is_drawn():
    nodes = (Activity(id="a"), Gateway(id="g"), Activity(id="b"))
    from_gateway = SequenceFlow(id="f", source="g", target="b", condition="x")
    from_step = SequenceFlow(id="f", source="a", target="b", condition="x")
    assert "sequenceFlow-conditional" not in codes(Process(id="p", nodes=nodes, flows=(from_gateway,)))
    assert "sequenceFlow-conditional" in codes(Process(id="p", nodes=nodes, flows=(from_step,)))


def test_what_is_not_drawn_is_not_told():
    process = Process(id="p", nodes=(Activity(id="a", type="userTask"), Activity(id="b", type="sendTask")))
    diagram = place(process)
    shown = diagram.replace(shapes=tuple(shape for shape in diagram.shapes if shape.element == "a"))
    assert [sign.code for sign in legend(process, shown)] == ["userTask"]


def test_marks_of_one_look_are_told_once_by_their_word():
    process = Process(id="p", nodes=(Activity(id="a"), Activity(id="b")))
    marks = (
        Mark("a", sign="control", text="kontroll"),
        Mark("b", sign="control", text="kontroll"),
        Mark("a", letter="A", pattern="dashed", colour="#0072b2", text="Fjordvik"),
        Mark("b", sign="question"),
        Mark("nowhere", sign="order", text="rekkefølge"),
    )
    told = legend(process, place(process), marks)
    assert [(sign.code, sign.word) for sign in told] == [("mark", "kontroll"), ("mark", "Fjordvik")]


def test_every_sign_has_a_picture_of_its_own():
    seen = {}
    from procmap.drawing.legend import _EXAMPLES, _picture

    for code, example in _EXAMPLES.items():
        root = etree.fromstring(_picture(example).encode())
        assert root.get("viewBox") == f"0 0 {WIDTH:g} {HEIGHT:g}"
        shown = etree.tostring(root)
        assert shown not in seen, (code, seen.get(shown))
        seen[shown] = code
    assert len(seen) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_sign_has_a_word(code):
    from procmap.messages import translator

    assert translator("nb").text(f"legend-{code}")


@given(processes())
def test_any_process_has_a_legend(process):
    assert set(codes(process)) <= {*CODES, "mark"}


def test_a_pool_alone_needs_no_legend():
    assert codes(Process(id="p", pools=(Pool(id="a", name="Kommune"),))) == []
