from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from procmap.layout import place
from procmap.model import Activity, BadInput, Event, Gateway, MessageFlow, Pool, Process, SequenceFlow
from tests.conftest import SHARED
from tests.layout.laws import SMALL, Drawing, broken_laws, on_border


def drawing_of(**parts) -> Drawing:
    process = Process(id="p", **parts)
    drawing = Drawing(process, place(process))
    assert broken_laws(process, drawing.diagram) == []
    return drawing


def flows(*pairs: str) -> tuple[SequenceFlow, ...]:
    return tuple(SequenceFlow(id=pair, source=pair[0], target=pair[1]) for pair in pairs)


def test_a_skip_runs_around_what_stands_between():
    drawing = drawing_of(nodes=tuple(Activity(id=key) for key in "abc"), flows=flows("ab", "bc", "ac"))
    assert len(drawing.edges["ac"].waypoints) == 6


def test_a_parallel_block_has_no_more_corners_than_it_needs():
    nodes = (Gateway(id="s"), *(Activity(id=key) for key in "abc"), Gateway(id="j"))
    drawing = drawing_of(nodes=nodes, flows=flows("sa", "sb", "sc", "aj", "bj", "cj"))
    assert sorted(len(edge.waypoints) for edge in drawing.diagram.edges) == [2, 2, 3, 3, 3, 3]


def test_unrelated_flows_do_not_lie_on_each_other():
    drawing = drawing_of(nodes=tuple(Activity(id=key) for key in "abcxyz"), flows=flows("ax", "ay", "by", "bz", "cz"))
    assert lying_on_each_other(drawing) == []


@pytest.mark.shared
def test_unrelated_edges_of_real_models_do_not_lie_on_each_other():
    from procmap.formats import read

    for path in sorted((SHARED / "data" / "interop").rglob("*.bpmn")):
        try:
            document = read(str(path))
        except BadInput:
            continue
        for process in document.processes:
            assert lying_on_each_other(Drawing(process, place(process))) == [], path.name


def lying_on_each_other(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the pairs of edges without a common end that share a part of a line."""
    process = drawing.process
    ends = {x.id: {x.source, x.target} for x in (*process.flows, *process.message_flows, *process.associations)}
    ends.update((x.id, {x.node, x.target, *x.sources}) for x in process.data_associations)
    parts = defaultdict(list)
    for edge in drawing.diagram.edges:
        for a, b in pairwise(edge.waypoints):
            upright = a.x == b.x
            low, high = sorted((a.y, b.y) if upright else (a.x, b.x))
            parts[upright, round(a.x if upright else a.y, 3)].append((low, high, edge.element))
    found = []
    for line in parts.values():
        line.sort()
        for place_, (_, high, one) in enumerate(line):
            for low, other_high, other in line[place_ + 1 :]:
                if low >= high:
                    break
                if min(high, other_high) - low > SMALL and not ends[one] & ends[other]:
                    found.append((one, other))
    return found


def test_messages_of_one_task_have_ports_of_their_own():
    messages = tuple(MessageFlow(id=f"m{n}", source="a", target="out") for n in range(3))
    drawing = drawing_of(
        pools=(Pool(id="in", process="q"), Pool(id="out")),
        nodes=(Activity(id="a", pool="in"),),
        message_flows=messages,
    )
    assert len({drawing.edges[message.id].waypoints[0].x for message in messages}) == 3


def test_out_of_a_subprocess_with_events_on_its_border():
    drawing = drawing_of(
        nodes=(
            Activity(id="s"),
            Activity(id="a", parent="s"),
            *(Event(id=f"e{n}", type="boundaryEvent", attached_to="s") for n in range(4)),
            Activity(id="t"),
        ),
        flows=(SequenceFlow(id="f", source="a", target="t"), SequenceFlow(id="g", source="a", target="e1")),
    )
    assert on_border(drawing.edges["g"].waypoints[-1], drawing.bounds("e1"))
