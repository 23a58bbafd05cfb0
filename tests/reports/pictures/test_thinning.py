from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.reports.pictures.thinning import thinned
from tests.behaviour.builders import process


def owned(text, **whose):
    """Return a drawing and whose its nodes and flows are; what is not said is everybody's (0, 1, 2)."""
    drawn = process(text)
    everybody = frozenset(range(3))
    nodes = {node.id: frozenset(whose.get(node.id, everybody)) for node in drawn.nodes}
    flows = {flow.id: nodes[flow.source] & nodes[flow.target] for flow in drawn.flows}
    return drawn, nodes | flows


ALL = frozenset(range(3))


def test_all_stays_when_one_is_enough():
    drawn, owners = owned("s(start) -> a -> e(end)", a=[0])
    assert thinned(drawn, owners, ALL, 1) == (drawn, owners)


def test_what_falls_away_is_bridged_for_those_who_had_it():
    drawn, owners = owned("s(start) -> a -> b -> c -> e(end); a -> c", b=[0])
    kept, whose = thinned(drawn, owners, ALL, 2)
    assert [node.id for node in kept.nodes] == ["s", "a", "c", "e"]
    ways = {(flow.source, flow.target): whose[flow.id] for flow in kept.flows}
    assert ways["a", "c"] == ALL


def test_gateways_that_part_nothing_any_more_go():
    drawn, owners = owned("s(start) -> x(xor); x -> a -> j(xor) -> e(end); x -> b -> j", b=[0])
    kept, _ = thinned(drawn, owners, ALL, 2)
    assert {"x", "j"} & {node.id for node in kept.nodes} in (set(), {"x", "j"})


def test_nothing_looks_like_a_start_that_is_none():
    drawn, owners = owned("s(start) -> a -> b -> e(end); s -> c -> b", a=[0, 1], c=[1, 2])
    kept, _ = thinned(drawn, owners, ALL, 2)
    ends = {flow.target for flow in kept.flows}
    assert {"a", "b", "c", "e"} <= ends


@settings(max_examples=60)
@given(st.data())
def test_the_picture_stays_one(data):
    size = data.draw(st.integers(2, 7))
    steps = [f"n{number}" for number in range(size)]
    extra = data.draw(st.lists(st.tuples(st.sampled_from(steps), st.sampled_from(steps)), max_size=4))
    text = "; ".join([" -> ".join(["s(start)", *steps, "e(end)"]), *(f"{a} -> {b}" for a, b in extra if a != b)])
    whose = {step: data.draw(st.sets(st.integers(0, 2), min_size=1)) for step in steps}
    drawn, owners = owned(text, **whose)
    owners |= {flow.id: ALL for flow in drawn.flows}  # everybody goes everywhere: then all that is left hangs together
    kept, told = thinned(drawn, {**owners, **{node.id: ALL for node in drawn.nodes if node.id not in whose}}, ALL, 2)
    ids = [node.id for node in kept.nodes]
    assert all(len(told[key]) >= 2 for key in ids)
    reached, pending = {ids[0]}, [ids[0]]
    while pending:
        at = pending.pop()
        for flow in kept.flows:
            for one, other in ((flow.source, flow.target), (flow.target, flow.source)):
                if one == at and other not in reached:
                    reached.add(other)
                    pending.append(other)
    assert reached == set(ids)
