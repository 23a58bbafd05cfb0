"""What each construct of BPMN does: the runs of small processes, step by step."""

from __future__ import annotations

from procmap.behaviour import compile_nets, explore
from procmap.model import Process, Trigger
from tests.behaviour.builders import process


def runs(drawing: Process, **how) -> list[str]:
    """Return the runs of a process without loops, each as the ids of its activities and named events."""
    (net,) = compile_nets(drawing, **how)
    space = explore(net)
    gateways = {node.id for node in drawing.nodes if node.kind == "gateway"}
    found = set()
    pending = [(0, ())]
    while pending:
        state, way = pending.pop()
        if not space.edges[state]:
            found.add(" ".join(way) + ("" if state in space.goals else " STUCK"))
        for actor, target in space.edges[state]:
            node = net.actors[actor].node
            shown = net.actors[actor].occurs and node not in gateways and node not in ("s", "e")
            pending.append((target, (*way, node) if shown else way))
    return sorted(found)


def test_an_exclusive_gateway_takes_one_way():
    assert runs(process("s(start) -> x(xor) -> a, b -> y(xor) -> e(end)")) == ["a", "b"]


def test_a_parallel_gateway_takes_all_ways_and_waits_for_all():
    assert runs(process("s(start) -> x(and) -> a, b -> y(and) -> c -> e(end)")) == ["a b c", "b a c"]


def test_an_inclusive_gateway_takes_any_ways_and_waits_for_those_taken():
    assert runs(process("s(start) -> x(or) -> a, b -> y(or) -> c -> e(end)")) == ["a b c", "a c", "b a c", "b c"]


def test_the_default_way_of_an_inclusive_gateway_is_taken_alone():
    drawing = process("s(start) -> x(or) -> a, b -> y(or) -> e(end)", **{"x>b": {"default": True}})
    assert runs(drawing) == ["a", "b"]


def test_an_inclusive_join_waits_for_a_token_that_can_still_come():
    drawing = process("s(start) -> x(and) -> a, k(xor); k -> b, c; a, b -> y(or) -> d -> e(end); c -> f(end)")
    assert {"a b d", "a d c f", "c f a d", "b a d"} <= set(runs(drawing))
    assert not [run for run in runs(drawing) if "d b" in run]


def test_an_inclusive_join_in_a_loop_does_not_wait_for_itself():
    (net,) = compile_nets(process("s(start) -> j(or) -> a -> k(xor) -> e(end); k -> j"))
    assert explore(net).stuck == ()


def test_a_complex_gateway_is_read_as_an_inclusive_one_and_said_so():
    drawing = process("s(start) -> x(complex) -> a, b -> y(complex) -> e(end)")
    assert runs(drawing) == ["a", "a b", "b", "b a"]
    assert "complex-read-as-inclusive" in {note.code for note in compile_nets(drawing)[0].findings}


def test_events_after_an_event_based_gateway_race():
    assert runs(process("s(start) -> x(race) -> a(catch), b(catch) -> y(xor) -> e(end)")) == ["a", "b"]


def test_several_ways_out_of_a_step_are_all_taken_and_said_so():
    drawing = process("s(start) -> a -> b, c; b -> e(end); c -> f(end)")
    assert "a b c f" in runs(drawing)
    assert [note.code for note in compile_nets(drawing)[0].findings] == ["implicit-split"]


def test_a_conditional_way_out_of_a_step_may_be_taken():
    drawing = process("s(start) -> a -> b, c; b -> e(end); c -> f(end)", **{"a>c": {"condition": "dear"}})
    assert runs(drawing) == ["a b", "a b c f", "a c b f", "a c f b"]


def test_the_default_way_out_of_a_step_is_taken_when_no_condition_holds():
    changes = {"a>c": {"condition": "dear"}, "a>b": {"default": True}}
    assert runs(process("s(start) -> a -> b, c -> e(end)", **changes)) == ["a b", "a c"]


def test_several_ways_into_a_step_each_begin_it():
    assert runs(process("s(start) -> x(xor) -> a, b -> c -> e(end)")) == ["a c", "b c"]


def test_a_gateway_that_joins_and_splits_does_one_after_the_other():
    assert runs(process("s(start) -> x(xor) -> a, b -> y(xor) -> c, d -> z(xor) -> e(end)")) == [
        "a c", "a d", "b c", "b d",
    ]  # fmt: skip


def test_one_of_several_start_events_starts():
    assert runs(process("a(start), b(start) -> c -> e(end)")) == ["a c", "b c"]


def test_start_events_that_meet_in_a_parallel_join_start_together():
    assert runs(process("a(start), b(start) -> x(and) -> c -> e(end)")) == ["a b c", "b a c"]


def test_start_events_that_meet_in_an_inclusive_join_start_in_any_company():
    assert runs(process("a(start), b(start) -> x(or) -> c -> e(end)")) == ["a b c", "a c", "b a c", "b c"]


def test_all_start_events_may_be_asked_to_start_at_once():
    drawing = process("a(start) -> c -> e(end); b(start) -> d -> e")
    assert runs(drawing) == ["a c", "b d"]
    assert "a b c d" in runs(drawing, starts="all")


def test_without_a_start_event_all_that_nothing_leads_to_starts():
    assert runs(process("a -> x(and) -> c -> e(end); b -> x")) == ["a b c", "b a c"]


