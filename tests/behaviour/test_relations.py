from __future__ import annotations

from hypothesis import given

from procmap.behaviour import always, find_loops, read_process
from procmap.model import Activity, Loop
from tests.behaviour.blocks import blocks, drawn, leaves, loops, relation
from tests.behaviour.builders import process

EVERY_KIND = ("seq", "xor", "and", "or", "loop")


def reading_of(block):
    (reading,) = read_process(drawn(block))
    assert reading.repair == ""
    return reading


def rows(block):
    return {leaf: leaf for leaf in leaves(block)}


def relations(text: str, row_of=None, **changes):
    (reading,) = read_process(process(text, **changes))
    order = reading.order(row_of)
    return {(a, b): order.relation(a, b) for a in order.rows for b in order.rows if a != b}


@given(blocks(EVERY_KIND))
def test_relations_are_those_of_the_blocks(block):
    order = reading_of(block).order(rows(block))
    assert set(order.rows) == set(leaves(block))
    for one in order.rows:
        for other in order.rows:
            if one != other:
                assert order.relation(one, other) == relation(block, one, other)


@given(blocks(EVERY_KIND))
def test_what_repeats_is_what_lies_in_a_loop(block):
    order = reading_of(block).order(rows(block))
    looping = {leaf for do, redo in loops(block) for leaf in do | redo}
    assert {row for row in order.rows if order.repeats(row)} == looping


@given(blocks(EVERY_KIND))
def test_loops_are_those_of_the_blocks(block):
    steps = set(leaves(block))
    found = [(frozenset(loop.do) & steps, frozenset(loop.redo) & steps) for loop in find_loops(reading_of(block).net)]
    assert sorted(map(repr, map(_sorted, found))) == sorted(map(repr, map(_sorted, loops(block))))


def _sorted(pair):
    return tuple(sorted(side) for side in pair)


def test_a_row_of_several_steps_around_another_has_no_relation_to_it():
    order = relations("s(start) -> a -> b -> c -> e(end)", {"a": "ac", "b": "b", "c": "ac"})
    assert order["ac", "b"] == "~"


def test_a_row_of_alternative_steps_is_before_what_both_are_before():
    order = relations("s(start) -> x(xor) -> a, b -> y(xor) -> c -> e(end)", {"a": "ab", "b": "ab", "c": "c"})
    assert order["ab", "c"] == "<"


def test_an_activity_comes_before_its_boundary_event_which_excludes_what_follows():
    order = relations("s(start) -> a -> b -> e(end); t(boundary) -> c -> f(end)", t={"attached_to": "a"})
    assert (order["a", "t"], order["t", "b"], order["b", "c"]) == ("<", "x", "x")


def test_what_a_boundary_event_begins_besides_is_parallel_to_what_follows():
    text = "s(start) -> a -> b -> e(end); t(boundary) -> c -> f(end)"
    order = relations(text, t={"attached_to": "a", "interrupting": False})
    assert (order["a", "c"], order["b", "c"]) == ("<", "|")


def test_a_boundary_event_comes_after_what_it_interrupts_and_is_not_parallel_to_it():
    text = "s(start) -> sub(sub) -> e(end); a -> b; t(boundary) -> c -> f(end)"
    order = relations(text, inside={"a": "sub", "b": "sub"}, t={"attached_to": "sub"})
    assert (order["a", "b"], order["b", "c"], order["sub", "a"]) == ("<", "<", "<")


def test_parts_of_an_ad_hoc_sub_process_come_in_any_order_and_may_be_left_out():
    (reading,) = read_process(process("s(start) -> k(adhoc) -> e(end); a; b", inside={"a": "k", "b": "k"}))
    assert reading.order().relation("a", "b") == "|"
    assert not {"a", "b"} & set(always(reading.view()))


def test_an_event_sub_process_that_interrupts_comes_after_all_else():
    inside = {"i": "h", "c": "h"}
    text = "s(start) -> a -> e(end); h(sub); i(start) -> c"
    order = relations(text, inside=inside, h={"triggered_by_event": True})
    assert order["a", "c"] == "<"
    order = relations(text, inside=inside, h={"triggered_by_event": True}, i={"interrupting": False})
    assert order["a", "c"] == "|"


def test_a_loop_marker_repeats_all_inside_without_changing_their_order():
    text = "s(start) -> sub(sub) -> c -> e(end); a -> b"
    drawing = process(text, inside={"a": "sub", "b": "sub"}, sub={"loop": Loop(type="standard")})
    (reading,) = read_process(drawing)
    order = reading.order()
    assert [row for row in order.rows if order.repeats(row)] == ["sub", "a", "b"]
    assert (order.relation("a", "b"), order.relation("b", "c")) == ("<", "<")
    assert [loop.marker for loop in reading.loops] == ["sub"]


def test_a_loop_tells_what_is_done_and_what_is_redone():
    (reading,) = read_process(process("s(start) -> j(xor) -> a -> k(xor) -> e(end); k -> b -> j"))
    (loop,) = reading.loops
    assert (loop.do, loop.redo) == (("j", "a", "k"), ("b",))
    assert reading.order().relation("a", "b") == "<"


def test_pools_have_a_reading_each():
    drawing = process("s(start) -> a -> e(end); b -> c")
    nodes = tuple(node.replace(pool="q" if node.id in "bc" else "p") for node in drawing.nodes)
    readings = read_process(drawing.replace(nodes=nodes))
    assert [reading.net.pool for reading in readings] == ["p", "q"]
    assert readings[1].order().rows == ("b", "c")


def test_nodes_without_a_row_are_not_seen():
    (reading,) = read_process(process("s(start) -> a -> b -> e(end)"))
    steps = {node.id: node.id for node in process("a -> b").nodes if isinstance(node, Activity)}
    assert reading.view(steps).rows == ("a", "b")
