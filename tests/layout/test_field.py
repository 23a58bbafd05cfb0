from __future__ import annotations

from procmap.layout.field import Field, Solid, Terms
from procmap.layout.pieces import Piece
from procmap.model import Bounds

BOX = Solid("box", 100, 100, 200, 180)


def cost(piece: Piece, *solids: Solid, borders=(), **terms) -> float | None:
    known = Terms("a", "b", terms.pop("passable", ()), terms.pop("inside", None))
    return Field(solids, borders).cost(piece, known, first=False, last=False)


def test_shapes_are_passed_at_a_distance():
    assert cost(Piece(True, 140, 0, 300), BOX) is None
    assert cost(Piece(True, 95, 0, 300), BOX) is None
    assert cost(Piece(True, 90, 0, 300), BOX) == 0
    assert cost(Piece(True, 140, 0, 300), BOX, passable=("box",)) == 0


def test_labels_cost():
    assert cost(Piece(False, 150, 0, 300), Solid("label", 100, 100, 200, 120, 80)) == 80


def test_borders_may_be_crossed_and_not_run_along():
    border = Piece(True, 50, 0, 500)
    assert cost(Piece(False, 100, 0, 100), borders=(border,)) == 0
    assert cost(Piece(True, 52, 100, 200), borders=(border,)) is None


def test_an_edge_stays_inside():
    inside = Bounds(x=0, y=0, width=200, height=100)
    assert cost(Piece(True, 50, 20, 150), inside=inside) == 0
    assert cost(Piece(True, 50, 20, 250), inside=inside) is None


def test_gaps_lead_past_all_shapes():
    field = Field([BOX, Solid("other", 400, 0, 420, 400), Solid("label", 250, 100, 300, 120, 80)], ())
    found = list(field.gaps(0, 300, 0, 600, Terms("a", "b", ())))
    assert found == [(0, 86), (214, 386), (434, 600)]
    for left, right in found:
        for x in (left, right):
            assert field.cost(Piece(False, x, 0, 300), Terms("a", "b", ()), first=False, last=False) in (0, 80)
    assert list(field.gaps(0, 50, 0, 300, Terms("a", "b", ()))) == [(0, 300)]
    assert list(field.gaps(0, 300, 0, 300, Terms("a", "b", ("box",)))) == [(0, 300)]
