"""The part of a process that some steps lie in, and how it is read by itself."""

from __future__ import annotations

from procmap.harmonisation.stretches import Stretches
from tests.behaviour.builders import process

NESTED = process(
    "s(start) -> a(sub) -> e(end); b(sub) -> c; d; x(adhoc) -> y; z; t(sub); ts(start) -> u",
    inside={"b": "a", "c": "a", "d": "b", "x": "a", "z": "x", "t": "b", "ts": "t", "u": "t"},
    t={"triggered_by_event": True},
)


def test_the_innermost_sub_process_that_holds_all() -> None:
    stretches = Stretches(NESTED)
    assert stretches.around(["b", "c"]) == ("a", False)
    assert stretches.around(["d"]) == ("b", False)
    assert stretches.around(["d", "c"]) == ("a", False)
    assert stretches.around(["d", "e"]) == (None, False)
    assert stretches.around([]) == (None, False)


def test_what_is_done_in_any_order_is_asked_of_what_is_around_it() -> None:
    assert Stretches(NESTED).around(["z"]) == ("a", False)


def test_event_sub_processes_are_played_where_steps_lie_in_them() -> None:
    stretches = Stretches(NESTED)
    assert stretches.around(["u"]) == ("t", False)
    assert stretches.around(["u", "d"]) == ("b", True)
    assert stretches.around(["u", "e"]) == (None, True)


def test_without_sub_processes_there_is_nothing_to_look_for() -> None:
    stretches = Stretches(process("s(start) -> a -> e(end)"))
    assert stretches.around(["a"]) == (None, True)


def test_a_sub_process_by_itself_is_read_once() -> None:
    stretches = Stretches(NESTED)
    runs = stretches.runs(("a", False))
    assert runs is stretches.runs(("a", False))
    assert runs.relation("b", "c") == "<"
    assert runs.happens("d")
    assert not runs.happens("e")
    assert runs.relation("b", "e") is None
