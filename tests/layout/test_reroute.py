from __future__ import annotations

from itertools import pairwise

from procmap.layout.field import Field, Solid, Terms
from procmap.layout.links import Link
from procmap.layout.pieces import Piece, Spot
from procmap.layout.reroute import Joined, Rerouter, Shape
from procmap.model import Activity, Bounds

LINK = Link("l", "a", "b", "sequence")
TERMS = Terms("a", "b", ())
AROUND = tuple(map(Spot, (100, 100, 300, 300), (40, 200, 200, 40)))


def led(*solids: Solid, others: tuple[tuple[Link, tuple[Spot, ...]], ...] = ()) -> tuple[Spot, ...]:
    boxes = {key: Bounds(x=x, y=0, width=100, height=80) for key, x in (("a", 0), ("b", 300))}
    ends = [Solid(key, box.x, box.y, box.x + box.width, box.y + box.height) for key, box in boxes.items()]
    ways = {link.id: way for link, way in others} | {"l": AROUND}
    rerouter = Rerouter(Field([*ends, *solids], ()), [link for link, _ in others] + [LINK], ways)
    shapes = {key: Shape(Activity(id=key), box) for key, box in boxes.items()}
    rerouter.improve(Joined(LINK, shapes["a"], shapes["b"], TERMS))
    return rerouter.ways["l"]


def test_an_edge_goes_straight_where_it_can():
    assert led() == ((100, 40), (300, 40))


def test_an_edge_goes_round_what_stands_between():
    wall = Solid("wall", 180, 0, 220, 80)
    way = led(wall)
    assert way != AROUND
    parts = [Piece(a.y == b.y, *_span(a, b)) for a, b in pairwise(way)]
    assert not any(Field([wall], ()).hits(part, TERMS) for part in parts)


def test_an_edge_does_not_run_on_another():
    other = Link("o", "c", "d", "sequence")
    assert led(others=((other, (Spot(90, 40), Spot(310, 40))),)) != ((100, 40), (300, 40))


def test_an_edge_keeps_its_way_where_none_is_better():
    walls = [Solid(f"w{n}", 110, y, 290, y + 40) for n, y in enumerate(range(-400, 180, 30))]
    assert led(*walls, Solid("below", -400, 215, 800, 600)) == AROUND


def test_a_message_crosses_the_pool_between_where_nothing_stands():
    boxes = {key: Bounds(x=1000, y=y, width=100, height=80) for key, y in (("a", 50), ("b", 1050))}
    ends = [Solid(key, box.x, box.y, box.x + box.width, box.y + box.height) for key, box in boxes.items()]
    wall = Solid("wall", 700, 400, 1400, 700)
    message = Link("m", "a", "b", "message")
    around = tuple(map(Spot, (1050, 1050, 3020, 3020, 1050, 1050), (130, 180, 180, 1000, 1000, 1050)))
    rerouter = Rerouter(Field([*ends, wall], ()), [message], {"m": around})
    shapes = {key: Shape(Activity(id=key), box) for key, box in boxes.items()}
    terms = Terms("a", "b", (), Bounds(x=0, y=0, width=3040, height=1200))
    assert rerouter.improve(Joined(message, shapes["a"], shapes["b"], terms))
    way = rerouter.ways["m"]
    assert max(spot.x for spot in way) < 1500
    assert not any(Field([wall], ()).hits(Piece(a.y == b.y, *_span(a, b)), terms) for a, b in pairwise(way))


def test_two_edges_that_cross_are_led_anew_together():
    boxes = {
        key: Bounds(x=x, y=y, width=100, height=80) for key, x, y in (("a", 0, 0), ("b", 300, 300), ("c", 600, 300))
    }
    solids = [Solid(key, box.x, box.y, box.x + box.width, box.y + box.height) for key, box in boxes.items()]
    shapes = {key: Shape(Activity(id=key), box) for key, box in boxes.items()}
    on, back = Link("on", "a", "b", "sequence"), Link("back", "c", "a", "sequence")
    ways = {
        "on": tuple(map(Spot, (100, 200, 200, 300), (40, 40, 340, 340))),
        "back": tuple(map(Spot, (650, 650, 50, 50), (300, 200, 200, 80))),
    }
    rerouter = Rerouter(Field(solids, ()), [on, back], ways)
    assert rerouter.crossed(on) == ["back"]
    edges = [
        Joined(link, shapes[link.source], shapes[link.target], Terms(link.source, link.target, ()))
        for link in (on, back)
    ]
    assert rerouter.untangle(*edges)
    assert rerouter.crossed(on) == []


def _span(a: Spot, b: Spot) -> tuple[float, float, float]:
    return (a.y, min(a.x, b.x), max(a.x, b.x)) if a.y == b.y else (a.x, min(a.y, b.y), max(a.y, b.y))
