from __future__ import annotations

from procmap.layout.sketch import Arrow, Sketch, Sketcher, crossings


def drawn(arrow: Arrow, **cells: tuple[int, int]) -> Sketch:
    at = {item: float(row) for item, (_, row) in cells.items()}
    return Sketcher(at, {item: column for item, (column, _) in cells.items()}, {}).draw(arrow)


def test_in_a_row_an_edge_is_straight_and_goes_round_what_stands_between():
    straight = drawn(Arrow("a", "b"), a=(0, 0), b=(2, 0))
    around = drawn(Arrow("a", "b"), a=(0, 0), b=(2, 0), between=(1, 0))
    assert straight == (0.0, (), ((0, 0, 2),))
    assert around.cost > straight.cost
    assert len(around.upright) == 2


def test_a_gateway_is_left_with_one_bend():
    from_task, from_gateway = (drawn(Arrow("a", "b", from_gateway=kind), a=(0, 0), b=(1, 1)) for kind in (False, True))
    assert from_gateway.cost < from_task.cost
    assert from_gateway.upright == ((0, 0, 1),)


def test_an_edge_back_to_another_row_bends_once_where_nothing_stands_in_the_way():
    back = drawn(Arrow("b", "a"), a=(0, 0), b=(2, 1))
    assert (len(back.upright), len(back.level)) == (1, 1)
    barred = drawn(Arrow("b", "a"), a=(0, 0), b=(2, 1), c=(1, 1), d=(1, 0))
    assert len(barred.upright) == 2


def test_crossings_are_counted_inside_both():
    level, upright = Sketch(0, (), ((1, 0, 2),)), Sketch(0, ((1, 0, 2),), ())
    assert crossings(level, upright) == crossings(upright, level) == 1
    assert crossings(level, Sketch(0, ((2, 0, 2),), ())) == 0
    assert crossings(level, level) == 0
