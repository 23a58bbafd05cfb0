from __future__ import annotations

from procmap.messages import translator
from procmap.model import Bounds, Diagram, Edge, MessageFlow, Point, Pool, Shape
from procmap.reports.pictures import side_by_side
from procmap.reports.pictures.outsiders import Post, post_of
from procmap.reports.pictures.spots import free_below
from tests.alignment.parties import party
from tests.reports.pictures.drawn import compared, drawn, texts, titles

NEIGHBOUR, APPLICANT = Pool(id="n", name="Nabo"), Pool(id="a", name="Søker")


def written_to(name, *, post=(), to=NEIGHBOUR):
    told = party(name, "s(start) -> motta -> varsle -> e(end)")
    flows = tuple(MessageFlow(id=f"m{at}", source=one, target=other) for at, (one, other) in enumerate(post))
    return told.replace(process=told.process.replace(pools=(*told.process.pools, to), message_flows=flows))


def test_the_post_of_a_step_is_told_once_each():
    told = written_to("A", post=(("varsle", "n"), ("varsle", "n"), ("n", "motta"), ("motta", "varsle"))).process
    assert post_of(told) == {"motta": Post((), ("Nabo",)), "varsle": Post(("Nabo",), ())}


def test_a_difference_in_who_gets_a_message_is_seen():
    told = [written_to("A", post=(("varsle", "n"),)), written_to("B", post=(("varsle", "a"),), to=APPLICANT)]
    picture = drawn(side_by_side(told, compared(told)))
    assert {"Nabo", "Søker", "message sent, to whom"} <= set(texts(picture))
    assert "message received, from whom" not in texts(picture)
    assert {"message to Nabo", "message to Søker"} <= set(titles(picture))


def test_in_the_language_of_the_picture():
    told = [written_to(name, post=(("n", "motta"),)) for name in "AB"]
    assert "melding fra Nabo" in titles(drawn(side_by_side(told, compared(told), translator("nb"))))


def test_without_messages_there_are_no_envelopes():
    told = [written_to(name) for name in "AB"]
    assert "message" not in side_by_side(told, compared(told)).svg()


def test_a_place_below_is_free_of_shapes_and_level_lines():
    box = Bounds(x=0, y=0, width=20, height=10)
    line = Edge(element="f", waypoints=(Point(x=-50, y=14), Point(x=50, y=14), Point(x=50, y=90)))
    diagram = Diagram(shapes=(Shape(element="a", bounds=box), Shape(element="around", bounds=box)), edges=(line,))
    wanted = Bounds(x=0, y=5, width=20, height=10)
    assert free_below(diagram, {"around"}, wanted, 40).y == 16
    assert free_below(diagram, {"around"}, wanted, 5).y == 5
