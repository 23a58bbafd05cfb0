from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from procmap.behaviour import Undecided, compile_nets, explore, find_faults, reduce_net
from procmap.model import Gateway, Process
from tests.behaviour.blocks import blocks, drawn, naive_faults
from tests.behaviour.builders import process


def faults(text: str, **changes):
    return {f.kind: f for f in find_faults(explore(compile_nets(process(text, **changes))[0]))}


def explored(net):
    """Explore a net, or give the example up: what is swapped at random may fill its flows with tokens."""
    try:
        return explore(net, cap=3_000)
    except Undecided:
        return reject()


def swapped(original: Process, seed: int) -> Process:
    """Change the type of some gateways and lead some flows elsewhere."""
    chance = random.Random(seed)
    nodes = tuple(
        node.replace(type=chance.choice(("exclusiveGateway", "parallelGateway")))
        if isinstance(node, Gateway) and chance.random() < 0.4
        else node
        for node in original.nodes
    )
    ends = [node.id for node in nodes if node.id != "s"]
    flows = tuple(
        flow.replace(target=chance.choice(ends)) if flow.source != "s" and chance.random() < 0.1 else flow
        for flow in original.flows
    )
    pairs: dict[tuple[str, str], str] = {}
    gateways = {node.id for node in nodes if isinstance(node, Gateway)}
    kept = [f for f in flows if f.source in gateways or pairs.setdefault((f.source, f.target), f.id) == f.id]
    return original.replace(nodes=nodes, flows=tuple(kept))


@given(blocks(leaves=5), st.integers(0, 10_000))
def test_faults_are_those_of_a_naive_token_game(block, seed):
    broken = swapped(drawn(block), seed)
    nothing_leads_to = {node.id for node in broken.nodes} - {flow.target for flow in broken.flows}
    assume(len(nothing_leads_to) == 1)
    space = explored(compile_nets(broken)[0])
    found = {fault.kind: fault for fault in find_faults(space)}
    expected = naive_faults(broken)
    assert set(found) - {"livelock"} == set(expected) - {"livelock"}
    if "unsafe" not in expected:
        assert ("livelock" in found) == ("livelock" in expected)


@given(blocks(leaves=5), st.integers(0, 10_000))
def test_the_path_to_a_fault_is_a_shortest_one(block, seed):
    broken = drawn(block).replace(nodes=swapped(drawn(block), seed).nodes)
    found = {fault.kind: fault for fault in find_faults(explored(compile_nets(broken)[0]))}
    expected = naive_faults(broken)
    for kind in ("deadlock", "unsafe"):
        if kind in found:
            assert len(found[kind].path) == expected[kind]
            assert found[kind].path[0] == "s"


@given(blocks(("seq", "xor", "and", "or", "loop")))
def test_a_block_structured_process_has_no_fault_and_shrinks_to_an_edge(block):
    net = compile_nets(drawn(block))[0]
    assert find_faults(explored(net)) == ()
    assert reduce_net(net) is None


@given(blocks(leaves=8), st.integers(0, 10_000))
def test_what_reduction_leaves_is_as_sound_as_the_net(block, seed):
    net = compile_nets(swapped(drawn(block), seed))[0]
    rest = reduce_net(net)
    broken = bool(find_faults(explored(net)))
    assert broken == (rest is not None and bool(find_faults(explored(rest))))


def test_a_deadlock_tells_what_waits_for_what():
    fault = faults("s(start) -> a -> x(xor) -> b, c -> y(and) -> e(end)")["deadlock"]
    assert fault.path == ("s", "a", "x", "b")
    assert fault.elements == ("y",)
    assert (fault.flows, fault.missing) == (("b>y",), ("c>y",))


def test_an_unsafe_merge_tells_where_the_second_token_comes():
    fault = faults("s(start) -> x(and) -> b, c -> y(xor) -> d -> e(end)")["unsafe"]
    assert fault.path == ("s", "x", "b", "c", "y", "y")
    assert fault.flows == ("y>d",)


def test_a_loop_without_a_way_out_is_a_livelock_and_its_last_node_is_not_dead():
    found = faults("s(start) -> a -> b -> a")
    assert list(found) == ["livelock"]
    assert found["livelock"].elements == ("s", "a", "b")


def test_a_node_that_nothing_leads_to_is_dead_beside_a_start():
    assert faults("s(start) -> a -> e(end); q -> a")["dead"].elements == ("q",)


def test_a_circle_has_no_start():
    assert faults("a -> b -> a")["no-start"].elements == ("a", "b")


def test_two_tokens_at_one_end_end_twice():
    fault = faults("s(start) -> x(and) -> a, b -> e(end)")["ends-twice"]
    assert fault.elements == ("e",)
    assert fault.path == ("s", "x", "a", "e", "b", "e")


def test_several_ends_are_one_each():
    assert faults("s(start) -> x(and) -> a, b; a -> e(end); b -> f(end)") == {}


def test_an_end_inside_a_looping_sub_process_is_reached_once_each_time():
    inside = {"i": "sub", "w": "sub", "o": "sub"}
    text = "s(start) -> j(xor) -> sub(sub) -> k(xor) -> e(end); k -> j; i(start) -> w -> o(end)"
    assert faults(text, inside=inside) == {}


def test_what_a_boundary_event_begins_besides_may_lead_to_the_same_end():
    text = "s(start) -> a -> e(end); t(boundary) -> b -> e"
    assert faults(text, t={"attached_to": "a", "interrupting": False}) == {}


@pytest.mark.parametrize("interrupting", [True, False])
def test_an_incident_does_not_hide_a_deadlock_inside(interrupting):
    text = "s(start) -> sub(sub) -> e(end); i(start) -> x(xor) -> a, b -> y(and) -> o(end); t(boundary) -> c -> f(end)"
    inside = dict.fromkeys(("i", "x", "a", "b", "y", "o"), "sub")
    fault = faults(text, inside=inside, t={"attached_to": "sub", "interrupting": interrupting})["deadlock"]
    assert fault.elements == ("y",)
