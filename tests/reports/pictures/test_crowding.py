from __future__ import annotations

from procmap.layout import place
from procmap.model import Pool, Process
from procmap.reports.pictures.crowding import crowded
from procmap.reports.pictures.picture import Picture, reach
from tests.behaviour.builders import process


def picture(text: str, pools: tuple[Pool, ...] = ()) -> Picture:
    told: Process = process(text)
    told = told.replace(pools=pools, nodes=tuple(node.replace(pool=pools[0].id) for node in told.nodes) if pools else
                        told.nodes)  # fmt: skip
    return Picture(told, place(told))


def heights(drawn: Picture, *cuts: float, insets: frozenset[str] = frozenset()) -> list[float]:
    room = reach(drawn.diagram)
    borders = (room.x, *cuts, room.x + room.width)
    return [fold.height for fold in crowded(drawn, room, borders, insets)]


def test_a_line_in_which_only_some_rows_are_used_is_lower():
    drawn = picture("s(start) -> g(xor); g -> a -> b -> c -> d -> e(end); g -> x -> f(end)")
    box = next(shape.bounds for shape in drawn.diagram.shapes if shape.element == "c")
    whole, (first, second) = heights(drawn)[0], heights(drawn, box.x - 20)
    assert second < first <= whole + 1


def test_a_pool_stays_high_enough_for_its_name():
    pools = (Pool(id="p", name="Kommunedirektørens område", process="q"), Pool(id="r", name="Arkiv", process="s"))
    assert heights(picture("s(start) -> e(end)", pools))[0] > 140


def test_an_inset_counts_only_where_something_stands_in_it():
    pools = (Pool(id="p", name="A", process="q"), Pool(id="r", name="B", process="s"))
    drawn = picture("s(start) -> e(end)", pools)
    assert heights(drawn, insets=frozenset({"r"}))[0] < heights(drawn)[0]
