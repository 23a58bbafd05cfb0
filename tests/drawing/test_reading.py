from __future__ import annotations

from hypothesis import given

from procmap.drawing.reading import passages
from procmap.drawing.scene import Scene
from procmap.layout import place
from procmap.model import Activity, DataItem, Event, Group, Lane, Pool, Process, SequenceFlow
from tests.layout.strategies import processes


def read(process: Process) -> list[tuple[str, list[str]]]:
    found = passages(Scene(process, place(process)))
    return [(pool.id if pool else "", [element.id for element in inside]) for pool, inside in found]


def flow(source: str, target: str, pool: str | None = None) -> SequenceFlow:
    return SequenceFlow(id=f"{source}-{target}", source=source, target=target, pool=pool)


def test_nodes_follow_the_flow_across_lanes_whatever_the_order_of_the_file():
    process = Process(
        id="p",
        pools=(Pool(id="pool", process="q"), Pool(id="box")),
        lanes=(Lane(id="one", pool="pool", nodes=("a", "c")), Lane(id="two", pool="pool", nodes=("b", "d"))),
        nodes=tuple(Activity(id=key, pool="pool") for key in "cadb"),
        flows=(flow("c", "d", "pool"), flow("b", "c", "pool"), flow("a", "b", "pool")),
        data=(DataItem(id="data", pool="pool"),),
        groups=(Group(id="group"),),
    )
    assert read(process) == [("pool", ["a", "b", "c", "d", "data"]), ("box", []), ("", ["group"])]


def test_what_lies_in_or_on_an_activity_comes_after_it_and_before_what_follows():
    process = Process(
        id="p",
        nodes=(
            Activity(id="after"),
            Event(id="late", type="boundaryEvent", attached_to="sub"),
            Activity(id="inner", parent="sub"),
            Activity(id="sub", type="subProcess"),
        ),
        flows=(flow("sub", "after"),),
    )
    ((_, order),) = read(process)
    assert order[0] == "sub"
    assert order[-1] == "after"
    assert sorted(order[1:3]) == ["inner", "late"]


@given(processes())
def test_everything_with_a_shape_is_read_once(process: Process):
    scene = Scene(process, place(process))
    found = passages(scene)
    told = [element.id for _, inside in found for element in inside]
    lanes = {lane.id for lane in process.lanes}
    pools = {pool.id for pool, _ in found if pool is not None}
    assert len(told) == len(set(told))
    assert {*told, *pools} == set(scene.elements) - lanes
