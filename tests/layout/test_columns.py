from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout import place
from procmap.model import Activity, Diagram, Gateway, Lane, Pool, Process, SequenceFlow
from tests.layout.laws import SMALL, Drawing, broken_laws
from tests.layout.strategies import processes


@st.composite
def numbered(draw: st.DrawFn) -> tuple[Process, dict[str, int]]:
    process = draw(processes())
    keys = [node.id for node in process.nodes if draw(st.booleans())]
    return process, {key: draw(st.integers(-3, 6)) for key in keys}


def middle(diagram: Diagram, key: str) -> float:
    bounds = next(shape.bounds for shape in diagram.shapes if shape.element == key)
    return bounds.x + bounds.width / 2


def chain(pool: str, steps: str) -> tuple[list, list]:
    """Return nodes, each letter a task, `+` a gateway, and the flows from each to the next."""
    nodes = [(Gateway if step == "+" else Activity)(id=f"{pool}{n}{step}", pool=pool) for n, step in enumerate(steps)]
    flows = [SequenceFlow(id=f"{a.id}-{b.id}", source=a.id, target=b.id) for a, b in pairwise(nodes)]
    return nodes, flows


def side_by_side(**pools: str) -> Process:
    parts = {name: chain(name, steps) for name, steps in pools.items()}
    return Process(
        id="p",
        pools=tuple(Pool(id=name, process=f"{name}_") for name in pools),
        nodes=tuple(node for nodes, _ in parts.values() for node in nodes),
        flows=tuple(flow for _, flows in parts.values() for flow in flows),
    )


def letters(process: Process, order: str) -> dict[str, int]:
    return {node.id: order.index(node.id[-1]) for node in process.nodes if node.id[-1] in order}


@given(numbered())
def test_laws_hold_with_any_columns(given_: tuple[Process, dict[str, int]]):
    process, columns = given_
    assert broken_laws(process, place(process, columns=columns)) == []


@given(numbered())
def test_the_same_number_is_the_same_place_and_a_greater_one_further_right(given_: tuple[Process, dict[str, int]]):
    process, columns = given_
    diagram = place(process, columns=columns)
    drawing = Drawing(process, diagram)
    outer = [
        (columns[key], middle(diagram, key)) for key in columns if not drawing.host(key) and not drawing.holders(key)
    ]
    for number, x in outer:
        assert all(abs(x - other) < SMALL for same, other in outer if same == number)
        assert all(x < other for greater, other in outer if greater > number)


@given(processes())
def test_no_columns_change_nothing(process: Process):
    assert place(process, columns={}) == place(process)
    assert place(process, columns={"not there": 4}) == place(process)


@given(numbered(), st.integers(1, 50))
def test_only_the_order_of_the_numbers_counts(given_: tuple[Process, dict[str, int]], factor: int):
    process, columns = given_
    spread = {key: number * factor + 7 for key, number in columns.items()}
    assert place(process, columns=columns) == place(process, columns=spread)


def test_the_same_step_stands_under_the_same_step():
    process = side_by_side(fjord="abcd", nord="acbd", vik="ad")
    columns = letters(process, "abcd")
    diagram = place(process, columns=columns)
    assert broken_laws(process, diagram) == []
    for letter in "abcd":
        assert len({middle(diagram, key) for key in columns if key.endswith(letter)}) == 1
    back = next(edge for edge in diagram.edges if edge.element == "nord1c-nord2b")
    assert back.waypoints[0].x > back.waypoints[-1].x


def test_a_gateway_stands_between_its_neighbours():
    process = side_by_side(fjord="+a+b+", nord="ab")
    diagram = place(process, columns=letters(process, "ab"))
    first, a, between, b, last = (middle(diagram, node.id) for node in process.nodes[:5])
    assert first < a < between < b < last
    assert middle(diagram, "nord0a") == a


def test_a_loop_leads_back_to_a_gateway_before_its_step():
    process = side_by_side(fjord="a+bc")
    loop = SequenceFlow(id="again", source="fjord3c", target="fjord1+")
    process = process.replace(flows=(*process.flows, loop))
    diagram = place(process, columns=letters(process, "abc"))
    assert middle(diagram, "fjord0a") < middle(diagram, "fjord1+") < middle(diagram, "fjord2b")


def test_what_only_leads_to_a_number_stands_right_before_it():
    process = side_by_side(fjord="+c", nord="abc")
    diagram = place(process, columns=letters(process, "abc"))
    assert middle(diagram, "nord1b") == middle(diagram, "fjord0+") < middle(diagram, "fjord1c")


def test_a_gateway_stands_in_the_column_of_a_step_that_its_pool_lacks():
    process = side_by_side(fjord="a+c", nord="abc")
    diagram = place(process, columns=letters(process, "abc"))
    assert middle(diagram, "fjord1+") == middle(diagram, "nord1b")


def test_several_gateways_make_room_for_themselves():
    process = side_by_side(fjord="a+++c", nord="abc")
    diagram = place(process, columns=letters(process, "abc"))
    places = [middle(diagram, node.id) for node in process.nodes[:5]]
    assert places == sorted(set(places))
    assert middle(diagram, "nord1b") == places[1]


def test_lanes_inside_one_pool_do_not_part_the_columns():
    process = side_by_side(fjord="ab", nord="ab")
    outer = Lane(id="outer", pool="fjord")
    inner = Lane(id="inner", pool="fjord", parent="outer", nodes=("fjord0a", "fjord1b"))
    process = process.replace(lanes=(outer, inner))
    diagram = place(process, columns=letters(process, "ab"))
    assert middle(diagram, "fjord0a") == middle(diagram, "nord0a")


def test_a_subprocess_stands_in_the_first_column_of_what_is_inside_it():
    process = side_by_side(fjord="abc", nord="ac")
    inside = Activity(id="inside", pool="nord", parent="nord9")
    around = Activity(id="nord9", type="subProcess", pool="nord")
    process = process.replace(nodes=(*process.nodes, around, inside))
    diagram = place(process, columns={**letters(process, "abc"), "inside": 1})
    assert broken_laws(process, diagram) == []
    assert middle(diagram, "nord9") == middle(diagram, "fjord1b")


def test_a_step_without_flows_stands_in_its_column():
    process = side_by_side(fjord="abc")
    process = process.replace(nodes=(*process.nodes, Activity(id="alone", pool="fjord")))
    diagram = place(process, columns={**letters(process, "abc"), "alone": 2})
    assert middle(diagram, "alone") == middle(diagram, "fjord2c")


def test_two_steps_of_one_column_are_joined_straight():
    process = side_by_side(fjord="abbc")
    diagram = place(process, columns=letters(process, "abc"))
    assert broken_laws(process, diagram) == []
    assert len(next(edge for edge in diagram.edges if edge.element == "fjord1b-fjord2b").waypoints) == 2


def test_thousands_of_steps():
    count = 3000
    nodes = tuple(Activity(id=f"n{n}") for n in range(count))
    flows = tuple(SequenceFlow(id=f"f{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(count - 1))
    diagram = place(Process(id="p", nodes=nodes, flows=flows), columns={f"n{n}": n for n in range(0, count, 3)})
    assert len(diagram.edges) == count - 1
