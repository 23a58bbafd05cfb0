from hypothesis import given

from procmap.behaviour import flow_order
from tests.alignment.parties import processes, with_other_ids
from tests.behaviour.builders import process


def test_steps_stand_in_the_order_of_the_flow_whatever_the_order_in_the_source():
    assert flow_order(process("c -> d(end); s(start) -> a -> b -> c")) == ("s", "a", "b", "c", "d")


def test_a_way_round_or_back_stands_where_it_leaves_the_main_way():
    drawn = process("s(start) -> a -> x(xor) -> b, w; b -> c -> d -> e(end); w -> v -> a")
    assert flow_order(drawn) == ("s", "a", "w", "v", "b", "c", "d", "e")


def test_what_is_in_a_subprocess_comes_after_it_and_before_what_follows():
    drawn = process("s(start) -> u(sub) -> z -> e(end); i(start) -> j -> k(end)", {"i": "u", "j": "u", "k": "u"})
    assert flow_order(drawn) == ("s", "u", "i", "j", "k", "z", "e")


def test_boundary_events_come_after_their_activity():
    drawn = process("s(start) -> a -> b -> e(end); t(boundary) -> c", t={"attached_to": "a"})
    assert flow_order(drawn) == ("s", "a", "t", "c", "b", "e")


def test_loops_that_nothing_leads_into_are_there_too():
    assert sorted(flow_order(process("s(start) -> a; b -> c; c -> b"))) == ["a", "b", "c", "s"]


def test_a_hundred_thousand_steps_in_a_line():
    size = 100_000
    drawn = process("s(start) -> a")
    chain = [drawn.nodes[1].replace(id=f"n{n}") for n in range(size)]
    flows = [drawn.flows[0].replace(id=f"f{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(size - 1)]
    long = drawn.model_copy(update={"nodes": tuple(reversed(chain)), "flows": tuple(flows)})
    assert flow_order(long) == tuple(f"n{n}" for n in range(size))


@given(processes())
def test_every_step_once_and_ids_have_no_say(drawn):
    order = flow_order(drawn)
    assert sorted(order) == sorted(step.id for step in drawn.steps)
    assert flow_order(with_other_ids(drawn, lambda each: f"_{each[::-1]}")) == tuple(f"_{each[::-1]}" for each in order)


def test_a_subprocess_that_never_ends_is_there_too():
    inside = {"i": "u", "j": "u"}
    assert sorted(flow_order(process("s(start) -> u(sub) -> e(end); i -> j -> i", inside))) == ["e", "i", "j", "s", "u"]