def test_what_nothing_leads_to_starts_beside_a_start_event_only_when_asked():
    drawing = process("s(start) -> a -> e(end); q -> b")
    assert runs(drawing) == ["a"]
    assert "q b a" in runs(drawing, starts="loose")


def test_a_terminating_end_ends_all():
    drawing = process("s(start) -> x(and) -> a, b; a -> e(terminate); b -> f(end)")
    assert runs(drawing) == ["a", "a b", "a b f", "b a", "b a f", "b f a"]


def test_a_terminating_end_in_a_sub_process_ends_what_is_inside():
    inside = dict.fromkeys(("i", "x", "a", "b", "o", "f"), "sub")
    text = "s(start) -> sub(sub) -> c -> e(end); i(start) -> x(and) -> a, b; a -> o(terminate); b -> f(end)"
    assert "sub i a o c" in runs(process(text, inside=inside))


def test_a_sub_process_completes_when_all_inside_is_done():
    inside = dict.fromkeys(("i", "a", "b"), "sub")
    drawing = process("s(start) -> sub(sub) -> c -> e(end); i(start) -> a, b", inside=inside)
    assert runs(drawing) == ["sub i a b c", "sub i b a c"]


def test_an_empty_sub_process_is_a_step():
    assert runs(process("s(start) -> sub(sub) -> c(call) -> e(end)")) == ["sub c"]


def test_an_interrupting_boundary_event_is_another_way_out():
    drawing = process("s(start) -> a -> b -> e(end); t(boundary) -> c -> f(end)", t={"attached_to": "a"})
    assert runs(drawing) == ["a b", "a t c f"]


def test_a_boundary_event_takes_what_is_inside():
    drawing = process(
        "s(start) -> sub(sub) -> b -> e(end); t(boundary) -> c -> f(end); a -> d",
        inside={"a": "sub", "d": "sub"},
        t={"attached_to": "sub"},
    )
    assert runs(drawing) == ["sub a d b", "sub a d t c f", "sub a t c f", "sub t c f"]


def test_a_boundary_event_that_does_not_interrupt_adds_a_way_once():
    changes = {"t": {"attached_to": "a", "interrupting": False}}
    drawing = process("s(start) -> a -> e(end); t(boundary) -> c", **changes)
    assert runs(drawing) == ["a", "a t c"]


def test_an_error_end_goes_to_the_boundary_event_that_catches_it_and_to_no_other_end():
    caught = {"attached_to": "sub", "triggers": (Trigger(type="error", code="E1"),)}
    thrown = {"triggers": (Trigger(type="error", code="E1"),)}
    text = "s(start) -> sub(sub) -> b -> e(end); t(boundary) -> c -> f(end); a -> x(xor) -> o(error), p(end)"
    drawing = process(text, inside=dict.fromkeys("axop", "sub"), t=caught, o=thrown)
    assert runs(drawing) == ["sub a o t c f", "sub a p b"]
    other = caught | {"triggers": (Trigger(type="error", code="E2"),)}
    assert "sub a o b" in runs(process(text, inside=dict.fromkeys("axop", "sub"), t=other, o=thrown))


def test_links_lead_from_throw_to_catch():
    link = {"triggers": (Trigger(type="link", name="A"),)}
    drawing = process("s(start) -> a -> l(throw); m(catch) -> b -> e(end)", l=link, m=link)
    assert runs(drawing) == ["a l m b"]


def test_a_link_without_an_other_end_ends_and_is_reported():
    drawing = process("s(start) -> a -> l(throw)", l={"triggers": (Trigger(type="link", name="A"),)})
    assert runs(drawing) == ["a l"]
    assert [note.code for note in compile_nets(drawing)[0].findings] == ["link-leads-nowhere"]


def test_what_stands_alone_is_reported_and_not_played():
    drawing = process("s(start) -> a -> e(end); z")
    assert runs(drawing) == ["a"]
    (net,) = compile_nets(drawing)
    assert net.apart == ("z",)
    assert [(note.code, note.elements) for note in net.findings] == [("stands-alone", ("z",))]


def test_compensation_is_not_played():
    compensates = {"attached_to": "a", "triggers": (Trigger(type="compensate"),)}
    drawing = process("s(start) -> a -> e(end); t(boundary); u", t=compensates, u={"for_compensation": True})
    assert runs(drawing) == ["a"]


def test_a_flow_drawn_twice_between_steps_is_one():
    drawing = process("s(start) -> a -> b -> e(end); a -> b")
    assert runs(drawing) == ["a b"]
    assert [note.code for note in compile_nets(drawing)[0].findings] == ["flow-drawn-twice"]


def test_two_ways_from_a_gateway_to_the_same_node_stay_two():
    (net,) = compile_nets(process("s(start) -> x(and) -> y(and) -> e(end); x -> y"))
    assert len([flow for flow in net.flows if flow.startswith("x>y")]) == 2


def test_a_flow_to_nowhere_is_not_played():
    drawing = process("s(start) -> a -> e(end)")
    dangling = drawing.flows[0].replace(id="d", source="a", target="nowhere")
    assert runs(drawing.replace(flows=(*drawing.flows, dangling))) == ["a"]
