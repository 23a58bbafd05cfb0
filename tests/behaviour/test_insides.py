"""A sub-process by itself, and a process without what interrupts it."""

from __future__ import annotations

from procmap.behaviour import always, inside, read_process, without_nodes
from tests.behaviour.builders import process

BOOKING = process(
    "s(start) -> book(sub) -> e(end); late(boundary) -> f(end)"
    "; is(start) -> a -> b -> ie(end); cs(start) -> c; stop(sub)",
    inside={"is": "book", "a": "book", "b": "book", "ie": "book", "stop": "book", "cs": "stop", "c": "stop"},
    late={"attached_to": "book"},
    stop={"triggered_by_event": True},
)


def test_what_interrupts_a_sub_process_is_not_inside_it() -> None:
    (whole,) = read_process(BOOKING)
    assert always(whole.view()) == ("s", "book")
    (alone,) = read_process(inside(BOOKING, "book"))
    assert set(always(alone.view())) == {"is", "a", "b", "ie"}
    assert alone.order().relation("a", "b") == "<"


def test_event_sub_processes_are_played_where_asked() -> None:
    (with_them,) = read_process(inside(BOOKING, "book", triggered=True))
    assert with_them.order().relation("a", "c") == "<"
    assert "b" not in always(with_them.view())


def test_the_process_without_event_sub_processes() -> None:
    drawn = process("s(start) -> a -> b -> e(end); cs(start) -> c; stop(sub)", inside={"cs": "stop", "c": "stop"},
                    stop={"triggered_by_event": True})  # fmt: skip
    (alone,) = read_process(inside(drawn, None))
    assert always(alone.view()) == ("s", "a", "b", "e")
    assert inside(drawn, None, triggered=True).nodes == drawn.nodes


def test_boundary_events_written_inside_what_they_are_attached_to_are_not_inside_it() -> None:
    drawn = process("s(start) -> t(sub) -> e(end); late(boundary) -> f(end); a -> b",
                    inside={"late": "t", "a": "t", "b": "t"}, late={"attached_to": "t"})  # fmt: skip
    assert [node.id for node in inside(drawn, "t").nodes] == ["a", "b"]


def test_what_only_leads_from_what_is_not_there_is_not_there_either() -> None:
    drawn = process(
        "s(start) -> t -> e(end); late(boundary) -> x(sub) -> e; y -> z; on(boundary) -> w -> t",
        inside={"y": "x", "z": "x"}, late={"attached_to": "t"}, on={"attached_to": "x"},
    )  # fmt: skip
    left = without_nodes(drawn, ["late"])
    assert [node.id for node in left.nodes] == ["s", "t", "e"]
    assert [flow.id for flow in left.flows] == ["s>t", "t>e"]
    assert without_nodes(drawn, []) == drawn
