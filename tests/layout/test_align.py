from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout import place
from procmap.layout.align import shifts
from procmap.model import Activity, Event, MessageFlow, Pool, Process, SequenceFlow


@given(st.dictionaries(st.integers(0, 9), st.lists(st.floats(-500, 500), min_size=1, max_size=3), min_size=1))
def test_shifts_never_fall(wanted):
    found = shifts(wanted, 10)
    assert len(found) == 10
    assert found == sorted(found)


def test_shifts_that_never_fall_are_given_as_wanted():
    assert shifts({1: [10.0], 3: [30.0]}, 5) == [10, 10, 10, 30, 30]


def test_shifts_that_fall_are_pooled():
    assert shifts({0: [30.0], 1: [10.0, 10.0]}, 2) == [10, 10]


def test_a_message_between_pools_runs_straight():
    names = [f"n{number}" for number in range(6)]
    process = Process(
        id="p",
        pools=(Pool(id="long", process="x"), Pool(id="short", process="y")),
        nodes=(
            *(Activity(id=name, pool="long") for name in names),
            Event(id="start", type="startEvent", pool="short"),
            Activity(id="answer", pool="short"),
        ),
        flows=(
            *(
                SequenceFlow(id=f"f{number}", source=first, target=second)
                for number, (first, second) in enumerate(pairwise(names))
            ),
            SequenceFlow(id="f", source="start", target="answer"),
        ),
        message_flows=(MessageFlow(id="m", source="n4", target="start"),),
    )
    assert [len(edge.waypoints) for edge in place(process).edges if edge.element == "m"] == [2]
