from __future__ import annotations

import pytest

from procmap.behaviour import FlowGraph
from procmap.model import Activity, Process, Trigger
from tests.behaviour.builders import process


def test_steps_next_to_a_step_are_found_across_gateways():
    graph = FlowGraph(process("s(start) -> a -> x(xor) -> b, y(and); y -> c, d -> e(end)"))
    assert graph.successors("a") == ("b", "c", "d")
    assert graph.predecessors("d") == ("a",)
    assert graph.predecessors("s") == ()


def test_other_nodes_can_be_passed_over_too():
    graph = FlowGraph(process("a -> i(throw) -> b"))
    assert graph.successors("a") == ("i",)
    assert graph.successors("a", passing={"i"}) == ("b",)


def test_a_loop_of_gateways_ends():
    graph = FlowGraph(process("a -> x(xor) -> y(xor) -> x; y -> b"))
    assert graph.successors("a") == ("b",)


def test_boundary_events_and_links_are_ways():
    link = {"triggers": (Trigger(type="link", name="A"),)}
    drawing = process("a -> l(throw); m(catch) -> b; t(boundary) -> c", l=link, m=link, t={"attached_to": "a"})
    graph = FlowGraph(drawing)
    assert graph.successors("l") == ("m",)
    assert graph.predecessors("t") == ("a",)
    assert graph.reachable("a") == {"l", "m", "b", "t", "c"}


def test_what_can_be_reached_lies_also_inside_and_after_sub_processes():
    graph = FlowGraph(
        process("a -> sub(sub) -> b; i -> j; k(sub); m", inside={"i": "sub", "j": "sub", "k": "sub", "m": "k"})
    )
    assert graph.reachable("a") == {"sub", "b", "i", "j", "k", "m"}
    assert graph.reachable("m") == {"b"}


def test_a_node_is_in_a_loop_when_it_can_come_again():
    graph = FlowGraph(process("s -> a -> sub(sub) -> x(xor) -> a; x -> b; i -> j", inside={"i": "sub", "j": "sub"}))
    assert [node for node in graph.nodes if graph.in_loop(node)] == ["a", "sub", "x", "i", "j"]


def test_an_unknown_node_is_a_key_error():
    graph = FlowGraph(process("a -> b"))
    for ask in (graph.successors, graph.predecessors, graph.reachable, graph.in_loop):
        with pytest.raises(KeyError):
            ask("z")


def test_deep_nesting_does_not_matter():
    depth = 20_000
    nodes = (Activity(id=f"n{n}", type="subProcess", parent=f"n{n - 1}" if n else None) for n in range(depth))
    graph = FlowGraph(Process(id="p", nodes=tuple(nodes)))
    assert len(graph.reachable("n0")) == depth - 1
