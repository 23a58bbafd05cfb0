from __future__ import annotations

from hypothesis import given, settings

from procmap.harmonisation import aligned_union
from procmap.model import Activity, Event, Origin, Process, SequenceFlow
from procmap.reports.pictures.joining import joined
from tests.alignment.parties import parties
from tests.reports.pictures.drawn import aligned


def whose(*organisations: str) -> tuple[Origin, ...]:
    return tuple(Origin(organisation=each, element="x", label="x") for each in organisations)


def test_what_holds_others_holds_them_whoever_has_it():
    nodes = (
        Event(id="e", name="Vente", type="intermediateCatchEvent", origins=whose("A", "B")),
        Activity(id="t", name="Vente", origins=whose("C")),
        Event(id="b", name="Frist", type="boundaryEvent", attached_to="t", origins=whose("C")),
    )
    picture, mixed = joined(Process(id="p", nodes=nodes), {"e": 0, "t": 0, "b": 1})
    assert [(node.id, type(node).__name__) for node in picture.nodes] == [("e", "Activity"), ("b", "Event")]
    assert picture.nodes[1].attached_to == "e"
    assert mixed == {"e"}


def test_two_steps_of_one_organisation_stay_apart():
    nodes = tuple(Activity(id=key, name=key, origins=whose(*who)) for key, who in (("a", "AB"), ("b", "A"), ("c", "C")))
    flows = (SequenceFlow(id="f", source="a", target="b"), SequenceFlow(id="g", source="c", target="b"))
    picture, mixed = joined(Process(id="p", nodes=nodes, flows=flows), {"a": 0, "b": 0, "c": 0})
    assert [node.id for node in picture.nodes] == ["a", "b"]
    assert [(flow.source, flow.target) for flow in picture.flows] == [("a", "b")]
    assert not mixed


def test_inside_a_sub_process_and_outside_stay_apart():
    nodes = (
        Activity(id="sub", type="subProcess", origins=whose("A")),
        Activity(id="in", parent="sub", origins=whose("A")),
        Activity(id="out", origins=whose("B")),
    )
    assert len(joined(Process(id="p", nodes=nodes), {"in": 0, "out": 0})[0].nodes) == 3


def test_nodes_that_lie_in_each_other_end_too():
    nodes = (Activity(id="a", parent="b", origins=whose("A")), Activity(id="b", parent="a", origins=whose("B")))
    assert joined(Process(id="p", nodes=nodes), {"a": 0, "b": 1})[0].nodes == nodes


@settings(max_examples=30)
@given(parties())
def test_nobody_has_a_node_twice_and_nobody_loses_a_step(told):
    alignment = aligned(told)
    union = aligned_union(told, alignment)
    row_of = {(member.process, member.step): at for at, row in enumerate(alignment.rows) for member in row.steps}
    party_of = {(each.organisation, each.variant): each.id for each in told}
    rows = {}
    for node in union.nodes:
        for origin in node.origins:
            at = row_of.get((party_of[origin.organisation, origin.variant], origin.element))
            if at is not None:
                rows[node.id] = at
    picture, _ = joined(union, rows)
    kept = {node.id for node in picture.nodes}
    for node in picture.nodes:
        owners = [(origin.organisation, origin.variant) for origin in node.origins]
        assert len(set(owners)) == len(owners)
    assert sorted(map(repr, (origin for node in picture.nodes for origin in node.origins))) == sorted(
        map(repr, (origin for node in union.nodes for origin in node.origins))
    )
    assert all({flow.source, flow.target} <= kept for flow in picture.flows)
    assert all(node.parent is None or node.parent in kept for node in picture.nodes)
