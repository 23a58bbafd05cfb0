from __future__ import annotations

from procmap.layout import place
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Group,
    Lane,
    Pool,
    Process,
    SequenceFlow,
)
from tests.layout.laws import Drawing, holds


def drawing_of(**parts) -> Drawing:
    process = Process(id="p", **parts)
    return Drawing(process, place(process))


def test_an_artifact_of_no_pool_goes_to_the_pool_of_what_it_belongs_to():
    drawing = drawing_of(
        pools=(Pool(id="x"), Pool(id="pool", process="q")),
        nodes=(Activity(id="s", pool="pool"), Activity(id="a", parent="s", pool="pool")),
        annotations=(Annotation(id="n", text="Frist"),),
        associations=(Association(id="l", source="n", target="a"),),
    )
    assert holds(drawing.bounds("pool"), drawing.bounds("n"))
    assert not holds(drawing.bounds("s"), drawing.bounds("n"))


def test_a_data_item_of_a_subprocess_lies_in_it():
    item = DataItem(id="d", type="dataObjectReference", parent="s")
    drawing = drawing_of(nodes=(Activity(id="s"), Activity(id="a")), data=(item,))
    assert holds(drawing.bounds("s"), drawing.bounds("d"))


def test_a_note_on_a_document_stands_above_its_step():
    drawing = drawing_of(
        nodes=(Activity(id="a"),),
        data=(DataItem(id="d", type="dataObjectReference"),),
        data_associations=(DataAssociation(id="o", type="output", node="a", target="d"),),
        annotations=(Annotation(id="n"),),
        associations=(Association(id="l", source="d", target="n"),),
    )
    assert drawing.bounds("n").y < drawing.bounds("a").y < drawing.bounds("d").y
    assert len(drawing.edges) == 2


def test_several_documents_of_one_step_stand_below_each_other():
    data = tuple(DataItem(id=f"d{n}", type="dataObjectReference") for n in range(3))
    links = tuple(DataAssociation(id=f"l{n}", type="input", node="a", sources=(f"d{n}",)) for n in range(3))
    drawing = drawing_of(nodes=(Activity(id="a"),), data=data, data_associations=links)
    places = [drawing.bounds(item.id) for item in data]
    assert len({place.x for place in places}) == 1
    assert [place.y for place in places] == sorted({place.y for place in places})


def test_an_empty_group_has_a_place_of_its_own():
    assert "g" in drawing_of(nodes=(Activity(id="a"),), groups=(Group(id="g", members=("gone",)),)).shapes


def test_an_empty_group_stands_before_the_last_row_where_that_begins_further_right():
    drawing = drawing_of(
        pools=(Pool(id="p"),),
        lanes=(Lane(id="upper", pool="p", nodes=("a",)), Lane(id="lower", pool="p", nodes=("b",))),
        nodes=(Activity(id="a", pool="p"), Activity(id="b", pool="p")),
        flows=(SequenceFlow(id="f", source="a", target="b"),),
        groups=(Group(id="g", pool="p"),),
    )
    group, step = drawing.bounds("g"), drawing.bounds("b")
    assert group.x + group.width < step.x
    assert group.y < step.y + step.height
    assert step.y < group.y + group.height


def test_a_note_on_a_step_that_stands_beyond_all_flows():
    drawing = drawing_of(
        nodes=tuple(Activity(id=f"n{n}") for n in range(13)),
        annotations=(Annotation(id="note", text="Frist"),),
        associations=(Association(id="l", source="note", target="n2"),),
    )
    assert drawing.bounds("note").y < drawing.bounds("n2").y
