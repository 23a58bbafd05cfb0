from __future__ import annotations

from procmap.layout.links import Link
from procmap.layout.pieces import Piece, Pieces, Spot

WAY = (Spot(0, 0), Spot(100, 0), Spot(100, 500))


def test_crossings_are_counted_and_forgotten():
    pieces = Pieces()
    link = Link("l", "a", "b", "sequence")
    pieces.add(link, WAY)
    across = Piece(True, 300, 0, 200)
    assert pieces.crossings(across) == 1
    assert pieces.crossings(Piece(True, 300, 0, 100)) == 0
    pieces.remove(link, WAY)
    assert pieces.crossings(across) == 0


def test_only_edges_with_one_common_end_may_run_together():
    pieces = Pieces()
    pieces.add(Link("l", "a", "b", "sequence"), WAY)
    along = Piece(False, 100, 50, 200)
    assert pieces.is_free(along, Link("m", "a", "c", "sequence"))
    for source, target, kind in (("c", "d", "sequence"), ("a", "b", "sequence"), ("a", "c", "message")):
        assert not pieces.is_free(along, Link("m", source, target, kind))
    assert pieces.is_free(Piece(False, 120, 50, 200), Link("m", "c", "d", "sequence"))


def test_shared_docks():
    pieces = Pieces()
    pieces.add(Link("l", "a", "b", "sequence"), WAY)
    assert pieces.shared(Link("m", "a", "c", "data"), (Spot(0, 0), Spot(0, 50))) == (True, False, False)
    assert pieces.shared(Link("m", "c", "a", "sequence"), (Spot(0, 50), Spot(0, 0))) == (False, False, True)


def test_edges_that_cross_are_found():
    pieces = Pieces()
    link, other = Link("l", "a", "b", "sequence"), Link("o", "c", "d", "sequence")
    pieces.add(link, (Spot(0, 0), Spot(100, 0)))
    assert pieces.crossed(link) == []
    pieces.add(other, (Spot(50, -50), Spot(50, 50)))
    assert (pieces.crossed(link), pieces.crossed(other)) == ([other], [link])


def test_two_edges_keep_apart_unless_they_may_join():
    pieces = Pieces()
    link, way = Link("l", "a", "b", "sequence"), (Spot(0, 0), Spot(100, 0))
    pieces.add(link, way)
    assert pieces.keep_apart(Link("m", "a", "c", "sequence"), way, link)
    assert not pieces.keep_apart(Link("m", "b", "a", "sequence"), way[::-1], link)
    assert pieces.keep_apart(Link("m", "b", "a", "sequence"), (Spot(100, 20), Spot(0, 20)), link)
